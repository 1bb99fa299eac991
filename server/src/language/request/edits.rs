//! Changes to what exists: moving, renaming, amending, deleting, completing, taking back.

mod amend;
pub(super) mod becomes;
mod complete;
mod delete;
mod rename;
mod reschedule;
pub(super) mod rows;

use super::{Outcome, Question, Request, Target, sentence::Sentence};
use amend::amend;
use complete::complete;
use delete::delete;
use rename::rename;
use reschedule::reschedule;

/// Reads a change whose words can mean nothing else, before an opening like "mark" or "call"
/// makes something new of them.
pub(super) fn explicit(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    rename(&plain).or_else(|| amend(&plain))
}

/// Reads a change.
pub(super) fn read(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    undo(&plain)
        .or_else(|| complete(&plain))
        .or_else(|| delete(&plain))
        .or_else(|| reschedule(&plain))
}

fn undo(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "undo that",
        "undo this",
        "undo it",
        "undo the last",
        "undo my last",
        "undo last",
        "undo",
        "take that back",
        "take it back",
        "revert that",
        "revert",
        "roll that back",
    ])?;
    (sentence.to - end <= 2).then_some(Outcome::Done(Request::Undo))
}

/// The row a noun phrase names, once its dates are cut out, or the question which one is meant.
fn target(phrase: &Sentence<'_, '_>, cut: &[(usize, usize)]) -> Result<Target, Question> {
    if let Some(target) = rows::leaning(&phrase.without_tail(cut)) {
        return Ok(target);
    }
    let title = phrase.title(cut);
    let title = bare_title(&title);
    match title.to_lowercase().as_str() {
        "" | "my" | "the" | "our" => Err(Question::Which),
        "it" | "that" | "this" | "one" => Ok(Target::Last),
        "them" | "those" | "these" => Ok(Target::AllLast),
        _ => Ok(Target::Words(title.to_owned())),
    }
}

/// A title without "the" or "my" before it.
fn bare_title(title: &str) -> &str {
    ["the ", "my ", "our "].iter().find_map(|word| title.strip_prefix(word)).unwrap_or(title)
}
