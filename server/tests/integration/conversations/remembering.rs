//! What an interpreter is told of the last turn, for "it", "the second one" and "yes".

use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use domain::Uuid;
use domain::chat::ChatMessage;
use domain::event::EventFilter;
use domain::history::Door;
use server::assistant::{Assistant, Interpreter, LedTo, Memory, SeenKind, Step, Turn, Voice};
use server::error::Error;
use server::operations::events::ListEvents;
use server::operations::history::Undo;
use server::operations::tasks::ReadTask;

use super::{begin, done, message, say};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    a_new_conversation_remembers_nothing,
    receipts_and_rows_are_remembered,
    choices_and_what_waits_are_remembered,
    yes_and_no_answer_the_only_proposal,
    a_turn_that_failed_leaves_what_was_said,
);

/// Looks at the memory and says nothing.
#[derive(Debug, Default, Clone)]
struct Spy(Arc<Mutex<Memory>>);

#[async_trait]
impl Interpreter for Spy {
    fn name(&self) -> &'static str {
        "spy"
    }

    async fn step(&self, turn: Turn<'_>, voice: &mut Voice) -> Result<Step, Error> {
        *self.0.lock().unwrap() = turn.memory.clone();
        voice.say("…");
        Ok(Step::Finish(Vec::new()))
    }
}

/// What is remembered when the next message comes.
async fn memory(person: &Person, conversation_id: Option<Uuid>) -> Memory {
    let spy = Spy::default();
    let next = ChatMessage { conversation_id, ..message("and now?") };
    done(begin(&Assistant::new(Arc::new(spy.clone())), person, next)).await;
    spy.0.lock().unwrap().clone()
}

async fn a_new_conversation_remembers_nothing(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    say(&person, None, "add task call mom").await;
    assert_eq!(memory(&person, None).await, Memory::default());
}

async fn receipts_and_rows_are_remembered(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let lunch = say(&person, None, "Lunch with Sam tomorrow 1pm").await;
    let conversation = Some(lunch.conversation_id);
    let dinner = say(&person, conversation, "Dinner with Pat tomorrow 7pm").await;
    let found = memory(&person, conversation).await;
    assert_eq!(found.said, "Dinner with Pat tomorrow 7pm");
    assert_eq!(found.answered, dinner.messages[1].text);
    assert_eq!(found.receipts[0].action, dinner.actions[0]);
    assert!(!found.receipts[0].undone && found.undo.is_some());
    assert_eq!(found.calls[0].call.tool, "create_event");
    assert_eq!(found.calls[0].rows[0].name, "Dinner with Pat");

    say(&person, conversation, "what's on tomorrow?").await;
    let found = memory(&person, conversation).await;
    let [asked] = found.calls.as_slice() else { panic!("{found:?}") };
    assert_eq!((asked.call.tool.as_str(), asked.led_to), ("list_events", LedTo::Answer));
    assert_eq!(asked.call.arguments["from"], "2026-11-23");
    let rows: Vec<_> = asked.rows.iter().map(|row| (row.kind, row.name.as_str())).collect();
    assert_eq!(rows, [(SeenKind::Event, "Lunch with Sam"), (SeenKind::Event, "Dinner with Pat")]);
    assert!(found.receipts.is_empty() && found.undo.is_none());

    let last = say(&person, conversation, "Breakfast with Kim tomorrow 8am").await;
    let token = found.undo.or(last.actions[0].undo).unwrap();
    person.send::<Undo>(serde_json::json!({ "token": token })).await.unwrap();
    let found = memory(&person, conversation).await;
    assert!(found.receipts[0].undone && found.undo.is_none());
    let left = person.call::<ListEvents>(EventFilter::default()).await.unwrap().value.items;
    assert_eq!(left.len(), 2);
}

async fn choices_and_what_waits_are_remembered(database: TestDatabase) {
    let mut person = Person::new(&database.open().await).await;
    person.task("Call Sam about the car", None).await;
    person.task("Call Sam about the trip", None).await;
    let asked = say(&person, None, "complete call sam").await;
    let found = memory(&person, Some(asked.conversation_id)).await;
    assert_eq!(found.offered.len(), 2);
    assert_eq!(found.offered[0].choice, asked.choices[0]);
    assert_eq!(found.calls[0].led_to, LedTo::Choices);

    let asked = say(&person, None, "delete task call sam about the car").await;
    let conversation = Some(asked.conversation_id);
    let found = memory(&person, conversation).await;
    assert_eq!(found.calls[0].led_to, LedTo::Proposal);
    assert_eq!(found.waiting[0].id, asked.confirm[0].id);
    assert_eq!(found.waiting[0].call.tool, "delete_task");
    person.set_now("2026-11-22T09:10:00Z");
    assert!(memory(&person, conversation).await.waiting.is_empty(), "after ten minutes");
}

async fn yes_and_no_answer_the_only_proposal(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let bank = person.task("Call the bank", None).await.value;
    person.task("Buy milk", None).await;
    let asked = say(&person, None, "delete task call the bank").await;
    let conversation = Some(asked.conversation_id);
    let no = say(&person, conversation, "no").await;
    assert!(no.actions.is_empty() && no.messages[1].text.starts_with("All right"), "{no:?}");
    assert!(person.call::<ReadTask>(bank.id.into()).await.is_ok(), "it is still there");
    let twice =
        Assistant::default().confirm(person.context(Door::Chat), asked.confirm[0].id, true).await;
    assert!(matches!(twice, Err(Error::Conflict(_))), "{twice:?}");

    say(&person, conversation, "delete task call the bank").await;
    let yes = say(&person, conversation, "yes").await;
    assert_eq!(yes.actions[0].tool, "delete_task");
    let again = say(&person, conversation, "yes").await;
    assert!(again.actions.is_empty(), "nothing waits any more");

    // The person's own words count, whatever reads the rest.
    say(&person, conversation, "delete task buy milk").await;
    let next = ChatMessage { conversation_id: conversation, ..message("yes") };
    let yes = done(begin(&Assistant::new(Arc::new(Spy::default())), &person, next)).await;
    assert_eq!(yes.actions.len(), 1, "{yes:?}");
}

async fn a_turn_that_failed_leaves_what_was_said(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let (assistant, strings) = super::puppet();
    let mut heard = begin(&assistant, &person, message("add milk"));
    let conversation = super::start(&mut heard).await;
    strings.send(super::Act::Call(vec![super::add_task("Buy milk")])).unwrap();
    strings.send(super::Act::Fail).unwrap();
    futures::StreamExt::collect::<Vec<_>>(heard).await;
    let found = memory(&person, Some(conversation)).await;
    assert_eq!((found.said.as_str(), found.receipts.len()), ("add milk", 1));
}
