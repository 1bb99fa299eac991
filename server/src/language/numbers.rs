//! Numbers in digits and in words: "21", "twenty one", "twenty-first", "a hundred and twenty".

use super::lexer::Tokens;

#[rustfmt::skip]
const SMALL: [&str; 20] = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];
const TENS: [&str; 8] =
    ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
#[rustfmt::skip]
const ORDINALS: [&str; 20] = [
    "zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
    "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
    "seventeenth", "eighteenth", "nineteenth",
];

/// The years that are taken for one.
const YEARS: std::ops::Range<u32> = 1900..2200;

fn position(list: &[&str], word: &str) -> Option<u32> {
    list.iter().position(|entry| *entry == word).and_then(|at| u32::try_from(at).ok())
}

fn tens(word: &str) -> Option<u32> {
    position(&TENS, if word == "fourty" { "forty" } else { word }).map(|at| (at + 2) * 10)
}

/// The place behind an optional hyphen between the parts of one number.
fn past_hyphen(tokens: &Tokens<'_>, at: usize) -> usize {
    if tokens.is_mark(at, '-') && tokens.glued(at) && tokens.glued(at + 1) { at + 1 } else { at }
}

/// A number below one hundred in words, and the place behind it.
pub(crate) fn below_hundred(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let word = tokens.word(at);
    if let Some(ten) = tens(word) {
        let unit_at = past_hyphen(tokens, at + 1);
        return match position(&SMALL[..10], tokens.word(unit_at)).filter(|unit| *unit > 0) {
            Some(unit) => Some((ten + unit, unit_at + 1)),
            None => Some((ten, at + 1)),
        };
    }
    position(&SMALL, word).map(|value| (value, at + 1))
}

/// A whole number in words up to the thousands ("a hundred and twenty", "two thousand").
pub(crate) fn words(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let (mut head, mut next) = if tokens.any(at, &["a", "one"])
        && tokens.any(at + 1, &["hundred", "thousand", "million"])
    {
        (1, at + 1)
    } else {
        below_hundred(tokens, at)?
    };
    let mut total = 0_u32;
    loop {
        let scale = match tokens.word(next) {
            "hundred" => 100,
            "thousand" => 1_000,
            "million" => 1_000_000,
            _ => break,
        };
        if scale == 100 {
            head = head.saturating_mul(100);
        } else {
            total = total.saturating_add(head.saturating_mul(scale));
            head = 0;
        }
        next += 1;
        let tail = if tokens.is(next, "and") { next + 1 } else { next };
        if let Some((value, after)) = below_hundred(tokens, tail) {
            head = head.saturating_add(value);
            next = after;
        }
    }
    Some((total.saturating_add(head), next))
}

/// A year in words ("two thousand and fifteen", "twenty twenty six", "nineteen eighty six"), and the
/// place behind it.
pub(crate) fn year(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let pair = below_hundred(tokens, at)
        .filter(|(century, _)| (19..=21).contains(century))
        .and_then(|(century, next)| {
            let (rest, end) = below_hundred(tokens, next).filter(|(rest, _)| *rest >= 10)?;
            Some((century * 100 + rest, end))
        });
    let (year, next) = pair.or_else(|| words(tokens, at))?;
    YEARS.contains(&year).then(|| i32::try_from(year).ok().map(|year| (year, next))).flatten()
}

/// A year in four digits ("2026"), whatever stands behind it.
pub(crate) fn four_digit_year(tokens: &Tokens<'_>, at: usize) -> Option<i32> {
    let year = tokens.number(at).filter(|year| tokens.digits(at) == 4 && YEARS.contains(year))?;
    i32::try_from(year).ok()
}

/// A whole number in digits or words, standing on its own.
pub(crate) fn cardinal(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    match tokens.number(at) {
        Some(value) => tokens.clean_left(at).then_some((value, at + 1)),
        None => words(tokens, at),
    }
}

/// An ordinal in words or digits ("first", "twenty-first", "21st"), and the place behind it.
pub(crate) fn ordinal(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    if let Some(value) = tokens.number(at) {
        let suffix = tokens.glued(at + 1) && tokens.any(at + 1, &["st", "nd", "rd", "th"]);
        return (suffix && tokens.clean_left(at)).then_some((value, at + 2));
    }
    let word = tokens.word(at);
    if let Some(ten) = tens(word) {
        let unit_at = past_hyphen(tokens, at + 1);
        let unit = position(&ORDINALS[..10], tokens.word(unit_at)).filter(|unit| *unit > 0)?;
        return Some((ten + unit, unit_at + 1));
    }
    match word {
        "twentieth" => Some((20, at + 1)),
        "thirtieth" => Some((30, at + 1)),
        _ => position(&ORDINALS, word).filter(|value| *value > 0).map(|value| (value, at + 1)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_words_and_digits() {
        for (text, expected) in [
            ("21", 21),
            ("twenty one", 21),
            ("forty-five", 45),
            ("a hundred and twenty", 120),
            ("two thousand three hundred", 2300),
            ("one", 1),
        ] {
            assert_eq!(
                cardinal(&Tokens::new(text), 0).map(|read| read.0),
                Some(expected),
                "{text}"
            );
        }
        for (text, expected) in
            [("first", 1), ("twenty-third", 23), ("21st", 21), ("thirtieth", 30), ("04th", 4)]
        {
            assert_eq!(ordinal(&Tokens::new(text), 0).map(|read| read.0), Some(expected), "{text}");
        }
        for (text, expected) in [
            ("two thousand and fifteen", Some(2015)),
            ("twenty twenty six", Some(2026)),
            ("nineteen eighty six", Some(1986)),
            ("twenty six", None),
        ] {
            assert_eq!(year(&Tokens::new(text), 0).map(|read| read.0), expected, "{text}");
        }
        assert_eq!(ordinal(&Tokens::new("twenty"), 0), None);
        assert_eq!(cardinal(&Tokens::new("hundredth"), 0), None);
    }
}
