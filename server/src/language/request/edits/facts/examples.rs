//! Statements about rows as people say them, one table for each way.

use crate::language::request::examples::check;

#[test]
fn fields_by_their_names() {
    check(&[
        ("the venue for dinner is Luigi's", &["event dinner -> @ Luigi's"]),
        ("put Zoom as the place for the interview", &["event interview -> @ Zoom"]),
        ("set the meeting length to 45 minutes", &["event meeting -> Length(45)"]),
        ("change the dinner location to Luigi's", &["event dinner -> @ Luigi's"]),
        ("the report's priority is low", &["task report -> Priority(Low)"]),
        ("edit book club, name should be wine club", &["either book club -> \"wine club\""]),
        ("the amount for lunch should be 14", &["expense lunch -> 1400 -"]),
    ]);
}

#[test]
fn notes() {
    check(&[
        (
            "add a note to the dentist: bring the card and the form",
            &["either dentist -> note \"bring the card and the form\""],
        ),
        (
            "leave a note on dinner saying Sam is vegetarian",
            &["either dinner -> note \"Sam is vegetarian\""],
        ),
        (
            "put 'call first, then ring' as a note on the inspection",
            &["either inspection -> note \"call first, then ring\""],
        ),
        ("add bring towels to the notes of the swim", &["either swim -> note \"bring towels\""]),
        ("add a note to it: 3rd floor", &["either Last -> note \"3rd floor\""]),
        ("note to self: buy milk", &["task buy milk: -"]),
        ("make a note to call Sam", &["task call Sam: -"]),
    ]);
}

#[test]
fn what_it_is_no_longer() {
    check(&[
        ("the call isn't at 3, it's at 4", &["either call -> 16:00:00"]),
        ("book club isnt tuesday its wednesday now", &["either book club -> Wed 20 May"]),
        ("lunch wasn't 12, it was 14", &["either lunch -> 1400 - or 14:00:00"]),
        ("i paid 14 for lunch, not 12", &["expense lunch -> 1400 -"]),
        ("no wait, the dentist is on friday", &["either dentist -> Fri 15 May"]),
    ]);
}

#[test]
fn places() {
    check(&[
        ("the standup is in room 5 now", &["event standup -> @ room 5"]),
        ("dinner's at Luigi's now", &["event dinner -> @ Luigi's"]),
        ("move the standup to room 5", &["event standup -> @ room 5"]),
        ("use Zoom for the interview", &["event interview -> @ Zoom"]),
    ]);
}

#[test]
fn what_is_to_go_is_named_first() {
    check(&[
        ("the lunch was refunded, take it off", &["delete expense lunch"]),
        ("take the lunch expense off", &["delete expense lunch"]),
        ("the dentist: cancel", &["delete event dentist"]),
        ("take the bins out", &["task take the bins out: -"]),
    ]);
}

#[test]
fn what_was_meant() {
    check(&[
        ("i typed buy mlk but meant buy milk", &["either buy mlk -> \"buy milk\""]),
        ("\"buy paint\" should be \"buy primer\"", &["either buy paint -> \"buy primer\""]),
        ("the meeting: make it 45 minutes", &["event meeting -> Length(45)"]),
    ]);
}
