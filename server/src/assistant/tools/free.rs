//! The tool that finds free time.

use domain::free_time::{Clock, FreeTimeFilter, Hours};
use domain::input::Field;
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::tool::{Found, Prepared, Tool};
use super::{arguments, clock, input, look_up, phrases, tool};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::free_time::FindFreeTime;

pub(super) const FREE_TIME: Tool = tool::<FindFreeTime, FreeArguments>(
    |context, value| async move { prepare(context, value) }.boxed(),
    |context, input| look_up::<FindFreeTime>(context, input, Found::FreeTime).boxed(),
);

/// Which free time is wanted.
#[derive(Deserialize, JsonSchema)]
pub(super) struct FreeArguments {
    /// What the person said about the day, such as "tomorrow" or "next week".
    period: Option<String>,
    /// The first day, if the period is said by its ends.
    #[schemars(skip)]
    from: Option<String>,
    /// The first day after it.
    #[schemars(skip)]
    to: Option<String>,
    /// How long it has to be.
    minutes: Option<u32>,
    /// The earliest clock time (`13:00`).
    not_before: Option<String>,
    /// The latest clock time (`17:00`).
    not_after: Option<String>,
    /// Which hours count; working hours unless the person says which.
    #[schemars(skip)]
    within: Option<Hours>,
}

fn prepare(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: FreeArguments = arguments(value)?;
    let period = match (&wish.period, &wish.from, &wish.to) {
        (None, None, None) => Some("today"),
        (period, _, _) => period.as_deref(),
    };
    let (from, to) = phrases::bounds(
        context,
        period,
        wish.from.as_deref(),
        wish.to.as_deref(),
        Direction::Forward,
    )?;
    let side = |time: Option<String>| {
        time.map(|time| clock(&time))
            .transpose()
            .map(|time| time.map_or(Field::Absent, |time| Field::Value(Clock(time))))
    };
    let says_hours = wish.not_before.is_some() || wish.not_after.is_some();
    let within = wish.within.or((!says_hours).then_some(Hours::Working));
    input(&FreeTimeFilter {
        within: within.into(),
        from,
        to,
        minutes: wish.minutes.map_or(Field::Absent, Field::Value),
        not_before: side(wish.not_before)?,
        not_after: side(wish.not_after)?,
    })
}
