//! Questions about what was spent.

use crate::language::{
    money::{self, Weight},
    request::{Outcome, Request, SPENT, Spending, categories, sentence::Sentence},
};

/// A question about what was spent.
pub(in crate::language::request) fn query(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    let money_words = [
        "spend",
        "spent",
        "spending",
        "expense",
        "expenses",
        "purchases",
        "purchase",
        "transactions",
        "transaction",
        "costs",
        "bought",
        "paid",
        "pay for",
        "payments",
        "receipts",
        "cost me",
        "cost",
    ];
    let about = plain.starts(&["biggest purchase", "largest purchase"]).is_some()
        || plain.has(&money_words)
        || plain.has(&[
            "did i buy",
            "did we buy",
            "have i bought",
            "how much on",
            "total for",
            "sum of",
            "my total",
            "how much was",
            "how much for",
            "how much have i",
        ]);
    let asks = plain.is_question()
        || plain
            .starts(&[
                "list",
                "show",
                "get",
                "see",
                "give me",
                "tell me",
                "find",
                "display",
                "view",
                "pull up",
                "let me know",
                "biggest",
                "largest",
                "highest",
                "most expensive",
                "sum",
                "total",
                "add up",
                "average",
                "expenses",
                "spending",
                "transactions",
                "purchases",
                "recent",
                "my expenses",
                "my spending",
                "all expenses",
                "all my expenses",
                "look up",
            ])
            .is_some()
        || plain.has(&[
            "let me know",
            "need to know",
            "how much",
            "tell me",
            "show me",
            "get all",
            "see all",
        ])
        || plain
            .find(&["purchases", "transactions", "expenses", "spending", "costs"])
            .is_some_and(|(at, _)| at <= plain.from + 1)
            && money::best(&plain.amounts()).is_none_or(|found| found.weight < Weight::Decimal);
    if !about
        || !asks
        || plain
            .starts(&["add", "record", "log", "new", "delete", "remove", "undo", "remind me"])
            .is_some()
    {
        return None;
    }
    let (days, dated) = match plain.days(SPENT) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let category = category_asked(&plain, &dated.used);
    let spending = Spending { category, words: None };
    let sums = plain.has(&[
        "how much",
        "total",
        "sum",
        "add up",
        "spending",
        "cost me",
        "average",
        "altogether",
        "costs",
    ]) || plain
        .starts(&[
            "what have i spent",
            "what did i spend",
            "what've i spent",
            "what i spent",
            "what have we spent",
            "what did we spend",
            "what i've spent",
        ])
        .is_some();
    let list = plain.starts(&["list", "show", "get", "see"]).is_some()
        && !plain.has(&["how much", "total", "sum of"]);
    if sums && !list {
        return Some(Outcome::Done(Request::SumExpenses { days, spending, by: None }));
    }
    let at_least = plain
        .find(&[
            "over",
            "above",
            "more than",
            "at least",
            "bigger than",
            "larger than",
            "exceeding",
            "greater than",
        ])
        .and_then(|(_, end)| {
            let list = plain.after(end).amounts();
            list.first()
                .map(|found| found.hundredths)
                .or_else(|| plain.tokens.number(end).map(|value| i64::from(value) * 100))
        });
    Some(Outcome::Done(Request::ListExpenses { days, spending, at_least, at_most: None }))
}

/// The category a question narrows to.
pub(super) fn category_asked(
    sentence: &Sentence<'_, '_>,
    dates: &[(usize, usize)],
) -> Option<String> {
    let outside = |at: usize| !dates.iter().any(|(from, to)| (*from..*to).contains(&at));
    let mut best = None;
    let mut at = sentence.from;
    while at < sentence.to {
        if !outside(at) {
            at += 1;
            continue;
        }
        let end = (at..sentence.to).find(|end| !outside(*end)).unwrap_or(sentence.to);
        if best.is_none() {
            best = categories::find(sentence.tokens, at, end);
        }
        at = end;
    }
    best.map(str::to_owned)
}
