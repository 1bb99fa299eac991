//! Other particulars: "change the lunch expense to 15", "the taxi was 18 not 12", "set the report
//! to p1", "move that to transport", "make the meeting an hour later".

mod copula;
mod fields;
mod filed;
mod length;
mod made;

pub(super) use filed::category_named;

use super::rows;
use crate::language::request::{
    Change, Item, Move, Outcome, PLANS, Question, Request, Target, Which, sentence::Sentence,
};

/// Reads a change of an amount, a category, a priority, a place, a length, or of the row that was
/// just spoken of.
pub(super) fn amend(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    fields::field(sentence)
        .or_else(|| fields::priority(sentence))
        .or_else(|| filed::filed(sentence))
        .or_else(|| copula::copula(sentence))
        .or_else(|| length::length(sentence))
        .or_else(|| made::made(sentence))
        .or_else(|| repeating(sentence))
}

/// The change itself, or the last one of several at once: it says most about what is changed.
fn telling(change: &Change) -> &Change {
    match change {
        Change::All(several) => several.last().unwrap_or(change),
        one => one,
    }
}

/// The change of these rows, without what cannot become of their kind.
pub(super) fn change(which: Which, to: Vec<Change>) -> Outcome {
    if to.is_empty() {
        return Outcome::Ask(Question::ToWhat);
    }
    let kind = |change: &Change| match telling(change) {
        Change::Amount { .. } | Change::Currency(_) | Change::Category(_) => Item::Expense,
        Change::Priority(_) | Change::Undated => Item::Task,
        Change::Length(_) | Change::Longer(_) | Change::Ends(_) | Change::Location(_) => {
            Item::Event
        }
        Change::Move(_)
        | Change::Title(_)
        | Change::Note(_)
        | Change::Repeat(_)
        | Change::All(_) => Item::Either,
    };
    let item = match (which.item, to.as_slice()) {
        (Item::Either, [one]) if which.target != Some(Target::Last) => kind(one),
        (item, _) => item,
    };
    // "change lunch to 15" keeps both readings, "change the lunch expense to 15" only one.
    let fits = |change: &Change| match item {
        Item::Either => true,
        Item::Expense => !matches!(
            change,
            Change::Move(Move::Time(_) | Move::Hour(_) | Move::By(_))
                | Change::Priority(_)
                | Change::Length(_)
                | Change::Longer(_)
                | Change::Ends(_)
                | Change::Location(_)
        ),
        Item::Event | Item::Task => {
            !matches!(change, Change::Amount { .. } | Change::Currency(_) | Change::Category(_))
        }
    };
    let mut to: Vec<Change> = to.into_iter().filter(fits).collect();
    if item == Item::Expense {
        to.sort_by_key(|change| !matches!(change, Change::Amount { .. } | Change::Category(_)));
    }
    if to.is_empty() {
        return Outcome::Ask(Question::ToWhat);
    }
    Outcome::Done(Request::Change { which: Which { item, ..which }, to })
}

fn about(old: &Sentence<'_, '_>, item: Item, to: Result<Vec<Change>, Question>) -> Option<Outcome> {
    let which = if let Some(which) = rows::leaning_which(old) {
        Ok(which)
    } else if let Some(bulk) = rows::bulk(old) {
        bulk
    } else {
        rows::single(old, item)
    };
    Some(match (which, to) {
        (Ok(which), Ok(to)) => change(which, to),
        (Err(question), _) | (_, Err(question)) => Outcome::Ask(question),
    })
}

/// "repeat gym every monday", "stop repeating the standup".
fn repeating(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(end) = sentence.starts(&["stop repeating", "don't repeat", "unrepeat"]) {
        return about(&sentence.after(end), Item::Either, Ok(vec![Change::Repeat(None)]));
    }
    if let Some(end) = sentence.starts(&["stop"])
        && let Some((at, behind)) =
            sentence.find(&["from repeating", "repeating", "from recurring", "recurring"])
        && at > end
        && sentence.only_marks(behind)
    {
        return about(&sentence.after(end).until(at), Item::Either, Ok(vec![Change::Repeat(None)]));
    }
    let opened = sentence.starts(&["repeat"]);
    // "make gym repeat every week", "have the standup recur daily", "gym should repeat weekly"
    let joint = sentence
        .find(&[
            "should repeat",
            "should recur",
            "should be repeating",
            "should be recurring",
            "needs to repeat",
            "to repeat",
            "to recur",
            "to be recurring",
            "to be repeating",
            "repeating",
            "recurring",
            "repeat",
            "recur",
            "repeats",
            "happen",
            "a recurring event",
            "a repeating event",
            "a recurring task",
            "a repeating task",
        ])
        .filter(|(at, _)| *at > sentence.from);
    let verb = sentence.starts(&["make", "set", "have", "let", "get", "turn", "change"]);
    let (body, behind) = match (opened, verb, joint) {
        (Some(end), ..) => (sentence.after(end), sentence.after(end)),
        (None, Some(end), Some((at, behind))) if at > end => {
            (sentence.after(end).until(at), sentence.after(behind))
        }
        (None, None, Some((at, behind)))
            if sentence.word(at) == "should" || sentence.word(at) == "needs" =>
        {
            (sentence.until(at), sentence.after(behind))
        }
        _ => return None,
    };
    let dated = behind.dated(PLANS).ok()?;
    let repeat = dated.resolved?.repeat?;
    let first = dated.used.first().map(|span| span.0)?;
    let old = body.until(first.min(body.to));
    let into =
        usize::from(old.to > old.from && matches!(old.word(old.to - 1), "into" | "as" | "be"));
    about(&old.until(old.to - into), Item::Either, Ok(vec![Change::Repeat(Some(repeat))]))
}

/// The last "to" with something on both sides.
fn last_to(body: &Sentence<'_, '_>) -> Option<usize> {
    (body.from..body.to.saturating_sub(1)).rev().find(|at| body.word(*at) == "to")
}
