//! Corrections of what was just done: "no, make it 3pm", "friday instead", "the second one to 9".

use super::words_of;
use crate::language::request::{
    Change, Outcome, PLANS, Question, Reading, Request, Which,
    edits::{
        self,
        becomes::{self, Cue},
        rows,
    },
    sentence::Sentence,
};

/// Openings of a correction that may stand before anything.
#[rustfmt::skip]
const CORRECTING: [&str; 40] = [
    "no that's wrong", "that's wrong", "that's not right", "wrong",
    "no i meant", "no i mean", "no wait", "no sorry", "no actually", "sorry i meant", "sorry i mean",
    "oops i meant", "i meant", "i mean", "actually no", "actually make", "actually", "wait no",
    "wait", "hang on", "hold on", "oops", "sorry", "correction", "scratch that", "hmm", "hm", "oh",
    "nope", "nah", "no", "not quite", "my bad", "my mistake", "rather", "or rather", "better", "well", "ah", "um",
];

/// "no, make it 3pm", "actually friday", "it was 12.80", "an hour later", "friday instead".
pub(super) fn corrected(whole: &Sentence<'_, '_>) -> Option<Reading> {
    let (body, led) = behind_opening(whole);
    if body.is_empty() || body.is_question() && !led {
        return None;
    }
    if led
        && let Some(Outcome::Done(request)) = edits::explicit(&body).or_else(|| edits::read(&body))
    {
        return Some(Reading::Requests(vec![request]));
    }
    // "to thursday", "no, back to the 12th"
    if let Some(end) = body.starts(&["back to", "to"]) {
        let rest = body.after(end);
        let used = rest.dated_from_hour(PLANS).ok()?.used;
        if rest.is_covered(&used, &["the", "at", "on"]) {
            return becoming(&rest, Cue::Untitled, false);
        }
    }
    if let Some(reading) = elliptic(&body) {
        return Some(reading);
    }
    let body = without_old(&body);
    if let Some(said) = confirmed(&body) {
        return becoming(&said, Cue::Untitled, false);
    }
    let cost = body.starts(&[
        "it was actually",
        "that was actually",
        "it was only",
        "that was",
        "it was",
        "it cost",
        "that cost",
        "it's",
        "its",
        "that's",
        "it should be",
        "that should be",
        "it should have been",
        "should be",
        "should have been",
        "it is",
        "i paid",
        "that should have been",
        "the amount was",
        "the amount is",
        "amount is",
        "amount was",
        "the price was",
        "the total was",
    ]);
    if let Some(end) = cost.filter(|end| *end < body.to) {
        return becoming(&body.after(end), Cue::Untitled, true);
    }
    let instead = body.tokens.is(body.last_word(), "instead");
    if led || instead {
        return becoming(&body, Cue::Untitled, false);
    }
    // "an hour later", "30 min earlier"
    let shift = becomes::shift(&becomes::inner(&body))?;
    Some(requests(vec![Change::Move(shift)]))
}

/// What stands behind the openings of a correction, and whether there are any.
fn behind_opening<'s, 't>(whole: &Sentence<'s, 't>) -> (Sentence<'s, 't>, bool) {
    let (mut body, mut led) = (*whole, false);
    loop {
        while matches!(body.tokens.mark(body.from), Some(',' | '.' | '!' | '-' | '–' | '…' | ':'))
            && body.from < body.to
        {
            body = body.after(body.from + 1);
        }
        // "no" and "actually" with nothing behind them are answers.
        let Some(end) = CORRECTING
            .iter()
            .find_map(|phrase| words_of(phrase, &body).filter(|end| *end < body.to))
        else {
            return (body, led);
        };
        body = body.after(end);
        led = true;
    }
}

/// What stands behind the openings of a correction, where there are any.
pub(super) fn from_correction<'s, 't>(whole: &Sentence<'s, 't>) -> Option<Sentence<'s, 't>> {
    let (body, led) = behind_opening(whole);
    led.then_some(body)
}

/// "saturday was right", "7 is better", "friday works".
fn confirmed<'s, 't>(body: &Sentence<'s, 't>) -> Option<Sentence<'s, 't>> {
    const RIGHT: [&str; 12] = [
        "right", "correct", "fine", "ok", "okay", "better", "good", "best", "works", "perfect",
        "was", "is",
    ];
    let last = body.last_word();
    let verbs = (body.from..=last)
        .rev()
        .take_while(|at| {
            RIGHT.contains(&body.word(*at)) || body.word(*at) == "would" || body.word(*at) == "be"
        })
        .count();
    let said =
        verbs > 0 && !matches!(body.word(last), "was" | "is") && last + 1 > body.from + verbs;
    said.then(|| body.until(last + 1 - verbs))
}

/// "the second one to 9", "both half an hour earlier": the verb of a change is left out.
fn elliptic(body: &Sentence<'_, '_>) -> Option<Reading> {
    let body =
        body.starts(&["and also", "and", "also", "then"]).map_or(*body, |end| body.after(end));
    let (target, end) = (body.from + 1..body.to.min(body.from + 6))
        .rev()
        .find_map(|end| Some((rows::leaning(&body.until(end))?, end)))?;
    // "it" and "that" begin many sentences; a place in a list does not.
    if target == crate::language::request::Target::Last {
        return None;
    }
    let rest = body.after(end);
    let rest = rest
        .starts(&["should be", "goes to", "to be", "to", "into", "is"])
        .map_or(rest, |end| rest.after(end));
    let to = becomes::changes(&rest, Cue::Untitled).ok()?;
    let which = Which { target: Some(target), ..Which::default() };
    (!to.is_empty()).then(|| Reading::Requests(vec![Request::Change { which, to }]))
}

/// Without ", not 12" at the end, which names what it is not.
fn without_old<'s, 't>(body: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    body.find(&["not", "instead of", "rather than"])
        .filter(|(at, _)| *at > body.from)
        .map_or(*body, |(at, _)| body.until(at))
}

fn becoming(body: &Sentence<'_, '_>, cue: Cue, was: bool) -> Option<Reading> {
    let mut to = match becomes::changes(body, cue) {
        Ok(to) => to,
        Err(question @ (Question::NoSuchDate | Question::Disagree { .. })) => {
            return Some(Reading::Ask(question));
        }
        Err(_) => return None,
    };
    to.retain(|change| {
        !was || !matches!(change, Change::Location(_)) || body.starts(&["at"]).is_some()
    });
    if was {
        // What something was is what it cost, before it is when it was.
        to.sort_by_key(|change| !matches!(change, Change::Amount { .. }));
    }
    (!to.is_empty()).then(|| requests(to))
}

fn requests(to: Vec<Change>) -> Reading {
    Reading::Requests(vec![Request::Change { which: Which::last(), to }])
}
