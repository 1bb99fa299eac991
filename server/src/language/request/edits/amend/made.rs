//! What something is made or changed into: "make it 3pm", "change lunch to 15".

use super::{about, change, last_to};
use crate::language::request::{
    Change, Item, Outcome, PLANS, Which,
    edits::becomes::{self, Cue},
    phrases,
    sentence::Sentence,
};

/// "make it 3pm", "change it to friday", "make the meeting an hour later", "change lunch to 15".
pub(super) fn made(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&[
        "make",
        "have",
        "let",
        "change",
        "switch",
        "set",
        "update",
        "correct",
        "fix",
        "edit",
        "move",
        "push",
        "bump",
        "shift",
        "put",
        "bring",
        "reschedule",
        "delay",
        "postpone",
        "drop",
    ])?;
    let word = sentence.word(sentence.from);
    let body = sentence.after(verb);
    // "make buy milk due tomorrow"
    if let Some((at, end)) = body.find(&["due"]).filter(|(at, _)| *at > body.from && word == "make")
    {
        let dated = body.after(end).dated(PLANS).ok()?;
        if body.after(end).is_covered(&dated.used, &["on", "by", "the"]) {
            let to = becomes::settled(&dated)?;
            return about(&body.until(at), Item::Task, Ok(vec![to]));
        }
    }
    let pronoun = body.starts(&["it", "that one", "that", "this one", "this"]).filter(|end| {
        *end < body.to
            && (matches!(
                body.word(*end),
                "to" | "a" | "an" | "at" | "on" | "by" | "back" | "for" | "until" | "till" | "due"
            ) || !body.tokens.is_word(*end)
                || word == "make"
                || body.after(*end).starts_with_date())
    });
    if let Some(end) = pronoun {
        let rest = body.after(end);
        let rest = rest.starts(&["to be", "to", "into", "due"]).map_or(rest, |end| rest.after(end));
        let to = becomes::changes(
            &rest,
            if word == "make" || word == "change" { Cue::Any } else { Cue::Untitled },
        );
        return match to {
            Ok(to) if to.is_empty() => None,
            Ok(to) => Some(change(Which::last(), to)),
            Err(question) => Some(Outcome::Ask(question)),
        };
    }
    match word {
        // "make the meeting an hour later": what is made is a thing with an article.
        "make" => {
            let instead = body.tokens.is(body.last_word(), "instead");
            let body = if instead { body.until(body.last_word()) } else { body };
            // "make dinner an hour later", "make book club monthly"
            let shifted = body.tokens.any(body.last_word(), &["later", "earlier"]);
            let adverb = body.word(body.last_word()).ends_with("ly")
                && body.dated(PLANS).is_ok_and(|dated| dated.parts.repeat.is_some());
            if !instead && !shifted && !adverb {
                body.starts(&["the", "my", "our", "that", "this"])?;
            }
            if let Some(outcome) = at_a_time(&body, instead) {
                return Some(outcome);
            }
            let (at, _, _) = body.length()?;
            let shift = becomes::shift(&becomes::inner(&body.after(at)))?;
            about(&body.until(at), Item::Either, Ok(vec![Change::Move(shift)]))
        }
        "change" | "update" | "correct" | "fix" | "edit" | "set" | "switch" => {
            let joint = last_to(&body)?;
            let new = body.after(joint + 1);
            let old = body.until(joint);
            let old = old.find(&["from"]).map_or(old, |(at, _)| old.until(at));
            let to = becomes::changes(&new, Cue::Any);
            let money = |to: &[Change]| {
                matches!(to.first(), Some(Change::Amount { .. }))
                    || to.iter().any(|change| matches!(change, Change::Amount { .. }))
                    || matches!(
                        to.first(),
                        Some(
                            Change::Title(_)
                                | Change::Category(_)
                                | Change::Length(_)
                                | Change::Repeat(_)
                        )
                    )
            };
            // A day or time alone is what "reschedule" reads, with what the thing has now.
            if to.as_ref().is_ok_and(|to| !money(to))
                || old.is_empty()
                || matches!(word, "set" | "switch")
                    && to.as_ref().is_ok_and(|to| matches!(to.first(), Some(Change::Title(_))))
            {
                return None;
            }
            about(&old, Item::Either, to)
        }
        // "have the review start at 2"
        "have" | "let" => {
            body.find(&["start", "begin", "be at", "start at"])
                .filter(|(at, _)| *at > body.from)?;
            at_a_time(&body, false)
        }
        _ => None,
    }
}

/// "make the oil change 10am", "make the review start at 12:15". "make the cake at 5pm" is something
/// to do: behind "at" only the name of an event is moved.
fn at_a_time(body: &Sentence<'_, '_>, instead: bool) -> Option<Outcome> {
    let dated = body.dated(PLANS).ok()?;
    let from = dated.used.iter().map(|span| span.0).min()?;
    let to = dated.used.iter().map(|span| span.1).max()?;
    let links = (body.from..from)
        .rev()
        .take_while(|at| matches!(body.word(*at), "at" | "start" | "begin" | "be" | "for"))
        .count();
    let old = body.until(from - links);
    let bare = !matches!(body.word(from), "at" | "for" | "on" | "by" | "in" | "before");
    let starts = (from - links..from).any(|at| matches!(body.word(at), "start" | "begin" | "be"));
    let event = phrases::EVENT_NOUNS.contains(&old.word(old.last_word()));
    let repeats = dated.parts.repeat.is_some() && links == 0;
    let sure = instead || starts || links == 0 && bare || event;
    if dated.parts.clock.is_none() && !repeats || !sure || old.is_empty() || !body.only_marks(to) {
        return None;
    }
    let to = becomes::settled(&dated)?;
    about(&old, Item::Event, Ok(vec![to]))
}
