//! Which part of a repeating event is meant: one occurrence, it and what follows, or all of it.

use domain::bulk::{Kind, RowId};
use domain::event::Event;
use domain::input::Field;
use domain::repeat::Series;
use domain::time::{Moment, When};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::super::tool::Reading;
use super::super::NamedArguments;
use super::super::finding::{Wanted, series};
use super::super::naming::naming;
use crate::context::Context;
use crate::repeat::taking_place;
use crate::words::Words;
use crate::zone::Bound;

/// Which event is meant, or which part of it.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(in super::super) struct EventArguments {
    #[serde(flatten)]
    name: NamedArguments,
    /// If it repeats: only the one that `on` says, that one and all later ones, or all.
    pub(super) scope: Option<Series>,
    /// The start that the rule gives the occurrence.
    #[schemars(skip)]
    occurrence: Option<Moment>,
    /// The one that takes place next.
    #[schemars(skip)]
    next: bool,
}

impl From<EventArguments> for Wanted {
    fn from(event: EventArguments) -> Self {
        let wanted: Self = event.name.into();
        let among = wanted.among.map(|rows| {
            let events = rows.into_iter().filter(|row| row.kind == Kind::Event);
            let part =
                |row: RowId| RowId { occurrence: row.occurrence.or(event.occurrence), ..row };
            events.map(part).collect()
        });
        Self { kind: Some(Kind::Event), among, next: event.next, scope: event.scope, ..wanted }
    }
}

/// What convention takes for meant where nothing says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Usual {
    /// A name belongs to all of a series.
    All,
    /// How it repeats is changed for what is still to come.
    Following,
    /// There is no convention: the person says which.
    None,
}

/// A part of a series.
#[derive(Debug, Clone)]
pub(super) struct Part {
    /// How much of it.
    pub(super) scope: Series,
    /// The occurrence that it begins with, or that times refer to.
    pub(super) occurrence: Event,
}

impl Part {
    /// The fields of an operation's input that name it.
    pub(super) fn fields(&self) -> (Field<Series>, Field<When>) {
        let handle = self.occurrence.occurrence.map(When::from);
        (Field::Value(self.scope), handle.into())
    }
}

/// What is meant of an event that was found.
pub(super) enum Meant {
    /// All there is: it does not repeat, or nothing of it is to come.
    Whole,
    /// This part.
    Part(Box<Part>),
    /// One of these, each as the call that says so.
    Open(Vec<Reading>),
}

/// Decides which part of an event is meant: what is said, else the occurrence that was named,
/// else what convention takes, else the person is asked.
pub(super) fn meant(
    context: &Context,
    (tool, arguments): (&str, &Value),
    event: &Event,
    scope: Option<Series>,
    usual: Usual,
) -> Meant {
    if event.rrule.is_none() {
        return Meant::Whole;
    }
    let named = event.occurrence.is_some();
    let occurrence = if named { Some(event.clone()) } else { series::coming(context, event) };
    let Some(occurrence) = occurrence else { return Meant::Whole };
    let part = |scope| Meant::Part(Box::new(Part { scope, occurrence: occurrence.clone() }));
    match (scope, usual) {
        (Some(scope), _) => part(scope),
        (None, _) if named => part(Series::This),
        (None, Usual::All) => part(Series::All),
        (None, Usual::Following) => part(Series::Following),
        (None, Usual::None) => {
            Meant::Open(readings(context, (tool, arguments), event, &occurrence))
        }
    }
}

fn readings(
    context: &Context,
    (tool, arguments): (&str, &Value),
    series: &Event,
    next: &Event,
) -> Vec<Reading> {
    let words = Words::of(context);
    let row = RowId { kind: Kind::Event, id: next.id, occurrence: next.occurrence };
    let reading = |scope: Series| {
        let mut call = naming(tool, arguments, row);
        if let Value::Object(all) = &mut call.arguments {
            all.insert("scope".to_owned(), json!(scope));
        }
        Reading { label: words.part_to_choose(scope, next), call }
    };
    let scopes = [Series::This, Series::Following, Series::All];
    let is_first = is_first(context, series, next);
    scopes
        .into_iter()
        .filter(|scope| !(is_first && *scope == Series::Following))
        .map(reading)
        .collect()
}

/// Whether nothing of a series takes place before an occurrence, so that it and what follows is
/// all of it.
fn is_first(context: &Context, series: &Event, occurrence: &Event) -> bool {
    let zone = context.actor.zone;
    let begin = Bound::of(zone, When::from(series.start_time));
    taking_place(series, zone, begin, None, 1)
        .first()
        .is_none_or(|first| first.occurrence == occurrence.occurrence)
}
