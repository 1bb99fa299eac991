//! Figures of amounts, in hundredths: "1,234.56", "1.234,56", "10k", "2 lakh", "a hundred and twenty".

use crate::language::{lexer::Tokens, numbers};

/// Beyond this (ten billion) nothing is an amount.
const MOST: i64 = 1_000_000_000_000;

/// A figure in digits with its separators and scale; `grouped` decides "1.234" (European) as 1234.
pub(super) fn digits(tokens: &Tokens<'_>, at: usize, grouped: bool) -> Option<(i64, usize)> {
    let mut text = tokens.get(at).filter(|_| tokens.number(at).is_some())?.text.to_owned();
    if text.len() > 13 {
        return None;
    }
    let mut next = at + 1;
    let mut marks: Vec<(char, usize)> = Vec::new();
    let mut ends = vec![text.len()];
    while let Some(mark) = tokens.mark(next).filter(|mark| matches!(mark, '.' | ',' | '\'' | '’'))
    {
        let (true, true, Some(token)) = (
            tokens.glued(next),
            tokens.glued(next + 1),
            tokens.get(next + 1).filter(|_| tokens.number(next + 1).is_some()),
        ) else {
            break;
        };
        marks.push((mark, token.text.len()));
        text.push_str(token.text);
        ends.push(text.len());
        next += 2;
        if marks.len() > 6 || text.len() > 15 {
            return None;
        }
    }
    let fraction = fraction_length(&marks, grouped)?;
    let (whole, part) = text.split_at(text.len() - fraction);
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part = match part.len() {
        0 => 0,
        1 => part.parse::<i64>().ok()? * 10,
        _ => part.get(..2)?.parse().ok()?,
    };
    let (scale, next) = scale(tokens, next);
    let hundredths = whole.checked_mul(100)?.checked_add(part)?.checked_mul(scale)?;
    (hundredths <= MOST).then_some((hundredths, next))
}

/// How many of the last digits are the fraction; `None` when the marks make no figure.
fn fraction_length(marks: &[(char, usize)], grouped: bool) -> Option<usize> {
    let Some(&(last, width)) = marks.last() else { return Some(0) };
    let mixed = marks.iter().any(|(mark, _)| *mark != last);
    let inner = |groups: &[(char, usize)]| groups.iter().all(|(_, width)| matches!(width, 2 | 3));
    if mixed {
        let single = marks.iter().filter(|(mark, _)| *mark == last).count() == 1;
        return (single && width <= 2 && inner(&marks[..marks.len() - 1])).then_some(width);
    }
    match (last, marks.len(), width) {
        (',', 1, 2) | ('.', 1, 1 | 2) => Some(width),
        // "1.234 €" groups, 1.234 alone is no amount of money.
        ('.', 1, 3) => grouped.then_some(0),
        ('.', _, 3) if marks.iter().all(|(_, width)| *width == 3) => Some(0),
        (',' | '\'' | '’', _, 3) if inner(marks) => Some(0),
        _ => None,
    }
}

fn scale(tokens: &Tokens<'_>, at: usize) -> (i64, usize) {
    let factor = match tokens.word(at) {
        "k" if tokens.glued(at) => 1_000,
        "m" | "mn" if tokens.glued(at) => 1_000_000,
        "hundred" => 100,
        "thousand" => 1_000,
        "lakh" | "lakhs" => 100_000,
        "million" => 1_000_000,
        _ => return (1, at),
    };
    (factor, at + 1)
}

/// A figure in words.
pub(super) fn words(tokens: &Tokens<'_>, at: usize) -> Option<(i64, usize)> {
    let (value, next) = numbers::words(tokens, at)?;
    let (factor, next) =
        if tokens.any(next, &["lakh", "lakhs"]) { (100_000, next + 1) } else { (1, next) };
    let hundredths = i64::from(value).checked_mul(100 * factor)?;
    (hundredths <= MOST).then_some((hundredths, next))
}
