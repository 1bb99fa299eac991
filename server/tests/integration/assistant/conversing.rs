//! Conversations: what is streamed, kept and shown again.

use domain::chat::{ChatEvent, Role};
use domain::history::HistoryFilter;
use domain::task::TaskFilter;
use server::operations::history::RecentChanges;
use server::operations::tasks::ListTasks;

use super::{conversation, events, say, say_in};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    a_turn_is_told_piece_by_piece,
    a_conversation_is_kept,
    a_strangers_conversation_does_not_exist,
    rows_of_one_instant_have_an_order,
);

async fn a_turn_is_told_piece_by_piece(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let heard = events(&person, None, "spent 12.50 on lunch").await;
    let names: Vec<&str> = heard
        .iter()
        .map(|event| match event {
            ChatEvent::Start(_) => "start",
            ChatEvent::Action(_) => "action",
            ChatEvent::Text(_) => "text",
            ChatEvent::Done(_) => "done",
            _ => "other",
        })
        .collect();
    assert_eq!(names, ["start", "action", "text", "done"]);
    let wire = serde_json::to_value(&heard[2]).unwrap();
    assert_eq!(wire["event"], "text");
    assert!(wire["data"]["delta"].is_string());
}

async fn a_conversation_is_kept(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let first = say(&person, "Lunch with Sam tomorrow 1pm").await;
    say_in(&person, Some(first.conversation_id), "what's on tomorrow?").await;
    let kept = conversation(&person).await.unwrap();
    assert_eq!(kept.entry.id, first.conversation_id);
    assert_eq!(kept.entry.title, "Lunch with Sam tomorrow 1pm");
    let roles: Vec<Role> = kept.messages.iter().map(|message| message.role).collect();
    assert_eq!(roles, [Role::User, Role::Assistant, Role::User, Role::Assistant]);
    assert_eq!(kept.messages[1].actions[0].action, first.actions[0]);
    assert!(!kept.messages[1].actions[0].undone);
}

async fn a_strangers_conversation_does_not_exist(database: TestDatabase) {
    let open = database.open().await;
    let (owner, stranger) = (Person::new(&open).await, Person::new(&open).await);
    let answer = say(&owner, "add task call mom").await;
    let heard = events(&stranger, Some(answer.conversation_id), "add task intrude").await;
    let [ChatEvent::Error(failed)] = heard.as_slice() else { panic!("{heard:?}") };
    assert_eq!(failed.problem.status, 404);
    assert!(conversation(&stranger).await.is_none());
}

/// Rows made at one instant stand in the order of making, wherever they are listed.
async fn rows_of_one_instant_have_an_order(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let titles: Vec<String> = (0..12).map(|number| format!("thing {number:02}")).collect();
    for title in &titles {
        say(&person, &format!("add task {title}")).await;
    }
    let listed = person.call::<ListTasks>(TaskFilter::default()).await.unwrap().value;
    let listed: Vec<&str> = listed.items.iter().map(|task| task.title.as_str()).collect();
    assert_eq!(listed, titles);
    let recent = person.call::<RecentChanges>(HistoryFilter::default()).await.unwrap().value;
    let named: Vec<String> = titles.iter().rev().map(|title| format!("Added “{title}”.")).collect();
    let recent: Vec<String> = recent.into_iter().map(|change| change.summary).collect();
    assert_eq!(recent, named[..recent.len()]);
}
