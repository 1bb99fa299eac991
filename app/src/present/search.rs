//! What is found, as the palette and the page of the search show it: HTML, so that the browser
//! needs no code for it. Everything that a person typed is escaped (`html`).

mod commands;
mod html;
mod row;

use domain::bulk::Kind;
use domain::history::HistoryFilter;
use domain::input::Field;
use domain::search::{Found, Hit, SearchRequest};
use domain::target::Target;
use server::assistant;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::events::ReadEvent;
use server::operations::expenses::ReadExpense;
use server::operations::history::RecentChanges;
use server::operations::search::Search;
use server::operations::tasks::ReadTask;
use server::words::Words;

use self::html::{Entry, Shape};
use super::preview;
use crate::texts;

/// How many of the rows that were changed last are shown.
const LATELY: usize = 5;
/// How many rows the palette shows.
const FEW: u32 = 12;
/// How many rows the page shows.
const MANY: u32 = 50;
/// The longest text that is looked for.
const LONGEST: usize = 200;

/// What the palette shows for some words on the page of that path.
pub(crate) async fn palette(context: &Context, typed: &str, here: &str) -> Result<String, Error> {
    let typed = shortened(typed);
    let mut groups = Vec::new();
    if typed.is_empty() {
        groups.push((texts::search::LATELY, lately(context).await?));
        groups.push((texts::search::ON_THIS_PAGE, commands::of_page(here)));
        groups.push((texts::search::GO_TO, commands::places()));
        groups.push((texts::search::NEW, commands::new_things()));
    } else {
        let hits = found(context, typed, FEW).await?;
        groups.push((texts::search::COMMANDS, commands::matching(typed)));
        groups.push((texts::FOUND, rows(context, &hits)));
        groups.push((texts::search::WITH_THESE_WORDS, vec![deed(context, typed, "palette-say")]));
    }
    Ok(html::write(&Shape::Palette, &groups))
}

/// What the page of the search shows for some words.
pub(crate) async fn page(context: &Context, typed: &str) -> Result<String, Error> {
    let typed = shortened(typed);
    if typed.is_empty() {
        let lately = lately(context).await?;
        let groups =
            [(texts::search::CHANGED_LATELY, lately), (texts::search::GO_TO, commands::places())];
        return Ok(html::write(&Shape::Page, &groups));
    }
    let hits = found(context, typed, MANY).await?;
    let title = texts::search::found(hits.len(), hits.len() < MANY as usize);
    let mut groups = vec![(title.as_str(), rows(context, &hits))];
    let commands = commands::matching(typed);
    groups.push((texts::search::COMMANDS, commands));
    groups.push((texts::search::WITH_THESE_WORDS, vec![deed(context, typed, "search-say")]));
    Ok(html::write(&Shape::Page, &groups))
}

fn shortened(typed: &str) -> &str {
    let typed = typed.trim();
    typed.char_indices().nth(LONGEST).map_or(typed, |(end, _)| &typed[..end])
}

async fn found(context: &Context, typed: &str, limit: u32) -> Result<Vec<Hit>, Error> {
    let request = SearchRequest {
        q: Field::Value(typed.to_owned()),
        kinds: Field::Absent,
        limit: Field::Value(limit),
    };
    Ok(call::<Search>(context, request).await?.value)
}

fn rows(context: &Context, hits: &[Hit]) -> Vec<Entry> {
    let wording = Words::of(context);
    hits.iter().map(|hit| row::entry(&wording, hit)).collect()
}

/// The rows that were changed last and are there.
async fn lately(context: &Context) -> Result<Vec<Entry>, Error> {
    let filter = HistoryFilter { limit: Field::Value(40) };
    let recent = call::<RecentChanges>(context, filter).await?.value;
    let wording = Words::of(context);
    let mut seen = Vec::new();
    let mut entries = Vec::new();
    for change in recent {
        if entries.len() == LATELY {
            break;
        }
        if seen.contains(&change.row.id) {
            continue;
        }
        seen.push(change.row.id);
        let target = Target::from(change.row.id);
        let row = match change.row.kind {
            Kind::Event => {
                call::<ReadEvent>(context, target).await.map(|it| Found::Event(it.value))
            }
            Kind::Task => call::<ReadTask>(context, target).await.map(|it| Found::Task(it.value)),
            Kind::Expense => {
                call::<ReadExpense>(context, target).await.map(|it| Found::Expense(it.value))
            }
            Kind::Budget | Kind::List | Kind::Filter => continue,
        };
        match row {
            Ok(row) => {
                let hit = Hit { row, excerpt: None, words: Vec::new() };
                entries.push(row::entry(&wording, &hit));
            }
            Err(Error::NotFound) => {}
            Err(other) => return Err(other),
        }
    }
    Ok(entries)
}

/// What the assistant would make of the words.
fn deed(context: &Context, typed: &str, form: &'static str) -> Entry {
    let read: Vec<_> =
        assistant::preview(context, typed).into_iter().map(preview::reading).collect();
    let facts = read.iter().map(|reading| {
        let facts = reading.facts.iter().map(|fact| fact.text.as_str());
        let parts = [reading.does.as_str(), reading.title.as_str()].into_iter().chain(facts);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    });
    let facts = facts.collect::<Vec<_>>().join("; ");
    Entry {
        icon: "spark",
        title: texts::search::tell_assistant(typed),
        facts,
        says: Some((form, typed.to_owned())),
        ..Entry::default()
    }
}
