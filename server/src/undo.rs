//! The undo journal: what every change looked like before and after, and how it
//! is taken back.

mod fitting;
mod take_back;
mod taken_back;

/// How the summary of a deletion begins.
pub(crate) const DELETED: &str = "Deleted";

/// How the summary of a deletion begins that leaves the rest of a series.
const DELETED_PART: &str = "Deleted a part of";

/// How many changes are written down in one statement: a database takes so many values only
/// (SQLite 32,766), and each change has 16.
const AT_ONCE: usize = 1_000;

pub(crate) use take_back::{TOOK_BACK, take_back};
pub(crate) use taken_back::TakenBack;

use domain::Uuid;
use domain::history::Item;
use sea_orm::{ActiveValue::NotSet, DatabaseExecutor, EntityTrait, Set};

use crate::context::Context;
use crate::entity::undo_journal::{self, Kind};
use crate::error::Error;
use crate::kept;

/// One row before and after; at least one of them is there.
pub(crate) struct Change {
    /// None when it was created.
    pub(crate) before: Option<Item>,
    /// None when it was deleted.
    pub(crate) after: Option<Item>,
}

impl Change {
    /// What happened, as a sentence.
    fn summary(&self, operation: &str) -> String {
        let verb = match (&self.before, &self.after) {
            // Of a series one occurrence goes, or what follows; its row stays.
            (Some(_), Some(_)) if operation.starts_with("delete_") => DELETED_PART,
            (None, _) => "Added",
            (_, None) => DELETED,
            (Some(Item::Task(before)), Some(Item::Task(after))) => {
                match (before.is_complete, after.is_complete) {
                    (false, true) => "Completed",
                    (true, false) => "Reopened",
                    _ => "Changed",
                }
            }
            _ => "Changed",
        };
        match self.after.as_ref().or(self.before.as_ref()) {
            Some(Item::Budget(budget)) => format!("{verb} the budget for “{}”.", budget.name()),
            Some(item) => format!("{verb} “{}”.", item.name()),
            None => format!("{verb} nothing."),
        }
    }
}

/// Writes down the changes of one operation, in its transaction.
///
/// Returns what takes them back: the only change, or the turn of several.
pub(crate) async fn record(
    database: &DatabaseExecutor<'_>,
    context: &Context,
    operation: &'static str,
    changes: &[Change],
) -> Result<Option<Uuid>, Error> {
    let mut token = None;
    let mut entries = Vec::with_capacity(changes.len());
    for change in changes {
        let Some(item) = change.after.as_ref().or(change.before.as_ref()) else { continue };
        // In the order of making, as the rows are: two changes at one instant have an order too.
        let id = Uuid::now_v7();
        token = Some(if token.is_none() { id } else { context.turn_id });
        entries.push(undo_journal::ActiveModel {
            id: Set(id),
            user_id: Set(context.actor.user_id),
            turn_id: Set(context.turn_id),
            position: Set(context.next_position()),
            operation: Set(operation.to_owned()),
            kind: Set(match item {
                Item::Event(_) => Kind::Event,
                Item::Task(_) => Kind::Task,
                Item::Expense(_) => Kind::Expense,
                Item::Budget(_) => Kind::Budget,
                Item::List(_) => Kind::List,
                Item::Filter(_) => Kind::Filter,
            }),
            row_id: Set(item.id()),
            before: Set(change.before.as_ref().map(kept::write).transpose()?),
            after: Set(change.after.as_ref().map(kept::write).transpose()?),
            version_after: Set(change.after.as_ref().map(Item::version)),
            actor: Set(context.actor.user_id),
            door: Set(context.door.name().to_owned()),
            summary: Set(change.summary(operation)),
            created_at: Set(context.now),
            undone_at: NotSet,
        });
    }
    let mut entries = entries.into_iter().peekable();
    while entries.peek().is_some() {
        let some: Vec<_> = entries.by_ref().take(AT_ONCE).collect();
        undo_journal::Entity::insert_many(some).exec_without_returning(database).await?;
    }
    Ok(token)
}
