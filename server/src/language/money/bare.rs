//! Numbers without a currency that are amounts all the same: "coffee 4.50", "spent 20".

use super::{Found, Weight, figure};
use crate::language::{
    atoms, clock,
    lexer::{Kind, Tokens},
    offsets, relative, vocabulary,
};

/// Words behind which a whole number is what something cost.
pub(super) const SPENDING: [&str; 25] = [
    "spent", "paid", "pay", "cost", "costs", "costing", "spend", "dropped", "blew", "expense",
    "expenses", "bought", "price", "was", "of", "log", "charged", "lost", "tipped", "owed",
    "record", "wasted", "donated", "splurged", "gave",
];

/// A number without a currency.
pub(super) fn bare(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    tokens.number(at)?;
    let behind_colon = at > 0 && tokens.is_mark(at - 1, ':');
    if !(tokens.clean_left(at) || behind_colon) {
        return None;
    }
    let (hundredths, next) = figure::digits(tokens, at, false)?;
    if !tokens.clean_right(next)
        || clock::read(tokens, at).is_some_and(|read| read.certain)
        || is_named(tokens, next)
    {
        return None;
    }
    // "3 coffees at 3.20 each", "2 tickets at 15 each", "95 cash"
    let weight = if each(tokens, next).is_some() || tokens.is(next, "cash") {
        Weight::Marked
    } else if next > at + 1 {
        // "9.40 tomorrow" is a time, "thurs 9.40" too; money has no weekday before it.
        let timed = tokens.word_before(at) == "at"
            || vocabulary::weekday(tokens.word_before(at)).is_some() && tokens.is_mark(at + 1, '.');
        (!timed).then_some(Weight::Decimal)?
    } else {
        whole(tokens, at)?
    };
    Some(Found { from: at, to: next, hundredths, currency: None, weight })
}

/// Said behind the price of one of several. Longer ones first.
const EACH: [&str; 8] =
    ["each one", "each", "apiece", "a piece", "a pop", "per person", "per head", "per ticket"];

/// The place behind words that make a price that of one of several.
pub(crate) fn each(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let end = EACH.iter().find_map(|words| tokens.phrase(at, words))?;
    // "5 each day", "20 each month"
    offsets::unit(tokens.word(end)).is_none().then_some(end)
}

/// Whether the number counts something: "2 litres", "3 times", "5 days", "50%".
pub(super) fn is_named(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    offsets::unit(word).is_some()
        || tokens.any(
            at,
            &[
                "percent",
                "kilograms",
                "kg",
                "kilos",
                "km",
                "miles",
                "litres",
                "liters",
                "lbs",
                "am",
                "pm",
                "people",
                "times",
                "o'clock",
                "x",
                "st",
                "nd",
                "rd",
                "th",
            ],
        )
        || matches!(tokens.mark(at), Some('%' | '°'))
        || tokens.is_mark(at, '#') && tokens.glued(at)
        || tokens.is_mark(at, '/')
        || vocabulary::month(word).is_some()
            && tokens.digits(at.wrapping_sub(1)) <= 2
            && tokens.number(at.wrapping_sub(1)).is_some_and(|day| day <= 31)
            && !tokens.glued(at.wrapping_sub(1))
}

/// Said between a word of spending and how much it was.
const ROUGHLY: [&str; 14] = [
    "about",
    "around",
    "roughly",
    "approximately",
    "like",
    "nearly",
    "almost",
    "only",
    "just",
    "me",
    "us",
    "over",
    "maybe",
    "another",
];

/// The weight of a whole number, if it can be an amount at all.
pub(super) fn whole(tokens: &Tokens<'_>, at: usize) -> Option<Weight> {
    // "spent about 30", "cost me 30"
    let mut place = at;
    while place > 0 && ROUGHLY.contains(&tokens.word_before(place)) {
        place -= 1;
    }
    if place < at && SPENDING.contains(&tokens.word_before(place))
        || tokens.is(at.wrapping_sub(1), "put") && tokens.is(at + 1, "down")
    {
        return Some(Weight::Spent);
    }
    let before = tokens.word_before(at);
    if SPENDING.contains(&before)
        || tokens.is_mark(at.wrapping_sub(1), ':') && SPENDING.contains(&tokens.word_before(at - 1))
    {
        return Some(Weight::Spent);
    }
    // "bought a new keyboard for 79"
    let bought = (0..at).any(|place| {
        tokens
            .any(place, &["bought", "paid", "purchased", "ordered", "had", "got", "grabbed", "ate"])
    });
    let ends = tokens.get(at + 1).is_none() || tokens.is_pause(at + 1);
    if before == "for" && bought && ends {
        return Some(Weight::Spent);
    }
    // "12 on a taxi", "and another 12 for tea"
    let opens = (0..at).all(|before| tokens.any(before, &["and", "also", "plus", "another"]));
    let leads = opens && tokens.any(at + 1, &["on", "for"]);
    let named = leads
        || at > 0
            && tokens
                .get(at - 1)
                .is_some_and(|token| token.kind == Kind::Word || token.kind == Kind::Mark(','));
    let label = atoms::LABELS.contains(&before)
        || relative::starts_day(tokens, at.wrapping_sub(1))
        || vocabulary::month(before).is_some()
        || relative::part(before).is_some();
    let leading = matches!(
        before,
        "at" | "on"
            | "by"
            | "in"
            | "the"
            | "from"
            | "to"
            | "until"
            | "till"
            | "between"
            | "and"
            | "next"
            | "last"
            | "past"
            | "this"
            | "all"
            | "with"
            | "around"
            | "about"
            | "before"
            | "after"
            | "every"
            | "over"
            | "under"
            | "than"
            | "my"
            | "a"
    );
    let ends = tokens.get(at + 1).is_none()
        || tokens.is_pause(at + 1)
        || tokens.any(
            at + 1,
            &[
                "at",
                "on",
                "for",
                "yesterday",
                "today",
                "last",
                "this",
                "from",
                "in",
                "paid",
                "and",
                "tonight",
                "every",
                "each",
                "monthly",
                "weekly",
                "daily",
                "yearly",
                "a",
            ],
        );
    (named && !label && (leads || !leading) && ends).then_some(Weight::Plain)
}
