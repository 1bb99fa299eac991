//! What is not wanted any more, without a verb that deletes: "take buy oat milk off my list", "I
//! don't need to file taxes anymore", "yoga tomorrow is cancelled".

use super::gone;
use crate::language::request::{
    Days, Item, Outcome, PLANS, Target, Which, edits::target, sentence::Sentence,
};

/// What is not wanted any more.
pub(super) fn needless(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    not_needed(sentence).or_else(|| off_the_list(sentence)).or_else(|| called_off(sentence))
}

fn task(named: Result<Target, crate::language::request::Question>) -> Outcome {
    match named {
        Ok(target) => gone(Which { item: Item::Task, target: Some(target), ..Which::default() }),
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

/// "yoga tomorrow is cancelled, take it off", "the standup got called off".
fn called_off(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(end) = sentence.starts(&[
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
        let old =
            old.find(&["anymore", "any more", "after all"]).map_or(old, |(at, _)| old.until(at));
        return dropped(&old);
    }
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

/// "gym's cancelled": the verb hangs on the name.
fn short_is(sentence: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let (at, end) = sentence.find(&["cancelled", "canceled", "called off"])?;
    let hangs = at > sentence.from && sentence.word(at - 1).ends_with("'s");
    hangs.then_some((at, end))
}

/// The event that a noun phrase with its day names.
fn dropped(old: &Sentence<'_, '_>) -> Option<Outcome> {
    let (days, dated) = old.days(PLANS).ok()?;
    Some(event(target(old, &dated.used).ok()?, days))
}

fn event(target: Target, days: Days) -> Outcome {
    let target = Some(match target {
        Target::Words(name) => Target::Words(name.trim_end_matches("'s").to_owned()),
        other => other,
    });
    gone(Which { item: Item::Event, guessed: true, target, days, ..Which::default() })
}
