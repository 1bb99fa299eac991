//! Questions that weigh expenses: averages, the largest, breakdowns, how many.

mod counted;

use super::{compare::compared, narrow};
use crate::language::{
    numbers,
    request::{Grouping, Outcome, Per, Question, Request, SPENT, categories, sentence::Sentence},
};

/// Reads a question that weighs expenses; `money` says that the words are about money at all.
pub(super) fn analysis(plain: &Sentence<'_, '_>, money: bool) -> Option<Outcome> {
    compared(plain, money)
        .or_else(|| average(plain, money))
        .or_else(|| largest(plain, money))
        .or_else(|| broken_down(plain, money))
        .or_else(|| counted::counted(plain))
        .or_else(|| categories_compared(plain))
}

fn outcome(request: Result<Request, Question>) -> Outcome {
    request.map_or_else(Outcome::Ask, Outcome::Done)
}

/// What an average is taken over, and the words that say so.
fn per(plain: &Sentence<'_, '_>) -> Option<(Per, (usize, usize))> {
    let units = [
        (Per::Day, ["a day", "per day", "each day", "every day", "daily"].as_slice()),
        (Per::Week, ["a week", "per week", "each week", "every week", "weekly"].as_slice()),
        (Per::Month, ["a month", "per month", "each month", "every month", "monthly"].as_slice()),
        (
            Per::Expense,
            [
                "per expense",
                "per purchase",
                "per transaction",
                "each time",
                "per time",
                "a time",
                "per visit",
                "per trip",
                "each purchase",
                "per meal",
                "a pop",
            ]
            .as_slice(),
        ),
    ];
    units.into_iter().find_map(|(per, words)| {
        plain
            .find(words)
            // "a week ago" is a day.
            .filter(|(_, end)| !matches!(plain.word(*end), "ago" | "from" | "later"))
            .map(|span| (per, span))
    })
}

/// "average per day this month", "what do I usually spend on lunch", "how much a week on food".
fn average(plain: &Sentence<'_, '_>, money: bool) -> Option<Outcome> {
    let word = plain.find(&[
        "on average",
        "average",
        "avg",
        "typically",
        "usually",
        "mean cost",
        "mean spend",
        "the mean",
    ]);
    let per = per(plain);
    let spends = plain.has(&["do i spend", "am i spending", "do we spend", "does"]);
    if word.is_none() && !(per.is_some() && spends && money) {
        return None;
    }
    let mut taken: Vec<(usize, usize)> = per.iter().map(|(_, span)| *span).collect();
    taken.extend(word);
    let (days, dated) = match plain.days_without(&taken, SPENT) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    taken.extend(dated.used);
    let spending = narrow::asked(plain, &taken);
    if !money && spending == crate::language::request::Spending::default() && per.is_none() {
        return None;
    }
    if plain.has(&["meeting", "meetings", "events", "tasks", "temperature"]) && !money {
        return None;
    }
    let per = per.map_or(Per::Expense, |(per, _)| per);
    Some(Outcome::Done(Request::AverageExpenses { days, spending, per }))
}

const LARGEST: [&str; 14] = [
    "most expensive",
    "biggest",
    "largest",
    "highest",
    "priciest",
    "costliest",
    "greatest",
    "top",
    "dearest",
    "single biggest",
    "big",
    "cost me the most",
    "cost the most",
    "spend the most",
];
const SMALLEST: [&str; 7] = [
    "least expensive",
    "smallest",
    "cheapest",
    "lowest",
    "tiniest",
    "cost me the least",
    "cost the least",
];

/// "biggest expense this month", "what was my most expensive lunch", "top 5 purchases".
fn largest(plain: &Sentence<'_, '_>, money: bool) -> Option<Outcome> {
    let small = plain.find(&SMALLEST);
    let (at, mut end) = small.or_else(|| {
        plain.find(&LARGEST).filter(|(at, _)| {
            let word = plain.word(*at);
            word != "big"
                && (word != "top"
                    || plain.tokens.number(at + 1).is_some()
                    || matches!(
                        plain.word(at + 1),
                        "three"
                            | "five"
                            | "ten"
                            | "expenses"
                            | "purchases"
                            | "spending"
                            | "expense"
                    ))
        })
    })?;
    // "what did I spend the most on" asks for a category.
    if plain.has(&[
        "spend the most on",
        "spend most on",
        "spent the most on",
        "spending the most on",
    ]) {
        return None;
    }
    let mut most = None;
    let before = at.checked_sub(1).filter(|before| *before >= plain.from);
    for place in [Some(end), before].into_iter().flatten() {
        if let Some((count, next)) =
            numbers::cardinal(plain.tokens, place).filter(|(count, _)| (1..=50).contains(count))
        {
            most = Some(count);
            end = end.max(next);
        }
    }
    let mut taken = vec![(before.filter(|_| most.is_some()).unwrap_or(at), end)];
    let (days, dated) = match plain.days_without(&taken, SPENT) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    taken.extend(dated.used);
    let spending = narrow::asked(plain, &taken);
    if !money && spending.category.is_none() {
        return None;
    }
    let plural = plain.has(&["expenses", "purchases", "transactions"]);
    let most = most.unwrap_or(if plural { 5 } else { 1 });
    let smallest = small.is_some();
    Some(Outcome::Done(Request::LargestExpenses { days, spending, smallest, most }))
}

/// "break down my spending by category", "what did I spend the most on", "spending per day".
fn broken_down(plain: &Sentence<'_, '_>, money: bool) -> Option<Outcome> {
    let spread = plain.find(&[
        "by category",
        "per category",
        "each category",
        "by categories",
        "breakdown",
        "break down",
        "where does my money go",
        "where did my money go",
        "where is my money going",
        "where's my money going",
        "where all my money went",
        "spend the most on",
        "spend most on",
        "spent the most on",
        "spending the most on",
        "which category",
    ]);
    let daily = plain.find(&[
        "by day",
        "per day",
        "day by day",
        "each day",
        "by month",
        "per month",
        "month by month",
        "each month",
    ]);
    let (from, to) = spread.or(daily)?;
    if !money && !plain.has(&["money", "category"]) {
        return None;
    }
    let by = match daily {
        Some((at, end)) if spread.is_none() || plain.has(&["breakdown", "break down"]) => {
            if (at..end).any(|at| plain.word(at) == "month") {
                Grouping::Month
            } else {
                Grouping::Day
            }
        }
        _ => Grouping::Category,
    };
    let mut taken = vec![(from, to)];
    taken.extend(daily);
    Some(outcome(plain.days_without(&taken, SPENT).map(|(days, dated)| {
        taken.extend(dated.used);
        let spending = if by == Grouping::Category {
            crate::language::request::Spending::default()
        } else {
            narrow::asked(plain, &taken)
        };
        Request::SumExpenses { days, spending, by: Some(by) }
    })))
}

/// "compare food and transport this month": the totals of the categories side by side.
fn categories_compared(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = plain.after(plain.starts(&["compare"])?);
    let and =
        (body.from..body.to).find(|at| matches!(body.word(*at), "and" | "with" | "to" | "vs"))?;
    let sides = [(body.from, and), (and + 1, body.to)];
    if sides.iter().any(|(from, to)| categories::find(body.tokens, *from, *to).is_none()) {
        return None;
    }
    Some(outcome(body.days(SPENT).map(|(days, _)| Request::SumExpenses {
        days,
        spending: crate::language::request::Spending::default(),
        by: Some(Grouping::Category),
    })))
}
