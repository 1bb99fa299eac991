//! The same rule with a part changed, as text and as values alike.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Day, End, Frequency, Rule};

const WEEKDAYS: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/// Another end, or none.
pub(super) fn with_end(rule: &Rule, end: Option<End>) -> Rule {
    let written = end.map(|end| match end {
        End::Count(count) => ("COUNT", count.to_string()),
        End::Date(date) => ("UNTIL", date.format("%Y%m%d").to_string()),
        End::Instant(instant) => ("UNTIL", instant.format("%Y%m%dT%H%M%SZ").to_string()),
    });
    let text = parts(rule).filter(|(name, _)| !matches!(*name, "COUNT" | "UNTIL"));
    let text = text.map(|(name, value)| format!("{name}={value}"));
    let text = text.chain(written.map(|(name, value)| format!("{name}={value}")));
    Rule { end, text: text.collect::<Vec<_>>().join(";"), ..rule.clone() }
}

/// The days of the week, each so many days later; what has no such days stays.
pub(super) fn with_days_later(rule: &Rule, days: i64) -> Rule {
    let later = |weekday: Weekday| {
        let step = usize::try_from(days.rem_euclid(7)).unwrap_or_default();
        (0..step).fold(weekday, |day, _| day.succ())
    };
    let days = rule.days.iter().map(|day| Day { weekday: later(day.weekday), ..*day });
    let days: Vec<Day> = days.collect();
    if days.is_empty() {
        return rule.clone();
    }
    Rule { text: replaced(rule, "BYDAY", &written(&days)), days, ..rule.clone() }
}

/// The day of the month that the date has, or its place among the month's
/// weekdays; a rule that names several days stays.
pub(super) fn on_day(rule: &Rule, date: NaiveDate) -> Rule {
    let mut changed = rule.clone();
    if let [day] = changed.month_days[..]
        && day > 0
    {
        changed.month_days = vec![i16::try_from(date.day()).unwrap_or(day)];
        changed.text = replaced(&changed, "BYMONTHDAY", &date.day().to_string());
    }
    if let [Day { place: Some(place), .. }] = changed.days[..]
        && rule.frequency == Frequency::Monthly
    {
        let place = if place < 0 { -1 } else { i8::try_from(date.day0() / 7 + 1).unwrap_or(place) };
        changed.days = vec![Day { place: Some(place), weekday: date.weekday() }];
        changed.text = replaced(&changed, "BYDAY", &written(&changed.days));
    }
    if let [month] = changed.months[..] {
        changed.months = vec![i16::try_from(date.month()).unwrap_or(month)];
        changed.text = replaced(&changed, "BYMONTH", &date.month().to_string());
    }
    changed
}

fn parts(rule: &Rule) -> impl Iterator<Item = (&str, &str)> {
    rule.text.split(';').filter_map(|part| part.split_once('='))
}

fn replaced(rule: &Rule, name: &str, value: &str) -> String {
    let part = |(own, old)| format!("{own}={}", if own == name { value } else { old });
    parts(rule).map(part).collect::<Vec<_>>().join(";")
}

fn written(days: &[Day]) -> String {
    let one = |day: &Day| {
        let place = day.place.map(|place| place.to_string()).unwrap_or_default();
        let at = usize::try_from(day.weekday.num_days_from_monday()).unwrap_or_default();
        format!("{place}{}", WEEKDAYS.get(at).copied().unwrap_or_default())
    };
    days.iter().map(one).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(text: &str) -> Rule {
        Rule::parse(text).expect("a rule")
    }

    /// Text and values never disagree.
    fn told(rule: &Rule) -> &str {
        assert_eq!(Rule::parse(rule.text()).as_ref(), Ok(rule));
        rule.text()
    }

    #[test]
    fn an_end_replaces_the_other() {
        let until = rule("FREQ=DAILY;COUNT=3;INTERVAL=2")
            .with_end(Some(End::Date("2026-12-24".parse().expect("a date"))));
        assert_eq!(told(&until), "FREQ=DAILY;INTERVAL=2;UNTIL=20261224");
        assert_eq!(told(&until.with_end(None)), "FREQ=DAILY;INTERVAL=2");
    }

    #[test]
    fn days_move_along() {
        assert_eq!(
            told(&rule("FREQ=WEEKLY;BYDAY=MO,SU").with_days_later(1)),
            "FREQ=WEEKLY;BYDAY=TU,MO"
        );
        assert_eq!(told(&rule("FREQ=WEEKLY;BYDAY=MO").with_days_later(-1)), "FREQ=WEEKLY;BYDAY=SU");
        assert_eq!(told(&rule("FREQ=DAILY").with_days_later(3)), "FREQ=DAILY");
        let date: NaiveDate = "2026-11-23".parse().expect("a Monday");
        assert_eq!(
            told(&rule("FREQ=MONTHLY;BYMONTHDAY=1").on_day(date)),
            "FREQ=MONTHLY;BYMONTHDAY=23"
        );
        assert_eq!(told(&rule("FREQ=MONTHLY;BYDAY=1TU").on_day(date)), "FREQ=MONTHLY;BYDAY=4MO");
        assert_eq!(
            told(&rule("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=9").on_day(date)),
            "FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=23"
        );
    }
}
