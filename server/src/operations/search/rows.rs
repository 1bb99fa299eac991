//! From documents of the index to the rows that they are of.

use std::collections::{HashMap, HashSet};

use domain::Uuid;
use domain::event::Event;
use domain::expense::Expense;
use domain::search::{Found, FoundConversation, Hit};
use domain::task::Task;
use sea_orm::{ColumnTrait, QueryFilter};

use super::Read;
use crate::entity::search_documents::Model;
use crate::entity::{conversations, messages};
use crate::error::Error;
use crate::operations::{Row, Scope};

/// The rows of some documents, in their order, each conversation once. What has gone meanwhile is
/// left out.
///
/// # Errors
/// The database's.
pub(super) async fn of(
    scope: &Scope<'_>,
    documents: Vec<Model>,
    limit: usize,
    read: impl Read,
) -> Result<Vec<Hit>, Error> {
    let said = conversations_of(scope, &documents).await?;
    let mut seen = HashSet::new();
    let mut chosen: Vec<(&Model, Uuid)> = documents
        .iter()
        .filter_map(|document| match document.kind.as_str() {
            "message" => Some((document, *said.get(&document.row_id)?)),
            _ => Some((document, document.row_id)),
        })
        .filter(|(_, row)| seen.insert(*row))
        .collect();
    chosen.truncate(limit);

    let of_kinds = |kinds: &[&str]| -> Vec<Uuid> {
        let some = chosen.iter().filter(|(document, _)| kinds.contains(&document.kind.as_str()));
        some.map(|(_, row)| *row).collect()
    };
    let mut rows: HashMap<Uuid, Found> = HashMap::new();
    rows.extend(planned::<Event>(scope, of_kinds(&["event"]), Found::Event).await?);
    rows.extend(planned::<Task>(scope, of_kinds(&["task"]), Found::Task).await?);
    rows.extend(planned::<Expense>(scope, of_kinds(&["expense"]), Found::Expense).await?);
    rows.extend(conversations(scope, of_kinds(&["conversation", "message"])).await?);
    Ok(chosen
        .into_iter()
        .filter_map(|(document, row)| {
            let passage = read(document);
            let row = rows.remove(&row)?;
            Some(Hit { row, excerpt: passage.excerpt, words: passage.words })
        })
        .collect())
}

/// Rows of the planner.
async fn planned<R: Row>(
    scope: &Scope<'_>,
    ids: Vec<Uuid>,
    found: fn(R) -> Found,
) -> Result<Vec<(Uuid, Found)>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let models = scope.own::<R::Entity>().filter(R::key().is_in(ids)).all(scope.database()).await?;
    let mut rows = models.into_iter().map(R::from_model).collect::<Result<Vec<R>, _>>()?;
    R::read_parts(&mut rows, scope.actor().user_id, scope.database()).await?;
    Ok(rows.into_iter().map(|row| (row.id(), found(row))).collect())
}

/// Which conversation each message among the documents is part of.
async fn conversations_of(
    scope: &Scope<'_>,
    documents: &[Model],
) -> Result<HashMap<Uuid, Uuid>, Error> {
    let said: Vec<Uuid> = documents
        .iter()
        .filter(|document| document.kind == "message")
        .map(|document| document.row_id)
        .collect();
    if said.is_empty() {
        return Ok(HashMap::new());
    }
    let messages = scope
        .own::<messages::Entity>()
        .filter(messages::Column::Id.is_in(said))
        .all(scope.database())
        .await?;
    Ok(messages.into_iter().map(|message| (message.id, message.conversation_id)).collect())
}

async fn conversations(scope: &Scope<'_>, ids: Vec<Uuid>) -> Result<Vec<(Uuid, Found)>, Error> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let models = scope
        .own::<conversations::Entity>()
        .filter(conversations::Column::Id.is_in(ids))
        .all(scope.database())
        .await?;
    let found = |model: conversations::Model| {
        let conversations::Model { id, title, updated_at, .. } = model;
        (id, Found::Conversation(FoundConversation { id, title, updated_at }))
    };
    Ok(models.into_iter().map(found).collect())
}
