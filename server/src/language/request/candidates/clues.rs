//! What anybody can see in a part, whatever it asks for.

use super::{Case, Evidence};
use crate::language::{
    money::Weight,
    request::{PLANS, create, sentence::Sentence},
};

/// The clues of a part.
pub(super) fn of(plain: &Sentence<'_, '_>) -> Case {
    let dates = plain.scan(PLANS);
    let any = |said: fn(&crate::language::scan::Parts) -> bool| {
        dates.iter().any(|fragment| said(&fragment.parts))
    };
    // "no time to die saturday at 8" is a film.
    let clocked = any(|parts| parts.clock.is_some() || parts.instant.is_some());
    let clues = [
        (Evidence::Question, plain.asks()),
        (Evidence::Doubt, plain.to > plain.from && plain.tokens.is_mark(plain.to - 1, '?')),
        (Evidence::Unreal, plain.starts(&UNREAL).is_some()),
        (Evidence::Denied, plain.starts(&["no"]).is_some() && !clocked),
        (Evidence::Deed, create::is_imperative(plain) && !looks_up(plain)),
        (Evidence::Clock, clocked),
        (Evidence::Day, any(|parts| parts.day.is_some() || parts.repeat.is_some())),
        (
            Evidence::Deadline,
            any(|parts| (parts.deadline || parts.due) && !parts.until && parts.end_clock.is_none()),
        ),
        (Evidence::Length, any(|parts| parts.length.is_some() || parts.end_clock.is_some())),
        (Evidence::Past, plain.find(&PAST).is_some()),
        (Evidence::Noun, create::names_event(plain)),
        (Evidence::Person, plain.has(&["with"])),
        (Evidence::Away, create::moves_thing(plain)),
        (Evidence::Money, plain.amounts().iter().any(|found| found.weight == Weight::Marked)),
        (Evidence::Spending, plain.has(&["spent", "paid", "bought", "cost", "costs"])),
    ];
    clues
        .iter()
        .filter(|(_, holds)| *holds)
        .fold(Case::default(), |case, (evidence, _)| case.and(Case::of(&[*evidence])))
}

/// Days that have passed, whichever they are.
const PAST: [&str; 8] = [
    "yesterday",
    "last night",
    "last week",
    "last month",
    "this morning",
    "ago",
    "the other day",
    "last weekend",
];

/// Openings of what is only imagined.
const UNREAL: [&str; 22] = [
    "wish i",
    "wish we",
    "if i could",
    "if we could",
    "i could just",
    "would that",
    "what would happen",
    "what happens if",
    "what if",
    "if i'd",
    "if i had",
    "if i were",
    "if we had",
    "if we'd",
    "if only",
    "i wish",
    "imagine",
    "suppose i",
    "i would have",
    "i could have",
    "i should have",
    "i almost",
];

/// Whether its first verb asks to look something up.
fn looks_up(plain: &Sentence<'_, '_>) -> bool {
    let head = create::head(plain);
    matches!(
        head.word(head.from),
        "show"
            | "list"
            | "share"
            | "brief"
            | "find"
            | "tell"
            | "give"
            | "compare"
            | "count"
            | "check"
            | "total"
            | "sum"
            | "get"
            | "look"
            | "read"
            | "calculate"
            | "break"
            | "display"
            | "pull"
            | "see"
            | "add"
            | "summarise"
            | "summarize"
            | "analyse"
            | "analyze"
            | "review"
            | "go"
            | "split"
            | "group"
            | "work"
            | "schedule"
            | "top"
            | "search"
            | "bring"
            | "open"
            | "print"
            | "export"
            | "remind"
            | "update"
            | "talk"
            | "order"
            | "sort"
            | "rank"
            | "hear"
            | "recite"
            | "repeat"
            | "play"
            | "say"
            | "iterate"
            | "walk"
            | "run"
            | "retrieve"
            | "view"
            | "inform"
            | "know"
            | "let"
    )
}
