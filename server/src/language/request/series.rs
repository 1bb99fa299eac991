//! How much of what repeats a change is about: "only tomorrow's", "from december on", "the whole
//! series", "all future ones", "the next one".
//!
//! The words that say so are taken out, and what is left is read as any other change: "from
//! december on standup is at 9:30" is "move standup to 9:30" from the first of December on.

mod cues;
mod ends;
mod paused;
mod skipped;
mod told;

use chrono::NaiveDate;
use cues::Cue;

use super::{
    Change, Days, Extent, Item, Move, Outcome, Request, Target, edits, findings::Findings, fresh,
    segments, sentence::Sentence,
};
use crate::language::{lexer::Tokens, when::Moment};

/// Reads a change that says how much of what repeats it is about.
pub(super) fn read(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    if !cues::may_hold(&plain) {
        return None;
    }
    ends::ends(&plain)
        .or_else(|| cued(&plain))
        .or_else(|| skipped::skipped(&plain))
        .or_else(|| paused::paused(&plain))
        .or_else(|| told::adverb(&plain))
}

/// A change with words that say how much is meant.
fn cued(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let cue = cues::find(plain)?;
    let rest = fresh::without(plain, &cue.cut);
    read_afresh(plain, &rest, |rest| {
        let (day, rest) = leading_day(rest);
        let request = change(&rest)
            .or_else(|| skipped::request(&rest))
            .or_else(|| told::told(&rest, &cue))?;
        Some(Outcome::Done(meant(request, &cue, day, &rest)?))
    })
}

/// Reads words that were put together anew, if they ask for one thing.
fn read_afresh<T>(
    sentence: &Sentence<'_, '_>,
    text: &str,
    read: impl FnOnce(Sentence<'_, '_>) -> Option<T>,
) -> Option<T> {
    let tokens = Tokens::said(text, sentence.reference);
    let findings = Findings::new(&tokens, sentence.reference);
    let (from, to) = (0, tokens.len());
    let afresh = Sentence {
        tokens: &tokens,
        from,
        to,
        reference: sentence.reference,
        findings: &findings,
        carried: sentence.carried,
        spent: false,
    };
    if !segments::is_one(&afresh, &findings) {
        return None;
    }
    read(afresh.plain())
}

/// What the words ask to be changed, without how much of it.
fn change(rest: &Sentence<'_, '_>) -> Option<Request> {
    let outcome = edits::explicit(rest).or_else(|| edits::read(rest))?;
    match outcome {
        Outcome::Done(request @ (Request::Change { .. } | Request::Delete { .. })) => Some(request),
        Outcome::Done(_) | Outcome::Ask(_) | Outcome::Nothing => None,
    }
}

/// The request with how much is meant; none where it is not about something with a name.
fn meant(
    mut request: Request,
    cue: &Cue,
    day: Option<NaiveDate>,
    rest: &Sentence<'_, '_>,
) -> Option<Request> {
    let (Request::Change { which, .. } | Request::Delete { which }) = &mut request else {
        return None;
    };
    let named = matches!(which.target, Some(Target::Words(_)));
    if matches!(which.item, Item::Task | Item::Expense) && !which.guessed
        || !named && !which.leans() && which.at.is_none()
    {
        return None;
    }
    which.extent = Some(cue.extent);
    let from = cue.from.or(day);
    match cue.extent {
        Extent::Following => {
            which.all = false;
            if let Some(from) = from {
                (which.days, which.at) = (Days { first: Some(from), last: None }, None);
            } else {
                which.days.last = None;
            }
        }
        Extent::This => {
            if let Some(day) = from {
                which.days = Days { first: Some(day), last: Some(day) };
            }
        }
        Extent::All => which.all = false,
    }
    if let (Request::Change { to, .. }, Some(day), Extent::This) = (&mut request, from, cue.extent)
    {
        on_day(to, day, rest);
    }
    Some(request)
}

/// "this friday only, move yoga to 5pm": the clock time is one of that day.
fn on_day(to: &mut [Change], day: NaiveDate, rest: &Sentence<'_, '_>) {
    for change in to {
        if let Change::Move(Move::Time(time) | Move::Hour(time)) = change
            && let Some(start) =
                crate::language::zones::settle(rest.reference.now.timezone(), day.and_time(*time))
        {
            *change = Change::Move(Move::To { start: Moment::At(start), end: None });
        }
    }
}

/// A day in front of everything else, and the rest: "(this friday,) move yoga to 5pm".
fn leading_day<'s, 't>(rest: Sentence<'s, 't>) -> (Option<NaiveDate>, Sentence<'s, 't>) {
    let lead = || {
        let first = rest.scan(super::PLANS).into_iter().next()?;
        let sure = first.from == rest.from && first.parts.clock.is_none() && first.to < rest.to;
        let (days, _) = rest.until(first.to).days(super::PLANS).ok().filter(|_| sure)?;
        Some((days.first?, rest.after(first.to).plain()))
    };
    match lead() {
        Some((day, rest)) => (Some(day), rest),
        None => (None, rest),
    }
}
