//! What something was in truth: "the taxi was 18 not 12", "lunch should be 15".

use super::about;
use crate::language::{
    money::Weight,
    request::{
        Change, Item, Outcome, Request, Target, Which, categories,
        edits::{
            bare_title,
            becomes::{self, Cue},
            rows,
        },
        sentence::{Sentence, without_article},
    },
};

/// "the cvs prescription was 21.40": of one that is spoken of as known, what it cost in truth. A
/// price with no more than a thing in front of it is a new one.
fn stated(
    sentence: &Sentence<'_, '_>,
    old: &Sentence<'_, '_>,
    new: &Sentence<'_, '_>,
    known: bool,
) -> Option<Outcome> {
    let defined = sentence.starts(&["the", "that"]).is_some();
    let amount = new.amounts().first().copied()?;
    let sure = amount.weight >= Weight::Decimal
        && new.is_covered(&[(amount.from, amount.to)], &["actually", "really", "in", "total"]);
    // "lunch expense was 12.40" names one of those that are noted.
    let noted = rows::kind(old.word(old.last_word())) == Some((Item::Expense, false));
    if !(noted || known && defined && old.to - old.from >= 3) || !sure {
        return None;
    }
    let to = Change::Amount { hundredths: amount.hundredths, currency: amount.currency };
    about(old, Item::Expense, Ok(vec![to]))
}

/// "the netflix one is entertainment": a category by its own name.
fn filed(old: &Sentence<'_, '_>, new: &Sentence<'_, '_>) -> Option<Outcome> {
    let last = old.last_word();
    let row = old.word(last) == "one" || rows::kind(old.word(last)) == Some((Item::Expense, false));
    let category =
        categories::own(&without_article(becomes::inner(new).title(&[]).to_lowercase()))?;
    (row && last > old.from)
        .then(|| about(old, Item::Expense, Ok(vec![Change::Category(category.to_owned())])))?
}

/// "the taxi was 18 not 12", "lunch should be 15", "that was 40 euros, not 30", "it's transport".
pub(super) fn copula(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() {
        return None;
    }
    let (at, end) = sentence
        .find(&[
            "should have been",
            "should've been",
            "needs to be",
            "has to be",
            "ought to be",
            "is going to be",
            "will be",
            "was actually",
            "were actually",
            "were really",
            "came to",
            "is actually",
            "actually cost",
            "actually was",
            "should be",
            "was only",
            "was really",
            "was",
            "cost",
            "is",
            "were",
        ])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to)?;
    // "the taxi came to 18" corrects one, "weekly shop came to 71" is a new one.
    let known = sentence.starts(&["the", "that", "my", "our", "it", "this", "those"]).is_some();
    if sentence.word(at) == "came" && !known {
        return None;
    }
    let firm = end > at + 1;
    let new = sentence.after(end);
    let (new, old_value) = match new.find(&["not", "instead of", "rather than"]) {
        Some((not, behind)) if not > new.from => (new.until(not), Some(new.after(behind))),
        _ => (new, None),
    };
    let old = sentence.until(at);
    if !firm && old_value.is_none() {
        return stated(sentence, &old, &new, known).or_else(|| filed(&old, &new));
    }
    // "book club needs to be an hour later"
    if let Some(by) = becomes::shift(&becomes::inner(&new)) {
        return about(&old, Item::Either, Ok(vec![Change::Move(by)]));
    }
    // "the task call bob should be email bob": only of a row that is named as one.
    let title = rows::kind(old.word(old.from + usize::from(known))).is_some();
    let plans = old.has(&["meeting", "appointment", "event", "task"]);
    let mut to = match becomes::changes(&new, if plans { Cue::Untitled } else { Cue::Any }) {
        Ok(to) => to,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    to.retain(|change| match change {
        Change::Title(_) => title,
        Change::Location(_) => false,
        _ => true,
    });
    if to.is_empty() {
        return None;
    }
    // What something was is what it cost, before it is when it was.
    if old_value.is_some() || sentence.word(at) != "should" {
        to.sort_by_key(|change| !matches!(change, Change::Amount { .. }));
    }
    let old_amount =
        old_value.and_then(|value| match becomes::changes(&value, Cue::Cost).ok()?.first()? {
            Change::Amount { hundredths, .. } => Some(*hundredths),
            _ => None,
        });
    // "lunch 14.20 should be 12.40", "the 14.20 one should be 12.40"
    let noted = old.amounts().into_iter().find(|found| {
        found.weight == Weight::Decimal && matches!(to.first(), Some(Change::Amount { .. }))
    });
    if let Some(found) = noted {
        let title = old.title(&[(found.from, found.to)]);
        let name = bare_title(&title).trim_end_matches("one").trim().to_owned();
        let target = (!name.is_empty() && name != "the").then_some(Target::Words(name));
        let hundredths = Some(found.hundredths);
        let which = Which { item: Item::Expense, target, hundredths, ..Which::default() };
        return Some(Outcome::Done(Request::Change { which, to }));
    }
    let outcome = about(&old, Item::Either, Ok(to))?;
    Some(match outcome {
        Outcome::Done(Request::Change { which, to })
            if matches!(to.first(), Some(Change::Amount { .. })) && !which.leans() =>
        {
            let which = Which { hundredths: old_amount, item: Item::Expense, ..which };
            Outcome::Done(Request::Change { which, to })
        }
        other => other,
    })
}
