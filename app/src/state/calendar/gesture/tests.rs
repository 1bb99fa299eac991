//! Gestures from press to rest.

use super::*;
use crate::state::calendar::rules::{Arrow, Field};
use crate::state::calendar::span::day;

fn span(start: &str, end: &str) -> Span {
    Span::read(start, end).expect("readable")
}

fn place(minute: i64) -> Place {
    Place { day: day("2026-11-23").expect("a day"), minute: Some(minute) }
}

fn subject(repeats: bool) -> Subject {
    Subject {
        id: "one".to_owned(),
        occurrence: String::new(),
        kind: Kind::Event,
        repeats,
        span: span("2026-11-23T09:00", "2026-11-23T10:00"),
    }
}

fn press(subject: Option<Subject>, is_touch: bool) -> Press {
    let grip = if subject.is_some() { Grip::Whole } else { Grip::New };
    Press { subject, grip, point: Point { x: 100.0, y: 100.0 }, place: place(550), is_touch }
}

/// A pointer so many pixels below where it was pressed, a minute each.
fn below(gesture: &mut Gesture, pixels: i64) -> Do {
    #[expect(clippy::cast_precision_loss, reason = "small")]
    let point = Point { x: 100.0, y: 100.0 + pixels as f64 };
    gesture.point(point, Some(place(550 + pixels)))
}

fn shown(gesture: &Gesture) -> Option<Span> {
    gesture.shown().map(|(_, span)| span)
}

#[test]
fn a_small_move_is_a_click() {
    let mut gesture = Gesture::default();
    assert_eq!(gesture.press(press(Some(subject(false)), false), false), Do::Nothing);
    assert_eq!(below(&mut gesture, 3), Do::Nothing);
    assert_eq!(gesture.release(), Do::Nothing);
    assert_eq!(shown(&gesture), None);
}

#[test]
fn a_drag_is_sent_and_stays_until_the_page_was_read_again() {
    let mut gesture = Gesture::default();
    gesture.press(press(Some(subject(false)), false), false);
    assert!(gesture.is_pressed() && !gesture.is_drawing());
    assert_eq!(below(&mut gesture, 60), Do::Draw);
    assert!(gesture.is_pressed() && gesture.is_drawing());
    assert_eq!(gesture.grip(), Some(Grip::Whole));
    let moved = span("2026-11-23T10:00", "2026-11-23T11:00");
    assert_eq!(shown(&gesture), Some(moved));
    assert_eq!(gesture.release(), Do::Send);
    assert_eq!(gesture.change().map(|change| change.span), Some(moved));
    assert_eq!(gesture.cancel(), Do::Nothing, "what was sent stays sent");
    assert_eq!(shown(&gesture), Some(moved));
    assert_eq!(gesture.reread(Some(Subject { span: moved, ..subject(false) })), Do::Clear);
    assert_eq!(shown(&gesture), None);
}

#[test]
fn what_was_refused_goes_back() {
    let mut gesture = Gesture::default();
    gesture.press(press(Some(subject(false)), false), false);
    below(&mut gesture, 60);
    gesture.release();
    assert_eq!(gesture.reread(Some(subject(false))), Do::Return);
}

#[test]
fn what_comes_back_to_its_place_is_not_sent() {
    let mut gesture = Gesture::default();
    gesture.press(press(Some(subject(false)), false), false);
    below(&mut gesture, 60);
    below(&mut gesture, 0);
    assert_eq!(gesture.release(), Do::Clear);
}

#[test]
fn escape_takes_a_drag_back() {
    let mut gesture = Gesture::default();
    gesture.press(press(Some(subject(false)), false), false);
    below(&mut gesture, 60);
    assert_eq!(gesture.cancel(), Do::Return);
    assert_eq!(gesture.release(), Do::Nothing);
}

#[test]
fn a_series_is_asked_about_first() {
    let mut gesture = Gesture::default();
    gesture.press(press(Some(subject(true)), false), false);
    below(&mut gesture, 60);
    assert_eq!(gesture.release(), Do::Ask);
    assert_eq!(gesture.answered(), Do::Send);
    gesture.reread(None);
    gesture.press(press(Some(subject(true)), false), false);
    below(&mut gesture, 60);
    gesture.release();
    assert_eq!(gesture.cancel(), Do::Return);
    assert_eq!(gesture.answered(), Do::Nothing);
}

