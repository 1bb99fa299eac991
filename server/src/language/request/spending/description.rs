//! What an expense was for: the words that say neither how much, nor when, nor under what.

use super::category::explicit_category;
use crate::language::{
    money::Found,
    request::sentence::{Sentence, without_article},
};

/// Verbs and phrases that introduce an expense, cut out of its description. Longer ones first.
#[rustfmt::skip]
const OPENINGS: [&str; 52] = [
    "i think i spent", "i think",
    "i used", "used", "i got charged", "charged",
    "add an expense of", "add an expense for", "add an expense", "add expense", "add expenses",
    "new expense", "record an expense of", "record an expense", "record expense",
    "log an expense of", "log an expense", "log expense", "expense", "expenses", "i've spent",
    "i have spent", "i just spent", "i spent", "we spent", "spent", "i just paid", "i've paid",
    "i paid", "we paid", "paid", "i just bought", "i bought", "we bought", "bought", "purchased",
    "i got", "got", "i dropped", "dropped", "blew", "got charged", "was charged", "cost me",
    "costs", "cost", "log", "record", "add spent", "add", "track", "note",
];

/// Said before a price that is another now. Longer ones first.
const RISEN: [&str; 9] = [
    "has gone up to",
    "has gone down to",
    "have gone up to",
    "went up to",
    "went down to",
    "goes up to",
    "is now",
    "are now",
    "now costs",
];

/// Ends of a spending list named in passing.
const LISTS: [&str; 10] = [
    "in my expenses list",
    "to my expenses list",
    "to my expenses",
    "in my expenses",
    "to expenses",
    "to my spending",
    "to my expense list",
    "in expenses",
    "as an expense",
    "on my expenses",
];

/// The description, and the category that was said. `cut` are tokens that are understood.
pub(super) fn of(
    plain: &Sentence<'_, '_>,
    found: &Found,
    mut cut: Vec<(usize, usize)>,
) -> (String, Option<String>) {
    cut.push((found.from, found.to));
    // "for 2 tickets" and "for $12": the preposition before the amount goes with it.
    if found.from > plain.from && matches!(plain.word(found.from - 1), "for" | "of" | "at" | "was")
    {
        cut.push((found.from - 1, found.from));
    }
    // "about 30", "came to 54.20", "was like 12"
    let mut from = found.from;
    while from > plain.from
        && matches!(
            plain.word(from - 1),
            "about"
                | "around"
                | "roughly"
                | "approximately"
                | "like"
                | "nearly"
                | "almost"
                | "only"
                | "came"
                | "to"
                | "was"
                | "comes"
                | "is"
        )
    {
        from -= 1;
    }
    if from < found.from && matches!(plain.word(from), "to") {
        from += 1;
    }
    cut.push((from, found.from));
    // "netflix went up to 12.99"
    cut.extend(plain.find(&RISEN).filter(|(_, end)| *end == found.from));
    if matches!(plain.word(found.to), "something" | "ish" | "or" | "cash") {
        cut.push((found.to, found.to + 1));
    }
    let named = explicit_category(plain, &mut cut, *found);
    if let Some((from, to)) = plain.find(&LISTS) {
        cut.push((from, to));
    }
    if let Some(end) = plain.starts(&OPENINGS) {
        cut.push((plain.from, end));
    }
    if let Some((from, to)) =
        plain.find(&["down for", "down"]).filter(|_| plain.word(plain.from) == "put")
    {
        cut.push((plain.from, plain.from + 1));
        cut.push((from, to));
    }
    // "groceries came to 84.12, put it on yesterday"
    if let Some(put) = plain.find(&["put it", "put that", "log it", "log that", "book it"]) {
        cut.extend(plain.tokens.is_mark(put.0.wrapping_sub(1), ',').then_some(put));
    }
    for verb in ["spent", "paid", "cost", "costs", "expense", "me"] {
        if let Some((from, to)) = plain
            .find(&[verb])
            .filter(|(from, _)| *from + 1 >= found.from.min(plain.to) && *from <= found.to + 1)
        {
            cut.push((from, to));
        }
    }
    (without_article(plain.title(&cut)), named)
}
