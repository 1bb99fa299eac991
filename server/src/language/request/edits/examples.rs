//! Changes as people type them, one table for each kind.

use crate::language::request::examples::check;

#[test]
fn moves() {
    check(&[
        ("move the passport thing to next friday", &["event passport -> Fri 22 May"]),
        ("prepone the review by an hour", &["event review -> -60 minutes"]),
        ("start yoga half an hour earlier", &["event yoga -> -30 minutes"]),
        (
            "push everything on friday back an hour",
            &["either all on 2026-05-15 to 2026-05-15 -> 60 minutes"],
        ),
        ("make the oil change 10am", &["event oil change -> 10:00:00"]),
        ("make dinner at 8 instead", &["event dinner -> 20:00:00"]),
        ("the report is due monday instead", &["task report -> Mon 18 May"]),
        ("the deadline for the essay is now the 20th", &["task essay -> Wed 20 May"]),
        ("move the call to the morning", &["event call -> 09:00:00"]),
        ("move the hotel expense to yesterday", &["expense hotel -> yesterday (Tue 12 May)"]),
    ]);
}

#[test]
fn deletions() {
    check(&[
        (
            "clear everything on friday afternoon",
            &["delete either all on 2026-05-15 to 2026-05-15"],
        ),
        ("clear my tuesday", &["delete event all on 2026-05-19 to 2026-05-19"]),
        ("wipe tomorrow clean", &["delete event all on 2026-05-14 to 2026-05-14"]),
        ("clear the table", &["task clear the table: -"]),
        ("cancel the thing on friday", &["delete either on 2026-05-15 to 2026-05-15"]),
        ("delete that expense", &["delete expense Last"]),
        ("delete the last two", &["delete either Places([-2, -1])"]),
        ("scrap friday's lunch", &["delete event lunch on 2026-05-15 to 2026-05-15"]),
        (
            "yoga tomorrow is cancelled, take it off",
            &["delete event yoga on 2026-05-14 to 2026-05-14"],
        ),
        ("dinner's off", &["delete event dinner"]),
        ("gym's cancelled today", &["delete event gym on 2026-05-13 to 2026-05-13"]),
        (
            "i can't make lunch with Sam on friday",
            &["delete event lunch with Sam on 2026-05-15 to 2026-05-15"],
        ),
        ("get the optician off my calendar", &["delete event optician"]),
        ("no longer need to buy stamps", &["delete task buy stamps"]),
        ("forget lunch with dad", &["delete event lunch with dad"]),
        ("axe the friday standup", &["delete event standup on 2026-05-15 to 2026-05-15"]),
        ("drop the milk one", &["delete event milk"]),
    ]);
}

#[test]
fn completions() {
    check(&[
        ("untick buy stamps", &["open task buy stamps"]),
        ("mark grab sunscreen as not done", &["open task grab sunscreen"]),
        ("cross buy stamps off my list", &["done task buy stamps"]),
        ("check off sign the slip pls", &["done task sign the slip"]),
        ("i bought the eggs", &["done task eggs"]),
        ("got the bread", &["done task bread"]),
        ("i already called the bank", &["done task bank"]),
        ("mark everything as done", &["done task all"]),
        ("i bought a car", &["NotUnderstood"]),
        ("haven't done the ironing yet", &["open task ironing"]),
    ]);
}

#[test]
fn particulars() {
    check(&[
        ("make it shorter by 15 minutes", &["either Last -> Longer(-15)"]),
        ("add 20 mins to it", &["either Last -> Longer(20)"]),
        ("take half an hour off the call", &["event call -> Longer(-30)"]),
        ("make alice's meeting 2 hours", &["event alice's meeting -> Length(120)"]),
        ("can you make the review 90 minutes long", &["event review -> Length(90)"]),
        ("drop the priority of the car wash", &["task car wash -> Priority(Low)"]),
        ("the report is urgent", &["task report -> Priority(High)"]),
        ("the report isn't urgent", &["task report -> Priority(Low)"]),
        ("the report isn't urgent anymore", &["task report -> Priority(None)"]),
        ("the report is no longer a priority", &["task report -> Priority(None)"]),
        ("that coffee should be under work", &["expense coffee -> #Work"]),
        (
            "make the standup weekly",
            &[
                "event standup -> Repeat(Some(Repetition { rule: \"FREQ=WEEKLY\", from_completion: false, time: None }))",
            ],
        ),
        ("stop the standup repeating", &["either standup -> Repeat(None)"]),
        ("change it to yoga", &["either Last -> #Health or \"yoga\""]),
    ]);
}

#[test]
fn taking_back() {
    check(&[
        ("put it back", &["undo"]),
        ("never mind, change it back", &["undo"]),
        ("undo all of that", &["undo"]),
        ("revert the last edit", &["undo"]),
        (
            "put that back on the shelf tomorrow",
            &["task put that back on the shelf: tomorrow (Thu 14 May)"],
        ),
    ]);
}

#[test]
fn what_is_not_named() {
    check(&[
        ("book it at 1", &["Ask(Which)"]),
        ("swap it with bob", &["Ask(Which)"]),
        ("put them on friday", &["Ask(Which)"]),
    ]);
}
