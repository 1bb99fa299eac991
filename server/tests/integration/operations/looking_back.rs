//! The list of changes.

use domain::history::{ChangeEntry, Door, Item, UndoRequest};
use domain::input::Field;
use domain::page::Page;
use serde_json::json;
use server::operations::call;
use server::operations::history::{ListChanges, Undo};
use server::operations::tasks::{CreateTask, DeleteTask, UpdateTask};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    changes_have_their_row_before_and_after,
    only_what_is_as_it_was_left_can_be_taken_back,
    it_is_narrowed_and_paged,
    it_ends_after_thirty_days,
    strangers_see_nothing,
);

async fn changes(person: &Person, filter: serde_json::Value) -> Page<ChangeEntry> {
    person.send::<ListChanges>(filter).await.unwrap().value
}

fn name(item: &Option<Item>) -> Option<&str> {
    item.as_ref().map(Item::name)
}

async fn changes_have_their_row_before_and_after(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let id = person.task("Ferns", None).await.value.id;
    person.send::<UpdateTask>(json!({ "id": id, "title": "Roses" })).await.unwrap();
    person.call::<DeleteTask>(id.into()).await.unwrap();
    let listed = changes(&person, json!({})).await.items;
    let told: Vec<_> = listed.iter().map(|one| (name(&one.before), name(&one.after))).collect();
    assert_eq!(
        told,
        [(Some("Roses"), None), (Some("Ferns"), Some("Roses")), (None, Some("Ferns"))]
    );
}

async fn only_what_is_as_it_was_left_can_be_taken_back(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let id = person.task("Ferns", None).await.value.id;
    person.send::<UpdateTask>(json!({ "id": id, "title": "Roses" })).await.unwrap();
    let can = async || -> Vec<bool> {
        changes(&person, json!({})).await.items.iter().map(|one| one.can_undo).collect()
    };
    assert_eq!(can().await, [true, false]);
    let token = changes(&person, json!({})).await.items[0].entry.undo;
    person.call::<Undo>(UndoRequest { token: Field::Value(token) }).await.unwrap();
    assert_eq!(can().await, [false, true], "the change before follows");
    let listed = changes(&person, json!({})).await.items;
    assert!(listed[0].entry.undone);
    let token = listed[1].entry.undo;
    person.call::<Undo>(UndoRequest { token: Field::Value(token) }).await.unwrap();
    assert_eq!(can().await, [false, false]);
}

async fn it_is_narrowed_and_paged(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for title in ["One", "Two", "Three"] {
        person.task(title, None).await;
    }
    person.expense("3.00", "Coffee", "2026-11-20T12:00:00Z").await;
    let chat = person.context(Door::Chat);
    let input = serde_json::from_value(json!({ "title": "Four" })).unwrap();
    call::<CreateTask>(&chat, input).await.unwrap();

    let by_chat = changes(&person, json!({ "door": "chat" })).await.items;
    assert_eq!(by_chat.iter().map(|one| name(&one.after)).collect::<Vec<_>>(), [Some("Four")]);
    let expenses = changes(&person, json!({ "kind": "expense" })).await.items;
    assert_eq!(expenses.len(), 1);

    let mut seen = Vec::new();
    let mut filter = json!({ "kind": "task", "limit": 2 });
    loop {
        let page = changes(&person, filter.clone()).await;
        seen.extend(page.items.iter().filter_map(|one| name(&one.after).map(str::to_owned)));
        let Some(next) = page.next else { break };
        filter["cursor"] = next.into();
    }
    assert_eq!(seen, ["Four", "Three", "Two", "One"]);
    for bad in [json!({ "door": "window" }), json!({ "kind": "x" }), json!({ "cursor": "x" })] {
        assert!(person.send::<ListChanges>(bad).await.is_err());
    }
}

async fn it_ends_after_thirty_days(database: TestDatabase) {
    let mut person = Person::new(&database.open().await).await;
    person.task("Old", None).await;
    person.set_now("2026-12-22T08:59:00Z");
    assert_eq!(changes(&person, json!({})).await.items.len(), 1);
    person.set_now("2026-12-22T09:01:00Z");
    assert_eq!(changes(&person, json!({})).await.items.len(), 0);
}

async fn strangers_see_nothing(database: TestDatabase) {
    let opened = database.open().await;
    let (ann, bob) = (Person::new(&opened).await, Person::new(&opened).await);
    ann.task("Secret", None).await;
    assert_eq!(changes(&bob, json!({})).await.items, []);
}
