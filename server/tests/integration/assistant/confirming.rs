//! Deleting waits for a yes.

use domain::history::Door;
use server::assistant::Assistant;
use server::error::Error;
use server::operations::tasks::{DeleteTask, ReadTask};

use super::{conversation, say, words};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    yes_deletes_and_can_be_taken_back,
    no_leaves_it,
    an_answer_counts_once_in_time_and_from_its_owner,
    what_is_gone_meanwhile_is_said,
);

async fn yes_deletes_and_can_be_taken_back(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let task = person.task("Call the bank", None).await.value;
    let answer = say(&person, "delete task call the bank").await;
    assert_eq!(answer.confirm[0].summary, "Delete “Call the bank”?");
    assert!(!words(&answer).contains("bank"), "the card says it: {}", words(&answer));
    assert!(answer.actions.is_empty());
    assert!(person.call::<ReadTask>(task.id.into()).await.is_ok(), "not before the yes");

    let assistant = Assistant::default();
    let id = answer.confirm[0].id;
    let done = assistant.confirm(person.context(Door::Chat), id, true).await.unwrap();
    assert_eq!(words(&done), "Deleted “Call the bank”.");
    assert!(matches!(person.call::<ReadTask>(task.id.into()).await, Err(Error::NotFound)));
    let token = serde_json::json!({ "token": done.actions[0].undo });
    person.send::<server::operations::history::Undo>(token).await.unwrap();
    assert!(person.call::<ReadTask>(task.id.into()).await.is_ok());
    let kept = conversation(&person).await.unwrap();
    assert!(kept.messages.last().unwrap().actions[0].undone);
}

async fn no_leaves_it(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let task = person.task("Call the bank", None).await.value;
    let id = say(&person, "delete task call the bank").await.confirm[0].id;
    let assistant = Assistant::default();
    let done = assistant.confirm(person.context(Door::Chat), id, false).await.unwrap();
    assert!(done.actions.is_empty());
    assert!(person.call::<ReadTask>(task.id.into()).await.is_ok());
}

async fn an_answer_counts_once_in_time_and_from_its_owner(database: TestDatabase) {
    let open = database.open().await;
    let (mut person, stranger) = (Person::new(&open).await, Person::new(&open).await);
    person.task("Call the bank", None).await;
    person.task("Buy milk", None).await;
    let assistant = Assistant::default();
    let id = say(&person, "delete task call the bank").await.confirm[0].id;
    let foreign = assistant.confirm(stranger.context(Door::Chat), id, true).await;
    assert!(matches!(foreign, Err(Error::NotFound)));
    assistant.confirm(person.context(Door::Chat), id, true).await.unwrap();
    let twice = assistant.confirm(person.context(Door::Chat), id, true).await;
    assert!(matches!(twice, Err(Error::Conflict(_))));

    let id = say(&person, "delete task buy milk").await.confirm[0].id;
    person.set_now("2026-11-24T09:00:00Z");
    let late = assistant.confirm(person.context(Door::Chat), id, true).await;
    assert!(matches!(late, Err(Error::Gone(_))));
}

async fn what_is_gone_meanwhile_is_said(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let task = person.task("Call the bank", None).await.value;
    let id = say(&person, "delete task call the bank").await.confirm[0].id;
    person.call::<DeleteTask>(task.id.into()).await.unwrap();
    let answer = Assistant::default().confirm(person.context(Door::Chat), id, true).await.unwrap();
    assert!(answer.actions.is_empty());
    assert_eq!(words(&answer), "It is gone already.");
}
