//! Dates, times and amounts in the words a person reads: short, plain, exact.
//!
//! Pages, the assistant and notices all take their words from here, so that the
//! same moment is called the same everywhere. Order, clock and marks are the person's
//! [`Customs`].

mod changes;
mod customs;
mod moments;
pub(crate) mod period;
#[cfg(test)]
mod reading_back;
pub mod regions;
mod repeats;
mod rows;
mod series;
mod zones;

use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use domain::money::{Amount, Currency, Total};
use domain::time::Moment;

pub use self::customs::Customs;
pub(crate) use self::repeats::{list, weekday};
pub use self::zones::zone_name;
use crate::context::{Actor, Context};

/// A person's way of saying things, on a certain day.
#[derive(Debug, Clone)]
pub struct Words {
    actor: Actor,
    now: DateTime<Utc>,
    /// Today in the person's zone.
    pub today: NaiveDate,
}

impl Words {
    /// The way of the person who asks.
    pub fn of(context: &Context) -> Self {
        Self { actor: context.actor.clone(), now: context.now, today: context.today() }
    }

    /// Now, as the person's clock shows it.
    pub fn now(&self) -> NaiveDateTime {
        self.local(self.now)
    }

    /// The moment of the request.
    pub fn instant(&self) -> DateTime<Utc> {
        self.now
    }

    /// An instant as the person's clock shows it.
    pub fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(&self.actor.zone).naive_local()
    }

    /// The day that a moment falls on.
    pub fn date(&self, moment: Moment) -> NaiveDate {
        match moment {
            Moment::Date(date) => date,
            Moment::Instant(instant) => self.local(instant).date(),
        }
    }

    /// `13:00`, or `1:00 PM` where people say so.
    pub fn time(&self, time: NaiveTime) -> String {
        if self.actor.customs.twelve_hours {
            let (afternoon, hour) = time.hour12();
            format!("{hour}:{:02}\u{a0}{}", time.minute(), half(afternoon))
        } else {
            format!("{:02}:{:02}", time.hour(), time.minute())
        }
    }

    /// `13:00` or `1 PM`: the label of a full hour.
    pub fn hour(&self, hour: u32) -> String {
        let time = NaiveTime::from_hms_opt(hour % 24, 0, 0).unwrap_or_default();
        if self.actor.customs.twelve_hours {
            let (afternoon, hour) = time.hour12();
            format!("{hour}\u{a0}{}", half(afternoon))
        } else {
            self.time(time)
        }
    }

    /// `Today`, `Tomorrow`, `Yesterday`, or the short date.
    pub fn day(&self, date: NaiveDate) -> String {
        match self.near(date) {
            Some(word) => word.to_owned(),
            None => self.short(date),
        }
    }

    /// `Fri 27 Nov`, with the year when it is another one.
    pub fn short(&self, date: NaiveDate) -> String {
        let pattern = match (self.actor.customs.month_first, date.year() == self.today.year()) {
            (true, true) => "%a, %b %-d",
            (true, false) => "%a, %b %-d, %Y",
            (false, true) => "%a %-d %b",
            (false, false) => "%a %-d %b %Y",
        };
        date.format(pattern).to_string()
    }

    /// `Friday 27 November 2026`.
    pub fn long(&self, date: NaiveDate) -> String {
        let pattern =
            if self.actor.customs.month_first { "%A, %B %-d, %Y" } else { "%A %-d %B %Y" };
        date.format(pattern).to_string()
    }

    /// `tomorrow (Mon 23 Nov)`, or only the date where no word is nearer.
    pub fn exactly(&self, date: NaiveDate) -> String {
        let short = self.short(date);
        match self.near(date) {
            Some(word) => format!("{} ({short})", word.to_lowercase()),
            None => short,
        }
    }

    /// `23–29 November 2026`, naming a month or a year twice only where it changes.
    pub fn range(&self, first: NaiveDate, last: NaiveDate) -> String {
        let year = first.year() == last.year();
        let month = year && first.month() == last.month();
        let (from, to) = match (self.actor.customs.month_first, month, year) {
            (true, true, _) => ("%B %-d", "%-d, %Y"),
            (true, false, true) => ("%B %-d", "%B %-d, %Y"),
            (true, false, false) => ("%B %-d, %Y", "%B %-d, %Y"),
            (false, true, _) => ("%-d", "%-d %B %Y"),
            (false, false, true) => ("%-d %B", "%-d %B %Y"),
            (false, false, false) => ("%-d %B %Y", "%-d %B %Y"),
        };
        let dash = if month { "–" } else { " – " };
        format!("{}{dash}{}", first.format(from), last.format(to))
    }

    /// The first day of the week that holds `date`.
    pub fn week_of(&self, date: NaiveDate) -> NaiveDate {
        self.actor.customs.week_of(date)
    }

    /// How dates and times are written, for what has to write some before it can ask:
    /// `month-first`, `twelve-hours`, both or neither.
    pub fn customs(&self) -> &'static str {
        let Customs { month_first, twelve_hours, .. } = self.actor.customs;
        match (month_first, twelve_hours) {
            (true, true) => "month-first twelve-hours",
            (true, false) => "month-first",
            (false, true) => "twelve-hours",
            (false, false) => "",
        }
    }

    /// An amount as the person reads it.
    pub fn amount(&self, amount: Amount, currency: Currency) -> String {
        amount.display(currency, self.actor.customs.mark)
    }

    /// A sum as the person reads it.
    pub fn total(&self, total: Total, currency: Currency) -> String {
        total.display(currency, self.actor.customs.mark)
    }

    /// A whole number as the person reads it: `12,400`.
    pub fn count(&self, number: u64) -> String {
        self.actor.customs.mark.whole(number)
    }

    /// The person's time zone.
    pub fn zone(&self) -> chrono_tz::Tz {
        self.actor.zone
    }

    /// How long an event of theirs lasts that says no end.
    pub fn event_length(&self) -> TimeDelta {
        TimeDelta::minutes(self.actor.habits.event_minutes.into())
    }

    /// The person's currency.
    pub fn currency(&self) -> Currency {
        self.actor.currency
    }

    /// The word for a date that has one.
    fn near(&self, date: NaiveDate) -> Option<&'static str> {
        match (date - self.today).num_days() {
            0 => Some("Today"),
            1 => Some("Tomorrow"),
            -1 => Some("Yesterday"),
            _ => None,
        }
    }
}

