//! Changes to what exists: moving, deleting, completing, taking back.

mod complete;
mod delete;
mod reschedule;

use super::{Outcome, Question, Request, Target, sentence::Sentence};
use complete::complete;
use delete::delete;
use reschedule::reschedule;

/// Words that stand for something said earlier.
const PRONOUNS: [&str; 8] =
    ["it", "that", "this", "them", "that one", "this one", "the last one", "one"];

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

/// A target, or the question which one is meant.
fn target(title: String) -> Result<Target, Question> {
    let title = bare_title(&title);
    if matches!(title, "" | "my" | "the" | "our") {
        return Err(Question::Which);
    }
    Ok(if PRONOUNS.contains(&title.to_lowercase().as_str()) {
        Target::Last
    } else {
        Target::Words(title.to_owned())
    })
}

/// A title without "the" or "my" before it.
fn bare_title(title: &str) -> &str {
    ["the ", "my ", "our "].iter().find_map(|word| title.strip_prefix(word)).unwrap_or(title)
}
