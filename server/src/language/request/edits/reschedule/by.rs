//! Moving by a length of time: "an hour earlier", "put my haircut back a week", "snooze the bins for
//! an hour".

use super::{moved, renamed};
use crate::language::{
    offsets,
    request::{
        Change, Item, Outcome, PLANS, Request, create,
        edits::{becomes, rows, target},
        sentence::Sentence,
    },
};

/// "put my haircut back to 5", "pop the dentist back a week": verbs of putting move with a word of
/// direction before the new time.
pub(super) fn put_elsewhere(sentence: &Sentence<'_, '_>) -> Option<(usize, &'static str, bool)> {
    let end = sentence.starts(&["put", "pop", "stick", "knock", "take", "hold", "get"])?;
    // "put the meeting an hour earlier"
    if sentence.tokens.any(sentence.last_word(), &["earlier", "later"])
        && sentence.length().is_some_and(|(_, _, behind)| behind == sentence.last_word())
    {
        return Some((end, "put", false));
    }
    let way = (end + 1..sentence.to).find(|at| {
        matches!(sentence.word(*at), "back" | "forward" | "off" | "out" | "up" | "ahead" | "over")
    })?;
    let behind = sentence.after(way + 1);
    let to = behind.starts(&["to", "till", "until", "by", "a", "an"]).is_some()
        || behind.tokens.number(way + 1).is_some()
        || offsets::length(sentence.tokens, way + 1).is_some();
    to.then_some((end, "put", false))
}

/// "the bins for an hour", "the call for 20 minutes": by how much it is put off.
pub(super) fn put_for(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, length, end) = body.length()?;
    let old = body.until(at.checked_sub(1)?);
    if body.word(at - 1) != "for" || !body.only_marks(end) || old.is_empty() {
        return None;
    }
    let by = becomes::by(&length, false)?;
    let which = renamed(&old, Item::Event)?.ok()?;
    Some(Outcome::Done(Request::Change { which, to: vec![Change::Move(by)] }))
}

/// "an hour earlier", "by 30 minutes", "back half an hour".
pub(in crate::language::request::edits) fn shift(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, length, end) = (sentence.from..sentence.to).find_map(|at| {
        offsets::length(sentence.tokens, at)
            .filter(|(length, end)| {
                *end <= sentence.to && (length.seconds != 0 || length.days != 0)
            })
            .map(|(length, end)| (at, length, end))
    })?;
    let rest = sentence.after(end);
    let joints = (sentence.from..at)
        .rev()
        .take_while(|at| matches!(sentence.word(*at), "by" | "back" | "forward" | "up" | "out"))
        .count();
    let forward = (at - joints..at).any(|at| matches!(sentence.word(at), "forward" | "up"))
        || sentence.from > 0 && sentence.tokens.is(sentence.from - 1, "prepone");
    let tail = rest.starts(&["later", "earlier", "back", "forward", "ahead", "sooner", "out"]);
    if tail.is_none()
        && joints == 0
        && !(rest.is_empty() || (rest.from..rest.to).all(|at| sentence.tokens.mark(at).is_some()))
    {
        return None;
    }
    // "to in 5 days" is no shift.
    if at > sentence.from && matches!(sentence.word(at - 1), "to" | "in" | "for" | "until" | "till")
    {
        return None;
    }
    let earlier = rest.starts(&["earlier", "forward", "ahead", "sooner"]).is_some()
        || forward
        || sentence.from > 0 && sentence.tokens.any(sentence.from - 1, &["forward"]);
    let by = becomes::by(&length, earlier)?;
    let old = sentence.until(at - joints);
    let dated = match old.dated(PLANS) {
        Ok(dated) => dated,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let from = dated.resolved.map(|resolved| resolved.start);
    if let Some(Ok(which)) = rows::bulk(&old) {
        return Some(Outcome::Done(Request::Change { which, to: vec![Change::Move(by)] }));
    }
    let item = if create::is_imperative(&old) { Item::Task } else { Item::Event };
    Some(match (target(&old, &dated.used), from) {
        (Err(question), None) => Outcome::Ask(question),
        (named, from) => moved(item, named.ok(), from, vec![Change::Move(by)]),
    })
}
