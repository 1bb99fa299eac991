//! How something repeats, as a form shows it.

use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use domain::repeat::{End, Rule};
use server::words::Words;

use crate::forms::RepeatForm;
use crate::texts;
use crate::view::repeat::{CHOICES, RepeatView};

/// The fields of a stored rule, if there is one. `start` is the day on which it begins.
pub(crate) fn fields(
    wording: &Words,
    rule: Option<&str>,
    start: Option<NaiveDate>,
    zone: Tz,
) -> Option<RepeatView> {
    let text = rule?;
    let Ok(rule) = Rule::parse(text) else {
        // What another program wrote and cannot be read is kept as it is.
        return Some(RepeatView {
            choice: RepeatForm::KEPT.to_owned(),
            rule: text.to_owned(),
            words: texts::repeat::OWN_RULE.to_owned(),
            ..RepeatView::default()
        });
    };
    let (until, times) = match rule.end {
        None => (None, None),
        Some(End::Count(count)) => (None, Some(count.to_string())),
        Some(End::Date(date)) => (Some(date), None),
        Some(End::Instant(instant)) => (Some(instant.with_timezone(&zone).date_naive()), None),
    };
    let base = rule.with_end(None);
    let chosen = choice(&base, start);
    Some(RepeatView {
        choice: chosen.unwrap_or(RepeatForm::KEPT).to_owned(),
        until: until.map(|date| date.to_string()).unwrap_or_default(),
        times: times.unwrap_or_default(),
        words: chosen.map_or_else(|| capital(&wording.repeat(&base)), |_| String::new()),
        rule: base.to_string(),
    })
}

/// The choice that stands for a rule without an end; one that names only the day on
/// which it starts says no more than the choice.
fn choice(rule: &Rule, start: Option<NaiveDate>) -> Option<&'static str> {
    let text = rule.to_string();
    let stands = |choice: &str| {
        let Some(start) = start else { return false };
        let (month, day) = (start.month(), start.day());
        let weekday: String = start.weekday().to_string().chars().take(2).collect();
        let said: &[String] = match choice {
            "FREQ=WEEKLY" | "FREQ=WEEKLY;INTERVAL=2" => {
                &[format!("BYDAY={}", weekday.to_uppercase())]
            }
            "FREQ=MONTHLY" => &[format!("BYMONTHDAY={day}")],
            "FREQ=YEARLY" => &[
                format!("BYMONTH={month};BYMONTHDAY={day}"),
                format!("BYMONTHDAY={day};BYMONTH={month}"),
            ],
            _ => &[],
        };
        said.iter().any(|said| text == format!("{choice};{said}"))
    };
    let choices = CHOICES.iter().map(|(choice, _)| *choice);
    choices.into_iter().find(|choice| *choice == text || stands(choice))
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
