//! Questions about what exists, and changes to it.

use super::check;

#[test]
fn questions() {
    check(&[
        ("what did I spend on food this month?", &["sum 2026-05-01 to 2026-05-31 Food"]),
        ("how much on groceries since monday", &["sum 2026-05-11 to 2026-05-13 Groceries"]),
        ("what was my total in march", &["sum 2026-03-01 to 2026-03-31 any"]),
        ("expenses this month", &["expenses 2026-05-01 to 2026-05-31 any"]),
        ("what's on my calendar tomorrow", &["events 2026-05-14 to 2026-05-14 any"]),
        ("when is my next meeting with Bob", &["events any day meeting with Bob next"]),
        ("what's my day look like", &["events 2026-05-13 to 2026-05-13 any"]),
        (
            "am I free on thursday afternoon?",
            &["free? 2026-05-14 to 2026-05-14 None 12:00:00-18:00:00"],
        ),
        ("find me 30 minutes tomorrow", &["free 2026-05-14 to 2026-05-14 Some(30)"]),
        ("show overdue tasks", &["tasks any day overdue"]),
        ("what do I need to do today?", &["tasks 2026-05-13 to 2026-05-13"]),
    ]);
}

#[test]
fn changes() {
    check(&[
        ("move lunch with Sam to friday", &["event lunch with Sam -> Fri 15 May"]),
        ("move lunch to 1", &["event lunch -> 13:00:00"]),
        ("bring the meeting forward by 30 minutes", &["event meeting -> -30 minutes"]),
        ("push gym back an hour", &["event gym -> 60 minutes"]),
        ("move my 2pm to 3pm", &["event at 2026-05-13 14:00 -> today (Wed 13 May), 15:00"]),
        (
            "move my dentist appointment from tuesday to thursday at 3pm",
            &[
                "event dentist appointment on 2026-05-19 to 2026-05-19 -> tomorrow (Thu 14 May), 15:00",
            ],
        ),
        ("cancel lunch tomorrow", &["delete event lunch on 2026-05-14 to 2026-05-14"]),
        ("cancel my 3pm", &["delete event at 2026-05-13 15:00"]),
        ("clear my day tomorrow", &["delete event all on 2026-05-14 to 2026-05-14"]),
        ("delete the gym task", &["delete task gym"]),
        ("delete all my tasks", &["delete task all"]),
        (
            "delete my coffee expense from yesterday",
            &["delete expense coffee on 2026-05-12 to 2026-05-12"],
        ),
        ("mark buy milk as done", &["done task buy milk"]),
        ("I did the laundry", &["done task laundry"]),
        ("laundry done", &["done task laundry"]),
        ("undo that", &["undo"]),
    ]);
}

#[test]
fn pauses() {
    check(&[
        ("pause yoga until june", &["delete event all yoga on 2026-05-13 to 2026-05-31"]),
        ("pause the standup this week", &["delete event all standup on 2026-05-11 to 2026-05-17"]),
        ("put gym on hold until the 20th", &["delete event all gym on 2026-05-13 to 2026-05-19"]),
        (
            "take a break from yoga until next monday",
            &["delete event all yoga on 2026-05-13 to 2026-05-17"],
        ),
    ]);
}
