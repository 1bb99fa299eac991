//! A slip that is put right by what was meant: "i wrote 'by milk' but it should be 'buy milk'",
//! "replace gym with leg day", "\"buy paint\" should be \"buy primer\"".

use super::{changed, is_row};
use crate::language::request::{Change, Outcome, edits::becomes, sentence::Sentence};

/// What says that something was written otherwise than it was meant.
const WROTE: [&str; 14] = [
    "i wrote",
    "i typed",
    "i put",
    "i said",
    "i've written",
    "i accidentally wrote",
    "i accidentally typed",
    "i accidentally put",
    "i misspelled",
    "i misspelt",
    "i spelled",
    "fix the typo in",
    "there's a typo in",
    "i mistyped",
];

/// What stands before that which was meant.
const MEANT: [&str; 13] = [
    "but it should be",
    "but it should say",
    "but it should have been",
    "but i meant",
    "but meant",
    "i meant",
    "it should be",
    "it should say",
    "should be",
    "should have been",
    "it's",
    "it is",
    "should say",
];

/// Reads another wording of a title.
pub(super) fn meant(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    wrote(sentence).or_else(|| replaced(sentence)).or_else(|| quoted(sentence))
}

fn titled(old: &Sentence<'_, '_>, new: &Sentence<'_, '_>) -> Option<Outcome> {
    let (old, new) = (becomes::inner(old), becomes::inner(new));
    let title = new.verbatim();
    (is_row(&old) && !title.is_empty()).then(|| changed(&old, vec![Change::Title(title)]))?
}

/// Whether nothing but a quotation stands here.
fn is_quoted(words: &Sentence<'_, '_>) -> bool {
    let words = becomes::inner(words);
    words.tokens.is_opaque(words.from) && words.only_marks(words.from + 1)
}

/// "i typed buy mlk but meant buy milk"
fn wrote(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let opened = sentence.starts(&WROTE)?;
    let body = sentence.after(opened);
    let (at, end) = body.find(&MEANT).filter(|(at, end)| *at > body.from && *end < body.to)?;
    let new = body.after(end);
    let wish = new.find(&["fix it", "please fix", "can you fix", "correct it", "change it"]);
    let new = wish.filter(|(at, _)| *at > new.from).map_or(new, |(at, _)| new.until(at));
    // "i said 3 but it should be 4" is no name.
    let old = body.until(at);
    let bare = becomes::inner(&old);
    let counted = bare.tokens.number(bare.from).is_some() || bare.starts_with_date();
    (!counted).then(|| titled(&old, &new))?
}

/// "replace the title gym with leg day", "turn "gym" into "leg day"".
fn replaced(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(end) = sentence.starts(&["replace the title", "replace the name", "replace"]) {
        let body = sentence.after(end);
        let (at, behind) = body.find(&["with", "by"]).filter(|(at, _)| *at > body.from)?;
        let (old, new) = (body.until(at), body.after(behind));
        let named = end > sentence.from + 1 || is_quoted(&old) && is_quoted(&new);
        return named.then(|| titled(&old, &new))?;
    }
    let body = sentence.after(sentence.starts(&["turn", "change", "make"])?);
    let (at, behind) = body.find(&["into"]).filter(|(at, _)| *at > body.from)?;
    let (old, new) = (body.until(at), body.after(behind));
    (is_quoted(&old) && is_quoted(&new)).then(|| titled(&old, &new))?
}

/// "\"buy paint\" should be \"buy primer\""
fn quoted(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = sentence
        .find(&["should be", "should have been", "should say", "needs to be", "is actually"])
        .filter(|(at, _)| *at > sentence.from)?;
    let (old, new) = (sentence.until(at), sentence.after(end));
    (is_quoted(&old) && is_quoted(&new)).then(|| titled(&old, &new))?
}
