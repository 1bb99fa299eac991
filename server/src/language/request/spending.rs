//! Expenses: noting them, listing them, adding them up.

mod analysis;
mod category;
mod compare;
mod description;
mod each;
#[cfg(test)]
mod examples;
mod narrow;
mod query;

use super::{
    Category, Outcome, Question, Request, SPENT, categories, create,
    sentence::{Sentence, day_of},
};
use crate::language::{
    clock,
    money::{self, Found, Weight},
    vocabulary,
};
pub(super) use narrow::narrowed;
pub(super) use query::query;

/// Whether words say that money was spent.
fn is_spending(sentence: &Sentence<'_, '_>) -> bool {
    let number = |at: usize| sentence.tokens.number(at).is_some();
    // Behind an expense, a number at either end is what the next one cost.
    sentence.spent && (number(sentence.from) || number(sentence.to.saturating_sub(1)))
        || sentence.has(&[
            "spent",
            "paid",
            "bought",
            "cost",
            "costs",
            "expense",
            "expenses",
            "dropped",
            "charged",
            "purchased",
            "donated",
            "splurged",
            "came to",
        ])
}

/// The amount of an expense: a number that no date expression took.
fn amount(sentence: &Sentence<'_, '_>, taken: &[(usize, usize)]) -> Option<Found> {
    let mut list = sentence.amounts();
    if let Some(value) =
        sentence.tokens.number(sentence.from).filter(|_| sentence.spent && list.is_empty())
    {
        list.push(Found {
            from: sentence.from,
            to: sentence.from + 1,
            hundredths: i64::from(value) * 100,
            currency: None,
            weight: Weight::Spent,
        });
    }
    let free: Vec<Found> = list
        .into_iter()
        .filter(|found| {
            found.weight == Weight::Marked
                || !taken.iter().any(|(from, to)| found.from < *to && *from < found.to)
        })
        .collect();
    money::best(&free)
}

/// Units of what is bought: "38 litres" costs nothing by itself.
#[rustfmt::skip]
const UNITS: [&str; 34] = [
    "litres", "litre", "liters", "liter", "l", "ml", "gallons", "gallon", "kg", "kilos", "kilo", "g",
    "grams", "pints", "pint", "bottles", "boxes", "bags", "packs", "pieces", "people", "tickets",
    "nights", "miles", "km", "zones", "units", "pairs", "hours", "hour", "minutes", "mins", "days",
    "persons",
];

/// Whether the number in a part is a measure of something: "38 litres", "i ran 5k".
fn is_measured(plain: &Sentence<'_, '_>, first: &Found) -> bool {
    let ran =
        plain.starts(&["i ran", "ran", "i walked", "i cycled", "i jogged", "i swam", "i rowed"]);
    let unit = UNITS.contains(&plain.word(first.to)) && plain.only_marks(first.to + 1);
    let alone = first.from == plain.from && plain.spent;
    first.weight < Weight::Marked && (unit && alone || ran.is_some())
        || plain.has(&["would never pay", "wouldn't pay", "would never spend"])
}

/// "got 40 back from the energy company": "got back from Rome at 5" is no money.
fn came_back(plain: &Sentence<'_, '_>) -> bool {
    let got = plain.starts(&["i got", "we got", "i've got", "got", "i had", "had"]);
    let number = |at: usize| plain.tokens.number(at).is_some();
    got.is_some_and(|end| {
        plain
            .find(&["back from", "back for"])
            .is_some_and(|(at, _)| number(at - 1) && at <= end + 2)
    })
}

/// An expense that the sentence states.
pub(super) fn record(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    if came_back(&plain) {
        return Some(Outcome::Ask(Question::MoneyIn));
    }
    let several = each::priced(&plain);
    let all = several.map_or_else(|| plain.amounts(), |all| vec![all]);
    let first = money::best(&all).or_else(|| amount(&plain, &[]))?;
    // What somebody owes is not spent yet, and "I didn't spend 12 on lunch" says so.
    if plain.has(&[
        "owe",
        "owes",
        "owed",
        "didn't spend",
        "never spent",
        "haven't spent",
        "didn't pay",
    ]) {
        return None;
    }
    if is_measured(&plain, &first) {
        return None;
    }
    let spending = is_spending(&plain);
    // Money that comes in is no expense, and what to do with it is not known.
    if plain.has(&["refund", "refunded", "salary", "earned", "got paid", "received", "reimbursed"])
    {
        return Some(Outcome::Ask(Question::MoneyIn));
    }
    // "lunch friday 12:30" has no amount, "pay rent 1200 friday" is something to do.
    if !spending && first.weight < Weight::Marked && create::is_commanded(&plain)
        || create::is_task_like(&plain) && !spending
    {
        return None;
    }
    let amount_first = money::best(&all).filter(|found| found.weight == Weight::Marked);
    let (mut days, mut taken) = (None, Vec::new());
    for fragment in plain.scan(SPENT) {
        // Dates beside an amount: the amount keeps its tokens.
        let clash =
            amount_first.is_some_and(|found| found.from < fragment.to && fragment.from < found.to);
        let bare_number = !spending
            && fragment.parts.repeat.is_none()
            && fragment.parts.day.is_none()
            && fragment.parts.instant.is_none()
            && fragment.parts.part.is_none()
            && fragment.parts.clock.is_none();
        if clash || bare_number || !fragment.parts.is_dated() {
            continue;
        }
        taken.push((fragment.from, fragment.to));
    }
    let found = several.or_else(|| amount(&plain, &taken))?;
    // "vet 10.30 friday" is a time; "coffee 4.50 friday" is money.
    let known = categories::find(plain.tokens, plain.from, plain.to).is_some();
    let coming = vocabulary::weekday(plain.word(found.to)).is_some()
        || matches!(plain.word(found.to), "tomorrow" | "tonight" | "next");
    let timed = coming
        && plain.tokens.is_mark(found.from + 1, '.')
        && clock::read(plain.tokens, found.from).is_some_and(|read| read.next == found.to);
    // Nothing is spent tomorrow: "school run 8.30 tomorrow" is a time.
    let ahead = timed && vocabulary::weekday(plain.word(found.to)).is_none();
    if ahead && !spending && found.weight < Weight::Marked {
        return None;
    }
    let doubtful = found.weight == Weight::Plain || found.weight == Weight::Decimal && timed;
    if doubtful && !spending && !known {
        return None;
    }
    taken.retain(|(from, to)| !(found.from < *to && *from < found.to));
    let dated = match &several {
        Some(price) => each::dated_around(&plain, price),
        None => plain.dated(SPENT).ok(),
    };
    if let Some(dated) = dated {
        let used = dated.used.iter().all(|(from, to)| !(found.from < *to && *from < found.to));
        days = dated.resolved.filter(|_| used);
    }
    let today = plain.today();
    let repeat = days.as_ref().and_then(|resolved| resolved.repeat.clone());
    // What repeats begins when it is due, which may lie ahead.
    let date = days.map_or(today, |resolved| match &repeat {
        Some(_) => resolved.start.date(),
        None => day_of(resolved.start, today),
    });
    let (description, named) = description::of(&plain, &found, taken);
    let category = named.map_or_else(
        || {
            categories::find(plain.tokens, plain.from, plain.to)
                .map_or(Category::Unknown, Category::Guessed)
        },
        Category::Said,
    );
    Some(Outcome::Done(Request::RecordExpense {
        hundredths: found.hundredths,
        currency: found.currency,
        category,
        description,
        date,
        repeat,
    }))
}
