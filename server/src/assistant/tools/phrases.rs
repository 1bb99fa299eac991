//! Phrases for times, resolved by the built-in parser: no interpreter does date
//! arithmetic (DESIGN.md, assistant rule 1).

use chrono::TimeDelta;
use domain::input::Field;
use domain::repeat::Rule;
use domain::time::When;

use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::language::when::{self, Moment};
use crate::operations::moving::USUAL_LENGTH;
use crate::zone;

/// A phrase and where it ends, if it says so; the end is exclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Span {
    /// The start.
    pub(super) start: When,
    /// The end, exclusive.
    pub(super) end: Option<When>,
    /// How it repeats, if the phrase says so ("every friday at 9").
    pub(super) rule: Option<Rule>,
    /// The zone it was said in ("3pm London time"), by its name.
    pub(super) zone: Option<&'static str>,
}

/// Reads a phrase such as "next friday 3-4pm" or exact notation.
///
/// # Errors
/// A bad field when the phrase names no time, one that does not exist, or a date
/// and a weekday that disagree.
pub(super) fn span(
    context: &Context,
    field: &str,
    phrase: &str,
    direction: Direction,
) -> Result<Span, Error> {
    if let Ok(exact) = When::parse(phrase) {
        return Ok(Span { start: exact, end: None, rule: None, zone: None });
    }
    let read = when::read(phrase, &context.reference(), direction)
        .map_err(|cause| Error::field(field, format!("{cause}.")))?
        .ok_or_else(|| Error::field(field, format!("“{phrase}” names no date or time.")))?;
    let rule = read.rule.as_deref().map(Rule::parse).transpose();
    Ok(Span {
        start: resolved(read.start),
        end: read.end.map(exclusive),
        rule: rule.map_err(|message| Error::field(field, message))?,
        zone: read.zone.map(|zone| zone.name()),
    })
}

/// A moment in exact notation, as the built-in interpreter gives it.
///
/// # Errors
/// A bad field when it is anything else.
pub(super) fn exact(field: &str, text: &str) -> Result<When, Error> {
    When::parse(text).map_err(|message| Error::field(field, message))
}

/// How something repeats: a phrase such as "every other friday", or a rule.
///
/// # Errors
/// A bad field when it says nothing about repeating.
pub(super) fn repeats(context: &Context, phrase: &str) -> Result<Rule, Error> {
    if phrase.to_ascii_uppercase().contains("FREQ=") {
        return Rule::parse(phrase).map_err(|message| Error::field("repeats", message));
    }
    span(context, "repeats", phrase, Direction::Forward)?.rule.ok_or_else(|| {
        Error::field("repeats", format!("“{phrase}” does not say how often it repeats."))
    })
}

/// A change of how something repeats; "never" and the like stop it.
///
/// # Errors
/// As [`repeats`].
pub(super) fn repeats_or_never(
    context: &Context,
    phrase: Option<&str>,
) -> Result<Field<Rule>, Error> {
    const STOP: [&str; 6] = ["never", "none", "no", "off", "stop", "once"];
    Ok(match phrase.map(str::trim) {
        None | Some("") => Field::Absent,
        Some(phrase) if STOP.contains(&phrase.to_lowercase().as_str()) => Field::Null,
        Some(phrase) => Field::Value(repeats(context, phrase)?),
    })
}

/// The range that a phrase such as "this month" or a single date stands for.
pub(super) fn range(
    context: &Context,
    field: &str,
    phrase: &str,
    direction: Direction,
) -> Result<(When, When), Error> {
    let span = span(context, field, phrase, direction)?;
    let end = span.end.unwrap_or(match span.start {
        When::Date(date) => When::Date(zone::next_day(date)),
        When::Instant(instant) => When::Instant(instant + USUAL_LENGTH),
        When::Local(local) => When::Local(local + USUAL_LENGTH),
    });
    Ok((span.start, end))
}

/// A range given as a phrase, or as its two ends, into a filter's fields.
///
/// # Errors
/// As [`span`].
pub(super) fn bounds(
    context: &Context,
    period: Option<&str>,
    from: Option<&str>,
    to: Option<&str>,
    direction: Direction,
) -> Result<(Field<When>, Field<When>), Error> {
    if let Some(period) = period {
        let (from, to) = range(context, "period", period, direction)?;
        return Ok((Field::Value(from), Field::Value(to)));
    }
    let side = |field, phrase: Option<&str>| match phrase {
        None => Ok(Field::Absent),
        Some(phrase) => span(context, field, phrase, direction).map(|span| span.start.into()),
    };
    Ok((side("from", from)?, side("to", to)?))
}

/// Where an event ends: as said, by its length, or by what is usual.
pub(super) fn end_of(start: When, end: Option<When>, minutes: Option<u32>) -> When {
    let length = minutes.map_or(USUAL_LENGTH, |minutes| TimeDelta::minutes(i64::from(minutes)));
    end.unwrap_or(match start {
        When::Date(date) => When::Date(zone::next_day(date)),
        When::Instant(instant) => When::Instant(instant + length),
        When::Local(local) => When::Local(local + length),
    })
}

/// A moment as the language front end gives it.
pub(super) fn resolved(moment: Moment) -> When {
    match moment {
        Moment::Day(date) => When::Date(date),
        Moment::At(instant) => When::Instant(instant.to_utc()),
    }
}

/// An end as the language front end gives it: dates there are inclusive.
pub(super) fn exclusive(moment: Moment) -> When {
    match moment {
        Moment::Day(date) => When::Date(zone::next_day(date)),
        Moment::At(instant) => When::Instant(instant.to_utc()),
    }
}
