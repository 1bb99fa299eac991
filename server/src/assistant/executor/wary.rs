//! What a change would do, in words, when it waits for a yes although it is not
//! destructive.

use domain::Uuid;
use domain::history::Item;
use domain::target::Target;
use serde_json::Value;

use super::super::tool::Tool;
use crate::context::Context;
use crate::error::Error;
use crate::operations::events::ReadEvent;
use crate::operations::expenses::ReadExpense;
use crate::operations::tasks::ReadTask;
use crate::operations::{Operation, call};
use crate::words::Words;

/// Longest value that is shown whole, in characters.
const VALUE_LIMIT: usize = 120;

/// A question that names the row, if there is one, and everything that would be
/// written: the person's yes has to be to what is done.
pub(super) async fn sentence(
    context: &Context,
    tool: &Tool,
    arguments: &Value,
    input: &Value,
) -> Result<String, Error> {
    let summary = tool.summary.trim_end_matches('.');
    let row = match input["id"].as_str().and_then(|id| id.parse().ok()) {
        Some(id) => row(context, id).await?,
        None => None,
    };
    let said = arguments.as_object().into_iter().flatten();
    let said = said.filter(|(name, _)| !["id", "target", "on"].contains(&name.as_str()));
    let values: Vec<String> =
        said.map(|(name, value)| format!("{} {}", name.replace('_', " "), shown(value))).collect();
    let row = row.map(|row| format!(" {row};")).unwrap_or_default();
    Ok(format!("{summary}:{row} {}?", values.join(", ")).replace(" ?", "?").replace(";?", "?"))
}

fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match text.char_indices().nth(VALUE_LIMIT) {
        Some((end, _)) => format!("“{}…”", &text[..end]),
        None => format!("“{text}”"),
    }
}

/// The person's row of that identifier in words, whatever its kind.
async fn row(context: &Context, id: Uuid) -> Result<Option<String>, Error> {
    let words = Words::of(context);
    let item = match look_up::<ReadEvent>(context, id).await? {
        Some(event) => Some(Item::Event(event)),
        None => match look_up::<ReadTask>(context, id).await? {
            Some(task) => Some(Item::Task(task)),
            None => look_up::<ReadExpense>(context, id).await?.map(Item::Expense),
        },
    };
    Ok(item.map(|item| words.item(&item)))
}

async fn look_up<O>(context: &Context, id: Uuid) -> Result<Option<O::Output>, Error>
where
    O: Operation<Input = Target>,
{
    match call::<O>(context, Target::from(id)).await {
        Ok(done) => Ok(Some(done.value)),
        Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}
