//! Where something stands now, told as a fact: "the report is due monday instead", "the deadline for
//! the essay is now the 20th", "meeting with Ana is now in room 4", "the report is urgent".

use super::{becomes, rows};
use crate::language::request::{
    Change, Item, Outcome, PLANS, Priority, Request, sentence::Sentence,
};

/// Reads such a fact. What says neither "now" nor "instead" tells about the world.
pub(super) fn stands(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() {
        return None;
    }
    if let Some(outcome) = renewed(sentence) {
        return Some(outcome);
    }
    let (at, end) = sentence
        .find(&["isn't", "is not", "is", "are", "will be", "can be", "starts", "begins"])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to)?;
    // "the workshop now starts at 10"
    let before = at > sentence.from + 1 && sentence.word(at - 1) == "now";
    let old = sentence.until(at - usize::from(before));
    let defined = old.starts(&["the", "my", "our"]).is_some();
    let new = sentence.after(end);
    // "leo's party is 30 mins earlier"
    let last = new.last_word();
    let inner = if new.word(last) == "now" && last > new.from { new.until(last) } else { new };
    if let Some(by) = becomes::shift(&inner) {
        let which = super::reschedule::renamed(&old, Item::Event)?.ok()?;
        return Some(Outcome::Done(Request::Change { which, to: vec![Change::Move(by)] }));
    }
    let denies = sentence.word(at) == "isn't"
        || end > at + 1 && sentence.word(at) == "is"
        || new.starts(&["no longer", "not"]).is_some();
    // What is not urgent is of low priority; what no longer is, of none again.
    let ended = new.has(&["no longer", "anymore", "any more", "any longer"]);
    let eased = if ended { Priority::None } else { Priority::Low };
    if denies && new.has(&["a priority", "priority", "a high priority"]) && new.to - new.from <= 5 {
        return changed(&old, Item::Task, Change::Priority(eased));
    }
    if let Some((priority, (from, to))) = new.priority().filter(|(_, span)| {
        let idle = [
            "a", "now", "really", "very", "that", "all", "not", "anymore", "any", "more", "no",
            "longer",
        ];
        new.is_covered(&[*span], &idle)
    }) {
        // "finish the deck is low priority now", "tax return is top priority": the level by its
        // name; "dinner is important" tells about the world.
        let named = (from..to).any(|at| new.word(at) == "priority") || new.has(&["now"]);
        let denied = denies && sentence.word(at) != "will" || new.has(&["not"]);
        let priority = if denied { eased } else { priority };
        let may = sentence.word(at) == "can";
        return (defined || named || may || denied)
            .then(|| changed(&old, Item::Task, Change::Priority(priority)))?;
    }
    // "the report isn't due until friday"
    if let Some(until) = new.starts(&["due until", "due till", "due before"]).filter(|_| denies) {
        let dated = new.after(until).dated(PLANS).ok()?;
        let whole = new.after(until).is_covered(&dated.used, &["the", "on"]);
        return whole.then(|| changed(&old, Item::Task, becomes::settled(&dated)?))?;
    }
    let last = new.last_word();
    let tail = new.tokens.any(last, &["now", "instead"]);
    let now = new.starts(&["now due", "now"]);
    if !tail && !before && now.is_none() {
        return None;
    }
    let new = now.map_or(new, |end| new.after(end));
    let new = if tail { new.until(last.max(new.from)) } else { new };
    // "the deadline for the essay", "the report is due monday"
    let deadline = old.starts(&[
        "the deadline for",
        "the deadline of",
        "the due date of",
        "the due date for",
        "deadline for",
        "deadline of",
        "due date for",
        "due date of",
    ]);
    let due = new.starts(&["due"]).or_else(|| sentence.at(end, "now due"));
    let item = if deadline.is_some() || due.is_some() { Item::Task } else { Item::Event };
    let old = deadline.map_or(old, |end| old.after(end));
    let old = becomes::without_deadline(&old);
    let dated = new.dated_from_hour(PLANS).ok()?;
    if new.is_covered(&dated.used, &["due", "at", "on", "by", "in", "for", "the"]) {
        return changed(&old, item, becomes::settled(&dated)?);
    }
    let place = new.starts(&["in", "at"]).filter(|_| dated.used.is_empty())?;
    let place = new.after(place).title(&[]);
    (!place.is_empty()).then(|| changed(&old, Item::Event, Change::Location(place)))?
}

/// "new time for the standup: 9:45"
fn renewed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "new time for",
        "new date for",
        "new day for",
        "change of time for",
        "change of date for",
    ])?;
    let rest = sentence.after(end);
    let (at, behind) = (rest.from + 1..rest.to)
        .find(|at| matches!(rest.tokens.mark(*at), Some(':' | ',' | '-' | '–')))
        .map(|at| (at, at + 1))
        .or_else(|| rest.find(&["is", "will be"]))?;
    let new = rest.after(behind);
    let dated = new.dated_from_hour(PLANS).ok()?;
    let whole = new.is_covered(&dated.used, &["at", "on", "the"]);
    whole.then(|| changed(&rest.until(at), Item::Event, becomes::settled(&dated)?))?
}

fn changed(old: &Sentence<'_, '_>, item: Item, to: Change) -> Option<Outcome> {
    let which = rows::single(old, item).ok()?;
    Some(Outcome::Done(Request::Change { which, to: vec![to] }))
}
