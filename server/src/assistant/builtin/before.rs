//! Reminders that come before something on the calendar.

use chrono::{Days, TimeDelta};
use domain::time::Moment;
use serde_json::json;

use super::super::tool::ToolCall;
use super::super::tools::next_event;
use super::calls::{self, call};
use crate::context::Context;
use crate::error::Error;
use crate::language::request::Before;
use crate::language::when;

/// The task that reminds; none where no event of that name lies ahead, or that moment is past.
///
/// # Errors
/// The database's.
pub(super) async fn reminder(
    context: &Context,
    before: &Before,
) -> Result<Option<ToolCall>, Error> {
    let Some(event) = next_event(context, json!({ "words": before.what, "next": true })).await?
    else {
        return Ok(None);
    };
    let days = Days::new(before.days.into());
    let due = match event.start_time {
        Moment::Date(date) if before.minutes == 0 => {
            let due = date.checked_sub_days(days).filter(|due| *due >= context.today());
            due.map(when::Moment::Day)
        }
        // Nobody knows when a day without a clock begins for them.
        Moment::Date(_) => None,
        Moment::Instant(instant) => {
            let start = instant.with_timezone(&context.actor.zone);
            let due = start
                .checked_sub_days(days)
                .and_then(|due| due.checked_sub_signed(TimeDelta::minutes(before.minutes.into())));
            due.filter(|due| *due > context.now).map(when::Moment::At)
        }
    };
    Ok(due.map(|due| {
        let title = before.title.clone().unwrap_or(event.title);
        call("create_task", [("title", json!(title)), ("due", calls::moment(due))])
    }))
}
