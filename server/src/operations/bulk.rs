//! Several rows in one step, taken back as one.

use std::collections::HashSet;

use domain::bulk::{self, BulkChange, Kind, RowId, Shift};
use domain::event::Event;
use domain::expense::Expense;
use domain::history::Item;
use domain::task::Task;
use domain::time::{Moment, When};
use domain::validation::Change;

use super::events::{cancel_one, collisions, move_one, move_whole};
use super::moving::{shifted, shifted_span};
use super::tasks::{self, set_complete};
use super::{Effect, Operation, Scope};
use crate::error::Error;

/// Of how many rows it is looked whether they lie on something else now.
const LOOKED_AT: usize = 20;

/// Changes several rows in the same way.
pub struct ChangeMany;

impl Operation for ChangeMany {
    type Input = bulk::ChangeRows;
    type Output = Vec<Item>;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "change_many";
    const SUMMARY: &'static str = "Completes, reopens or moves several events or tasks at once.";

    fn weight(input: &bulk::ChangeRows) -> usize {
        input.rows.len()
    }

    async fn run(scope: &mut Scope<'_>, input: bulk::ChangeRows) -> Result<Vec<Item>, Error> {
        let mut changed = Vec::with_capacity(input.rows.len());
        for row in input.rows {
            changed.push(change(scope, row, &input.change).await?);
        }
        // Only now, since rows that move together are not in each other's way on the way.
        for item in changed.iter_mut().take(LOOKED_AT) {
            if let Item::Event(event) = item {
                *event = collisions::noted(scope, event.clone()).await?;
            }
        }
        Ok(changed)
    }
}

async fn change(scope: &mut Scope<'_>, row: RowId, change: &BulkChange) -> Result<Item, Error> {
    match (row.kind, change) {
        (Kind::Event, &BulkChange::Move(shift)) => {
            let before: Event = scope.find(row.id).await?;
            if let Some(occurrence) = row.occurrence {
                let moved = move_one(scope, before, occurrence, shift).await?;
                check(moved.start_time)?;
                check(moved.end_time)?;
                return Ok(moved.into());
            }
            let mut event = before.clone();
            let times = shifted_span(scope.zone(), &event, shift)?;
            check(times.0)?;
            check(times.1)?;
            move_whole(scope, &mut event, times)?;
            Ok(scope.update(before, event).await?.into())
        }
        (Kind::Task, change) => {
            let before: Task = scope.find(row.id).await?;
            let mut task = before.clone();
            match change {
                BulkChange::Complete => set_complete(scope, &mut task, true),
                BulkChange::Reopen => set_complete(scope, &mut task, false),
                &BulkChange::Move(shift) => {
                    let due = due(scope, &task, shift)?;
                    check(due)?;
                    task.due_date = Some(due);
                }
                BulkChange::Undated => task.due_date = None,
                &BulkChange::List(list) => {
                    tasks::belong(scope, &mut task, Change::Set(list), Change::Keep).await?;
                }
                &BulkChange::Priority(priority) => task.priority = priority,
                BulkChange::AddLabel(label) => {
                    let added = task.labels.add(label.clone());
                    added.map_err(|message| Error::field("change", message))?;
                }
                BulkChange::RemoveLabel(label) => task.labels.remove(label),
            }
            Ok(tasks::store(scope, before, task).await?.into())
        }
        (Kind::Event | Kind::Expense | Kind::Budget | Kind::List | Kind::Filter, _) => {
            Err(Error::field("rows", "This cannot be done to such a row."))
        }
    }
}

/// A task without a deadline gets one when it moves to a day or a time.
fn due(scope: &Scope<'_>, task: &Task, shift: Shift) -> Result<Moment, Error> {
    let from = match (task.due_date, shift) {
        (Some(due), _) => due,
        (None, Shift::Date(_) | Shift::Time(_)) => Moment::Date(scope.today()),
        (None, Shift::Minutes(_) | Shift::Days(_)) => {
            return Err(Error::field("change", "A task without a deadline cannot move by that."));
        }
    };
    shifted(scope.zone(), from, shift)
}

/// A step must not lead to a date that no door would accept.
fn check(moment: Moment) -> Result<(), Error> {
    let text = match moment {
        Moment::Date(date) => date.to_string(),
        Moment::Instant(instant) => instant.to_rfc3339(),
    };
    When::parse(&text).map(drop).map_err(|message| Error::field("change", message))
}

/// Removes several rows.
pub struct DeleteMany;

impl Operation for DeleteMany {
    type Input = bulk::DeleteRows;
    type Output = Vec<Item>;

    const EFFECT: Effect = Effect::Destructive;
    const NAME: &'static str = "delete_many";
    const SUMMARY: &'static str = "Removes several events, tasks or expenses at once.";

    fn weight(input: &bulk::DeleteRows) -> usize {
        input.rows.len()
    }

    async fn run(scope: &mut Scope<'_>, input: bulk::DeleteRows) -> Result<Vec<Item>, Error> {
        let mut deleted = Vec::with_capacity(input.rows.len());
        let mut whole = HashSet::new();
        for RowId { kind, id, occurrence } in input.rows {
            deleted.push(match kind {
                Kind::Event if let Some(occurrence) = occurrence => {
                    let row: Event = scope.find(id).await?;
                    cancel_one(scope, row, occurrence).await?.into()
                }
                Kind::Event => {
                    let row: Event = scope.find(id).await?;
                    scope.delete(row).await?.into()
                }
                Kind::Task => {
                    let Some(row) = scope.look_up::<Task>(id).await? else {
                        // It went with its task.
                        if whole.contains(&id) {
                            continue;
                        }
                        return Err(Error::NotFound);
                    };
                    whole.extend(tasks::parts(scope, id).await?.iter().map(|part| part.id));
                    tasks::delete_whole(scope, row).await?.into()
                }
                Kind::Expense => {
                    let row: Expense = scope.find(id).await?;
                    scope.delete(row).await?.into()
                }
                Kind::Budget | Kind::List | Kind::Filter => {
                    return Err(Error::field("rows", "These are removed one by one."));
                }
            });
        }
        Ok(deleted)
    }
}
