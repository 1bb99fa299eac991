//! Taking changes back.

use domain::history::{BeforeRequest, Door, Item};
use serde_json::json;
use server::error::Error;
use server::operations::bulk::ChangeMany;
use server::operations::events::{DeleteEvent, ReadEvent, UpdateEvent};
use server::operations::history::{ReadBefore, RecentChanges, Undo};
use server::operations::tasks::{CompleteTask, CreateTask, DeleteTask, ReadTask, UpdateTask};
use server::operations::{Operation, call};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    every_kind_of_change_is_taken_back,
    changes_of_one_row_are_taken_back_one_after_the_other,
    a_row_changed_since_is_left_alone,
    a_turn_is_taken_back_whole,
    a_strangers_change_is_not_found,
    undo_survives_a_restart,
    deleting_in_chat_waits_for_a_yes,
    what_rows_were_is_known_by_the_token,
);

async fn undo(person: &Person, token: Option<domain::Uuid>) -> Result<usize, Error> {
    let token = token.expect("the change can be taken back");
    let done = person.send::<Undo>(json!({ "token": token })).await?;
    Ok(done.value.summary.len())
}

async fn every_kind_of_change_is_taken_back(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let created = person.event("Lunch", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z").await;
    let event = created.value;

    let patch = json!({ "id": event.id, "title": "Dinner", "location": "Moe's" });
    let updated = person.send::<UpdateEvent>(patch).await.unwrap();
    assert_eq!((updated.value.title.as_str(), updated.value.version), ("Dinner", 2));
    assert_eq!(undo(&person, updated.undo).await.unwrap(), 1);
    let restored = person.call::<ReadEvent>(event.id.into()).await.unwrap().value;
    assert_eq!((restored.title.as_str(), restored.location), ("Lunch", None));
    assert_eq!(restored.version, 3, "a restored row is a new version");

    let deleted = person.call::<DeleteEvent>(event.id.into()).await.unwrap();
    assert!(matches!(person.call::<ReadEvent>(event.id.into()).await, Err(Error::NotFound)));
    undo(&person, deleted.undo).await.unwrap();
    let restored = person.call::<ReadEvent>(event.id.into()).await.unwrap().value;
    assert_eq!(restored.created_at, event.created_at);

    undo(&person, created.undo).await.unwrap();
    assert!(matches!(person.call::<ReadEvent>(event.id.into()).await, Err(Error::NotFound)));
    let again = undo(&person, created.undo).await;
    assert!(matches!(again, Err(Error::Conflict(_))), "taken back once only: {again:?}");
}

async fn changes_of_one_row_are_taken_back_one_after_the_other(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let created = person.task("Call mom", None).await;
    let id = created.value.id;
    let first = person.send::<UpdateTask>(json!({ "id": id, "priority": "high" })).await.unwrap();
    let second = person.call::<CompleteTask>(id.into()).await.unwrap();
    undo(&person, second.undo).await.unwrap();
    undo(&person, first.undo).await.unwrap();
    undo(&person, created.undo).await.unwrap();
    assert!(matches!(person.call::<ReadTask>(id.into()).await, Err(Error::NotFound)));
}

async fn a_row_changed_since_is_left_alone(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let id = person.task("Call mom", None).await.value.id;
    let first = person.send::<UpdateTask>(json!({ "id": id, "title": "Call dad" })).await.unwrap();
    person.send::<UpdateTask>(json!({ "id": id, "title": "Call aunt" })).await.unwrap();
    assert!(matches!(undo(&person, first.undo).await, Err(Error::Conflict(_))));
    assert_eq!(person.call::<ReadTask>(id.into()).await.unwrap().value.title, "Call aunt");

    let done = person.call::<CompleteTask>(id.into()).await.unwrap();
    person.call::<DeleteTask>(id.into()).await.unwrap();
    assert!(matches!(undo(&person, done.undo).await, Err(Error::Conflict(_))));
}

async fn a_turn_is_taken_back_whole(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let turn = person.context(Door::Chat);
    let new = |title: &str| serde_json::from_value(json!({ "title": title })).unwrap();
    let one = call::<CreateTask>(&turn, new("One")).await.unwrap().value;
    let two = call::<CreateTask>(&turn, new("Two")).await.unwrap().value;
    call::<CompleteTask>(&turn, one.id.into()).await.unwrap();
    assert_eq!(undo(&person, Some(turn.turn_id)).await.unwrap(), 3);
    for id in [one.id, two.id] {
        assert!(matches!(person.call::<ReadTask>(id.into()).await, Err(Error::NotFound)));
    }
    let history = person.send::<RecentChanges>(json!({})).await.unwrap().value;
    assert!(history.iter().all(|entry| entry.undone && entry.door == Door::Chat), "{history:?}");
}

async fn a_strangers_change_is_not_found(database: TestDatabase) {
    let database = database.open().await;
    let (owner, stranger) = (Person::new(&database).await, Person::new(&database).await);
    let created = owner.task("Private", None).await;
    assert!(matches!(undo(&stranger, created.undo).await, Err(Error::NotFound)));
    assert!(matches!(undo(&owner, Some(domain::Uuid::nil())).await, Err(Error::NotFound)));
    assert!(owner.call::<ReadTask>(created.value.id.into()).await.is_ok());
}

async fn undo_survives_a_restart(database: TestDatabase) {
    let open = database.open().await;
    let mut person = Person::new(&open).await;
    let created = person.task("Call mom", None).await;
    person.reopen(database.open().await);
    open.close().await.unwrap();
    undo(&person, created.undo).await.unwrap();
    let gone = person.call::<ReadTask>(created.value.id.into()).await;
    assert!(matches!(gone, Err(Error::NotFound)));
}

async fn deleting_in_chat_waits_for_a_yes(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let task = person.task("Call mom", None).await.value;
    let turn = person.context(Door::Chat);
    let refused = call::<DeleteTask>(&turn, task.id.into()).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))));
    let deleted = call::<DeleteTask>(&turn.confirmed(), task.id.into()).await.unwrap();
    assert_eq!(Item::from(deleted.value).name(), "Call mom");
    assert_eq!(DeleteTask::NAME, "delete_task");
}