#[test]
fn an_empty_place_begins_an_event() {
    let mut gesture = Gesture::default();
    gesture.press(press(None, false), false);
    assert_eq!(gesture.release(), Do::Begin(span("2026-11-23T09:00", "2026-11-23T10:00")));
    gesture.press(press(None, false), false);
    below(&mut gesture, 60);
    assert_eq!(gesture.release(), Do::Begin(span("2026-11-23T09:00", "2026-11-23T10:15")));
}

#[test]
fn a_finger_scrolls_unless_it_rests() {
    let mut gesture = Gesture::default();
    assert_eq!(gesture.press(press(Some(subject(false)), true), false), Do::Wait);
    below(&mut gesture, 30);
    assert_eq!(gesture.rested(), Do::Nothing);
    assert_eq!(gesture.release(), Do::Nothing);
    gesture.press(press(Some(subject(false)), true), false);
    assert_eq!(gesture.rested(), Do::Draw);
    assert_eq!(below(&mut gesture, 30), Do::Draw);
    assert_eq!(gesture.release(), Do::Send);
}

#[test]
fn a_tap_on_an_empty_place_begins_nothing_and_a_long_press_does() {
    let mut gesture = Gesture::default();
    gesture.press(press(None, true), false);
    assert_eq!(gesture.release(), Do::Nothing);
    gesture.press(press(None, true), false);
    gesture.rested();
    below(&mut gesture, 60);
    assert_eq!(gesture.release(), Do::Begin(span("2026-11-23T10:00", "2026-11-23T11:00")));
}

#[test]
fn what_a_finger_lifted_can_be_taken_again() {
    let mut gesture = Gesture::default();
    gesture.press(press(Some(subject(false)), true), false);
    gesture.rested();
    assert_eq!(gesture.release(), Do::Hold);
    let handle = Press { grip: Grip::End, ..press(None, true) };
    assert_eq!(gesture.press(handle, true), Do::Draw);
    below(&mut gesture, 30);
    assert_eq!(gesture.release(), Do::Send);
    let sent = gesture.change().map(|change| (change.subject.id.as_str(), change.span));
    assert_eq!(sent, Some(("one", span("2026-11-23T09:00", "2026-11-23T10:30"))));
}

#[test]
fn a_press_elsewhere_puts_it_down() {
    let mut gesture = Gesture::default();
    gesture.press(press(Some(subject(false)), true), false);
    gesture.rested();
    gesture.release();
    assert_eq!(gesture.press(press(None, true), false), Do::Clear);
    assert_eq!(gesture.release(), Do::Nothing);
}

#[test]
fn a_second_finger_ends_the_drag() {
    let mut gesture = Gesture::default();
    gesture.press(press(Some(subject(false)), true), false);
    gesture.rested();
    below(&mut gesture, 30);
    assert_eq!(gesture.press(press(None, true), false), Do::Return);
    assert_eq!(gesture.release(), Do::Nothing);
}

#[test]
fn keys_are_saved_together_when_they_rest() {
    let mut gesture = Gesture::default();
    let mut down = || gesture.key(subject(false), Field::Hours, Arrow::Down, false);
    assert_eq!(down(), Some(Do::Rest));
    assert_eq!(down(), Some(Do::Rest));
    assert_eq!(shown(&gesture), Some(span("2026-11-23T09:30", "2026-11-23T10:30")));
    assert_eq!(gesture.settle(), Do::Send);
    assert_eq!(gesture.settle(), Do::Nothing);
}

#[test]
fn a_key_that_comes_while_the_last_is_sent_is_sent_next() {
    let mut gesture = Gesture::default();
    let down =
        |gesture: &mut Gesture| gesture.key(subject(false), Field::Hours, Arrow::Down, false);
    down(&mut gesture);
    gesture.settle();
    assert_eq!(down(&mut gesture), Some(Do::Draw));
    let sent = Subject { span: span("2026-11-23T09:15", "2026-11-23T10:15"), ..subject(false) };
    assert_eq!(gesture.reread(Some(sent)), Do::Rest);
    assert_eq!(gesture.settle(), Do::Send);
    assert_eq!(shown(&gesture), Some(span("2026-11-23T09:30", "2026-11-23T10:30")));
}

#[test]
fn escape_takes_back_what_the_keys_did() {
    let mut gesture = Gesture::default();
    gesture.key(subject(false), Field::Hours, Arrow::Down, false);
    assert_eq!(gesture.cancel(), Do::Return);
    assert_eq!(gesture.settle(), Do::Nothing);
    let task = Subject { kind: Kind::Task, ..subject(false) };
    assert_eq!(gesture.key(task, Field::Hours, Arrow::Down, true), None);
}
