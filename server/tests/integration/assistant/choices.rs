//! When two rows fit, the person picks.

use server::operations::tasks::ReadTask;

use super::{say, say_in, words};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(a_choice_is_picked_by_its_words_or_its_number);

async fn a_choice_is_picked_by_its_words_or_its_number(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let first = person.task("Call Sam about the car", None).await.value;
    let second = person.task("Call Sam about the trip", None).await.value;
    let answer = say(&person, "complete call sam").await;
    assert!(answer.actions.is_empty());
    assert_eq!(answer.choices.len(), 2);
    assert!(words(&answer).starts_with("Which one do you mean?\n1. "), "{}", words(&answer));

    let conversation = Some(answer.conversation_id);
    let picked = answer.choices.iter().find(|choice| choice.label.contains("trip")).unwrap();
    let done = say_in(&person, conversation, &picked.message).await;
    assert_eq!(words(&done), "Completed “Call Sam about the trip”.");
    assert!(person.call::<ReadTask>(second.id.into()).await.unwrap().value.is_complete);
    assert!(!person.call::<ReadTask>(first.id.into()).await.unwrap().value.is_complete);

    person.task("Call Sam about the boat", None).await;
    say_in(&person, conversation, "complete call sam").await;
    let done = say_in(&person, conversation, "1").await;
    assert_eq!(done.actions.len(), 1, "{done:?}");
}
