//! Subtasks: one level, done and removed with their task.

use domain::Uuid;
use domain::task::Task;
use serde_json::json;
use server::operations::bulk::{ChangeMany, DeleteMany};
use server::operations::tasks::{
    CompleteTask, CreateTask, DeleteTask, PlaceTask, ReopenTask, UpdateTask,
};

use super::arranging::{bad, list, read, task, titles, undo};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    one_level_is_enough,
    a_task_is_done_with_its_parts,
    a_task_that_repeats_renews_its_parts,
    a_task_goes_with_its_parts,
    a_part_is_where_its_task_is,
    many_at_once_hold_parts_and_tasks,
);

async fn part(person: &Person, parent: &Task, title: &str) -> Task {
    task(person, json!({ "title": title, "parent_id": parent.id })).await
}

async fn one_level_is_enough(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let party = task(&person, json!({ "title": "Party" })).await;
    let cake = part(&person, &party, "Cake").await;
    let other = task(&person, json!({ "title": "Other" })).await;
    let below = json!({ "title": "Eggs", "parent_id": cake.id });
    assert_eq!(bad(person.send::<CreateTask>(below).await), "parent_id");
    for (task, parent) in [(&party, other.id), (&party, party.id), (&other, Uuid::new_v4())] {
        let change = json!({ "id": task.id, "parent_id": parent });
        assert_eq!(bad(person.send::<UpdateTask>(change).await), "parent_id");
    }
    let stranger = Person::new(&database.open().await).await;
    let theirs = json!({ "title": "x", "parent_id": party.id });
    assert_eq!(bad(stranger.send::<CreateTask>(theirs).await), "parent_id");

    let below = json!({ "id": other.id, "parent_id": party.id, "after": cake.id });
    let moved = person.send::<PlaceTask>(below).await.unwrap();
    let parts = json!({ "parent_id": party.id, "order": "hand" });
    assert_eq!(titles(&person, parts.clone()).await, ["Cake", "Other"]);
    assert_eq!(titles(&person, json!({ "is_subtask": false })).await, ["Party"]);
    undo(&person, moved.undo).await;
    assert_eq!(titles(&person, parts).await, ["Cake"]);
}

async fn a_task_is_done_with_its_parts(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let party = task(&person, json!({ "title": "Party" })).await;
    let cake = part(&person, &party, "Cake").await;
    let music = part(&person, &party, "Music").await;
    person.call::<CompleteTask>(music.id.into()).await.unwrap();
    let music = read(&person, &music).await;

    let done = person.call::<CompleteTask>(party.id.into()).await.unwrap();
    assert!(read(&person, &cake).await.is_complete);
    assert_eq!(read(&person, &music).await, music, "it was done before");
    undo(&person, done.undo).await;
    assert!(!read(&person, &cake).await.is_complete && !read(&person, &party).await.is_complete);
    assert!(read(&person, &music).await.is_complete);

    // Opened again, a task does not open its parts, but a part opens its task.
    person.call::<CompleteTask>(party.id.into()).await.unwrap();
    person.call::<ReopenTask>(party.id.into()).await.unwrap();
    assert!(read(&person, &cake).await.is_complete);
    person.call::<CompleteTask>(party.id.into()).await.unwrap();
    let opened = person.call::<ReopenTask>(cake.id.into()).await.unwrap();
    assert!(!read(&person, &party).await.is_complete);
    undo(&person, opened.undo).await;
    assert!(read(&person, &party).await.is_complete && read(&person, &cake).await.is_complete);
}

async fn a_task_that_repeats_renews_its_parts(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let clean = json!({ "title": "Clean", "due_date": "2026-11-23", "rrule": "FREQ=WEEKLY" });
    let clean = task(&person, clean).await;
    let floor = json!({ "title": "Floor", "parent_id": clean.id, "due_date": "2026-11-24" });
    let floor = task(&person, floor).await;
    let done = person.call::<CompleteTask>(clean.id.into()).await.unwrap();
    assert!(read(&person, &floor).await.is_complete);
    let open = json!({ "is_complete": false, "due_before": "2026-12-02" });
    assert_eq!(titles(&person, open.clone()).await, ["Clean", "Floor"]);
    let late = json!({ "is_complete": false, "due_after": "2026-12-01", "is_subtask": true });
    assert_eq!(titles(&person, late).await, ["Floor"]);
    undo(&person, done.undo).await;
    assert_eq!(titles(&person, json!({})).await, ["Clean", "Floor"]);
}

async fn a_task_goes_with_its_parts(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let made = person.send::<CreateTask>(json!({ "title": "Party" })).await.unwrap();
    let party = made.value;
    let cake = part(&person, &party, "Cake").await;
    let gone = person.call::<DeleteTask>(party.id.into()).await.unwrap();
    assert_eq!(titles(&person, json!({})).await, Vec::<String>::new());
    undo(&person, gone.undo).await;
    assert_eq!(read(&person, &cake).await.parent_id, Some(party.id));

    // Taken back whole with its task alone gone, it stands by itself.
    let alone = person.call::<DeleteTask>(cake.id.into()).await.unwrap();
    person.call::<DeleteTask>(party.id.into()).await.unwrap();
    undo(&person, alone.undo).await;
    assert_eq!(read(&person, &cake).await.parent_id, None);
}

async fn a_part_is_where_its_task_is(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let (work, play) = (list(&person, "Work").await, list(&person, "Play").await);
    let party = task(&person, json!({ "title": "Party", "list_id": play })).await;
    let cake = part(&person, &party, "Cake").await;
    let both = json!({ "title": "x", "parent_id": party.id, "list_id": work });
    assert_eq!(bad(person.send::<CreateTask>(both).await), "list_id");
    assert_eq!(titles(&person, json!({ "list_id": play })).await, ["Party", "Cake"]);
    assert_eq!(titles(&person, json!({ "filter": "-has:list" })).await, Vec::<String>::new());

    // It leaves its task for the task's list, and for another list.
    let out = person.send::<UpdateTask>(json!({ "id": cake.id, "parent_id": null })).await.unwrap();
    assert_eq!((out.value.parent_id, out.value.list_id), (None, Some(play)));
    undo(&person, out.undo).await;
    let to = json!({ "id": cake.id, "list_id": work });
    let moved = person.send::<UpdateTask>(to).await.unwrap().value;
    assert_eq!((moved.parent_id, moved.list_id), (None, Some(work)));
}

async fn many_at_once_hold_parts_and_tasks(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let party = task(&person, json!({ "title": "Party" })).await;
    let cake = part(&person, &party, "Cake").await;
    for rows in [[&party, &cake], [&cake, &party]] {
        let rows = rows.map(|row| json!({ "kind": "task", "id": row.id }));
        let input = json!({ "rows": rows, "change": "complete" });
        let done = person.send::<ChangeMany>(input).await.unwrap();
        assert_eq!(titles(&person, json!({ "is_complete": true })).await.len(), 2);
        undo(&person, done.undo).await;
        let gone = person.send::<DeleteMany>(json!({ "rows": rows })).await.unwrap();
        assert_eq!(titles(&person, json!({})).await, Vec::<String>::new());
        undo(&person, gone.undo).await;
        assert_eq!(read(&person, &cake).await.parent_id, Some(party.id));
    }
}
