//! How times and amounts are said to a person.

use chrono::{
    DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike, Utc, Weekday,
};
use domain::money::{Amount, Currency, DecimalMark, Total};
use domain::time::Moment;
use server::context::{Actor, Context};

/// Locales that read the clock in twelve hours (CLDR, `timeData`).
const TWELVE_HOURS: [&str; 11] = [
    "en-US", "en-CA", "en-AU", "en-NZ", "en-IN", "en-PH", "hi-IN", "es-MX", "es-CO", "ar-EG",
    "ko-KR",
];
/// Regions whose week begins on Sunday (CLDR, `weekData`).
const SUNDAY_FIRST: [&str; 12] =
    ["US", "CA", "MX", "BR", "JP", "KR", "IN", "IL", "TW", "PH", "ZA", "CO"];

/// A person's way of saying things, on a certain day.
#[derive(Debug, Clone)]
pub(crate) struct Wording {
    actor: Actor,
    now: DateTime<Utc>,
    /// Today in the person's zone.
    pub(crate) today: NaiveDate,
}

impl Wording {
    /// The way of the person who asks.
    pub(crate) fn of(context: &Context) -> Self {
        Self { actor: context.actor.clone(), now: context.now, today: context.today() }
    }

    /// Now, as the person's clock shows it.
    pub(crate) fn now(&self) -> NaiveDateTime {
        self.local(self.now)
    }

    /// An instant as the person's clock shows it.
    pub(crate) fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        instant.with_timezone(&self.actor.zone).naive_local()
    }

    /// The day that a moment falls on.
    pub(crate) fn date(&self, moment: Moment) -> NaiveDate {
        match moment {
            Moment::Date(date) => date,
            Moment::Instant(instant) => self.local(instant).date(),
        }
    }

    /// `13:00` or `1:00 PM`.
    pub(crate) fn time(&self, time: NaiveTime) -> String {
        if self.twelve_hours() {
            let (afternoon, hour) = time.hour12();
            let half = if afternoon { "PM" } else { "AM" };
            format!("{hour}:{:02}\u{a0}{half}", time.minute())
        } else {
            format!("{:02}:{:02}", time.hour(), time.minute())
        }
    }

    /// `13:00` or `1 PM`: the label of a full hour.
    pub(crate) fn hour(&self, hour: u32) -> String {
        let time = NaiveTime::from_hms_opt(hour % 24, 0, 0).unwrap_or_default();
        if self.twelve_hours() {
            let (afternoon, hour) = time.hour12();
            format!("{hour}\u{a0}{}", if afternoon { "PM" } else { "AM" })
        } else {
            format!("{:02}:00", hour % 24)
        }
    }

    /// `Today`, `Tomorrow`, `Yesterday`, or the short date.
    pub(crate) fn day(&self, date: NaiveDate) -> String {
        match (date - self.today).num_days() {
            0 => "Today".to_owned(),
            1 => "Tomorrow".to_owned(),
            -1 => "Yesterday".to_owned(),
            _ => self.short(date),
        }
    }

    /// `Fri 27 Nov`, with the year when it is another one.
    pub(crate) fn short(&self, date: NaiveDate) -> String {
        let pattern = match (self.month_first(), date.year() == self.today.year()) {
            (true, true) => "%a, %b %-d",
            (true, false) => "%a, %b %-d, %Y",
            (false, true) => "%a %-d %b",
            (false, false) => "%a %-d %b %Y",
        };
        date.format(pattern).to_string()
    }

    /// `Friday 27 November 2026`.
    pub(crate) fn long(&self, date: NaiveDate) -> String {
        let pattern = if self.month_first() { "%A, %B %-d, %Y" } else { "%A %-d %B %Y" };
        date.format(pattern).to_string()
    }

    /// `tomorrow (Mon 23 Nov)`, or only the date where no word is nearer.
    pub(crate) fn exactly(&self, date: NaiveDate) -> String {
        let day = self.day(date);
        let short = self.short(date);
        if day == short { short } else { format!("{} ({short})", day.to_lowercase()) }
    }

    /// `Tomorrow 13:00`, or the day alone for a plain date.
    pub(crate) fn moment(&self, moment: Moment) -> String {
        match moment {
            Moment::Date(date) => self.day(date),
            Moment::Instant(instant) => {
                let local = self.local(instant);
                format!("{} {}", self.day(local.date()), self.time(local.time()))
            }
        }
    }

    /// `Friday 27 November 2026, 13:00`.
    pub(crate) fn moment_in_full(&self, moment: Moment) -> String {
        match moment {
            Moment::Date(date) => self.long(date),
            Moment::Instant(instant) => {
                let local = self.local(instant);
                format!("{}, {}", self.long(local.date()), self.time(local.time()))
            }
        }
    }

    /// `23–29 November 2026`, naming a month or a year twice only where it changes.
    pub(crate) fn range(&self, first: NaiveDate, last: NaiveDate) -> String {
        let year = first.year() == last.year();
        let month = year && first.month() == last.month();
        let (from, to) = match (self.month_first(), month, year) {
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
    pub(crate) fn week_of(&self, date: NaiveDate) -> NaiveDate {
        let region = self.actor.locale.rsplit(['-', '_']).next().unwrap_or_default();
        let start = if SUNDAY_FIRST.contains(&region) { Weekday::Sun } else { Weekday::Mon };
        let back = date.weekday().days_since(start);
        date.checked_sub_days(Days::new(u64::from(back))).unwrap_or(date)
    }

    /// An amount as the person reads it.
    pub(crate) fn amount(&self, amount: Amount, currency: Currency) -> String {
        amount.display(currency, self.mark())
    }

    /// A sum as the person reads it.
    pub(crate) fn total(&self, total: Total, currency: Currency) -> String {
        total.display(currency, self.mark())
    }

    /// The person's currency.
    pub(crate) fn currency(&self) -> Currency {
        self.actor.currency
    }

    fn mark(&self) -> DecimalMark {
        DecimalMark::of_locale(&self.actor.locale)
    }

    fn twelve_hours(&self) -> bool {
        TWELVE_HOURS.contains(&self.actor.locale.as_str())
    }

    fn month_first(&self) -> bool {
        self.actor.locale.ends_with("-US")
    }
}

/// What `datetime-local` holds.
pub(crate) fn input_time(local: NaiveDateTime) -> String {
    local.format("%Y-%m-%dT%H:%M").to_string()
}
