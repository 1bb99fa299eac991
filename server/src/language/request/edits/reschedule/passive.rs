//! Rows of which it is said that they have got another time: "the flight got delayed by 40 minutes",
//! "standup time changed to 9:45".

use super::renamed;
use crate::language::{
    offsets,
    request::{Change, Item, Outcome, Request, edits::becomes, sentence::Sentence},
};

/// Said behind a row that has got another time.
#[rustfmt::skip]
pub(super) const PASSIVE: [&str; 41] = [
    "moved to", "rescheduled to", "rescheduled for", "got moved to", "was moved to", "is moved to",
    "has moved to", "has been moved to", "be moved to", "be rescheduled to", "be rescheduled for",
    "be pushed to", "be changed to", "is moving to", "are moving to", "moving to", "pushed to",
    "pushed back to", "bumped to", "shifted to", "switched to", "brought forward to", "delayed to",
    "delayed until", "delayed till", "postponed to", "postponed until", "postponed till",
    "put back to", "put off until", "put off till", "rebooked for", "rebooked to", "is now at",
    "is now on", "now at", "now on", "changed to", "can wait until", "can wait till", "rolled over to",
];

/// What is said around the name of a row: "can (my haircut) be", "(the standup) time".
pub(super) fn bare<'s, 't>(old: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let front = ["can", "could", "should", "would", "i'd like", "i want", "i need", "new time for"];
    let old = old.starts(&front).filter(|end| *end < old.to).map_or(*old, |end| old.after(end));
    let old = old.until(old.to - trailing(&old));
    let last = old.last_word();
    let field = matches!(old.word(last), "time" | "slot") && last > old.from + 1
        || old.word(last) == "time" && last == old.from + 1 && old.word(old.from) != "the";
    if field { old.until(last) } else { old }
}

/// "the flight got delayed by 40 minutes", "standup pushed back half an hour".
pub(super) fn passively(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = sentence
        .find(&[
            "delayed",
            "pushed back",
            "put back",
            "postponed",
            "brought forward",
            "moved back",
            "moved forward",
            "moved up",
            "pushed out",
        ])
        .filter(|(at, _)| *at > sentence.from)?;
    let by = sentence.after(end);
    let by = by.starts(&["by", "for"]).map_or(by, |end| by.after(end));
    let (length, behind) = offsets::length(by.tokens, by.from)?;
    if sentence.is_question() || !by.only_marks(behind) {
        return None;
    }
    let earlier = matches!(sentence.word(end - 1), "forward" | "up");
    let by = becomes::by(&length, earlier)?;
    let which = renamed(&bare(&sentence.until(at)), Item::Event)?.ok()?;
    Some(Outcome::Done(Request::Change { which, to: vec![Change::Move(by)] }))
}

/// How many loose words ("is", "has been") end a sentence.
pub(in crate::language::request::edits) fn trailing(sentence: &Sentence<'_, '_>) -> usize {
    (sentence.from..sentence.to)
        .rev()
        .take_while(|at| {
            matches!(
                sentence.word(*at),
                "is" | "was"
                    | "has"
                    | "been"
                    | "got"
                    | "from"
                    | "forward"
                    | "back"
                    | "off"
                    | "out"
                    | "be"
                    | "to"
                    | "gets"
                    | "getting"
                    | "being"
            )
        })
        .count()
}
