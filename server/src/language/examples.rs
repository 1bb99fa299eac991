//! Dates and times as people type them, beyond the corpus: one table for each family of rules.

use super::{Direction, Reference, when, words};

/// Wednesday 13 May 2026, 10:15 in New York.
fn reference() -> Reference {
    let now = chrono::DateTime::parse_from_rfc3339("2026-05-13T10:15:00-04:00").unwrap();
    Reference::at(now.with_timezone(&chrono_tz::America::New_York))
}

fn written(text: &str, direction: Direction) -> String {
    match when::read(text, &reference(), direction) {
        Ok(Some(when)) => words::spell(when.start, when.end, &reference()),
        Ok(None) => "nothing".to_owned(),
        Err(error) => error.to_string(),
    }
}

fn check(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(written(text, Direction::Forward), *expected, "{text}");
    }
}

#[test]
fn written_dates() {
    check(&[
        ("the 5th of november at 6pm", "Thu 5 Nov, 18:00"),
        ("11/23/2026 1pm", "Mon 23 Nov, 13:00"),
        ("23.11.2026 13:00", "Mon 23 Nov, 13:00"),
        ("2026-11-23T13:00", "Mon 23 Nov, 13:00"),
        ("2026-11-23T13:00:00Z", "Mon 23 Nov, 08:00"),
        ("1st of the month", "Mon 1 Jun"),
        ("first of next month", "Mon 1 Jun"),
        ("Friday the 13th", "Fri 13 Nov"),
        ("beginning of next month", "Mon 1 Jun"),
        ("start of next week", "Mon 18 May"),
        ("week of the 20th", "Mon 18 May – Sun 24 May"),
        ("the morning of june 3", "Wed 3 Jun, 09:00"),
        ("on 3/4", "Thu 4 Mar 2027"),
    ]);
}

#[test]
fn impossible_and_contradictory_dates() {
    check(&[
        ("30 february", "there is no such date"),
        ("2026-02-30", "there is no such date"),
        ("31/11/2026", "there is no such date"),
        ("dinner at 25:12", "there is no such date"),
        ("Friday 24 November 2026", "2026-11-24 is a Tuesday, not a Friday"),
    ]);
}

#[test]
fn clock_times_and_parts_of_the_day() {
    check(&[
        ("half eight tonight", "today (Wed 13 May), 20:30"),
        ("quarter of six", "today (Wed 13 May), 17:45"),
        ("five to nine", "tomorrow (Thu 14 May), 08:55"),
        ("4 o clock", "today (Wed 13 May), 16:00"),
        ("twelve thirty", "today (Wed 13 May), 12:30"),
        ("first thing tomorrow", "tomorrow (Thu 14 May), 09:00"),
        ("8ish tomorrow", "tomorrow (Thu 14 May), 08:00"),
        ("tonight at midnight", "tomorrow (Thu 14 May), 00:00"),
        ("vet 9.40 thursday", "tomorrow (Thu 14 May), 09:40"),
        ("3pm London time tomorrow", "tomorrow (Thu 14 May), 10:00"),
    ]);
}

#[test]
fn counted_times() {
    check(&[
        ("three weeks from saturday", "Sat 6 Jun"),
        ("the day after christmas", "Sat 26 Dec"),
        ("a week before halloween", "Sat 24 Oct"),
        ("in 3 business days", "Mon 18 May"),
        ("in an hour and 15 minutes", "today (Wed 13 May), 11:30"),
        ("this time next week", "Wed 20 May, 10:15"),
        ("in two and a half weeks", "Sat 30 May"),
        ("a year ago today", "Tue 13 May 2025"),
    ]);
}

#[test]
fn ranges() {
    check(&[
        ("monday through wednesday", "Mon 18 May – Wed 20 May"),
        ("jun 3rd - 7th", "Wed 3 Jun – Sun 7 Jun"),
        ("3-7 june", "Wed 3 Jun – Sun 7 Jun"),
        ("Nov 23rd, 1-2pm", "Mon 23 Nov, 13:00–14:00"),
        ("noon to 2pm", "today (Wed 13 May), 12:00–14:00"),
        ("may 20, 5:30-6:30 pm", "Wed 20 May, 17:30–18:30"),
        ("2 pm monday to 4 pm tuesday", "Mon 18 May, 14:00 – Tue 19 May, 16:00"),
        ("for 2 hours tomorrow at 9", "tomorrow (Thu 14 May), 09:00–11:00"),
        ("mon-fri", "Mon 18 May – Fri 22 May"),
    ]);
}

#[test]
fn texts_without_a_date() {
    for text in [
        "monitor the server",
        "paprika and saturn",
        "the 9/11 report",
        "a second opinion",
        "Sun Microsystems shares",
        "we sat down",
        "open 24/7",
        "1/2 cup of milk",
        "covid-19 test",
        "version 2.10.5",
        "192.168.1.1",
        "https://example.org/2026/05/20",
        "\"see you friday at 5\"",
        "it may rain",
        "march on",
        "call Tom",
        "5-a-side",
        "call 555-0142",
        "chapter 12",
    ] {
        assert_eq!(written(text, Direction::Forward), "nothing", "{text}");
    }
}

#[test]
fn spending_looks_back() {
    for (text, expected) in [
        ("on saturday", "Sat 9 May"),
        ("on the 20th", "Mon 20 Apr"),
        ("in december", "Mon 1 Dec 2025 – Wed 31 Dec 2025"),
        ("since monday", "Mon 11 May – Wed 13 May"),
        ("last 7 days", "Thu 7 May – Wed 13 May"),
        ("may 20", "Tue 20 May 2025"),
    ] {
        assert_eq!(written(text, Direction::Back), expected, "{text}");
    }
}
