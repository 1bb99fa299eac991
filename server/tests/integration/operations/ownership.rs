//! Rows are reached by their owner only; a stranger's does not exist.

use serde_json::json;
use server::error::Error;
use server::operations::agenda::UpcomingAgenda;
use server::operations::events::{DeleteEvent, ListEvents, ReadEvent, UpdateEvent};
use server::operations::expenses::{
    DeleteExpense, ListCategories, ListExpenses, ReadExpense, SummarizeExpenses, UpdateExpense,
};
use server::operations::history::RecentChanges;
use server::operations::tasks::{
    CompleteTask, DeleteTask, ListTasks, ReadTask, ReopenTask, UpdateTask,
};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(strangers_rows_do_not_exist, lists_hold_ones_own_rows_only);

/// Asserts that the operations answer "not found" for a row and leave it alone.
macro_rules! not_found {
    ($person:ident, $id:expr, $($operation:ident),+) => {$(
        let answer = $person.send::<$operation>(json!({ "id": $id, "title": "x", "amount": 1 }));
        assert!(matches!(answer.await, Err(Error::NotFound)), stringify!($operation));
    )+};
}

async fn strangers_rows_do_not_exist(database: TestDatabase) {
    let database = database.open().await;
    let (owner, stranger) = (Person::new(&database).await, Person::new(&database).await);
    let event = owner.event("Lunch", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z").await.value;
    let task = owner.task("Call mom", None).await.value;
    let expense = owner.expense("12.50", "Food", "2026-11-22").await.value;

    not_found!(stranger, event.id, ReadEvent, UpdateEvent, DeleteEvent);
    not_found!(stranger, task.id, ReadTask, UpdateTask, DeleteTask, CompleteTask, ReopenTask);
    not_found!(stranger, expense.id, ReadExpense, UpdateExpense, DeleteExpense);

    assert_eq!(owner.call::<ReadEvent>(event.id.into()).await.unwrap().value, event);
    assert_eq!(owner.call::<ReadTask>(task.id.into()).await.unwrap().value, task);
    assert_eq!(owner.call::<ReadExpense>(expense.id.into()).await.unwrap().value, expense);
}

async fn lists_hold_ones_own_rows_only(database: TestDatabase) {
    let database = database.open().await;
    let (owner, stranger) = (Person::new(&database).await, Person::new(&database).await);
    owner.event("Lunch", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z").await;
    owner.task("Call mom", Some("2026-11-20")).await;
    owner.expense("12.50", "Secret", "2026-11-22").await;

    let empty = json!({});
    assert!(stranger.send::<ListEvents>(empty.clone()).await.unwrap().value.items.is_empty());
    assert!(stranger.send::<ListTasks>(empty.clone()).await.unwrap().value.items.is_empty());
    assert!(stranger.send::<ListExpenses>(empty.clone()).await.unwrap().value.items.is_empty());
    let summary = stranger.send::<SummarizeExpenses>(empty.clone()).await.unwrap().value;
    assert!(summary.groups.is_empty() && summary.totals.is_empty());
    assert!(stranger.send::<RecentChanges>(empty.clone()).await.unwrap().value.is_empty());
    let agenda = stranger.send::<UpcomingAgenda>(empty).await.unwrap().value;
    assert!(agenda.events.is_empty() && agenda.overdue.is_empty());
    let categories = stranger.call::<ListCategories>(()).await.unwrap().value;
    assert!(!categories.contains(&"Secret".to_owned()));
}
