//! Amounts of money in a text: "$12.50", "1.234,56 €", "thirteen dollars forty five", "80p",
//! "coffee 4.50".

mod bare;
mod currency;
mod figure;

use bare::bare;
pub(crate) use bare::each;
use std::ops::Range;

use super::lexer::Tokens;
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
    // "rm 4b" is a room.
    if tokens.is_word(place - 1) && !tokens.clean_right(next) {
        return None;
    }
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
    // "10-11:30 rm 4b": the minutes of a time cost nothing.
    if tokens.glued(at) && tokens.is_mark(at.wrapping_sub(1), ':') {
        return None;
    }
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
    // "tenner on a card"
    let bare = tokens.any(at, &["tenner", "fiver"])
        && (at == 0 || tokens.any(at.wrapping_sub(1), &["spent", "paid", "a", "cost", "another"]));
    let (count, next) = if bare {
        (1, at)
    } else if tokens.is(at, "a") {
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

/// The ISO 4217 code of a currency that is named alone: "euros", "usd", "£".
pub(crate) fn currency_named(tokens: &Tokens<'_>, at: usize) -> Option<&'static str> {
    match currency::behind(tokens, at)?.0 {
        Named::Unit(code) => Some(code),
        Named::Cents(_) => None,
    }
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
