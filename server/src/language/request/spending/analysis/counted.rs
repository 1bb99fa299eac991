//! How many expenses there are.

use super::outcome;
use crate::language::request::{
    Counted, Outcome, Request, SPENT, categories, sentence::Sentence, spending::narrow,
};

/// "how many coffees did I buy this week", "how many expenses last month".
pub(super) fn counted(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = plain.starts(&["how many", "how often", "number of", "count of", "count"])?;
    let bought = plain.has(&[
        "did i buy",
        "have i bought",
        "did i pay",
        "did we buy",
        "expenses",
        "purchases",
        "transactions",
        "times did i buy",
        "did i spend",
        "have i spent",
    ]);
    let body = plain.after(end);
    // "how many times did i get coffee": what is got or ordered is paid for, where it is goods.
    let got = body.has(&[
        "did i get",
        "did we get",
        "have i gotten",
        "have i got",
        "did i order",
        "did we order",
        "have i ordered",
        "did i eat out",
        "did i take",
        "have i taken",
        "have i had",
        "did i have",
    ]);
    let goods = || categories::find(body.tokens, body.from, body.to).is_some();
    if !(bought || got && goods()) {
        return None;
    }
    Some(outcome(body.days(SPENT).map(|(days, dated)| {
        let words = narrow::asked(&body, &dated.used);
        let words = words.words.or(words.category);
        Request::Count { what: Counted::Expenses, days, words }
    })))
}
