//! Messages that lean on the turn before, as people type them.

use crate::language::request::examples::check;

#[test]
fn parts() {
    check(&[
        ("only the first two", &["FollowUp(Only { part: Places([1, 2]), others: false })"]),
        ("just bob", &["FollowUp(Only { part: Words(\"bob\"), others: false })"]),
        ("all but the dentist", &["FollowUp(Only { part: Words(\"dentist\"), others: true })"]),
        ("not the second one", &["FollowUp(Only { part: Place(2), others: true })"]),
        ("no wait, both", &["FollowUp(Only { part: AllLast, others: false })"]),
        ("the one with bob", &["FollowUp(Named(\"bob\"))"]),
        ("the 2pm one", &["FollowUp(Named(\"2pm\"))"]),
        ("the first one too", &["FollowUp(Same(Place(1)))"]),
        ("eggs too", &["FollowUp(Same(Words(\"eggs\")))"]),
        (
            "same for the gym",
            &[
                "FollowUp(Again { days: None, past: None, spending: Some(Spending { category: Some(\"Health\"), words: Some(\"gym\") }), item: None, hours: None, asks: None })",
            ],
        ),
        ("and the second one", &["FollowUp(Same(Place(2)))"]),
        ("just call mom", &["task call mom: -"]),
    ]);
}

#[test]
fn others() {
    check(&[
        ("not that one, the other", &["FollowUp(Other)"]),
        ("wrong one", &["FollowUp(Other)"]),
        ("and after that?", &["FollowUp(After)"]),
        ("what's after that", &["FollowUp(After)"]),
        ("bring it back", &["FollowUp(Restore)"]),
        ("undo the deletion", &["FollowUp(Restore)"]),
        ("when is it?", &["FollowUp(Show)"]),
        ("what time does it end", &["FollowUp(Show)"]),
    ]);
}

#[test]
fn going_on() {
    check(&[
        (
            "on what?",
            &[
                "FollowUp(Again { days: None, past: None, spending: None, item: None, hours: None, asks: Some(Each) })",
            ],
        ),
        (
            "what was the biggest",
            &[
                "FollowUp(Again { days: None, past: None, spending: None, item: None, hours: None, asks: Some(Largest) })",
            ],
        ),
        (
            "and the cheapest one?",
            &[
                "FollowUp(Again { days: None, past: None, spending: None, item: None, hours: None, asks: Some(Smallest) })",
            ],
        ),
        (
            "and thursday morning",
            &[
                "FollowUp(Again { days: Some(Days { first: Some(2026-05-14), last: Some(2026-05-14) }), past: Some(Days { first: Some(2026-05-07), last: Some(2026-05-07) }), spending: None, item: None, hours: Some(Hours { from: 06:00:00, to: 12:00:00 }), asks: None })",
            ],
        ),
        ("is dinner on saturday?", &["events 2026-05-16 to 2026-05-16 dinner"]),
        ("todos?", &["tasks any day"]),
    ]);
}

#[test]
fn corrections() {
    check(&[
        ("wait no, saturday was right", &["either Last -> Sat 16 May"]),
        ("no, back to the 12th", &["either Last -> Fri 12 Jun"]),
        ("to thursday", &["either Last -> tomorrow (Thu 14 May)"]),
        ("and the second one to 9", &["either Place(2) -> 09:00:00 or 900 -"]),
        ("both half an hour earlier", &["either AllLast -> -30 minutes"]),
        ("no, make it 7.30", &["either Last -> 730 - or 07:30:00"]),
        ("actually don't", &["FollowUp(No)"]),
        ("ok never mind", &["FollowUp(No)"]),
        ("7 is better", &["either Last -> 07:00:00 or 700 -"]),
    ]);
}
