//! What is not wanted any more, without a verb that deletes: "take buy oat milk off my list", "I
//! don't need to file taxes anymore", "yoga tomorrow is cancelled".

use super::gone;
use crate::language::request::{
    Item, Outcome, PLANS, Target, Which, edits::target, sentence::Sentence,
};

/// What is not wanted any more.
pub(super) fn needless(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    not_needed(sentence).or_else(|| off_the_list(sentence)).or_else(|| called_off(sentence))
}

fn task(named: Result<Target, crate::language::request::Question>) -> Outcome {
    match named {
        Ok(target) => {
            gone(Which { item: Item::Task, target: Some(target), ..Which::default() })
        }
        Err(question) => Outcome::Ask(question),
    }
}

/// "take buy oat milk off my list"
fn off_the_list(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&["take", "get", "strike", "knock", "scratch"])?;
    let body = sentence.after(end);
    let (at, behind) = body.find(&[
        "off my list",
        "off the list",
        "off my to do list",
        "off my todo list",
        "off my tasks",
        "from my list",
        "off my shopping list",
        "off the shopping list",
        "off my to-do list",
    ])?;
    if at <= body.from || !body.only_marks(behind) {
        return None;
    }
    Some(task(target(&body.until(at), &[])))
}

/// "i don't need to file taxes anymore, remove it", "the flu shot reminder, delete it".
fn not_needed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "i don't need to",
        "i dont need to",
        "i do not need to",
        "i no longer need to",
        "don't need to",
        "no need to",
    ])?;
    let stop = sentence
        .find(&["anymore", "any more", "any longer", "remove it", "delete it", "cancel it"])
        .map_or(sentence.to, |(from, _)| from);
    Some(task(target(&sentence.until(stop).after(end), &[])))
}

/// "yoga tomorrow is cancelled, take it off", "the standup got called off".
fn called_off(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = sentence
        .find(&[
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
            "isn't happening",
            "is not happening",
            "is off",
        ])
        .filter(|(at, _)| *at > sentence.from)?;
    let rest = sentence.after(end);
    let wish = rest.find(&["take it", "remove it", "delete it", "drop it", "get rid of it"]);
    let behind = wish.map_or(rest, |(at, _)| rest.until(at));
    if sentence.is_question() || !behind.plain().is_empty() && !behind.only_marks(behind.from) {
        return None;
    }
    let old = sentence.until(at);
    let (days, dated) = old.days(PLANS).ok()?;
    let target = target(&old, &dated.used).ok()?;
    Some(gone(Which {
        item: Item::Event,
        guessed: true,
        target: Some(target),
        days,
        ..Which::default()
    }))
}