async fn what_rows_were_is_known_by_the_token(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let task = person.task("Call mom", None).await;
    let other = person.task("Call dad", None).await;
    let done = person.call::<CompleteTask>(task.value.id.into()).await.unwrap();
    let rows = [&task, &other].map(|done| json!({ "kind": "task", "id": done.value.id }));
    let reopen = json!({ "rows": [rows[0]], "change": "reopen" });
    let alone = person.send::<ChangeMany>(reopen).await.unwrap();
    let both = json!({ "rows": rows, "change": "complete" });
    let several = person.send::<ChangeMany>(both).await.unwrap();

    let read = async |token: Option<domain::Uuid>| {
        let undo = vec![token.expect("a token")];
        let befores = person.call::<ReadBefore>(BeforeRequest { undo }).await.unwrap().value;
        let is_done = |item: &Item| matches!(item, Item::Task(task) if task.is_complete);
        let rows = befores.iter().map(|before| {
            assert_eq!(Some(before.undo), token);
            let name = before.row.name().to_owned();
            (name, is_done(&before.row), before.after.as_ref().is_some_and(is_done))
        });
        rows.collect::<Vec<_>>()
    };
    let (mom, dad) = ("Call mom".to_owned(), "Call dad".to_owned());
    assert_eq!(read(task.undo).await, [], "what was added was nothing before");
    assert_eq!(read(done.undo).await, [(mom.clone(), false, true)]);
    assert_eq!(read(alone.undo).await, [(mom.clone(), true, false)]);
    assert_eq!(read(several.undo).await, [(mom, false, true), (dad, false, true)]);
    let stranger = Person::new(&database.open().await).await;
    let undo = vec![several.undo.expect("a token")];
    assert_eq!(stranger.call::<ReadBefore>(BeforeRequest { undo }).await.unwrap().value, []);
}
