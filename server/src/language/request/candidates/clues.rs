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
    let clues = [
        (Evidence::Question, plain.is_question()),
        (Evidence::Clock, any(|parts| parts.clock.is_some() || parts.instant.is_some())),
        (Evidence::Day, any(|parts| parts.day.is_some() || parts.repeat.is_some())),
        (
            Evidence::Deadline,
            any(|parts| (parts.deadline || parts.due) && !parts.until && parts.end_clock.is_none()),
        ),
        (Evidence::Length, any(|parts| parts.length.is_some() || parts.end_clock.is_some())),
        (Evidence::Noun, create::names_event(plain)),
        (Evidence::Person, plain.has(&["with"])),
        (Evidence::Away, create::moves_thing(plain)),
        (Evidence::Money, plain.amounts().iter().any(|found| found.weight == Weight::Marked)),
        (Evidence::Spending, plain.has(&["spent", "paid", "bought", "cost", "costs"])),
    ];
    clues.iter().filter(|(_, holds)| *holds).fold(Case::default(), |case, (evidence, _)| {
        case.and(Case::of(&[*evidence]))
    })
}
