//! From what a person calls a row to the row.

use domain::Uuid;
use domain::bulk::{Kind, RowId};
use domain::history::Item;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::super::tool::{Prepared, Reading, ToolCall};
use super::finding::{Settled, Wanted, one};
use super::matching::{Name, SURE};
use crate::context::Context;
use crate::error::Error;

/// Which row is meant.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(default)]
pub(super) struct NamedArguments {
    /// Its identifier, if known.
    id: Option<Uuid>,
    /// What the person calls it.
    target: Option<String>,
    /// What the person said about when it is now.
    on: Option<String>,
    /// The first day on which it is.
    #[schemars(skip)]
    from: Option<String>,
    /// The first day behind those on which it is.
    #[schemars(skip)]
    to: Option<String>,
    /// Its very start.
    #[schemars(skip)]
    at: Option<String>,
    /// Whether its deadline has passed.
    #[schemars(skip)]
    overdue: bool,
    /// The rows among which it is.
    #[schemars(skip)]
    among: Option<Vec<RowId>>,
}

impl From<NamedArguments> for Wanted {
    fn from(name: NamedArguments) -> Self {
        let kinds = [Kind::Event, Kind::Task, Kind::Expense];
        // An identifier names a row of whichever kind the tool is for.
        let only = name.id.map(|id| kinds.map(|kind| RowId::whole(kind, id)).to_vec());
        Self {
            target: if only.is_some() { None } else { name.target },
            on: name.on,
            from: name.from,
            to: name.to,
            at: name.at,
            overdue: name.overdue,
            among: only.or(name.among),
            ..Self::default()
        }
    }
}

/// Goes on with the row that is meant; says that there is none, or asks which of
/// several it is.
pub(super) async fn with_row(
    context: &Context,
    tool: &str,
    arguments: &Value,
    wanted: Wanted,
    prepared: impl FnOnce(&Item) -> Result<Prepared, Error>,
) -> Result<Prepared, Error> {
    match one(context, &wanted, &|_| true).await? {
        Settled::One(item) => prepared(&item),
        // An identifier that names nothing here is a model's slip, or someone else's.
        Settled::None(_) if arguments.get("id").is_some() => Err(Error::NotFound),
        Settled::None(reason) => Ok(Prepared::Refused(reason)),
        Settled::Several(rows) => Ok(Prepared::Ambiguous(
            rows.into_iter()
                .map(|(row, label)| Reading { label, call: naming(tool, arguments, row) })
                .collect(),
        )),
    }
}

/// The same call with the row's identifier in place of its name.
pub(super) fn naming(tool: &str, arguments: &Value, row: RowId) -> ToolCall {
    let mut arguments = arguments.clone();
    if let Value::Object(all) = &mut arguments {
        for name in ["target", "on", "from", "to", "at", "among", "overdue", "next"] {
            all.remove(name);
        }
        all.insert("id".to_owned(), Value::String(row.id.to_string()));
        if let Some(occurrence) = row.occurrence {
            all.insert("occurrence".to_owned(), json!(occurrence));
        }
    }
    ToolCall::new(tool, arguments)
}

/// The words by which a list is searched: those of the person without the ones that
/// tell nothing, as far as rows have them; else the name that fits best.
pub(super) async fn searching(
    words: &str,
    finds: impl AsyncFnOnce(String) -> Result<bool, Error>,
    names: impl AsyncFnOnce() -> Result<Vec<String>, Error>,
) -> Result<String, Error> {
    let name = Name::of(words);
    let telling = name.search();
    let q = if telling.is_empty() { words.to_owned() } else { telling };
    if finds(q.clone()).await? {
        return Ok(q);
    }
    let best = names().await?.into_iter().map(|other| (name.fit(&Name::of(&other)), other)).max();
    Ok(match best {
        Some((fit, other)) if fit >= SURE => other,
        _ => q,
    })
}
