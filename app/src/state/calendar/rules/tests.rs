//! What spans become.

use super::*;

fn span(start: &str, end: &str) -> Span {
    Span::read(start, end).expect("readable")
}

/// 23 November 2026, or so many days later.
fn at(later: i64, minute: impl Into<Option<i64>>) -> Place {
    Place {
        day: super::super::span::day("2026-11-23").expect("a day") + later,
        minute: minute.into(),
    }
}

fn drawn_to(base: Span, grip: Grip, from: Place, to: Place) -> (String, String) {
    let span = drawn(base, Kind::Event, grip, from, to);
    (span.start_text(), span.end_text())
}

fn texts(start: &str, end: &str) -> (String, String) {
    (start.to_owned(), end.to_owned())
}

const MEETING: (&str, &str) = ("2026-11-23T09:00", "2026-11-23T10:30");

fn meeting() -> Span {
    span(MEETING.0, MEETING.1)
}

#[test]
fn a_move_snaps_and_keeps_the_length() {
    let to = |later, minute| drawn_to(meeting(), Grip::Whole, at(0, 560), at(later, minute));
    assert_eq!(to(0, 566), texts(MEETING.0, MEETING.1));
    assert_eq!(to(0, 574), texts("2026-11-23T09:15", "2026-11-23T10:45"));
    assert_eq!(to(2, 500), texts("2026-11-25T08:00", "2026-11-25T09:30"));
    assert_eq!(to(-1, 560), texts("2026-11-22T09:00", "2026-11-22T10:30"));
}

#[test]
fn an_odd_minute_stays_on_another_day_and_snaps_when_it_moves() {
    let odd = span("2026-11-23T09:10", "2026-11-23T09:40");
    let to = |later, minute| drawn_to(odd, Grip::Whole, at(0, 560), at(later, minute));
    assert_eq!(to(1, 563), texts("2026-11-24T09:10", "2026-11-24T09:40"));
    assert_eq!(to(0, 580), texts("2026-11-23T09:30", "2026-11-23T10:00"));
}

#[test]
fn a_move_stays_within_its_day_at_both_ends() {
    let to = |minute| drawn_to(meeting(), Grip::Whole, at(0, 560), at(0, minute));
    assert_eq!(to(0), texts("2026-11-23T00:00", "2026-11-23T01:30"));
    assert_eq!(to(1440), texts("2026-11-23T23:45", "2026-11-24T01:15"));
}

#[test]
fn what_crosses_midnight_moves_by_either_piece() {
    let night = span("2026-11-23T22:00", "2026-11-24T02:00");
    let moved = drawn_to(night, Grip::Whole, at(1, 60), at(2, 120));
    assert_eq!(moved, texts("2026-11-24T23:00", "2026-11-25T03:00"));
}

#[test]
fn band_and_hours_exchange_whole_days_and_times() {
    assert_eq!(
        drawn_to(meeting(), Grip::Whole, at(0, 560), at(1, None)),
        texts("2026-11-24", "2026-11-24")
    );
    let trip = span("2026-11-23", "2026-11-25");
    assert_eq!(
        drawn_to(trip, Grip::Whole, at(0, None), at(1, 850)),
        texts("2026-11-24T14:00", "2026-11-24T15:00")
    );
    assert_eq!(
        drawn_to(trip, Grip::Whole, at(1, None), at(3, None)),
        texts("2026-11-25", "2026-11-27")
    );
}

#[test]
fn a_month_moves_days_and_keeps_hours() {
    assert_eq!(
        drawn_to(meeting(), Grip::Whole, at(0, None), at(7, None)),
        texts("2026-11-30T09:00", "2026-11-30T10:30")
    );
}

#[test]
fn a_task_has_no_length_wherever_it_goes() {
    let task = span("2026-11-23T09:00", "");
    let to = |from, to| drawn(task, Kind::Task, Grip::Whole, from, to);
    assert_eq!(to(at(0, 540), at(1, 600)), span("2026-11-24T10:00", ""));
    assert_eq!(to(at(0, 540), at(1, None)), span("2026-11-24", ""));
    let all_day = span("2026-11-23", "");
    let dropped = drawn(all_day, Kind::Task, Grip::Whole, at(0, None), at(0, 607));
    assert_eq!(dropped, span("2026-11-23T10:00", ""));
}

#[test]
fn an_end_keeps_a_quarter_of_an_hour() {
    let to = |place| drawn_to(meeting(), Grip::End, at(0, 629), place);
    assert_eq!(to(at(0, 662)), texts(MEETING.0, "2026-11-23T11:00"));
    assert_eq!(to(at(0, 100)), texts(MEETING.0, "2026-11-23T09:15"));
    assert_eq!(to(at(0, None)), texts(MEETING.0, "2026-11-23T09:15"));
    assert_eq!(to(at(1, 629)), texts(MEETING.0, "2026-11-24T10:30"));
    assert_eq!(to(at(0, 632)), texts(MEETING.0, MEETING.1));
}

