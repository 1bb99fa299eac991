//! A sent message is edited and run again; what the first run did is offered for undo.

use domain::Uuid;
use domain::chat::{ChatAnswer, ChatEvent, ChatMessage};
use domain::event::EventFilter;
use domain::history::Door;
use futures::StreamExt;
use server::assistant::Assistant;
use server::error::Error;
use server::operations::events::ListEvents;
use server::operations::history::Undo;

use super::{begin, done, kept, message, say, texts};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    what_the_first_run_did_is_offered_for_undo,
    everything_after_it_leaves_as_well,
    an_offer_is_handed_on_and_what_is_undone_is_not_offered,
    what_waited_for_a_yes_lapses,
    only_ones_own_messages_are_replaced,
);

async fn replace(person: &Person, message_id: Uuid, text: &str) -> ChatAnswer {
    let message = ChatMessage { replaces: Some(message_id), ..message(text) };
    done(begin(&Assistant::default(), person, message)).await
}

async fn undo(person: &Person, token: Uuid) {
    person.send::<Undo>(serde_json::json!({ "token": token })).await.unwrap();
}

async fn events(person: &Person) -> usize {
    person.call::<ListEvents>(EventFilter::default()).await.unwrap().value.items.len()
}

async fn what_the_first_run_did_is_offered_for_undo(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let first = say(&person, None, "Lunch with Sam tomorrow 1pm").await;
    assert_eq!(first.replaced, None);
    let again = replace(&person, first.messages[0].id, "Lunch with Sam tomorrow 2pm").await;
    assert_eq!(again.conversation_id, first.conversation_id);
    let replaced = again.replaced.clone().unwrap();
    assert_eq!(replaced.actions, first.actions);
    assert_eq!(events(&person).await, 2, "what was done stands");

    let conversation = kept(&person, first.conversation_id).await;
    assert_eq!(texts(&conversation)[0], "Lunch with Sam tomorrow 2pm");
    assert_eq!(conversation.messages.len(), 2);
    assert_eq!(conversation.entry.title, "Lunch with Sam tomorrow 2pm");
    let offer = conversation.messages[0].replaced.clone().unwrap();
    assert_eq!((&offer.replaced, offer.undone), (&replaced, false));

    let [token] = replaced.undo.as_slice() else { panic!("{replaced:?}") };
    undo(&person, *token).await;
    assert_eq!(events(&person).await, 1);
    let conversation = kept(&person, first.conversation_id).await;
    assert!(conversation.messages[0].replaced.as_ref().unwrap().undone);
    assert!(!conversation.messages[1].actions[0].undone);
}

async fn everything_after_it_leaves_as_well(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let first = say(&person, None, "Lunch with Sam tomorrow 1pm").await;
    let conversation = Some(first.conversation_id);
    let second = say(&person, conversation, "Dinner with Pat tomorrow 7pm").await;
    say(&person, conversation, "what's on tomorrow?").await;
    let third = say(&person, conversation, "Breakfast with Kim tomorrow 8am").await;
    let again = replace(&person, second.messages[0].id, "hello").await;
    let replaced = again.replaced.unwrap();
    assert_eq!(replaced.actions, [second.actions.clone(), third.actions.clone()].concat());
    assert_eq!(replaced.undo.len(), 2, "turns that changed nothing offer nothing");
    let conversation = kept(&person, first.conversation_id).await;
    assert_eq!(
        texts(&conversation)[..3],
        ["Lunch with Sam tomorrow 1pm", &first.messages[1].text, "hello"]
    );
    assert_eq!(conversation.messages.len(), 4);
    for (token, left) in replaced.undo.iter().zip([2, 1]) {
        undo(&person, *token).await;
        assert_eq!(events(&person).await, left);
    }
}

async fn an_offer_is_handed_on_and_what_is_undone_is_not_offered(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let first = say(&person, None, "Lunch with Sam tomorrow 1pm").await;
    let second = replace(&person, first.messages[0].id, "Lunch with Sam tomorrow 2pm").await;
    let third = replace(&person, second.messages[0].id, "Lunch with Sam tomorrow 3pm").await;
    let replaced = third.replaced.unwrap();
    assert_eq!(replaced.actions, [first.actions.clone(), second.actions.clone()].concat());
    assert_eq!(replaced.undo.len(), 2);

    undo(&person, second.actions[0].undo.unwrap()).await;
    undo(&person, third.actions[0].undo.unwrap()).await;
    let fourth = replace(&person, third.messages[0].id, "hello").await;
    assert_eq!(fourth.replaced.unwrap().actions, first.actions);
    undo(&person, first.actions[0].undo.unwrap()).await;
    assert_eq!(replace(&person, fourth.messages[0].id, "hello").await.replaced, None);
}

async fn what_waited_for_a_yes_lapses(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.task("Call the bank", None).await;
    let asked = say(&person, None, "delete task call the bank").await;
    replace(&person, asked.messages[0].id, "hello").await;
    let id = asked.confirm[0].id;
    let late = Assistant::default().confirm(person.context(Door::Chat), id, true).await;
    assert!(matches!(late, Err(Error::Gone(_))), "{late:?}");
}

async fn only_ones_own_messages_are_replaced(database: TestDatabase) {
    let open = database.open().await;
    let (person, stranger) = (Person::new(&open).await, Person::new(&open).await);
    let said = say(&person, None, "add task call mom").await;
    let elsewhere = say(&person, None, "hello").await;
    let sent = said.messages[0].id;
    let wrong = [
        (&stranger, sent, None),
        (&person, said.messages[1].id, None),
        (&person, Uuid::nil(), None),
        (&person, sent, Some(elsewhere.conversation_id)),
    ];
    for (who, replaces, conversation_id) in wrong {
        let message =
            ChatMessage { replaces: Some(replaces), conversation_id, ..message("add task x") };
        let heard: Vec<_> = begin(&Assistant::default(), who, message).collect().await;
        let [ChatEvent::Error(failed)] = heard.as_slice() else { panic!("{heard:?}") };
        assert_eq!(failed.problem.status, 404);
    }
    assert_eq!(kept(&person, said.conversation_id).await.messages.len(), 2);
}