fn half(afternoon: bool) -> &'static str {
    if afternoon { "PM" } else { "AM" }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn words(locale: &str) -> Words {
        let actor = Actor {
            user_id: domain::Uuid::nil(),
            zone: chrono_tz::Europe::Berlin,
            currency: Currency::USD,
            customs: Customs::of_locale(locale),
            habits: crate::language::Habits::default(),
        };
        let now = "2026-11-22T09:00:00Z".parse().expect("an instant");
        let today = "2026-11-22".parse().expect("a date");
        Words { actor, now, today }
    }

    #[test]
    fn near_dates_have_their_word_and_every_date_its_weekday() {
        let date = |text: &str| words("en-GB").exactly(text.parse().expect("a date"));
        assert_eq!(date("2026-11-22"), "today (Sun 22 Nov)");
        assert_eq!(date("2026-11-23"), "tomorrow (Mon 23 Nov)");
        assert_eq!(date("2026-11-21"), "yesterday (Sat 21 Nov)");
        assert_eq!(date("2026-11-27"), "Fri 27 Nov");
        assert_eq!(date("2027-01-08"), "Fri 8 Jan 2027");
        let american = words("en-US").exactly("2026-11-23".parse().expect("a date"));
        assert_eq!(american, "tomorrow (Mon, Nov 23)");
    }

    #[test]
    fn both_clocks_are_written() {
        let time = NaiveTime::from_hms_opt(12, 5, 0).expect("a time");
        assert_eq!(words("en-GB").time(time), "12:05");
        assert_eq!(words("en-US").time(time), "12:05\u{a0}PM");
        assert_eq!(words("en-US").hour(0), "12\u{a0}AM");
    }

    #[test]
    fn a_moment_is_read_in_the_persons_zone() {
        let instant = "2026-11-23T23:30:00Z".parse().expect("an instant");
        let words = words("de-DE");
        assert_eq!(words.moment_exactly(Moment::Instant(instant)), "Tue 24 Nov, 00:30");
    }

    #[test]
    fn ranges_name_what_changes() {
        let range = |locale: &str, first: &str, last: &str| {
            words(locale).range(first.parse().expect("a date"), last.parse().expect("a date"))
        };
        assert_eq!(range("en-GB", "2026-11-23", "2026-11-29"), "23–29 November 2026");
        assert_eq!(range("en-GB", "2026-11-30", "2026-12-06"), "30 November – 6 December 2026");
        assert_eq!(range("en-US", "2026-11-23", "2026-11-29"), "November 23–29, 2026");
    }

    #[test]
    fn weeks_begin_where_the_person_begins_them() {
        let sunday = "2026-11-22".parse().expect("a date");
        assert_eq!(words("en-US").week_of(sunday), sunday);
        assert_eq!(words("de-DE").week_of(sunday).to_string(), "2026-11-16");
    }
}
