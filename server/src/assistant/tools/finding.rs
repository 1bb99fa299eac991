//! Finding the rows that a person means: by name, time, amount and state, or
//! among those just spoken of.

mod fetching;
pub(super) mod series;
mod several;

use domain::bulk::{Kind, RowId};
use domain::history::Item;
use domain::repeat::Series;
use domain::time::Moment;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::matching::{self, CLOSE, Name, PERHAPS, SURE};
use crate::context::Context;
use crate::error::Error;
use crate::words::{Words, period};

pub(super) use several::joined;
pub(in crate::assistant) use several::{called, only_fit};

/// How many readings are offered at most.
const OFFERED: usize = 5;

/// What is said of the rows that are meant. Everything said narrows it.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct Wanted {
    /// Which kind of row; any when left out.
    pub(super) kind: Option<Kind>,
    /// The kind that such words usually name; another one where none of it fits.
    #[schemars(skip)]
    pub(super) likely: Option<Kind>,
    /// What the person calls it.
    pub(super) target: Option<String>,
    /// What the person said about when it is.
    #[schemars(skip)]
    pub(super) on: Option<String>,
    /// The first day or instant.
    #[schemars(skip)]
    pub(super) from: Option<String>,
    /// The first day or instant behind it.
    #[schemars(skip)]
    pub(super) to: Option<String>,
    /// Its very start.
    #[schemars(skip)]
    pub(super) at: Option<String>,
    /// Its amount.
    #[schemars(skip)]
    pub(super) amount: Option<String>,
    /// Its category.
    pub(super) category: Option<String>,
    /// Only tasks whose deadline has passed.
    pub(super) overdue: bool,
    /// Only tasks that are done, or only open ones.
    pub(super) done: Option<bool>,
    /// Only these rows.
    #[schemars(skip)]
    pub(super) among: Option<Vec<RowId>>,
    /// The one that takes place next, of all that fit.
    #[schemars(skip)]
    pub(super) next: bool,
    /// How much of a repeating event is meant; what is said of when it is then names the first.
    #[schemars(skip)]
    pub(super) scope: Option<Series>,
}

impl Wanted {
    /// Whether something says when it is.
    pub(super) fn is_dated(&self) -> bool {
        self.on.is_some() || self.from.is_some() || self.to.is_some() || self.at.is_some()
    }

    /// The person's words for what is wanted, for the answer that there is none.
    fn called(&self, context: &Context, words: &Words) -> String {
        let days = json!({ "from": self.from, "to": self.to });
        let when = period::label(context, words, &days, "from", "to");
        format!("{}{when}", self.named())
    }

    fn named(&self) -> String {
        let target = self.target.as_deref().filter(|target| !target.trim().is_empty());
        match (self.kind.map(Kind::name), target) {
            (Some(noun), Some(target)) => format!("no {noun} called “{target}”"),
            (Some(noun), None) => format!("no such {noun}"),
            (None, Some(target)) => format!("nothing called “{target}”"),
            (None, None) => "nothing like that".to_owned(),
        }
    }
}

/// What a search led to.
pub(super) enum Settled {
    /// This one is meant.
    One(Box<Item>),
    /// One of these is meant, each with its label.
    Several(Vec<(RowId, String)>),
    /// There is none; the words say so.
    None(String),
}

/// A row that passes everything but its name, with how well that fits.
struct Candidate {
    item: Item,
    fit: u32,
    ahead: bool,
}

/// Finds the one row that is meant.
///
/// # Errors
/// A bad field for phrases that say nothing; the database's.
pub(super) async fn one(
    context: &Context,
    wanted: &Wanted,
    fits: &(impl Fn(Kind) -> bool + Sync),
) -> Result<Settled, Error> {
    let name = Name::of(wanted.target.as_deref().unwrap_or_default());
    let mut found = candidates(context, wanted, &name).await?;
    found.retain(|candidate| fits(row_id(&candidate.item).kind));
    // What lies ahead or is still open is meant before what is over.
    let has_ahead = found.iter().any(|candidate| candidate.ahead);
    found.retain(|candidate| candidate.ahead == has_ahead);
    if let Some(kind) = wanted.likely {
        prefer(&mut found, kind, wanted.target.as_deref().unwrap_or_default());
    }
    if wanted.next
        && let Some(next) = series::next(context, &found)
    {
        return Ok(Settled::One(Box::new(next)));
    }
    let best = found.iter().map(|candidate| candidate.fit).max().unwrap_or_default();
    found.retain(|candidate| candidate.fit + CLOSE >= best);
    // What was touched last comes first, then what is earlier.
    found.sort_by(|a, b| {
        let (a, b) = (&a.item, &b.item);
        updated(b).cmp(&updated(a)).then(time(a).cmp(&time(b))).then(a.name().cmp(b.name()))
    });
    Ok(match found.len() {
        0 => Settled::None(format!("I found {}.", wanted.called(context, &Words::of(context)))),
        1 if best >= SURE => Settled::One(Box::new(found.remove(0).item)),
        _ => {
            let words = Words::of(context);
            found.truncate(OFFERED);
            Settled::Several(
                found
                    .iter()
                    .map(|found| {
                        let shown = series::shown(context, &found.item);
                        (row_id(&found.item), words.item(&shown))
                    })
                    .collect(),
            )
        }
    })
}