#[test]
fn a_start_keeps_a_quarter_of_an_hour() {
    let to = |place| drawn_to(meeting(), Grip::Start, at(0, 541), place);
    assert_eq!(to(at(0, 480)), texts("2026-11-23T08:00", MEETING.1));
    assert_eq!(to(at(0, 1000)), texts("2026-11-23T10:15", MEETING.1));
}

#[test]
fn days_keep_one_day() {
    let trip = span("2026-11-23", "2026-11-25");
    let to = |grip, later| drawn_to(trip, grip, at(2, None), at(later, None));
    assert_eq!(to(Grip::End, 4), texts("2026-11-23", "2026-11-27"));
    assert_eq!(to(Grip::End, -9), texts("2026-11-23", "2026-11-23"));
    assert_eq!(to(Grip::Start, 9), texts("2026-11-25", "2026-11-25"));
}

#[test]
fn a_new_one_reaches_from_press_to_pointer_either_way() {
    let new = |from, to| drawn_to(meeting(), Grip::New, from, to);
    assert_eq!(new(at(0, 547), at(0, 611)), texts("2026-11-23T09:00", "2026-11-23T10:15"));
    assert_eq!(new(at(0, 611), at(0, 547)), texts("2026-11-23T09:00", "2026-11-23T10:15"));
    assert_eq!(new(at(0, 547), at(2, 560)), texts("2026-11-23T09:00", "2026-11-23T09:30"));
    assert_eq!(new(at(0, 540), at(0, 540)), texts("2026-11-23T09:00", "2026-11-23T09:15"));
    assert_eq!(new(at(0, 1440), at(0, 1440)), texts("2026-11-23T23:45", "2026-11-24T00:00"));
    assert_eq!(new(at(2, None), at(0, None)), texts("2026-11-23", "2026-11-25"));
}

#[test]
fn a_click_takes_an_hour_from_the_half_hour() {
    assert_eq!(usual(at(0, 589)), span("2026-11-23T09:30", "2026-11-23T10:30"));
    assert_eq!(usual(at(0, 1439)), span("2026-11-23T23:00", "2026-11-24T00:00"));
    assert_eq!(usual(at(0, None)), span("2026-11-23", "2026-11-23"));
}

#[test]
fn arrows_move_by_what_the_view_shows() {
    let key = |base, field, arrow| {
        stepped(base, Kind::Event, field, arrow, false).map(|span| span.start_text())
    };
    let hours = |arrow| key(meeting(), Field::Hours, arrow).unwrap_or_default();
    assert_eq!(hours(Arrow::Left), "2026-11-22T09:00");
    assert_eq!(hours(Arrow::Right), "2026-11-24T09:00");
    assert_eq!(hours(Arrow::Up), "2026-11-23T08:45");
    assert_eq!(hours(Arrow::Down), "2026-11-23T09:15");
    assert_eq!(key(meeting(), Field::Month, Arrow::Up).unwrap_or_default(), "2026-11-16T09:00");
    let trip = span("2026-11-23", "2026-11-25");
    assert_eq!(key(trip, Field::Band, Arrow::Right).unwrap_or_default(), "2026-11-24");
    assert_eq!(key(trip, Field::Band, Arrow::Down), None);
    assert_eq!(key(trip, Field::Month, Arrow::Down).unwrap_or_default(), "2026-11-30");
}

#[test]
fn shift_and_arrows_resize() {
    let key = |base, field, arrow| {
        stepped(base, Kind::Event, field, arrow, true).map(|span| span.end_text())
    };
    assert_eq!(key(meeting(), Field::Hours, Arrow::Up).unwrap_or_default(), "2026-11-23T10:15");
    assert_eq!(key(meeting(), Field::Hours, Arrow::Right).unwrap_or_default(), "2026-11-24T10:30");
    assert_eq!(key(meeting(), Field::Hours, Arrow::Left).unwrap_or_default(), MEETING.1);
    assert_eq!(key(meeting(), Field::Month, Arrow::Down).unwrap_or_default(), "2026-11-23T10:45");
    let short = span("2026-11-23T09:00", "2026-11-23T09:15");
    assert_eq!(key(short, Field::Hours, Arrow::Up).unwrap_or_default(), "2026-11-23T09:15");
    let trip = span("2026-11-23", "2026-11-25");
    assert_eq!(key(trip, Field::Band, Arrow::Left).unwrap_or_default(), "2026-11-24");
    let task = span("2026-11-23T09:00", "");
    assert_eq!(stepped(task, Kind::Task, Field::Hours, Arrow::Down, true), None);
}
