//! Dates and times written out, as the product says them: "tomorrow (Mon 23 Nov), 13:00–14:00".
//!
//! What is written here reads back as itself with [`super::when::read`].

use chrono::{Datelike as _, NaiveDate};

use super::{Reference, when::Moment};

/// Writes a moment, or a stretch, with its absolute date and weekday.
#[must_use]
pub(super) fn spell(start: Moment, end: Option<Moment>, reference: &Reference) -> String {
    let first = day(start.date(), reference);
    match (start, end) {
        (Moment::At(from), None) => format!("{first}, {}", from.format("%H:%M")),
        (Moment::At(from), Some(Moment::At(to))) if from.date_naive() == to.date_naive() => {
            format!("{first}, {}–{}", from.format("%H:%M"), to.format("%H:%M"))
        }
        (Moment::At(from), Some(Moment::At(to))) => {
            let last = absolute(to.date_naive(), reference);
            format!("{first}, {} – {last}, {}", from.format("%H:%M"), to.format("%H:%M"))
        }
        (Moment::At(from), Some(Moment::Day(_))) => format!("{first}, {}", from.format("%H:%M")),
        (Moment::Day(from), Some(to)) if to.date() > from => {
            format!("{} – {}", absolute(from, reference), absolute(to.date(), reference))
        }
        (Moment::Day(_), _) => first,
    }
}

/// Writes a day: "today (Sun 22 Nov)", "Fri 27 Nov", "Fri 1 Jan 2027".
#[must_use]
pub(super) fn day(date: NaiveDate, reference: &Reference) -> String {
    let written = absolute(date, reference);
    match (date - reference.now.date_naive()).num_days() {
        -1 => format!("yesterday ({written})"),
        0 => format!("today ({written})"),
        1 => format!("tomorrow ({written})"),
        _ => written,
    }
}

/// Weekday, day and month, and the year where it is another one.
fn absolute(date: NaiveDate, reference: &Reference) -> String {
    if date.year() == reference.now.year() {
        date.format("%a %-d %b").to_string()
    } else {
        date.format("%a %-d %b %Y").to_string()
    }
}

#[cfg(test)]
mod tests {
    use chrono::{Days, TimeDelta};

    use super::*;
    use crate::language::{Direction, when};

    fn reference() -> Reference {
        let now = chrono::DateTime::parse_from_rfc3339("2026-11-22T16:00:00+01:00").unwrap();
        Reference::at(now.with_timezone(&chrono_tz::Europe::Berlin))
    }

    #[test]
    fn writes_days_and_times() {
        let reference = reference();
        let at = |hours: i64| Moment::At(reference.now + TimeDelta::hours(hours));
        for (start, end, expected) in [
            (at(21), Some(at(22)), "tomorrow (Mon 23 Nov), 13:00–14:00"),
            (at(1), None, "today (Sun 22 Nov), 17:00"),
            (at(5), Some(at(10)), "today (Sun 22 Nov), 21:00 – Mon 23 Nov, 02:00"),
            (Moment::Day("2027-01-01".parse().unwrap()), None, "Fri 1 Jan 2027"),
            (
                Moment::Day("2026-11-27".parse().unwrap()),
                Some(Moment::Day("2026-11-29".parse().unwrap())),
                "Fri 27 Nov – Sun 29 Nov",
            ),
        ] {
            assert_eq!(spell(start, end, &reference), expected);
        }
    }

    #[test]
    fn what_is_written_reads_back_as_itself() {
        let reference = reference();
        for days in 0..500 {
            let date = reference.now.date_naive() + Days::new(days);
            let from = date.and_hms_opt(u32::try_from(days % 24).unwrap(), 30, 0).unwrap();
            let Some(from) = from.and_local_timezone(chrono_tz::Europe::Berlin).single() else {
                continue;
            };
            for (start, end) in [
                (Moment::Day(date), None),
                (Moment::Day(date), Some(Moment::Day(date + Days::new(days % 9 + 1)))),
                (Moment::At(from), None),
                (Moment::At(from), Some(Moment::At(from + TimeDelta::minutes(90)))),
            ] {
                let text = spell(start, end, &reference);
                let read = when::read(&text, &reference, Direction::Forward).unwrap().unwrap();
                assert_eq!((read.start, read.end), (start, end), "{text}");
                assert_eq!(read.span, 0..text.len(), "{text}");
            }
        }
    }
}
