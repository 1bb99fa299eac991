use chrono_tz::Tz;
use domain::event::{EventPatch, NewEvent};
use domain::input::Field;
use domain::repeat::Rule;
use domain::time::When;
use server::language::Reference;

use super::EventForm;
use crate::forms::RepeatForm;

/// Monday 23 November 2026, 10:00 in Berlin.
fn reference() -> Reference {
    let now: chrono::DateTime<chrono::Utc> = "2026-11-23T09:00:00Z".parse().expect("an instant");
    Reference::at(now.with_timezone(&Tz::Europe__Berlin))
}

fn created(form: EventForm) -> NewEvent {
    form.create(&reference())
}

fn changed(form: EventForm) -> EventPatch {
    form.update(&reference()).changes
}

fn when(text: &str) -> Field<When> {
    When::parse(text).map_or_else(Field::Invalid, Field::Value)
}

fn short(start: &str, end: &str, all_day: &str) -> (Field<When>, Field<When>) {
    let event = created(EventForm {
        start_time: start.to_owned(),
        end_time: end.to_owned(),
        all_day: all_day.to_owned(),
        ..EventForm::default()
    });
    (event.start_time, event.end_time)
}

/// A form of dates and clock times.
fn long(dates: (&str, &str), clocks: (&str, &str), all_day: &str) -> EventForm {
    EventForm {
        start_date: dates.0.to_owned(),
        end_date: dates.1.to_owned(),
        start_clock: clocks.0.to_owned(),
        end_clock: clocks.1.to_owned(),
        all_day: all_day.to_owned(),
        ..EventForm::default()
    }
}

fn span(form: EventForm) -> (Field<When>, Field<When>) {
    let event = created(form);
    (event.start_time, event.end_time)
}

#[test]
fn an_event_without_an_end_takes_an_hour() {
    let expected = (when("2026-11-23T13:00"), when("2026-11-23T14:00"));
    assert_eq!(short("2026-11-23T13:00", "", ""), expected);
    assert_eq!(span(long(("2026-11-23", ""), ("13:00", ""), "")), expected);
}

#[test]
fn a_whole_day_ends_before_the_day_after_its_last() {
    let (start, end) = (when("2026-11-23"), when("2026-11-25"));
    let expected = (start.clone(), end);
    assert_eq!(short("2026-11-23T13:00", "2026-11-24T09:00", "on"), expected);
    assert_eq!(span(long(("2026-11-23", "2026-11-24"), ("13:00", ""), "on")), expected);
    assert_eq!(short("2026-11-23T13:00", "", "on"), (start, when("2026-11-24")));
}

#[test]
fn dates_and_clock_times_go_together() {
    let (start, end) = (when("2026-11-23T22:00"), when("2026-11-24T01:00"));
    assert_eq!(span(long(("2026-11-23", "2026-11-24"), ("22:00", "01:00"), "")), (start, end));
    let same_day = span(long(("2026-11-23", ""), ("13:00", "15:00"), ""));
    assert_eq!(same_day.1, when("2026-11-23T15:00"));
    assert!(matches!(span(long(("2026-11-23", ""), ("", ""), "")).0, Field::Invalid(_)));
}

#[test]
fn what_is_not_a_time_is_complained_about() {
    assert!(matches!(short("soon", "", "").0, Field::Invalid(_)));
    assert_eq!(short("", "", ""), (Field::Null, Field::Null));
}

#[test]
fn clock_times_are_those_of_the_zone_that_is_said() {
    let form = EventForm {
        time_zone: "tokyo".to_owned(),
        ..long(("2026-11-24", "2026-11-24"), ("09:00", "10:00"), "")
    };
    let patch = changed(form.clone());
    assert_eq!(patch.start_time, when("2026-11-24T00:00:00Z"));
    assert_eq!(patch.time_zone, Field::Value("Asia/Tokyo".to_owned()));
    let was = form.times_signature();
    let patch = changed(EventForm { times_was: was, ..form.clone() });
    assert!(patch.start_time.is_absent() && patch.end_time.is_absent());
    assert!(patch.time_zone.is_absent(), "what was left alone stays");
    let lost = created(EventForm { time_zone: "Lodnon".to_owned(), ..form });
    assert!(matches!(lost.time_zone, Field::Invalid(why) if why.contains("Europe/London?")));
}

fn repeated(repeat: RepeatForm) -> NewEvent {
    created(EventForm { repeat, ..long(("2026-11-23", "2026-11-23"), ("13:00", "14:00"), "") })
}

fn rule(text: &str) -> Field<Rule> {
    Rule::parse(text).map_or_else(Field::Invalid, Field::Value)
}

#[test]
fn a_repeat_is_chosen_or_said_in_words() {
    let own = |words: &str| RepeatForm {
        repeat: RepeatForm::OWN.to_owned(),
        repeat_words: words.to_owned(),
        ..RepeatForm::default()
    };
    let event = repeated(own("every other friday"));
    assert_eq!(event.rrule, rule("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"));
    assert_eq!(event.start_time, when("2026-11-27T13:00"), "the first Friday");
    assert_eq!(event.end_time, when("2026-11-27T14:00"));
    assert_eq!(repeated(own("FREQ=DAILY;COUNT=3")).rrule, rule("FREQ=DAILY;COUNT=3"));
    for words in ["", "blue", "tomorrow"] {
        assert!(matches!(repeated(own(words)).rrule, Field::Invalid(_)), "{words}");
    }
    assert!(
        repeated(RepeatForm::default()).rrule.is_absent()
            || repeated(RepeatForm::default()).rrule == Field::Null
    );
}

#[test]
fn a_repeat_ends_on_a_day_or_after_so_many_times() {
    let daily = |until: &str, times: &str| {
        repeated(RepeatForm {
            repeat: "FREQ=DAILY".to_owned(),
            repeat_until: until.to_owned(),
            repeat_times: times.to_owned(),
            ..RepeatForm::default()
        })
        .rrule
    };
    assert_eq!(daily("", ""), rule("FREQ=DAILY"));
    assert_eq!(daily("2026-12-24", ""), rule("FREQ=DAILY;UNTIL=20261224"));
    assert_eq!(daily("", "5"), rule("FREQ=DAILY;COUNT=5"));
    for (until, times) in [("2026-12-24", "5"), ("", "0"), ("", "many"), ("soon", "")] {
        assert!(matches!(daily(until, times), Field::Invalid(_)), "{until} {times}");
    }
}

#[test]
fn a_rule_that_was_left_alone_stays_as_it_is() {
    let kept = RepeatForm {
        repeat: RepeatForm::KEPT.to_owned(),
        repeat_rule: "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1".to_owned(),
        ..RepeatForm::default()
    };
    let was = kept.signature();
    let form =
        |repeat| EventForm { repeat, ..long(("2026-11-30", "2026-11-30"), ("09:00", "10:00"), "") };
    let alone = RepeatForm { repeat_was: was.clone(), ..kept.clone() };
    assert!(changed(form(alone.clone())).rrule.is_absent());
    let ended = RepeatForm { repeat_times: "3".to_owned(), ..alone.clone() };
    let expected = rule("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=3");
    assert_eq!(changed(form(ended)).rrule, expected);
    let none = RepeatForm { repeat: String::new(), ..alone };
    assert_eq!(changed(form(none)).rrule, Field::Null);
}
