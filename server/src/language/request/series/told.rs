//! What something is like from some day on, told as a fact: "(from december on) standup is at 9:30",
//! "(from january on) yoga is every other week".

use super::cues::Cue;
use crate::language::request::{
    Change, Extent, Item, Outcome, PLANS, Request,
    edits::{becomes, rows},
    sentence::Sentence,
};

/// Reads such a fact about what follows.
pub(super) fn told(rest: &Sentence<'_, '_>, cue: &Cue) -> Option<Request> {
    if cue.extent != Extent::Following || rest.is_question() {
        return None;
    }
    if let Some(request) = made(rest) {
        return Some(request);
    }
    let (at, end) = rest
        .find(&[
            "is now at",
            "is now",
            "is at",
            "is",
            "are at",
            "are",
            "will be at",
            "will be",
            "takes place at",
            "takes place",
            "starts at",
            "starts",
            "begins at",
            "begins",
            "moves to",
            "moves",
            "happens at",
            "happens",
            "goes to",
            "changes to",
            "shifts to",
            "should be at",
            "should be",
        ])
        .filter(|(at, end)| *at > rest.from && *end < rest.to)?;
    let to = becomes::changes(&rest.after(end), becomes::Cue::Untitled).ok()?;
    let to: Vec<Change> = to
        .into_iter()
        .filter(|change| {
            matches!(
                change,
                Change::Move(_) | Change::Repeat(_) | Change::Length(_) | Change::Location(_)
            )
        })
        .collect();
    let which = rows::single(&rest.until(at), Item::Event).ok()?;
    (!to.is_empty()).then_some(Request::Change { which, to })
}

/// "make standup weekly": how often something repeats, where something else says that it is about
/// a series.
pub(super) fn made(rest: &Sentence<'_, '_>) -> Option<Request> {
    made_from(rest).map(|(request, _)| request)
}

/// The same with the place where how often it repeats is said.
fn made_from(rest: &Sentence<'_, '_>) -> Option<(Request, usize)> {
    let body = rest.after(rest.starts(&["make"])?);
    let dated = body.dated(PLANS).ok()?;
    let from = dated.used.iter().map(|span| span.0).min().filter(|from| *from > body.from)?;
    let to = dated.used.iter().map(|span| span.1).max()?;
    let repeat = becomes::settled(&dated).filter(|_| body.only_marks(to))?;
    let which = rows::single(&body.until(from), Item::Event).ok()?;
    let repeats = matches!(repeat, Change::Repeat(Some(_)));
    repeats.then_some((Request::Change { which, to: vec![repeat] }, from))
}

/// "make standup weekly", where nothing else says that it is about a series.
pub(super) fn adverb(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    const OFTEN: [&str; 7] =
        ["weekly", "daily", "monthly", "yearly", "fortnightly", "biweekly", "quarterly"];
    let (request, at) = made_from(plain)?;
    OFTEN.contains(&plain.word(at)).then_some(Outcome::Done(request))
}
