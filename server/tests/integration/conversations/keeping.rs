//! What is kept of a conversation, and for how long something waits in it.

use domain::conversation::ProposalState;
use domain::history::Door;
use server::assistant::Assistant;
use server::error::Error;

use super::{kept, say};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(a_proposal_waits_ten_minutes, an_answer_and_its_yes_stay_together,);

async fn a_proposal_waits_ten_minutes(database: TestDatabase) {
    let mut person = Person::new(&database.open().await).await;
    person.task("Call the bank", None).await;
    let assistant = Assistant::default();
    let first = say(&person, None, "delete task call the bank").await;
    let state = async |person: &Person| {
        kept(person, first.conversation_id).await.messages[1].confirm[0].state
    };
    person.set_now("2026-11-22T09:09:59Z");
    assert_eq!(state(&person).await, ProposalState::Waiting);
    person.set_now("2026-11-22T09:10:00Z");
    assert_eq!(state(&person).await, ProposalState::Expired);
    let id = first.confirm[0].id;
    let late = assistant.confirm(person.context(Door::Chat), id, true).await;
    assert!(matches!(late, Err(Error::Gone(_))), "{late:?}");
    assert_eq!(kept(&person, first.conversation_id).await.messages.len(), 2, "no trace of it");

    let second = say(&person, None, "delete task call the bank").await.confirm[0].id;
    person.set_now("2026-11-22T09:19:59Z");
    assistant.confirm(person.context(Door::Chat), second, true).await.unwrap();
}

async fn an_answer_and_its_yes_stay_together(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.task("Call the bank", None).await;
    let asked = say(&person, None, "delete task call the bank").await;
    let id = asked.confirm[0].id;
    let done = Assistant::default().confirm(person.context(Door::Chat), id, true).await.unwrap();
    let conversation = kept(&person, asked.conversation_id).await;
    let said: Vec<_> = conversation.messages.iter().map(|message| message.id).collect();
    let told: Vec<_> = asked.messages.iter().chain(&done.messages).map(|said| said.id).collect();
    assert_eq!(said, told);
    assert_eq!(conversation.messages[2].text, "Yes");
    assert_eq!(conversation.messages[1].confirm[0].state, ProposalState::Accepted);
    assert_eq!(conversation.messages[3].actions[0].action, done.actions[0]);
}
