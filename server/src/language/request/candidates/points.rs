//! How much each piece of evidence speaks for an aim.
//!
//! One point is nothing by itself; ten are about what one plain clue is worth ("a clock time is
//! said" makes an event likelier, but decides nothing alone). What a room's grammar matched weighs
//! so much that clues decide only between rooms that matched as much as each other.

use super::{Aim, Case, Evidence};

/// Candidates closer than this are as good as each other. It is less than the smallest clue that
/// is worth something, so that one more clue on either side already decides.
pub(super) const NEAR: i32 = 5;

/// All evidence there is.
const ALL: [Evidence; 26] = [
    Evidence::Outright,
    Evidence::Kept,
    Evidence::Worded,
    Evidence::Stated,
    Evidence::Slotted,
    Evidence::Placed,
    Evidence::Noted,
    Evidence::Verb,
    Evidence::Named,
    Evidence::Deadline,
    Evidence::Unfinished,
    Evidence::Front,
    Evidence::Question,
    Evidence::Doubt,
    Evidence::Unreal,
    Evidence::Denied,
    Evidence::Deed,
    Evidence::Clock,
    Evidence::Day,
    Evidence::Past,
    Evidence::Length,
    Evidence::Noun,
    Evidence::Person,
    Evidence::Away,
    Evidence::Money,
    Evidence::Spending,
];

/// The points of a candidate.
pub(super) fn score(aim: Aim, case: Case) -> i32 {
    ALL.iter().filter(|one| case.holds(**one)).map(|one| points(*one, aim)).sum()
}

/// What one piece of evidence is worth to an aim.
fn points(evidence: Evidence, aim: Aim) -> i32 {
    match (evidence, aim) {
        // What the person says outright beats everything they might have meant.
        (Evidence::Outright, _) => 120,
        (Evidence::Kept, Aim::Task) => 125,
        (Evidence::Kept, _) => 110,
        // A question or a change whose every word has its place is hardly anything else.
        (Evidence::Worded, Aim::AskMoney) => 95,
        (Evidence::Worded, _) => 90,
        (Evidence::Slotted, _) => 70,
        (Evidence::Placed, _) => 40,
        (Evidence::Stated, _) => 45,
        (Evidence::Verb, _) => 30,
        (Evidence::Noted, _) => 15,
        (Evidence::Named, _) => 10,
        // "put in a request for leave by friday"
        (Evidence::Deadline, Aim::Task) => 15,
        (Evidence::Deadline, Aim::Event) => -15,
        // To ask back is right only when nothing else can be done at once.
        (Evidence::Unfinished, _) => -45,
        (Evidence::Front, _) => -15,
        (Evidence::Question, Aim::AskMoney | Aim::AskPlans) => 10,
        // "what's 15% of 80" notes nothing.
        (Evidence::Question, Aim::Spend) => -70,
        (Evidence::Question, Aim::Task | Aim::Event) => -20,
        (Evidence::Doubt, Aim::Spend | Aim::Task | Aim::Event) => -5,
        (Evidence::Unreal, _) => -200,
        // What is not there is nothing to plan.
        (Evidence::Denied, Aim::Task | Aim::Event) => -200,
        // To look up is not to do: "file expenses" is a task about expenses.
        (Evidence::Deed, Aim::AskMoney | Aim::AskPlans) => -70,
        (Evidence::Clock, Aim::Event) => 12,
        (Evidence::Length, Aim::Event) => 12,
        (Evidence::Day, Aim::Event) => 6,
        // Nothing is planned for yesterday.
        (Evidence::Past, Aim::Event | Aim::Task) => -20,
        (Evidence::Noun, Aim::Event) => 15,
        (Evidence::Person, Aim::Event) => 8,
        (Evidence::Away, Aim::Event) => -40,
        (Evidence::Away, Aim::Task) => 15,
        // Money in a plan is only its price; in an expense it is the point.
        (Evidence::Money, Aim::Spend) => 15,
        (Evidence::Spending, Aim::Spend) => 15,
        (
            Evidence::Question
            | Evidence::Doubt
            | Evidence::Denied
            | Evidence::Deed
            | Evidence::Deadline
            | Evidence::Clock
            | Evidence::Past
            | Evidence::Length
            | Evidence::Day
            | Evidence::Noun
            | Evidence::Person
            | Evidence::Away
            | Evidence::Money
            | Evidence::Spending,
            _,
        ) => 0,
    }
}
