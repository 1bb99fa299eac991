//! Questions about the last time of something: "when did I last buy petrol".

use crate::language::request::{
    Days, Outcome, Request, Spending, edits::bare_title, sentence::Sentence,
};

/// How far back "when did I last …" looks, in days.
const BACK: u64 = 366;

/// "when was my last haircut", "when did i last buy petrol".
pub(super) fn last_time(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "when did i last",
        "when did we last",
        "when was my last",
        "when was the last time i",
        "when was our last",
        "when was the last",
        "when have i last",
    ])?;
    let rest = sentence.after(end);
    let paid = rest.starts(&["buy", "bought", "pay for", "pay", "paid", "spend on", "order"]);
    let went = rest.starts(&[
        "go to",
        "went to",
        "go for",
        "have",
        "had",
        "see",
        "saw",
        "meet with",
        "meet",
        "met",
        "do",
        "did",
        "get",
    ]);
    let name = rest.after(paid.or(went).unwrap_or(rest.from)).title(&[]);
    let name = bare_title(&name).to_owned();
    let first = sentence.today().checked_sub_days(chrono::Days::new(BACK));
    let days = Days { first, last: Some(sentence.today()) };
    (!name.is_empty()).then(|| {
        Outcome::Done(if paid.is_some() {
            Request::ListExpenses {
                days,
                spending: Spending { category: None, words: Some(name) },
                at_least: None,
                at_most: None,
            }
        } else {
            Request::ListEvents { days, hours: None, words: Some(name), next: false }
        })
    })
}
