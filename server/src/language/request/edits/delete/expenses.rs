//! Deleting what was spent: "delete the taxi expense from yesterday", "remove the 12.50".

use super::gone;
use super::whole::is_generic;
use crate::language::{
    money,
    request::{Item, Outcome, SPENT, Target, Which, edits::bare_title, sentence::Sentence},
};

/// An expense, by its noun or its amount.
pub(super) fn expense(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let noun = body.find(&["expense", "expenses", "purchase", "transaction", "spending"]);
    let amount = money::best(&body.amounts())
        .filter(|found| found.weight == money::Weight::Marked || noun.is_some());
    if noun.is_none() && amount.is_none() {
        return None;
    }
    let (days, dated) = match body.days(SPENT) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let mut cut = dated.used;
    cut.extend(amount.map(|found| (found.from, found.to)));
    cut.extend(body.find(&[
        "from my expenses",
        "expense for",
        "expense of",
        "expense",
        "purchase",
        "transaction",
    ]));
    let title = body.title(&cut);
    let title = bare_title(&title).to_owned();
    let target = Some(title).filter(|title| !title.is_empty() && !is_generic(title));
    Some(gone(Which {
        item: Item::Expense,
        target: target.map(Target::Words),
        days,
        hundredths: amount.map(|found| found.hundredths),
        ..Which::default()
    }))
}
