//! How something repeats, as a form shows it.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use domain::repeat::{End, Rule};
use server::words::Words;

use crate::forms::RepeatForm;
use crate::view::repeat::RepeatView;

/// Rules that are named after how often they recur; the day is that of the start.
const CHOICES: [(&str, &str); 7] = [
    ("", "Does not repeat"),
    ("FREQ=DAILY", "Every day"),
    ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every weekday"),
    ("FREQ=WEEKLY", "Every week"),
    ("FREQ=WEEKLY;INTERVAL=2", "Every 2 weeks"),
    ("FREQ=MONTHLY", "Every month"),
    ("FREQ=YEARLY", "Every year"),
];

/// The fields for a stored rule, or for none. `start` is the day on which it begins.
pub(crate) fn fields(
    wording: &Words,
    rule: Option<&str>,
    start: Option<NaiveDate>,
    zone: Tz,
) -> RepeatView {
    let mut options: Vec<(String, String)> =
        CHOICES.map(|(rule, name)| (rule.to_owned(), name.to_owned())).to_vec();
    let mut form = RepeatForm::default();
    if let Some(text) = rule {
        let parsed = Rule::parse(text).ok();
        match parsed.as_ref().and_then(|rule| rule.end) {
            None => {}
            Some(End::Count(count)) => form.repeat_times = count.to_string(),
            Some(End::Date(date)) => form.repeat_until = date.to_string(),
            Some(End::Instant(instant)) => {
                form.repeat_until = instant.with_timezone(&zone).date_naive().to_string();
            }
        }
        let base = parsed.map(|rule| rule.with_end(None));
        let simple = base.as_ref().and_then(|rule| choice(rule, start));
        form.repeat = simple.map_or_else(|| RepeatForm::KEPT.to_owned(), str::to_owned);
        if simple.is_none() {
            let words = base.as_ref().map(|rule| capital(&wording.repeat(rule)));
            let words = words.unwrap_or_else(|| "By a rule of its own".to_owned());
            options.push((RepeatForm::KEPT.to_owned(), words));
        }
        // What cannot be read is kept as it is.
        form.repeat_rule = base.map_or_else(|| text.to_owned(), |rule| rule.to_string());
    }
    options.push((RepeatForm::OWN.to_owned(), "Another rule, in words".to_owned()));
    RepeatView {
        options,
        was: form.signature(),
        choice: form.repeat,
        until: form.repeat_until,
        times: form.repeat_times,
        rule: form.repeat_rule,
    }
}

/// The choice that stands for a rule without an end; one that names only the day on
/// which it starts says no more than the choice.
fn choice(rule: &Rule, start: Option<NaiveDate>) -> Option<&'static str> {
    let text = rule.to_string();
    let known = |wanted: &str| CHOICES.iter().map(|(rule, _)| *rule).find(|rule| *rule == wanted);
    if let Some(found) = known(&text) {
        return Some(found);
    }
    let start = start?;
    let weekday: String = start.weekday().to_string().chars().take(2).collect();
    let (month, day) = (start.month(), start.day());
    let said = [
        format!(";BYDAY={}", weekday.to_uppercase()),
        format!(";BYMONTHDAY={day}"),
        format!(";BYMONTH={month};BYMONTHDAY={day}"),
        format!(";BYMONTHDAY={day};BYMONTH={month}"),
    ];
    let bare = said.iter().find_map(|said| text.strip_suffix(said.as_str()))?;
    // Every year on a weekday, or every day in a month, is something else.
    let fits = match said.iter().position(|said| text == format!("{bare}{said}"))? {
        0 => bare.starts_with("FREQ=WEEKLY"),
        1 => bare.starts_with("FREQ=MONTHLY"),
        _ => bare.starts_with("FREQ=YEARLY"),
    };
    known(bare).filter(|_| fits)
}

/// With a capital at its beginning.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_the_choice_that_says_the_same() {
        // A Tuesday.
        let start = NaiveDate::from_ymd_opt(2026, 11, 24);
        let named = |text: &str| choice(&Rule::parse(text).expect("a rule"), start);
        for (rule, expected) in [
            ("FREQ=DAILY", Some("FREQ=DAILY")),
            ("FREQ=WEEKLY;BYDAY=TU", Some("FREQ=WEEKLY")),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", Some("FREQ=WEEKLY;INTERVAL=2")),
            ("FREQ=WEEKLY;BYDAY=MO", None),
            ("FREQ=WEEKLY;BYDAY=MO,TU", None),
            ("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", Some("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR")),
            ("FREQ=MONTHLY;BYMONTHDAY=24", Some("FREQ=MONTHLY")),
            ("FREQ=MONTHLY;BYDAY=-1TU", None),
            ("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24", Some("FREQ=YEARLY")),
            ("FREQ=YEARLY;BYDAY=TU", None),
            ("FREQ=DAILY;BYMONTHDAY=24", None),
            ("FREQ=HOURLY;INTERVAL=6", None),
        ] {
            assert_eq!(named(rule), expected, "{rule}");
        }
    }
}
