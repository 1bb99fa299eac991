//! Amounts of money in a text: "$12.50", "1.234,56 €", "thirteen dollars forty five", "80p",
//! "coffee 4.50".

mod currency;
mod figure;

use std::ops::Range;

use super::{
    lexer::{Kind, Tokens},
    relative, vocabulary,
};
use currency::Named;

/// An amount that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AmountRead {
    /// The bytes of the text it was read from.
    pub span: Range<usize>,
    /// Hundredths of the currency's unit, whatever its own smallest coin is.
    pub hundredths: i64,
    /// ISO 4217 code, when the text names a currency.
    pub currency: Option<&'static str>,
}

/// How sure it is that a number is an amount; a higher one beats a lower one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Weight {
    /// A whole number behind a thing: "taxi 18".
    Plain,
    /// A whole number behind a spending word: "spent 20".
    Spent,
    /// A decimal or grouped number: "4.50", "1,234".
    Decimal,
    /// With a currency.
    Marked,
}

/// An amount in tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) hundredths: i64,
    pub(crate) currency: Option<&'static str>,
    pub(crate) weight: Weight,
}

/// Reads the amount of a text; one with a currency or a decimal beats other numbers.
#[must_use]
pub fn read(text: &str) -> Option<AmountRead> {
    let tokens = Tokens::new(text);
    let found = best(&all(&tokens, 0, tokens.len()))?;
    Some(AmountRead {
        span: tokens.span(found.from, found.to),
        hundredths: found.hundredths,
        currency: found.currency,
    })
}

/// The surest of several, the first of equals.
pub(crate) fn best(found: &[Found]) -> Option<Found> {
    found.iter().copied().reduce(|best, next| if next.weight > best.weight { next } else { best })
}

/// All numbers that may be amounts, left to right.
pub(crate) fn all(tokens: &Tokens<'_>, from: usize, to: usize) -> Vec<Found> {
    let mut list = Vec::new();
    let mut at = from;
    while at < to {
        match one(tokens, at).filter(|found| found.to <= to && found.to > at) {
            Some(found) => {
                at = found.to;
                list.push(found);
            }
            None => at += 1,
        }
    }
    list
}

fn one(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    marked_before(tokens, at)
        .or_else(|| marked_behind(tokens, at))
        .or_else(|| slang(tokens, at))
        .or_else(|| bare(tokens, at))
}

fn found(from: usize, to: usize, hundredths: i64, currency: &'static str) -> Option<Found> {
    Some(Found { from, to, hundredths, currency: Some(currency), weight: Weight::Marked })
}

/// "$20", "EUR 20", "Rs. 20", "usd 40".
fn marked_before(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (named, place) = currency::before(tokens, at)?;
    let (hundredths, next) = figure::digits(tokens, place, named == "EUR")?;
    // "usd$ 15" and "$15 USD" name it twice, the code decides.
    let (named, next) = match currency::behind(tokens, next) {
        Some((Named::Unit(code), after)) if code.len() == 3 && !tokens.is_mark(next, '$') => {
            (code, after)
        }
        _ => (named, next),
    };
    let (rest, end) = cents(tokens, next, true).unwrap_or((0, next));
    found(at, end, hundredths + rest, named)
}

/// "20 dollars 43 cents", "45EUR", "1.234,56 €", "80p", "ten shekels".
fn marked_behind(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (hundredths, next) =
        figure::digits(tokens, at, true).or_else(|| figure::words(tokens, at))?;
    let (named, after) = currency::behind(tokens, next)?;
    match named {
        Named::Cents(code) => found(at, after, hundredths / 100, code),
        Named::Unit(code) => {
            let (rest, end) = cents(tokens, after, hundredths % 100 == 0).unwrap_or((0, after));
            found(at, end, hundredths + rest, code)
        }
    }
}

/// The hundredths behind a unit: "43 cents", "and 5 cents", "40", "forty five".
fn cents(tokens: &Tokens<'_>, at: usize, whole: bool) -> Option<(i64, usize)> {
    let and = usize::from(tokens.is(at, "and"));
    let (value, next) =
        super::numbers::cardinal(tokens, at + and).filter(|(value, _)| (1..100).contains(value))?;
    if !whole {
        return None;
    }
    if let Some((Named::Cents(_), after)) = currency::behind(tokens, next) {
        return Some((i64::from(value), after));
    }
    if tokens.glued(next) && tokens.is(next, "c") {
        return Some((i64::from(value), next + 1));
    }
    // "15 euros 40": two digits or words right behind, and nothing that they could count.
    let two = tokens.number(at).is_none() || tokens.digits(at) == 2;
    (and == 0
        && two
        && (tokens.get(next).is_none() || tokens.is_pause(next))
        && tokens.clean_right(next)
        && currency::is_name(tokens, at.wrapping_sub(1)))
    .then_some((i64::from(value), next))
}

