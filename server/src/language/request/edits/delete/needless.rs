//! What is not wanted any more, without a verb that deletes: "take buy oat milk off my list", "I
//! don't need to file taxes anymore".

use super::{
    gone,
    missed::{called_off, event, so_cancel},
};
use crate::language::request::{
    Item, Outcome, PLANS, Target, Which, edits::target, sentence::Sentence,
};

/// What is not wanted any more.
pub(super) fn needless(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    not_needed(sentence)
        .or_else(|| off_the_list(sentence))
        .or_else(|| so_cancel(sentence))
        .or_else(|| called_off(sentence))
}

fn task(named: Result<Target, crate::language::request::Question>) -> Outcome {
    match named {
        Ok(target) => gone(Which { item: Item::Task, target: Some(target), ..Which::default() }),
        Err(question) => Outcome::Ask(question),
    }
}

/// "take buy oat milk off my list"
fn off_the_list(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "take", "get", "strike", "knock", "scratch", "wipe", "cross", "rub", "clear", "drop",
        "pull",
    ])?;
    let body = sentence.after(end);
    // "wipe the seminar off monday"
    if let Some((at, behind)) = body.find(&["off"]).filter(|(at, _)| *at > body.from) {
        let when = body.after(behind);
        let days = when.scan(PLANS);
        let spans: Vec<_> = days.iter().map(|found| (found.from, found.to)).collect();
        let dated =
            days.iter().any(|found| found.parts.day.is_some() && found.parts.clock.is_none());
        let old = body.until(at);
        if dated && when.is_covered(&spans, &["my", "on", "of"]) && !old.dated_at_all() {
            let (days, _) = when.days(PLANS).ok()?;
            return Some(event(target(&old, &[]).ok()?, days));
        }
    }
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
        "off my calendar",
        "off the calendar",
        "off my schedule",
        "off my diary",
        "out of my calendar",
    ])?;
    if at <= body.from || !body.only_marks(behind) {
        return None;
    }
    if body.after(at).has(&["calendar", "schedule", "diary"]) {
        let old = body.until(at);
        let (days, dated) = old.days(PLANS).ok()?;
        let target = Some(target(&old, &dated.used).ok()?);
        return Some(gone(Which {
            item: Item::Event,
            guessed: true,
            target,
            days,
            ..Which::default()
        }));
    }
    Some(task(target(&body.until(at), &[])))
}

/// "i don't need to file taxes anymore, remove it", "the flu shot reminder, delete it".
fn not_needed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "i don't need to",
        "i do not need to",
        "i no longer need to",
        "don't need to",
        "no need to",
        "no longer need to",
        "we don't need to",
        "we no longer need to",
    ])?;
    let stop = sentence
        .find(&["anymore", "any more", "any longer", "remove it", "delete it", "cancel it"])
        .map_or(sentence.to, |(from, _)| from);
    Some(task(target(&sentence.until(stop).after(end), &[])))
}
