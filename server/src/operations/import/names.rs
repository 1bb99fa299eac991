//! Identifiers: those of the file, or new ones where one of them names a row already, as
//! when an account is copied within one planner.

use std::collections::HashMap;

use domain::Uuid;
use domain::chat::Action;
use domain::history::Item;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

use super::Document;
use crate::entity::{
    budgets, calendar_events, confirmations, conversations, expenses, messages, saved_filters,
    task_lists, tasks,
};
use crate::error::Error;
use crate::operations::Scope;

/// How many identifiers are looked up at once: below what a statement may hold.
const AT_ONCE: usize = 500;

/// What each identifier of the file becomes.
pub(super) struct Names(HashMap<Uuid, Uuid>);

impl Names {
    /// Finds out whether the identifiers are free.
    pub(super) async fn of(scope: &Scope<'_>, document: &Document) -> Result<Self, Error> {
        let is_any_taken = is_any_taken(scope, document).await?;
        let mut names = HashMap::new();
        // In the file's order, which new ones keep: lists are ordered by them at last.
        for id in known(document) {
            names.entry(id).or_insert_with(|| if is_any_taken { Uuid::now_v7() } else { id });
        }
        Ok(Self(names))
    }

    fn get(&self, id: Uuid) -> Uuid {
        self.0.get(&id).copied().unwrap_or(id)
    }

    /// Names everything in the file.
    pub(super) fn give(&self, document: &mut Document) {
        for row in &mut document.events {
            row.id = self.get(row.id);
        }
        document.tasks.iter_mut().for_each(|task| self.task(task));
        for row in &mut document.lists {
            row.id = self.get(row.id);
        }
        for row in &mut document.filters {
            row.id = self.get(row.id);
        }
        for row in &mut document.expenses {
            row.id = self.get(row.id);
        }
        for row in &mut document.budgets {
            row.id = self.get(row.id);
        }
        for day in &mut document.expense_days {
            day.series_id = self.get(day.series_id);
            day.expense_id = self.get(day.expense_id);
        }
        for conversation in &mut document.conversations {
            conversation.entry.id = self.get(conversation.entry.id);
            for message in &mut conversation.messages {
                message.id = self.get(message.id);
                message.actions.iter_mut().for_each(|kept| self.action(&mut kept.action));
                for asked in &mut message.confirm {
                    asked.proposal.id = self.get(asked.proposal.id);
                }
                if let Some(earlier) = &mut message.replaced {
                    earlier.replaced.undo.clear();
                    earlier.replaced.actions.iter_mut().for_each(|action| self.action(action));
                }
            }
        }
    }

    fn task(&self, task: &mut domain::task::Task) {
        task.id = self.get(task.id);
        task.list_id = task.list_id.map(|id| self.get(id));
        task.parent_id = task.parent_id.map(|id| self.get(id));
    }

    /// A receipt: the history is not in the file, so nothing takes it back.
    fn action(&self, action: &mut Action) {
        action.undo = None;
        match &mut action.item {
            Some(Item::Event(row)) => row.id = self.get(row.id),
            Some(Item::Task(row)) => self.task(row),
            Some(Item::Expense(row)) => row.id = self.get(row.id),
            Some(Item::Budget(row)) => row.id = self.get(row.id),
            Some(Item::List(row)) => row.id = self.get(row.id),
            Some(Item::Filter(row)) => row.id = self.get(row.id),
            None => {}
        }
    }
}

/// Every identifier of a row, in the file's order.
fn known(document: &Document) -> Vec<Uuid> {
    let mut known: Vec<Uuid> = Vec::new();
    known.extend(document.events.iter().map(|row| row.id));
    known.extend(document.tasks.iter().map(|row| row.id));
    known.extend(document.lists.iter().map(|row| row.id));
    known.extend(document.filters.iter().map(|row| row.id));
    known.extend(document.expenses.iter().map(|row| row.id));
    known.extend(document.budgets.iter().map(|row| row.id));
    for conversation in &document.conversations {
        known.push(conversation.entry.id);
        for message in &conversation.messages {
            known.push(message.id);
            known.extend(message.confirm.iter().map(|asked| asked.proposal.id));
        }
    }
    // Days of expenses that are gone have names, too.
    known.extend(document.expense_days.iter().flat_map(|day| [day.series_id, day.expense_id]));
    known
}

async fn is_any_taken(scope: &Scope<'_>, document: &Document) -> Result<bool, Error> {
    let said = || document.conversations.iter().flat_map(|one| &one.messages);
    let asked = said().flat_map(|message| &message.confirm).map(|asked| asked.proposal.id);
    Ok(taken::<calendar_events::Entity>(
        scope,
        calendar_events::Column::Id,
        document.events.iter().map(|row| row.id),
    )
    .await?
        || taken::<tasks::Entity>(
            scope,
            tasks::Column::Id,
            document.tasks.iter().map(|row| row.id),
        )
        .await?
        || taken::<task_lists::Entity>(
            scope,
            task_lists::Column::Id,
            document.lists.iter().map(|row| row.id),
        )
        .await?
        || taken::<saved_filters::Entity>(
            scope,
            saved_filters::Column::Id,
            document.filters.iter().map(|row| row.id),
        )
        .await?
        || taken::<expenses::Entity>(
            scope,
            expenses::Column::Id,
            document.expenses.iter().map(|row| row.id),
        )
        .await?
        || taken::<budgets::Entity>(
            scope,
            budgets::Column::Id,
            document.budgets.iter().map(|row| row.id),
        )
        .await?
        || taken::<conversations::Entity>(
            scope,
            conversations::Column::Id,
            document.conversations.iter().map(|row| row.entry.id),
        )
        .await?
        || taken::<messages::Entity>(scope, messages::Column::Id, said().map(|message| message.id))
            .await?
        || taken::<confirmations::Entity>(scope, confirmations::Column::Id, asked).await?)
}

/// Whether a row of anybody's has one of the identifiers.
async fn taken<E: EntityTrait>(
    scope: &Scope<'_>,
    column: E::Column,
    ids: impl Iterator<Item = Uuid>,
) -> Result<bool, Error> {
    let ids: Vec<Uuid> = ids.collect();
    for some in ids.chunks(AT_ONCE) {
        let first: Option<Uuid> = E::find()
            .select_only()
            .column(column)
            .filter(column.is_in(some.iter().copied()))
            .limit(1)
            .into_tuple()
            .one(scope.database())
            .await?;
        if first.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
