//! The dates that were asked about, in words.

use chrono::{Datelike, Days, NaiveDate};
use domain::time::When;
use serde_json::Value;

use super::Words;
use crate::context::Context;

/// ` in November 2026`, ` today (Sun 22 Nov)`, ` from Mon 16 Nov to Sun 22 Nov`, or
/// nothing: the half-open range of two arguments.
pub(crate) fn label(
    context: &Context,
    words: &Words,
    arguments: &Value,
    from: &str,
    to: &str,
) -> String {
    let side = |name: &str| {
        Some(match When::parse(arguments.get(name)?.as_str()?).ok()? {
            When::Date(date) => (date, true),
            When::Local(local) => (local.date(), false),
            When::Instant(instant) => (crate::zone::date_of(context.actor.zone, instant), false),
        })
    };
    let last =
        side(to).and_then(
            |(date, exclusive)| {
                if exclusive { date.checked_sub_days(Days::new(1)) } else { Some(date) }
            },
        );
    match (side(from).map(|(date, _)| date), last) {
        (Some(first), Some(last)) if first == last => format!(" {}", on(words, first)),
        (Some(first), Some(last)) if is_month(first, last) => {
            format!(" in {}", first.format("%B %Y"))
        }
        (Some(first), Some(last)) if is_year(first, last) => format!(" in {}", first.year()),
        (Some(first), Some(last)) => {
            format!(" from {} to {}", words.short(first), words.short(last))
        }
        (Some(first), None) => format!(" since {}", words.short(first)),
        (None, Some(last)) => format!(" until {}", words.short(last)),
        (None, None) => String::new(),
    }
}

/// "today (…)" stands by itself; a plain date wants "on".
fn on(words: &Words, date: NaiveDate) -> String {
    let text = words.exactly(date);
    if text.ends_with(')') { text } else { format!("on {text}") }
}

fn is_month(first: NaiveDate, last: NaiveDate) -> bool {
    first.day() == 1
        && (first.year(), first.month()) == (last.year(), last.month())
        && last.succ_opt().is_some_and(|next| next.month() != last.month())
}

fn is_year(first: NaiveDate, last: NaiveDate) -> bool {
    first.year() == last.year() && first.ordinal() == 1 && (last.month(), last.day()) == (12, 31)
}
