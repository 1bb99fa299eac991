//! Taking changes back in words.

use domain::Uuid;
use domain::chat::Action;
use domain::history::UndoRequest;
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::tool::{Outcome, Prepared, Tool};
use super::{arguments, input, tool};
use crate::context::Context;
use crate::error::Error;
use crate::operations::history::{Undo, latest};
use crate::operations::{Operation, call};
use crate::undo::TOOK_BACK;

/// How many changes are named; the rest is counted.
const NAMED: usize = 5;

pub(super) const UNDO: Tool = tool::<Undo, UndoArguments>(
    |context, value| prepare(context, value).boxed(),
    |context, input| undo(context, input).boxed(),
);

/// What to take back.
#[derive(Deserialize, JsonSchema)]
pub(super) struct UndoArguments {
    /// What a change answered as `undo`; the latest change when left out.
    token: Option<Uuid>,
}

async fn prepare(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: UndoArguments = arguments(value)?;
    if let Some(token) = wish.token {
        return input(&UndoRequest { token: token.into() });
    }
    match latest(context).await? {
        // What one message changed is taken back together.
        Some(turn) => input(&UndoRequest { token: turn.into() }),
        None => Ok(Prepared::Refused("There is nothing to take back.".to_owned())),
    }
}

async fn undo(context: &Context, input: Value) -> Result<Outcome, Error> {
    let undone = call::<Undo>(context, arguments(input)?).await?.value;
    Ok(Outcome::Changed(Action {
        tool: Undo::NAME.to_owned(),
        summary: summary(&undone.summary),
        item: undone.restored.into_iter().next(),
        undo: None,
    }))
}

/// What was taken back, the latest change first, as one sentence.
fn summary(changes: &[String]) -> String {
    let [only] = changes else {
        let named = changes.iter().take(NAMED);
        let mut named: Vec<&str> = named
            .map(|change| change.trim_start_matches(TOOK_BACK).trim_end_matches('.'))
            .collect();
        let more = changes.len().saturating_sub(NAMED);
        let rest = format!("and {more} more");
        if more > 0 {
            named.push(&rest);
        }
        return format!("Took back {} changes: {}.", changes.len(), named.join("; "));
    };
    only.clone()
}
