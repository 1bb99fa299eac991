//! A calendar that is lived in: what repeats, and a week full of things.

use chrono::{Datelike, NaiveDate, TimeDelta};
use serde_json::{Value, json};

use super::Filler;
use crate::error::Error;
use crate::operations::events::CreateEvent;

type Time = (u32, u32);

/// What repeats: title, on which day of the week from Monday, from, to, rule, place.
const SERIES: [(&str, i64, Time, Time, &str, &str); 6] = [
    ("Stand-up", 0, (9, 30), (9, 45), "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", ""),
    ("Choir", 1, (19, 0), (20, 30), "FREQ=WEEKLY;BYDAY=TU", "St. Peter"),
    ("One to one with Alex", 2, (14, 0), (14, 30), "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", ""),
    ("Team lunch", 3, (12, 30), (13, 45), "FREQ=WEEKLY;BYDAY=TH", "Café Anna"),
    ("Weekly review", 4, (16, 0), (16, 45), "FREQ=WEEKLY;BYDAY=FR", ""),
    ("Yoga", 5, (10, 0), (11, 15), "FREQ=WEEKLY;BYDAY=SA", "Studio Nord"),
];

/// What happens once around today: days from today, title, from, to, place.
const ONCE: [(i64, &str, Time, Time, &str); 11] = [
    (-3, "Dinner at Kim’s", (19, 30), (22, 30), ""),
    (-1, "Parents’ evening", (18, 0), (19, 30), "School hall"),
    (0, "Design review", (10, 0), (11, 30), "Room 4"),
    (0, "Call with Ines", (11, 0), (11, 45), ""),
    (0, "Quiet time for the report", (15, 0), (17, 0), ""),
    (1, "Dentist", (8, 30), (9, 15), "Dr. Lang"),
    (1, "Coffee with Sam", (16, 30), (17, 15), "Café Anna"),
    (2, "Flat viewing", (17, 15), (18, 0), "Lindenstr. 8"),
    (3, "Dinner with Kim and Joe", (19, 30), (22, 0), "Trattoria Luna"),
    (4, "Train to Vienna", (7, 58), (12, 20), "Platform 7"),
    (8, "Quarterly planning", (13, 0), (16, 0), "Room 2"),
];

/// Whole days: from and until which day from today, title.
const WHOLE: [(i64, i64, &str); 3] = [(4, 6, "Vienna"), (0, 1, "Ada visits"), (24, 37, "Holidays")];

/// What else happens on some days of the months around.
const OTHERS: [(&str, Time, Time); 8] = [
    ("Haircut", (17, 0), (17, 45)),
    ("Call the insurance", (11, 0), (11, 20)),
    ("Lunch with Sam", (13, 0), (14, 0)),
    ("Concert", (20, 0), (22, 30)),
    ("Project meeting", (10, 0), (11, 0)),
    ("Swimming", (18, 0), (19, 0)),
    ("Book club", (19, 0), (21, 0)),
    ("Workshop", (13, 0), (17, 0)),
];
/// How many days around today those reach, and on how many days of a hundred they happen.
const AROUND: i64 = 60;
const SOMETIMES: u32 = 22;
/// How many days before it an event was put into the calendar.
const AHEAD: i64 = 12;

impl Filler {
    pub(super) async fn events(&mut self) -> Result<(), Error> {
        let monday = self.today.week(chrono::Weekday::Mon).first_day();
        let began = monday.checked_sub_signed(TimeDelta::weeks(8)).unwrap_or(monday);
        for (title, later, from, to, rule, place) in SERIES {
            let day = began.checked_add_signed(TimeDelta::days(later)).unwrap_or(began);
            self.event(day, title, from, to, place, Some(rule)).await?;
        }
        for later in -AROUND..=AROUND {
            // The days around today have enough of their own.
            if !(-2..=5).contains(&later) && self.random.happens(SOMETIMES) {
                let other = self.random.one_of(&OTHERS).copied();
                let (title, from, to) = other.unwrap_or(OTHERS[0]);
                self.event(self.day(later), title, from, to, "", None).await?;
            }
        }
        for (later, title, from, to, place) in ONCE {
            self.event(self.day(later), title, from, to, place, None).await?;
        }
        for (from, until, title) in WHOLE {
            let days = (self.day(from), self.day(until + 1));
            self.whole(days, title, None).await?;
        }
        let birthday = self.day(17);
        let day = birthday.with_year(birthday.year() - 1).unwrap_or(birthday);
        let next = day.succ_opt().unwrap_or(day);
        self.whole((day, next), "Mom’s birthday", Some("FREQ=YEARLY")).await
    }

    async fn event(
        &self,
        day: NaiveDate,
        title: &str,
        from: Time,
        to: Time,
        place: &str,
        rule: Option<&str>,
    ) -> Result<(), Error> {
        let (start, end) = (self.instant(day, from), self.instant(day, to));
        let mut event = json!({
            "title": title, "start_time": start, "end_time": end, "rrule": rule,
            "time_zone": self.context.actor.zone.name(),
        });
        if !place.is_empty() {
            event["location"] = place.into();
        }
        self.planned(start.date_naive(), event).await
    }

    async fn whole(
        &self,
        (first, end): (NaiveDate, NaiveDate),
        title: &str,
        rule: Option<&str>,
    ) -> Result<(), Error> {
        let event = json!({
            "title": title, "all_day": true, "start_time": first, "end_time": end, "rrule": rule,
        });
        self.planned(first, event).await
    }

    async fn planned(&self, day: NaiveDate, event: Value) -> Result<(), Error> {
        let put = day.checked_sub_signed(TimeDelta::days(AHEAD)).unwrap_or(day);
        self.did::<CreateEvent>(self.instant(put, (8, 20)), event).await.map(drop)
    }
}
