//! Questions about what was spent.

use chrono::Datelike as _;

use crate::language::{
    day,
    money::{self, Weight},
    request::{Days, Outcome, Request, SPENT, categories, create, sentence::Sentence},
};

use super::{analysis::analysis, compare, narrow};

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
        "charges",
        "expenditures",
        "ran me",
        "run me",
        "cost me",
        "cost",
    ];
    let about = plain.starts(&["biggest purchase", "largest purchase"]).is_some()
        || plain.has(&money_words)
        || plain.has(&[
            "did i buy",
            "did i pay",
            "did we pay",
            "spend so far",
            "did we buy",
            "have i bought",
            "how much on",
            "total for",
            "sum of",
            "my total",
            "how much was",
            "how much for",
            "how much have i",
            "how much went",
            "how much money went",
            "how much money goes",
            "how much goes",
            "how much did i",
            "how much did we",
            "how much do i",
            "sum up",
            "add up",
            "mean cost",
        ]);
    // "yesterday what did i spend on lunch", "on my card what are my latest purchases"
    let asks = plain.is_question()
        || create::head(&plain).asks()
        || plain.has(&["what are my", "what have been my", "what all are my"])
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
                "summary",
                "summarise",
                "summarize",
                "overview",
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
                "retrieve",
                "bring up",
                "let me see",
                "let me review",
                "let me check",
                "check my",
                "my transaction",
                "my recent",
                "my latest",
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
    // "groceries total since june 1"
    let totalled = plain.find(&["total", "totals"]).is_some_and(|(at, _)| {
        (categories::find(plain.tokens, plain.from, at).is_some()
            || at == plain.from && categories::find(plain.tokens, at, plain.to).is_some())
            && money::best(&plain.amounts()).is_none_or(|found| found.weight < Weight::Decimal)
    });
    // "how much time", "how much did it rain"
    let other = plain.has(&[
        "how much time",
        "how much longer",
        "how much did it",
        "how much do you",
        "how much do i weigh",
        "how much did i weigh",
        "how much did i sleep",
    ]);
    let (about, asks) = ((about || totalled) && !other, asks || totalled);
    let command = plain
        .starts(&["add", "record", "log", "new", "delete", "remove", "undo", "remind me"])
        .is_some();
    if !command && let Some(outcome) = analysis(&plain, about) {
        return Some(outcome);
    }
    if !about || !asks || command {
        return None;
    }
    let (days, dated) = match plain.days(SPENT) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let (days, used) = if days.is_any() {
        // "total groceries february": at the end of a question a bare month is one.
        running(&plain)
            .map(Ok)
            .unwrap_or_else(|| compare::side(&plain, true))
            .unwrap_or((days, dated.used))
    } else {
        (days, dated.used)
    };
    // "did i pay the rent?": what lies ahead is not paid.
    let done = plain.has(&["did i pay", "did i buy", "have i paid", "have i bought", "did we pay"]);
    let days =
        if days.is_any() && done { Days { last: Some(plain.today()), ..days } } else { days };
    let limit = limits(&plain);
    let mut taken = used;
    taken.extend(limit.iter().map(|limit| limit.span));
    let spending = narrow::asked(&plain, &taken);
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
    let bound = |least: bool| {
        limit.as_ref().filter(|limit| limit.least == least).map(|limit| limit.hundredths)
    };
    let (at_least, at_most) = (bound(true), bound(false));
    Some(Outcome::Done(Request::ListExpenses { days, spending, at_least, at_most }))
}

/// "my total for the week": the period that runs.
fn running(plain: &Sentence<'_, '_>) -> Option<(Days, Vec<(usize, usize)>)> {
    let span = plain.find(&["for the week", "for the month", "for the year", "for the day"])?;
    let today = plain.today();
    let (first, last) = match plain.word(span.1 - 1) {
        "week" => {
            let first = day::week(today, plain.tokens.habits.week_start);
            (Some(first), first.checked_add_days(chrono::Days::new(6)))
        }
        "month" => (today.with_day(1), Some(day::month_end(today))),
        "year" => (today.with_ordinal(1), today.with_month(12).and_then(|date| date.with_day(31))),
        _ => (Some(today), Some(today)),
    };
    Some((Days { first, last }, vec![span]))
}

/// "over 100 dollars", "under 20".
struct Limit {
    least: bool,
    hundredths: i64,
    span: (usize, usize),
}

fn limits(plain: &Sentence<'_, '_>) -> Option<Limit> {
    let least = plain.find(&[
        "over",
        "above",
        "more than",
        "at least",
        "bigger than",
        "larger than",
        "exceeding",
        "greater than",
        "higher than",
    ]);
    let most = plain.find(&[
        "under",
        "below",
        "less than",
        "at most",
        "smaller than",
        "cheaper than",
        "up to",
    ]);
    let (from, end) = least.or(most)?;
    let (hundredths, to) = plain
        .after(end)
        .amounts()
        .first()
        .map(|found| (found.hundredths, found.to))
        .or_else(|| plain.tokens.number(end).map(|value| (i64::from(value) * 100, end + 1)))?;
    Some(Limit { least: least.is_some(), hundredths, span: (from, to) })
}
