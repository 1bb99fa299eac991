//! Dates, times and rows in the words a person reads: short, plain, exact, with
//! the weekday spelled out (`conventions/visual.md`, "Voice").

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Timelike};
use chrono_tz::Tz;
use domain::event::Event;
use domain::expense::Expense;
use domain::history::Item;
use domain::money::{Currency, DecimalMark, Total};
use domain::task::{Priority, Task};
use domain::time::Moment;

use crate::context::Context;

/// English-speaking regions that say "1 pm"; everyone else says "13:00".
const TWELVE_HOUR: [&str; 8] =
    ["en-US", "en-CA", "en-AU", "en-NZ", "en-IN", "en-PH", "en-PK", "en-MY"];

/// How one person reads dates, times and amounts, on one day.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    zone: Tz,
    today: NaiveDate,
    twelve_hour: bool,
    mark: DecimalMark,
}

impl Words {
    /// The words for the person of a context, on the day of its `now`.
    pub fn of(context: &Context) -> Self {
        let locale = context.actor.locale.as_str();
        Self {
            zone: context.actor.zone,
            today: context.today(),
            twelve_hour: TWELVE_HOUR.contains(&locale),
            mark: DecimalMark::of_locale(locale),
        }
    }

    /// `today (Sun 22 Nov)`, `tomorrow (Mon 23 Nov)`, `Fri 27 Nov`, `Fri 8 Jan 2027`.
    pub fn date(&self, date: NaiveDate) -> String {
        let exact = self.exact_date(date);
        let near = |days: u64| self.today.checked_add_days(Days::new(days)) == Some(date);
        if near(0) {
            format!("today ({exact})")
        } else if near(1) {
            format!("tomorrow ({exact})")
        } else if date.checked_add_days(Days::new(1)) == Some(self.today) {
            format!("yesterday ({exact})")
        } else {
            exact
        }
    }

    /// `Mon 23 Nov`, with the year unless it is this one.
    pub fn exact_date(&self, date: NaiveDate) -> String {
        let format = if date.year() == self.today.year() { "%a %-d %b" } else { "%a %-d %b %Y" };
        date.format(format).to_string()
    }

    /// `13:00`, or `1:00 pm` where people say so.
    pub fn time(&self, time: NaiveTime) -> String {
        if self.twelve_hour {
            let (is_pm, hour) = time.hour12();
            format!("{hour}:{:02} {}", time.minute(), if is_pm { "pm" } else { "am" })
        } else {
            format!("{:02}:{:02}", time.hour(), time.minute())
        }
    }

    /// A date, with the time if there is one.
    pub fn moment(&self, moment: Moment) -> String {
        match moment {
            Moment::Date(date) => self.date(date),
            Moment::Instant(instant) => {
                let local = instant.with_timezone(&self.zone).naive_local();
                format!("{}, {}", self.date(local.date()), self.time(local.time()))
            }
        }
    }

    /// When an event is: `tomorrow (Mon 23 Nov), 13:00–14:00`.
    pub fn span(&self, event: &Event) -> String {
        match (event.start_time, event.end_time) {
            (Moment::Instant(start), Moment::Instant(end)) => {
                let start = start.with_timezone(&self.zone).naive_local();
                let end = end.with_timezone(&self.zone).naive_local();
                let from = format!("{}, {}", self.date(start.date()), self.time(start.time()));
                if start == end {
                    from
                } else if start.date() == end.date() {
                    format!("{from}–{}", self.time(end.time()))
                } else {
                    format!("{from} – {}, {}", self.date(end.date()), self.time(end.time()))
                }
            }
            (start, end) => {
                let first = start.stored().date_naive();
                let last = end.stored().date_naive().checked_sub_days(Days::new(1));
                match last.filter(|last| *last > first) {
                    Some(last) => format!("{} – {}, all day", self.date(first), self.date(last)),
                    None => format!("{}, all day", self.date(first)),
                }
            }
        }
    }

    /// An exact sum in the person's notation.
    pub fn money(&self, total: Total, currency: Currency) -> String {
        total.display(currency, self.mark)
    }

    /// `“Lunch with Sam”, tomorrow (Mon 23 Nov), 13:00–14:00, at Moe's`.
    pub fn event(&self, event: &Event) -> String {
        let place = event.location.as_ref().map(|place| format!(", at {place}"));
        format!("“{}”, {}{}", event.title, self.span(event), place.unwrap_or_default())
    }

    /// `“File the receipt”, due Fri 27 Nov, high priority`.
    pub fn task(&self, task: &Task) -> String {
        let due = task.due_date.map(|due| format!(", due {}", self.moment(due)));
        let priority = match task.priority {
            Priority::None => String::new(),
            priority => format!(", {} priority", priority.name()),
        };
        format!("“{}”{}{priority}", task.title, due.unwrap_or_default())
    }

    /// `$12.50 for lunch (Food), today (Sun 22 Nov)`.
    pub fn expense(&self, expense: &Expense) -> String {
        let amount = self.money(Total(expense.amount.minor()), expense.currency);
        let date = expense.incurred_at.with_timezone(&self.zone).date_naive();
        let what = match &expense.description {
            Some(description) => format!("{description} ({})", expense.category),
            None => expense.category.clone(),
        };
        format!("{amount} for {what}, {}", self.date(date))
    }

    /// Any row.
    pub fn item(&self, item: &Item) -> String {
        match item {
            Item::Event(event) => self.event(event),
            Item::Task(task) => self.task(task),
            Item::Expense(expense) => self.expense(expense),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(twelve_hour: bool) -> Words {
        Words {
            zone: chrono_tz::Europe::Berlin,
            today: NaiveDate::from_ymd_opt(2026, 11, 22).expect("a date"),
            twelve_hour,
            mark: DecimalMark::Point,
        }
    }

    #[test]
    fn near_dates_have_their_name_and_every_date_its_weekday() {
        let date = |text: &str| words(false).date(text.parse().expect("a date"));
        assert_eq!(date("2026-11-22"), "today (Sun 22 Nov)");
        assert_eq!(date("2026-11-23"), "tomorrow (Mon 23 Nov)");
        assert_eq!(date("2026-11-21"), "yesterday (Sat 21 Nov)");
        assert_eq!(date("2026-11-27"), "Fri 27 Nov");
        assert_eq!(date("2027-01-08"), "Fri 8 Jan 2027");
    }

    #[test]
    fn both_clocks_are_written() {
        let noon = NaiveTime::from_hms_opt(12, 5, 0).expect("a time");
        assert_eq!(words(false).time(noon), "12:05");
        assert_eq!(words(true).time(noon), "12:05 pm");
    }

    #[test]
    fn a_moment_is_read_in_the_persons_zone() {
        let instant = "2026-11-23T23:30:00Z".parse().expect("an instant");
        assert_eq!(words(false).moment(Moment::Instant(instant)), "Tue 24 Nov, 00:30");
    }
}
