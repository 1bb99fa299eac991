//! Tools over events.

mod change;
mod part;
mod receipts;

use domain::event::{Event, EventFilter, EventTarget, NewEvent};
use domain::history::Item;
use domain::input::Field;
use domain::time::When;
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::tool::{Found, Prepared, Tool};
use super::{arguments, input, look_up, phrases, ready, searching, tool, with_row};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::agenda::UpcomingAgenda;
use crate::operations::events::{CreateEvent, DeleteEvent, ListEvents, UpdateEvent};
use crate::operations::{Operation, call};
use crate::words::Words;
use part::{EventArguments, Meant, Usual};

pub(super) const CREATE: Tool = tool::<CreateEvent, NewArguments>(
    |context, value| async move { create(context, value) }.boxed(),
    |context, input| receipts::create(context, input).boxed(),
);

pub(super) const LIST: Tool = tool::<ListEvents, ListArguments>(
    |context, value| list(context, value).boxed(),
    |context, input| {
        look_up::<ListEvents>(context, input, |page| Found::Events(page.items)).boxed()
    },
);

pub(super) const UPDATE: Tool = tool::<UpdateEvent, change::Arguments>(
    |context, value| change::prepare(context, value).boxed(),
    |context, input| receipts::update(context, input).boxed(),
);

pub(super) const DELETE: Tool = tool::<DeleteEvent, EventArguments>(
    |context, value| delete(context, value).boxed(),
    |context, input| receipts::delete(context, input).boxed(),
);

pub(super) const AGENDA: Tool = tool::<UpcomingAgenda, domain::agenda::AgendaFilter>(
    |_, value| async move { Ok(ready(value)) }.boxed(),
    |context, input| look_up::<UpcomingAgenda>(context, input, Found::Agenda).boxed(),
);

/// A new event.
#[derive(Deserialize, JsonSchema)]
pub(super) struct NewArguments {
    /// What it is, without the words that say when.
    title: String,
    /// What the person said about when, such as "next friday 3-4pm".
    when: String,
    /// What the person said about the end, if apart.
    until: Option<String>,
    /// How long it lasts.
    duration_minutes: Option<u32>,
    /// Where it is.
    location: Option<String>,
    /// Details.
    description: Option<String>,
    /// What the person said about repeating, such as "every other friday".
    repeats: Option<String>,
    /// IANA name of the zone it was said in.
    #[schemars(skip)]
    time_zone: Option<String>,
}

fn create(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: NewArguments = arguments(value)?;
    let span = phrases::span(context, "when", &wish.when, Direction::Forward)?;
    let until = match &wish.until {
        None => span.end,
        Some(until) => Some(phrases::span(context, "until", until, Direction::Forward)?.start),
    };
    let rule = match &wish.repeats {
        None => span.rule,
        Some(phrase) => Some(phrases::repeats(context, phrase)?),
    };
    input(&NewEvent {
        title: Field::Value(wish.title),
        description: wish.description.into(),
        start_time: Field::Value(span.start),
        end_time: Field::Value(phrases::end_of(span.start, until, wish.duration_minutes)),
        location: wish.location.into(),
        time_zone: wish.time_zone.or(span.zone.map(str::to_owned)).into(),
        rrule: rule.into(),
        ..NewEvent::default()
    })
}

/// Which events are wanted.
#[derive(Deserialize, JsonSchema)]
pub(super) struct ListArguments {
    /// What the person said about the time, such as "next week".
    period: Option<String>,
    /// The start, if the period is said by its ends.
    #[schemars(skip)]
    from: Option<String>,
    /// The end (exclusive), if the period is said by its ends.
    #[schemars(skip)]
    to: Option<String>,
    /// Words in the title, description or location.
    words: Option<String>,
    /// Only the next one.
    next: Option<bool>,
}

async fn list(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: ListArguments = arguments(value)?;
    let (mut from, to) = phrases::bounds(
        context,
        wish.period.as_deref(),
        wish.from.as_deref(),
        wish.to.as_deref(),
        Direction::Forward,
    )?;
    let next = wish.next.unwrap_or(false);
    if next && wish.from.is_none() {
        from = Field::Value(When::Instant(context.now));
    }
    let filter = EventFilter { from, to, ..EventFilter::default() };
    let limit = if next { Field::Value(1) } else { Field::Absent };
    let Some(words) = wish.words else { return input(&EventFilter { limit, ..filter }) };
    let q = searching(
        &words,
        async |q| {
            let limit = Field::Value(1);
            let filter = EventFilter { q: Field::Value(q), limit, ..filter.clone() };
            Ok(!call::<ListEvents>(context, filter).await?.value.items.is_empty())
        },
        async || {
            let rows = call::<ListEvents>(context, filter.clone()).await?.value.items;
            Ok(rows.into_iter().map(|event| event.title).collect())
        },
    )
    .await?;
    input(&EventFilter { q: Field::Value(q), limit, ..filter })
}

/// The first event that these arguments of the list would find.
pub(in crate::assistant) async fn next_event(
    context: &Context,
    wanted: Value,
) -> Result<Option<Event>, Error> {
    let wanted = list(context, wanted).await?;
    let Prepared::Input { input, .. } = wanted else { return Ok(None) };
    let filter: EventFilter = arguments(input)?;
    Ok(call::<ListEvents>(context, filter).await?.value.items.into_iter().next())
}

async fn delete(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: EventArguments = arguments(value.clone())?;
    let scope = wish.scope;
    with_row(context, DeleteEvent::NAME, &value, wish.into(), |item| {
        let Item::Event(event) = item else { return Err(Error::NotFound) };
        let words = Words::of(context);
        let call = (DeleteEvent::NAME, &value);
        let mut target = EventTarget::from(event.id);
        let what = match part::meant(context, call, event, scope, Usual::None) {
            Meant::Whole => words.item(item),
            Meant::Part(part) => {
                (target.scope, target.occurrence) = part.fields();
                words.part(part.scope, &part.occurrence)
            }
            Meant::Open(readings) => return Ok(Prepared::Ambiguous(readings)),
        };
        super::described(&target, format!("Delete {what}?"))
    })
    .await
}
