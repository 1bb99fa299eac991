//! Taking back: "undo that", "put it back", "change it back".

use crate::language::request::{Outcome, Request, sentence::Sentence};

/// Whole wishes to have things as they were. Longer ones stand before their beginnings.
#[rustfmt::skip]
const UNDOING: [&str; 56] = [
    "undo all of it", "undo everything", "undo all", "revert the last edit", "revert the last change",
    "revert my last change",
    "undo that", "undo this", "undo it", "undo the last one", "undo the last change",
    "undo the last thing", "undo the last", "undo my last change", "undo my last", "undo last",
    "undo both", "undo all of that", "undo all that", "undo the change", "undo the move",
    "undo the rename", "undo", "take that back", "take it back", "take them back", "revert that",
    "revert it", "revert", "roll that back", "roll it back", "reverse that", "put it back",
    "put that back", "put them back", "put both back", "change it back", "change that back",
    "move it back", "move that back", "move them back", "set it back", "make it how it was",
    "make it like it was", "leave it as it was", "leave it how it was", "keep it as it was",
    "keep it how it was", "back to how it was", "back to what it was", "i changed my mind",
    "i've changed my mind", "changed my mind", "as you were", "forget that last change",
    "undo my last message",
];

/// What may follow such a wish.
const BEHIND: [&str; 14] = [
    "of", "that", "please", "again", "now", "then", "thanks", "to", "how", "it", "was", "where",
    "actually", "change",
];

/// "undo that", "put it back where it was", "never mind, change it back".
pub(super) fn undo(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = sentence
        .starts(&["never mind", "nevermind", "no", "wait", "actually", "sorry", "oops"])
        .map_or(*sentence, |end| sentence.after(end).plain());
    let end = body.starts(&UNDOING)?;
    (end..body.to)
        .all(|at| body.tokens.mark(at).is_some() || BEHIND.contains(&body.word(at)))
        .then_some(Outcome::Done(Request::Undo))
}