/// "a grand", "5 grand", "a fiver", "a tenner".
fn slang(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    let (count, next) = if tokens.is(at, "a") {
        (1, at + 1)
    } else {
        super::numbers::cardinal(tokens, at).filter(|(count, _)| *count < 1_000_000)?
    };
    let (each, code) = match tokens.word(next) {
        "grand" if !tokens.any(next + 1, &["piano", "total", "opening", "final", "canyon"]) => {
            (1_000, "USD")
        }
        "fiver" | "fivers" => (5, "GBP"),
        "tenner" | "tenners" => (10, "GBP"),
        _ => return None,
    };
    found(at, next + 1, i64::from(count) * each * 100, code)
}

/// Words behind which a whole number is what something cost.
const SPENDING: [&str; 22] = [
    "spent", "paid", "pay", "cost", "costs", "costing", "spend", "dropped", "blew", "expense",
    "expenses", "bought", "price", "was", "of", "log", "charged", "lost", "tipped", "owed",
    "record", "wasted",
];

/// A number without a currency.
fn bare(tokens: &Tokens<'_>, at: usize) -> Option<Found> {
    tokens.number(at)?;
    if !tokens.clean_left(at) && !(at > 0 && tokens.is_mark(at - 1, ':')) {
        return None;
    }
    let (hundredths, next) = figure::digits(tokens, at, false)?;
    if !tokens.clean_right(next)
        || super::clock::read(tokens, at).is_some_and(|read| read.certain)
        || is_named(tokens, next)
    {
        return None;
    }
    let weight = if next > at + 1 {
        // "9.40 tomorrow" is a time, "thurs 9.40" too; money has no weekday before it.
        let timed = tokens.word_before(at) == "at"
            || vocabulary::weekday(tokens.word_before(at)).is_some() && tokens.is_mark(at + 1, '.');
        (!timed).then_some(Weight::Decimal)?
    } else {
        whole(tokens, at)?
    };
    Some(Found { from: at, to: next, hundredths, currency: None, weight })
}

/// Whether the number counts something: "2 litres", "3 times", "5 days", "50%".
fn is_named(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    super::offsets::unit(word).is_some()
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
        || matches!(tokens.mark(at), Some('%' | '°' | '#'))
        || tokens.is_mark(at, '/')
        || vocabulary::month(word).is_some()
            && tokens.digits(at.wrapping_sub(1)) <= 2
            && tokens.number(at.wrapping_sub(1)).is_some_and(|day| day <= 31)
            && !tokens.glued(at.wrapping_sub(1))
}

/// The weight of a whole number, if it can be an amount at all.
fn whole(tokens: &Tokens<'_>, at: usize) -> Option<Weight> {
    let before = tokens.word_before(at);
    if SPENDING.contains(&before)
        || tokens.is_mark(at.wrapping_sub(1), ':') && SPENDING.contains(&tokens.word_before(at - 1))
    {
        return Some(Weight::Spent);
    }
    let named = at > 0
        && tokens
            .get(at - 1)
            .is_some_and(|token| token.kind == Kind::Word || token.kind == Kind::Mark(','));
    let label = super::atoms::LABELS.contains(&before)
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
            ],
        );
    (named && !label && !leading && ends).then_some(Weight::Plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_amounts() {
        for (text, hundredths, currency) in [
            ("$12.50", 1250, Some("USD")),
            ("1.234,56 €", 123_456, Some("EUR")),
            ("12,34,567.89 rupees", 123_456_789, Some("INR")),
            ("12,50", 1250, None),
            ("1,234", 123_400, None),
            ("20 dollars 43 cents", 2043, Some("USD")),
            ("17 USD 25", 1725, Some("USD")),
            ("thirteen dollars forty five", 1345, Some("USD")),
            ("$10K", 1_000_000, Some("USD")),
            ("80p for a stamp", 80, Some("GBP")),
            ("HK$ 40 taxi", 4000, Some("HKD")),
            ("2 lakh rupees", 20_000_000, Some("INR")),
            ("coffee 4.50", 450, None),
            ("taxi 18 at 9pm", 1800, None),
            ("order #8841 $23.10", 2310, Some("USD")),
        ] {
            let read = read(text).map(|read| (read.hundredths, read.currency));
            assert_eq!(read, Some((hundredths, currency)), "{text}");
        }
    }

    #[test]
    fn other_numbers_are_no_amounts() {
        for text in [
            "chapter 12",
            "buy 2 litres of milk",
            "euro trip planning",
            "call 555-0142",
            "12.53%",
            "at 5:30",
            "version 1.1.3",
            "dollar store",
            "lunch at 9.40",
            "5 days",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
