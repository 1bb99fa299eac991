//! Moving to a part of the day: "move the call to the morning".

use crate::language::{
    relative,
    request::{
        Change, Item, Move, Outcome, PLANS, Request, Which, edits::target, sentence::Sentence,
    },
    resolve,
};

/// "move the call to the morning": to the hour of that part, of its own day.
pub(super) fn to_part(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let to = (body.from..body.to).rev().find(|at| body.tokens.is(*at, "to"))?;
    let word = to + 1 + usize::from(body.tokens.is(to + 1, "the"));
    let part = relative::part(body.word(word)).filter(|_| body.only_marks(word + 1))?;
    let hour = resolve::hour_of(part, &body.tokens.habits)?;
    let old = body.until(to);
    let (days, dated) = old.days(PLANS).ok()?;
    let target = match target(&old, &dated.used) {
        Ok(target) => target,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let named = Which { target: Some(target), days, ..Which::default() };
    let leans = named.leans();
    let item = if leans { Item::Either } else { Item::Event };
    let which = Which { item, guessed: !leans, ..named };
    Some(Outcome::Done(Request::Change { which, to: vec![Change::Move(Move::Time(hour))] }))
}