/// Keeps the rows of the kind that is usually meant where one of them fits, or where its noun is
/// said ("my meeting"); else looks at plans before it looks at expenses.
fn prefer(found: &mut Vec<Candidate>, kind: Kind, target: &str) {
    let fits = |found: &[Candidate], kinds: &[Kind]| {
        let of = |candidate: &&Candidate| kinds.contains(&row_id(&candidate.item).kind);
        found.iter().filter(of).any(|candidate| candidate.fit >= SURE)
    };
    let plans = [Kind::Event, Kind::Task];
    let kept: &[Kind] = if matching::says(target, kind) || fits(found, &[kind]) {
        &[kind]
    } else if fits(found, &plans) {
        &plans
    } else {
        return;
    };
    found.retain(|candidate| kept.contains(&row_id(&candidate.item).kind));
}

/// Finds all rows that are meant, in the order in which lists show them; of repeating events
/// each occurrence, where something says when.
///
/// # Errors
/// As [`one`].
pub(super) async fn all(context: &Context, wanted: &Wanted) -> Result<Vec<Item>, Error> {
    let name = Name::of(wanted.target.as_deref().unwrap_or_default());
    let rows = fetching::rows(context, wanted, true).await?;
    let mut found = fitting(context, wanted, &name, rows);
    if !name.is_general() || found.iter().any(|found| found.fit >= SURE) {
        found.retain(|candidate| candidate.fit >= SURE);
    }
    Ok(found.into_iter().map(|candidate| candidate.item).collect())
}

async fn candidates(
    context: &Context,
    wanted: &Wanted,
    name: &Name,
) -> Result<Vec<Candidate>, Error> {
    let rows = fetching::rows(context, wanted, false).await?;
    Ok(fitting(context, wanted, name, rows))
}

fn fitting(context: &Context, wanted: &Wanted, name: &Name, rows: Vec<Item>) -> Vec<Candidate> {
    let said_name = wanted.target.as_deref().is_some_and(|target| !target.trim().is_empty());
    let said = rows.into_iter().map(|item| Candidate {
        fit: if said_name { name.fit(&Name::of(&named(&item))) } else { SURE },
        ahead: is_ahead(context, &item, wanted.done),
        item,
    });
    // "the meeting" names every event, where none is called so.
    let general = said_name && name.is_general();
    let mut found: Vec<Candidate> =
        said.filter(|candidate| general || candidate.fit >= PERHAPS).collect();
    if general && !found.iter().any(|candidate| candidate.fit >= SURE) {
        found.iter_mut().for_each(|candidate| candidate.fit = SURE);
    }
    found
}

/// What a row is searched by.
fn named(item: &Item) -> String {
    match item {
        Item::Event(event) => event.title.clone(),
        Item::Task(task) => task.title.clone(),
        Item::Expense(expense) => match &expense.description {
            Some(description) => description.clone(),
            None => expense.category.clone(),
        },
        Item::Budget(budget) => budget.name().to_owned(),
        Item::List(_) | Item::Filter(_) => item.name().to_owned(),
    }
}

fn is_ahead(context: &Context, item: &Item, done: Option<bool>) -> bool {
    match item {
        Item::Event(event) if series::is_whole(event) => series::goes_on(context, event),
        Item::Event(event) => match event.end_time {
            Moment::Date(end) => end > context.today(),
            Moment::Instant(end) => end >= context.now,
        },
        Item::Task(task) => task.is_complete == done.unwrap_or(false),
        Item::Expense(_) | Item::Budget(_) | Item::List(_) | Item::Filter(_) => true,
    }
}

/// When it is, or was.
fn time(item: &Item) -> Option<chrono::DateTime<chrono::Utc>> {
    match item {
        Item::Event(event) => Some(event.start_time.stored()),
        Item::Task(task) => task.due_date.map(|due| due.stored()),
        Item::Expense(expense) => Some(expense.incurred_at),
        Item::Budget(_) => None,
        Item::List(_) | Item::Filter(_) => None,
    }
}

fn updated(item: &Item) -> chrono::DateTime<chrono::Utc> {
    match item {
        Item::Event(event) => event.updated_at,
        Item::Task(task) => task.updated_at,
        Item::Expense(expense) => expense.updated_at,
        Item::Budget(budget) => budget.updated_at,
        Item::List(list) => list.updated_at,
        Item::Filter(filter) => filter.updated_at,
    }
}

/// Names a row that was found, or the occurrence of it.
pub(super) fn row_id(item: &Item) -> RowId {
    match item {
        Item::Event(event) => {
            RowId { kind: Kind::Event, id: event.id, occurrence: event.occurrence }
        }
        Item::Task(task) => RowId::whole(Kind::Task, task.id),
        Item::Expense(expense) => RowId::whole(Kind::Expense, expense.id),
        Item::Budget(budget) => RowId::whole(Kind::Budget, budget.id),
        Item::List(list) => RowId::whole(Kind::List, list.id),
        Item::Filter(filter) => RowId::whole(Kind::Filter, filter.id),
    }
}
