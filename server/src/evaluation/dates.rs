//! Judges date and time expressions.

use serde_json::Value;

use super::{Verdict, line::Line};
use crate::language::{
    Direction,
    when::{self, Moment},
};

pub(crate) fn judge(line: &Line) -> Result<Verdict, String> {
    let reference = line.reference()?;
    let read = when::read(&line.text, &reference, Direction::Forward);
    let (start, end) = match &read {
        Ok(Some(when)) => (Some(when.start), when.end),
        Ok(None) | Err(_) => (None, None),
    };
    let timed = start.is_some_and(|start| start.has_time());
    let has_time = line.expect.get("has_time").and_then(Value::as_bool);
    let right = accepts(line.expect.get("start"), start, Match::Exact)
        && accepts(line.expect.get("end"), end, Match::Exact)
        && (start.is_none() || has_time.is_none_or(|expected| expected == timed));
    let understood = match read {
        Ok(Some(when)) => format!(
            "{} … {} from {:?}",
            written(when.start),
            when.end.map_or("-".to_owned(), written),
            line.text.get(when.span)
        ),
        Ok(None) => "nothing".to_owned(),
        Err(error) => error.to_string(),
    };
    Ok(Verdict { right, understood })
}

/// How strictly a plain date is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Match {
    /// A plain date is met by a plain date only.
    Exact,
    /// A plain date is met by any time on that day.
    SameDay,
}

/// Whether a moment is one of those expected; an absent expectation is met by anything.
pub(crate) fn accepts(expected: Option<&Value>, moment: Option<Moment>, how: Match) -> bool {
    match expected {
        None => true,
        Some(Value::Array(any)) => any.iter().any(|one| accepts(Some(one), moment, how)),
        Some(Value::String(text)) => moment.is_some_and(|moment| is_moment(text, moment, how)),
        Some(Value::Null) => moment.is_none(),
        Some(_) => false,
    }
}

fn is_moment(text: &str, moment: Moment, how: Match) -> bool {
    match (text.len(), moment) {
        (10, Moment::Day(date)) => date.to_string() == text,
        (10, Moment::At(time)) => how == Match::SameDay && time.date_naive().to_string() == text,
        (16, Moment::At(time)) => time.format("%Y-%m-%dT%H:%M").to_string() == text,
        (19, Moment::At(time)) => time.format("%Y-%m-%dT%H:%M:%S").to_string() == text,
        _ => false,
    }
}

/// A moment as the files write it.
pub(crate) fn written(moment: Moment) -> String {
    match moment {
        Moment::Day(date) => date.to_string(),
        Moment::At(time) => time.format("%Y-%m-%dT%H:%M").to_string(),
    }
}
