//! One thing on several days: "gym tuesday and thursday at 7am", "skip standup tomorrow and on
//! friday", "water the plants tomorrow, thursday and on sunday".
//!
//! The part is read once with each of its days in the place of all of them.

use std::mem::discriminant;

use super::read;
use crate::language::lexer::Tokens;
use crate::language::{
    request::{PLANS, Reading, Request, fresh::without, sentence::Sentence},
    scan::Scene,
};

/// More days than this are no list of days.
const MOST: usize = 7;

/// A day is said in so many words at most: "on the 5th of december".
const LONGEST: usize = 6;

/// What may stand behind the last day: more about all of them.
const BEHIND: [&str; 9] = ["at", "for", "with", "in", "around", "until", "by", "as", "please"];

/// What makes a list of days something else: a repeat, a stretch of time, a choice.
const OTHERWISE: [&str; 10] =
    ["every", "each", "between", "or", "either", "free", "weekly", "from", "starting", "since"];

/// The same request for each of the days that a part lists.
pub(super) fn each(sentence: &Sentence<'_, '_>) -> Option<Vec<Request>> {
    let plain = sentence.plain();
    if plain.is_question() || (plain.from..plain.to).any(|at| OTHERWISE.contains(&plain.word(at))) {
        return None;
    }
    let days = listed(&plain)?;
    let (first, last) = (days.first()?.0, days.last()?.1);
    let goes_on = last >= plain.to
        || BEHIND.contains(&plain.word(last))
        || plain.tokens.number(last).is_some()
        || plain.tokens.is_mark(last, '@')
        || plain.only_marks(last);
    if !goes_on {
        return None;
    }
    if runs_until(&plain, last) {
        return each_week(&plain, first);
    }
    let mut requests: Vec<Request> = Vec::new();
    for (from, to) in &days {
        let text = without(&plain, &[(first, *from), (*to, last)]);
        let Reading::Requests(mut one) =
            read(&Tokens::said(&text, plain.reference), plain.reference, false)
        else {
            return None;
        };
        let request = one.pop().filter(|request| one.is_empty() && may_be_each(request))?;
        if requests.last().is_some_and(|other| discriminant(other) != discriminant(&request)) {
            return None;
        }
        requests.push(request);
    }
    Some(requests)
}

/// "until 18 december", "till the end of term": behind days of the week, they go on until then.
fn runs_until(plain: &Sentence<'_, '_>, last: usize) -> bool {
    let ends = plain.after(last).find(&["until", "till", "til", "through to"]);
    ends.is_some_and(|(_, to)| {
        let end = plain.after(to).scan(PLANS);
        end.first().is_some_and(|end| end.from == to && end.parts.day.is_some())
    })
}

/// The same on those days of every week: "gym tuesday and thursday at 7 until june".
fn each_week(plain: &Sentence<'_, '_>, first: usize) -> Option<Vec<Request>> {
    let skipped = plain.starts_at(first, &["on the", "on"]).unwrap_or(first);
    let (before, behind) =
        (plain.tokens.span(plain.from, first), plain.tokens.span(skipped, plain.to));
    let text = &plain.tokens.text;
    let said = format!("{} every {}", text.get(before)?, text.get(behind)?);
    match read(&Tokens::said(&said, plain.reference), plain.reference, false) {
        Reading::Requests(requests) => Some(requests),
        _ => None,
    }
}

/// What several days may be said of: something new, or what is called off.
fn may_be_each(request: &Request) -> bool {
    match request {
        Request::CreateEvent { repeat, .. } | Request::CreateTask { repeat, .. } => {
            repeat.is_none()
        }
        Request::Delete { .. } => true,
        _ => false,
    }
}

/// The days of a list, two or more, with nothing but joints between them.
fn listed(plain: &Sentence<'_, '_>) -> Option<Vec<(usize, usize)>> {
    let scene = Scene::new(plain.tokens, plain.reference, PLANS);
    let is_day = |from: usize, to: usize| {
        matches!(scene.scan(from, to).as_slice(), [only]
            if only.to == to
                && only.parts.day.is_some()
                && only.parts.clock.is_none()
                && only.parts.part.is_none()
                && only.parts.repeat.is_none()
                && only.parts.length.is_none()
                && (from..only.from).all(|at| matches!(plain.word(at), "on" | "the" | "this")))
    };
    let behind = |from: usize| {
        let most = plain.to.min(from + LONGEST);
        (from + 1..=most).rev().find(|to| is_day(from, *to)).map(|to| (from, to))
    };
    (plain.from + 1..plain.to).find_map(|joint| {
        let next = past_joint(plain, joint)?;
        let least = plain.from.max(joint.saturating_sub(LONGEST));
        let before = (least..joint).find(|from| is_day(*from, joint)).map(|from| (from, joint))?;
        let mut days = vec![before, behind(next)?];
        while days.len() < MOST
            && let Some(next) = days.last().and_then(|(_, to)| past_joint(plain, *to))
            && let Some(day) = behind(next)
        {
            days.push(day);
        }
        Some(days)
    })
}

/// The place behind what joins two days.
fn past_joint(plain: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let mut place = at;
    while place < plain.to
        && (matches!(plain.tokens.mark(place), Some(',' | '&' | '+'))
            || matches!(plain.word(place), "and" | "also" | "again"))
    {
        place += 1;
    }
    (place > at && place < plain.to).then_some(place)
}
