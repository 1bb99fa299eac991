//! What is not going to take place, or not with the person: "yoga tomorrow is cancelled", "i can't
//! make the dentist", "sam can't do lunch so cancel it".

use super::gone;
use crate::language::request::{
    Days, Item, Outcome, PLANS, Request, Target, Which,
    edits::{
        becomes::{self, Cue},
        rows, target,
    },
    sentence::Sentence,
};

/// "yoga tomorrow is cancelled, take it off", "the standup got called off".
pub(super) fn called_off(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(end) = sentence.starts(&[
        "i can't make it to",
        "i can't get to",
        "i can't come to",
        "i won't be able to make",
        "i won't be able to come to",
        "i won't be at",
        "i won't be going to",
        "won't make it to",
        "won't make",
        "can't make it to",
        "i have to miss",
        "i'll have to miss",
        "i'm going to miss",
        "i'm gonna miss",
        "i'll miss",
        "i have to skip",
        "not going to",
        "i'm not coming to",
        "i can't make",
        "i cannot make",
        "i won't make",
        "i can't do",
        "can't make",
        "we can't make",
        "we're not doing",
        "we are not doing",
        "i'm not doing",
        "i'm not going to",
        "i am not going to",
        "we're not having",
        "i'm skipping",
    ]) {
        let old = sentence.after(end);
        if let Some(moved) = moved_instead(&old) {
            return Some(moved);
        }
        let old =
            old.find(&["anymore", "any more", "after all"]).map_or(old, |(at, _)| old.until(at));
        return dropped(&old);
    }
    // "pilates cancelled", "dentist called off"
    if let Some((at, _)) = sentence
        .find(&["cancelled", "canceled", "called off"])
        .filter(|(at, end)| (1..=4).contains(&(at - sentence.from)) && sentence.only_marks(*end))
        && !sentence.is_question()
        && sentence.starts(&["i", "i've", "we", "we've", "he", "she", "they"]).is_none()
        && !["is", "was", "got", "been", "be", "are", "were"].contains(&sentence.word(at - 1))
    {
        return dropped(&sentence.until(at));
    }
    let (at, end) = sentence
        .find(&[
            "be deleted",
            "be cancelled",
            "be canceled",
            "be removed",
            "be scrapped",
            "is no longer needed",
            "isn't needed",
            "is not needed",
            "is cancelled",
            "is canceled",
            "was cancelled",
            "was canceled",
            "got cancelled",
            "got canceled",
            "has been cancelled",
            "has been canceled",
            "is called off",
            "was called off",
            "got called off",
            "has been called off",
            "isn't happening anymore",
            "isn't happening any more",
            "isn't on anymore",
            "won't happen",
            "won't be happening",
            "isn't happening",
            "is not happening",
            "is off",
        ])
        .or_else(|| short_is(sentence))
        .filter(|(at, _)| *at > sentence.from)?;
    let rest = sentence.after(end);
    let wish = rest.find(&["take it", "remove it", "delete it", "drop it", "get rid of it"]);
    let behind = wish.map_or(rest, |(at, _)| rest.until(at));
    let when: Vec<(usize, usize)> =
        behind.scan(PLANS).iter().map(|found| (found.from, found.to)).collect();
    let dated = behind.is_covered(&when, &["on", "at"]);
    if sentence.is_question() || !dated && !behind.only_marks(behind.from) {
        return None;
    }
    if dated {
        let (days, _) = behind.days(PLANS).ok()?;
        let target = target(&sentence.until(at), &[]).ok()?;
        return Some(event(target, days));
    }
    dropped(&sentence.until(at))
}

/// "(i can't make) the dentist on friday, can you move it to monday": what becomes of it is said.
fn moved_instead(old: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = old.find(&[
        "move it",
        "reschedule it",
        "push it",
        "change it",
        "switch it",
        "shift it",
        "bump it",
        "postpone it",
        "put it back",
        "rebook it",
        "delay it",
        "swap it",
    ])?;
    let polite = (old.from..at)
        .rev()
        .take_while(|at| {
            matches!(
                old.word(*at),
                "can" | "you" | "could" | "please" | "so" | "and" | "pls" | "we"
            ) || old.tokens.mark(*at).is_some()
        })
        .count();
    let to = becomes::changes(
        &old.after(end)
            .starts(&["back to", "to", "until", "for"])
            .map_or(old.after(end), |to| old.after(to)),
        Cue::Untitled,
    )
    .ok()?;
    let which = rows::single(&old.until(at - polite), Item::Event).ok()?;
    (!to.is_empty()).then_some(Outcome::Done(Request::Change { which, to }))
}

/// "sam can't do lunch tomorrow so cancel it": a wish about what the reason names.
pub(super) fn so_cancel(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = sentence
        .find(&[
            "cancel it",
            "delete it",
            "scrap it",
            "bin it",
            "drop it",
            "call it off",
            "remove it",
            "get rid of it",
            "take it off",
        ])
        .filter(|(at, _)| *at > sentence.from + 1)?;
    let tail = sentence.after(end);
    let rest = tail.starts(&["please", "for me", "thanks", "then"]).unwrap_or(end);
    let reason = sentence.until(at);
    let links = (reason.from..reason.to)
        .rev()
        .take_while(|at| {
            matches!(
                reason.word(*at),
                "so" | "and" | "please" | "can" | "you" | "could" | "just" | "we" | "should"
            ) || reason.tokens.mark(*at).is_some()
        })
        .count();
    let reason = reason.until(reason.to - links);
    let (_, named) =
        reason.find(&["can't do", "can't make", "cannot do", "cannot make", "can't come to"])?;
    tail.only_marks(rest).then(|| dropped(&reason.after(named)))?
}

/// "gym's cancelled", "dinner's off": the verb hangs on the name.
fn short_is(sentence: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let (at, end) = sentence.find(&["cancelled", "canceled", "called off"]).or_else(|| {
        // "Anna's off on friday" is about Anna.
        let last = sentence.last_word();
        (last > sentence.from && sentence.word(last) == "off").then_some((last, last + 1))
    })?;
    let been = usize::from(at > sentence.from + 1 && sentence.word(at - 1) == "been");
    let hangs = at > sentence.from + been && sentence.word(at - 1 - been).ends_with("'s");
    let at = at - been;
    hangs.then_some((at, end))
}

/// The event that a noun phrase with its day names.
fn dropped(old: &Sentence<'_, '_>) -> Option<Outcome> {
    let front = old.starts(&["can", "could", "should", "i need", "i want", "i'd like", "would"]);
    let old = &front.filter(|end| *end < old.to).map_or(*old, |end| old.after(end));
    let last = old.last_word();
    let old = &(if old.word(last) == "to" && last > old.from { old.until(last) } else { *old });
    let (days, dated) = old.days(PLANS).ok()?;
    match (target(old, &dated.used), super::at(&dated)) {
        (Ok(target), _) => Some(event(target, days)),
        // "the 10am is off"
        (Err(_), Some(at)) => Some(gone(Which {
            item: Item::Event,
            guessed: true,
            days,
            at: Some(at),
            ..Which::default()
        })),
        (Err(_), None) => None,
    }
}

pub(super) fn event(target: Target, days: Days) -> Outcome {
    let target = Some(match target {
        Target::Words(name) => Target::Words(name.trim_end_matches("'s").to_owned()),
        other => other,
    });
    gone(Which { item: Item::Event, guessed: true, target, days, ..Which::default() })
}
