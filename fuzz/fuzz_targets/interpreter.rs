//! Any message, by any clock and any person's habits: no panic, spans on borders of letters,
//! the same answer twice. That the time is bounded is seen to by `-timeout`.
#![no_main]

use ai_planner_fuzz::language::{Direction, Habits, Reference, budget, money, request, when};
use ai_planner_fuzz::words::Customs;
use chrono::{DateTime, NaiveTime};
use chrono_tz::Tz;
use libfuzzer_sys::fuzz_target;

/// The longest message that the chat lets through (`domain::chat`), in characters.
const LONGEST: usize = 4_000;

/// Moments that are like no other: changes of the clock, leap days, ends of years, a day that
/// there was not, and the ends of what is kept.
const MOMENTS: [(&str, Tz); 12] = [
    ("2026-05-13T14:15:00Z", Tz::America__New_York),
    ("2026-03-29T00:59:59Z", Tz::Europe__Berlin),
    ("2026-10-25T00:30:00Z", Tz::Europe__London),
    ("2026-03-08T06:59:00Z", Tz::America__New_York),
    ("2026-04-04T15:15:00Z", Tz::Australia__Lord_Howe),
    ("2011-12-30T09:59:00Z", Tz::Pacific__Apia),
    ("2028-02-29T12:00:00Z", Tz::Asia__Kathmandu),
    ("2026-12-31T23:59:59Z", Tz::UTC),
    ("2024-12-30T11:00:00Z", Tz::Pacific__Kiritimati),
    ("1900-01-01T00:00:00Z", Tz::Asia__Kolkata),
    ("2200-12-31T22:00:00Z", Tz::Pacific__Niue),
    ("1970-01-01T00:00:00Z", Tz::Africa__Monrovia),
];

const LOCALES: [&str; 4] = ["en-US", "en-GB", "de-DE", "ar-EG"];

fuzz_target!(|data: (u8, u8, &str)| {
    let (moment, person, text) = data;
    let text: String = text.chars().take(LONGEST).collect();
    let reference = reference(moment, person);
    assert_eq!(read(&text, &reference), read(&text, &reference), "{text:?}");
});

fn reference(moment: u8, person: u8) -> Reference {
    let (now, zone) = MOMENTS[usize::from(moment) % MOMENTS.len()];
    let now = DateTime::parse_from_rfc3339(now).expect("a time").with_timezone(&zone);
    let customs = Customs::of_locale(LOCALES[usize::from(person) % LOCALES.len()]);
    let mut habits = Habits {
        week_start: customs.week_start,
        month_first: customs.month_first,
        ..Habits::default()
    };
    if person & 0b100 != 0 {
        habits.event_minutes = 1;
        habits.morning = NaiveTime::MIN;
        habits.night = NaiveTime::from_hms_opt(23, 45, 0).expect("a time");
    }
    Reference { now, habits }
}

/// Everything that a text is read as.
fn read(text: &str, reference: &Reference) -> String {
    let mut found = format!("{:?} {:?}", request::read(text, reference), budget::read(text));
    for direction in [Direction::Forward, Direction::Back] {
        let read = when::read(text, reference, direction);
        found.push_str(&format!("{read:?}"));
        let span = match read {
            Ok(None) => continue,
            Ok(Some(when)) => when.span,
            Err(when::WhenError::NoSuchDate { span } | when::WhenError::Disagree { span, .. }) => {
                span
            }
        };
        let piece = text.get(span.clone());
        assert!(piece.is_some_and(|piece| !piece.is_empty()), "{span:?} of {text:?}");
    }
    if let Some(amount) = money::read(text) {
        let piece = text.get(amount.span.clone());
        assert!(piece.is_some_and(|piece| !piece.is_empty()), "{:?} of {text:?}", amount.span);
        found.push_str(&format!("{amount:?}"));
    }
    found
}
