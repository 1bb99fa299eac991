//! Questions about plans as people type them.

use crate::language::request::examples::check;

#[test]
fn about_one_row() {
    check(&[
        ("when does my dentist thing start?", &["events any day dentist next"]),
        ("when's the dentist?", &["events any day dentist next"]),
        ("what time is band practice", &["events any day band practice next"]),
        ("where is the dentist", &["events any day dentist next"]),
        ("how long is the design review", &["events any day design review next"]),
        ("how long until my haircut", &["events any day haircut next"]),
        ("is my haircut on saturday?", &["events 2026-05-16 to 2026-05-16 haircut"]),
        ("when do i get my haircut", &["events any day haircut next"]),
        ("who am i meeting monday", &["events 2026-05-18 to 2026-05-18 any"]),
        ("what priority is the report", &["tasks any day report"]),
        ("what category is netflix", &["expenses any day (netflix)"]),
        ("when was my last haircut", &["events 2025-05-12 to 2026-05-13 haircut"]),
        ("when did i last buy petrol", &["expenses 2025-05-12 to 2026-05-13 (petrol)"]),
        ("when is my next meeting", &["events any day any next"]),
        ("when am i next seeing Priya", &["events any day Priya next"]),
        ("where is the nearest pharmacy", &["NotUnderstood"]),
        ("how long is the flight to tokyo", &["NotUnderstood"]),
    ]);
}

#[test]
fn about_clashes() {
    check(&[
        ("any clashes this week?", &["clashes 2026-05-11 to 2026-05-17"]),
        ("am i double-booked on friday?", &["clashes 2026-05-15 to 2026-05-15"]),
        ("am i double booked on friday?", &["clashes 2026-05-15 to 2026-05-15"]),
        (
            "conflict resolution workshop friday at 2",
            &["event conflict resolution workshop: Fri 15 May, 14:00–15:00"],
        ),
    ]);
}

#[test]
fn about_a_stretch() {
    check(&[
        ("what's tomorrow look like", &["events 2026-05-14 to 2026-05-14 any"]),
        ("what's my week looking like", &["events 2026-05-11 to 2026-05-17 any"]),
        ("what's today?", &["events 2026-05-13 to 2026-05-13 any"]),
        ("got anything on sunday morning?", &["events 2026-05-17 to 2026-05-17 any"]),
        ("do any of my meetings clash tomorrow", &["clashes 2026-05-14 to 2026-05-14"]),
        ("what's my last meeting today", &["events 2026-05-13 to 2026-05-13 any"]),
    ]);
}

#[test]
fn about_free_time() {
    check(&[
        ("when am i fre on friday", &["free 2026-05-15 to 2026-05-15 None"]),
        ("is there a free hour on wednesday", &["free 2026-05-20 to 2026-05-20 Some(60)"]),
        ("when do i have an hour free next week", &["free 2026-05-18 to 2026-05-24 Some(60)"]),
        (
            "can i squeeze in a half hour call wednesday",
            &["free 2026-05-20 to 2026-05-20 Some(30)"],
        ),
        ("are there any free evenings next week", &["free 2026-05-18 to 2026-05-24 None"]),
        ("is there space on saturday for lunch with dad?", &["free 2026-05-16 to 2026-05-16 None"]),
        (
            "is there a free concert on friday",
            &["events 2026-05-15 to 2026-05-15 there a free concert"],
        ),
    ]);
}

#[test]
fn about_tasks() {
    check(&[
        ("todos for tuesday?", &["tasks 2026-05-19 to 2026-05-19"]),
        ("what's left?", &["tasks any day"]),
        ("show high priority stuff", &["tasks any day"]),
        ("what's most urgent", &["tasks any day"]),
        ("anything i need to finish by friday", &["tasks … to 2026-05-15"]),
    ]);
}
