//! Judges amounts.

use serde_json::Value;

use super::{Verdict, line::Line};
use crate::language::money;

pub(crate) fn judge(line: &Line) -> Result<Verdict, String> {
    let read = money::read(&line.text);
    let amount = read.as_ref().map(|read| read.hundredths);
    let currency = read.as_ref().and_then(|read| read.currency);
    let right = amount_is(line.expect.get("amount"), amount)?
        && (amount.is_none() || currency_is(line.expect.get("currency"), currency));
    let understood = read.map_or("nothing".to_owned(), |read| {
        format!(
            "{} {} from {:?}",
            decimal(read.hundredths),
            read.currency.unwrap_or("-"),
            line.text.get(read.span)
        )
    });
    Ok(Verdict { right, understood })
}

/// Whether the amounts are the same decimal number.
pub(crate) fn amount_is(expected: Option<&Value>, amount: Option<i64>) -> Result<bool, String> {
    match expected {
        None => Ok(true),
        Some(Value::Null) => Ok(amount.is_none()),
        Some(Value::String(text)) => Ok(amount == Some(hundredths(text)?)),
        Some(other) => Err(format!("`{other}` is no amount")),
    }
}

/// Whether the currency is the one expected; none expected leaves the person's own.
pub(crate) fn currency_is(expected: Option<&Value>, currency: Option<&str>) -> bool {
    match expected {
        Some(Value::String(code)) => currency == Some(code),
        Some(Value::Null) => currency.is_none(),
        _ => true,
    }
}

fn hundredths(text: &str) -> Result<i64, String> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    format!("{whole}{part:0<2}").parse().map_err(|_| format!("`{text}` is no amount"))
}

/// Hundredths as a decimal number.
pub(crate) fn decimal(hundredths: i64) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}
