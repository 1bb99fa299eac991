//! What takes the place of something: "start the workshop at 10 instead of 9", "let's do the call on
//! friday instead", "yoga's at 7 now, not 6".

use super::{becomes, reschedule};
use crate::language::request::{Change, Item, Outcome, PLANS, Request, create, sentence::Sentence};

/// Verbs that say nothing but that it takes place.
const HOLDING: [&str; 19] = [
    "we're doing",
    "we're having",
    "i'm doing",
    "i'm having",
    "we are doing",
    "we are having",
    "start",
    "begin",
    "do",
    "have",
    "hold",
    "make",
    "stick",
    "put",
    "pop",
    "host",
    "run",
    "meet for",
    "schedule",
];

/// A sentence without the end that names what is no longer so, and whether it had one.
pub(super) fn without_former<'s, 't>(sentence: &Sentence<'s, 't>) -> (Sentence<'s, 't>, bool) {
    let last = sentence.last_word();
    if sentence.word(last) == "instead" && last > sentence.from {
        return (sentence.until(last), true);
    }
    // "standup 9:45 now"
    if sentence.word(last) == "now"
        && sentence.until(last).scan(PLANS).iter().any(|found| {
            found.to == last && found.parts.clock.is_some() && found.from > sentence.from
        })
    {
        return (sentence.until(last), true);
    }
    let former = sentence
        .find(&["instead of", "rather than", "and not", "not"])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to);
    let Some((at, end)) = former else { return (*sentence, false) };
    let rest = sentence.after(end);
    let used = rest.dated_from_hour(PLANS).map(|dated| dated.used).unwrap_or_default();
    let idle =
        ["at", "on", "from", "the", "please", "pls", "thanks", "now", "as", "planned", "usual"];
    if !rest.is_covered(&used, &idle) {
        return (*sentence, false);
    }
    let comma = usize::from(sentence.tokens.is_mark(at - 1, ','));
    (sentence.until((at - comma).max(sentence.from + 1)), true)
}

/// Reads a wish that something takes place at another time than it would.
pub(super) fn instead(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() && !sentence.tokens.is_mark(sentence.to.saturating_sub(1), '?') {
        return None;
    }
    if let Some(outcome) = arrowed(sentence) {
        return Some(outcome);
    }
    let (body, former) = without_former(sentence);
    if let Some(outcome) = with_it(&body) {
        return Some(outcome);
    }
    // "buy milk on friday instead" is something to do.
    if !former || create::is_commanded(&body) {
        return None;
    }
    let held = body.starts(&HOLDING);
    let stands = body
        .find(&["is", "are", "was", "starts", "begins", "will be", "should be"])
        .filter(|(at, _)| *at > body.from);
    let (old, new) = match (held, stands) {
        (Some(end), _) => {
            let rest = body.after(end);
            let first = rest.scan(PLANS).iter().map(|found| found.from).min()?;
            (rest.until(first), rest.after(first))
        }
        (None, Some((at, end))) => (body.until(at), body.after(end)),
        (None, None) => {
            let hung = (body.from..body.to.min(body.from + 5)).find(|at| {
                body.word(*at).ends_with("'s") && matches!(body.word(at + 1), "at" | "on")
            });
            // "yoga's at 7 now not 6", "soccer practice friday instead of thursday"
            let first = match hung {
                Some(at) => at + 1,
                None => body.scan(PLANS).iter().map(|found| found.from).min()?,
            };
            (body.until(first), body.after(first))
        }
    };
    let new = becomes::inner(&new);
    let dated = new.dated_from_hour(PLANS).ok()?;
    if old.is_empty()
        || !new.is_covered(&dated.used, &["at", "on", "for", "the", "to", "from", "now"])
    {
        return None;
    }
    let to = becomes::settled(&dated).filter(|to| matches!(to, Change::Move(_)))?;
    match reschedule::renamed(&old, Item::Event)? {
        Ok(which) => Some(Outcome::Done(Request::Change { which, to: vec![to] })),
        Err(question) => Some(Outcome::Ask(question)),
    }
}

/// "mow the lawn: do it wednesday", "the dentist - can you move it to monday": the row stands in
/// front of what is to become of it.
fn with_it(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = body
        .find(&[
            "do it",
            "have it",
            "make it",
            "move it",
            "push it",
            "shift it",
            "change it",
            "bump it",
            "reschedule it",
            "switch it",
            "schedule it",
            "move to",
            "push to",
            "change to",
            "reschedule to",
            "reschedule for",
        ])
        .filter(|(at, _)| *at > body.from)?;
    let links = (body.from..at)
        .rev()
        .take_while(|at| {
            matches!(
                body.word(*at),
                "can" | "you" | "could" | "please" | "so" | "let's" | "we" | "pls" | "i" | "i'll"
            ) || body.tokens.mark(*at).is_some()
        })
        .count();
    let marked = (at - links..at).any(|at| body.tokens.mark(at).is_some());
    let old = body.until(at - links);
    let front = [
        "i need more time for",
        "i need longer for",
        "i need more time on",
        "i can't finish",
        "i won't finish",
        "i'm not ready for",
        "i'm running behind on",
        "not ready for",
    ];
    let old = old.starts(&front).map_or(old, |end| old.after(end));
    let rest = body.after(end);
    let rest =
        rest.starts(&["back to", "to", "for", "on", "until"]).map_or(rest, |to| rest.after(to));
    let dated = becomes::inner(&rest).dated_from_hour(PLANS).ok()?;
    let whole = becomes::inner(&rest).is_covered(&dated.used, &["at", "on", "the", "to"]);
    if !marked || old.is_empty() || !whole || old.dated_at_all() && old.to - old.from > 6 {
        return None;
    }
    let to = becomes::settled(&dated).filter(|to| matches!(to, Change::Move(_)))?;
    let item = if create::is_imperative(&old) { Item::Task } else { Item::Event };
    let which = reschedule::renamed(&old, item)?.ok()?;
    Some(Outcome::Done(Request::Change { which, to: vec![to] }))
}

/// "dentist -> thu 4pm", "gym > 7pm"
fn arrowed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let at = (sentence.from + 1..sentence.to)
        .find(|at| matches!(sentence.tokens.mark(*at), Some('>' | '→')))?;
    let dash = usize::from(sentence.tokens.is_dash(at - 1) && at > sentence.from + 1);
    let (old, new) = (sentence.until(at - dash), sentence.after(at + 1));
    let dated = new.dated_from_hour(PLANS).ok()?;
    if !new.is_covered(&dated.used, &["at", "on"]) || create::is_commanded(&old) {
        return None;
    }
    let to = becomes::settled(&dated).filter(|to| matches!(to, Change::Move(_)))?;
    let which = reschedule::renamed(&old, Item::Event)?.ok()?;
    Some(Outcome::Done(Request::Change { which, to: vec![to] }))
}
