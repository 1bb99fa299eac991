//! Turns in progress: joined, stopped, refused, and ended with the program.

use std::time::{Duration, Instant};

use domain::chat::{ChatEvent, ChatMessage};
use domain::conversation::Ended;
use domain::history::Door;
use domain::task::TaskFilter;
use futures::StreamExt;
use server::operations::tasks::ListTasks;

use super::{Act, add_task, begin, done, hear, kept, message, puppet, start, texts};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    a_turn_is_joined_in_mid_stream,
    after_the_end_there_is_nothing_to_join,
    one_turn_at_a_time,
    stopping_gives_up_waiting_at_once,
    stopping_cuts_no_write_in_half,
    a_lost_connection_loses_nothing,
    the_end_of_the_program_keeps_what_was_said,
    a_failed_turn_is_kept_as_far_as_it_came,
);

/// How long stopping may take (issue: within 100 ms).
const AT_ONCE: Duration = Duration::from_millis(100);

async fn a_turn_is_joined_in_mid_stream(database: TestDatabase) {
    let open = database.open().await;
    let (person, stranger) = (Person::new(&open).await, Person::new(&open).await);
    let (assistant, strings) = puppet();
    let mut first = begin(&assistant, &person, message("hello"));
    let conversation = start(&mut first).await;
    strings.send(Act::Say("one ")).unwrap();
    strings.send(Act::Say("two ")).unwrap();
    hear(&mut first, "one two ").await;

    let context = person.context(Door::Web);
    let mut second = assistant.join(&context, conversation).await.unwrap().unwrap();
    assert_eq!(start(&mut second).await, conversation);
    hear(&mut second, "one two ").await;
    assert_eq!(texts(&kept(&person, conversation).await), ["hello"], "a second tab shows it");
    assert!(assistant.join(&stranger.context(Door::Web), conversation).await.unwrap().is_none());
    assert!(assistant.join(&context, domain::Uuid::nil()).await.unwrap().is_none());

    strings.send(Act::Call(vec![add_task("Buy milk")])).unwrap();
    strings.send(Act::Say("three")).unwrap();
    strings.send(Act::Finish).unwrap();
    let (one, other) = (done(first).await, done(second).await);
    assert_eq!(one, other);
    assert_eq!(one.messages[1].text, "one two three");
    assert_eq!(one.actions.len(), 1);
}

async fn after_the_end_there_is_nothing_to_join(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let (assistant, strings) = puppet();
    let mut heard = begin(&assistant, &person, message("hello"));
    let conversation = start(&mut heard).await;
    strings.send(Act::Say("Good morning.")).unwrap();
    strings.send(Act::Finish).unwrap();
    let answer = done(heard).await;
    let context = person.context(Door::Web);
    assert!(assistant.join(&context, conversation).await.unwrap().is_none());
    assert!(assistant.stop(&context, conversation).await.unwrap().is_none());
    let kept = kept(&person, conversation).await;
    assert_eq!(texts(&kept), ["hello", "Good morning."]);
    let ids: Vec<_> = kept.messages.iter().map(|message| message.id).collect();
    assert_eq!(ids, answer.messages.iter().map(|message| message.id).collect::<Vec<_>>());
    let last = &kept.messages[1];
    assert_eq!((last.ended, last.interpreter.as_deref()), (Ended::Done, Some("puppet")));
}

async fn one_turn_at_a_time(database: TestDatabase) {
    let open = database.open().await;
    let (person, other) = (Person::new(&open).await, Person::new(&open).await);
    let (assistant, strings) = puppet();
    let mut first = begin(&assistant, &person, message("hello"));
    let conversation = start(&mut first).await;

    let refused: Vec<_> = begin(&assistant, &person, message("are you there?")).collect().await;
    let [ChatEvent::Error(failed)] = refused.as_slice() else { panic!("{refused:?}") };
    assert_eq!((failed.problem.status, failed.problem.retry_after), (409, Some(2)));
    let id = domain::Uuid::nil();
    let confirmed = assistant.confirm(person.context(Door::Chat), id, true).await;
    assert!(matches!(confirmed, Err(server::error::Error::Busy(_))), "{confirmed:?}");
    assert_eq!(texts(&kept(&person, conversation).await), ["hello"]);

    // Nobody waits for somebody else.
    let mut theirs = begin(&assistant, &other, message("hello"));
    start(&mut theirs).await;
    strings.send(Act::Finish).unwrap();
    strings.send(Act::Finish).unwrap();
    done(first).await;
    done(theirs).await;
    // Whoever hears the end may go on at once.
    for _ in 0..20 {
        strings.send(Act::Finish).unwrap();
        done(begin(&assistant, &person, message("again"))).await;
    }
}

async fn stopping_gives_up_waiting_at_once(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let (assistant, strings) = puppet();
    let mut heard = begin(&assistant, &person, message("tell me everything"));
    let conversation = start(&mut heard).await;
    strings.send(Act::Call(vec![add_task("Buy milk")])).unwrap();
    strings.send(Act::Say("First of all,")).unwrap();
    assert!(matches!(heard.next().await, Some(ChatEvent::Action(_))));
    hear(&mut heard, "First of all,").await;

    let begun = Instant::now();
    let stopped = assistant.stop(&person.context(Door::Web), conversation).await.unwrap();
    let took = begun.elapsed();
    assert!(took < AT_ONCE, "stopping took {took:?}");
    let Some(ChatEvent::Done(answer)) = stopped else { panic!("{stopped:?}") };
    assert!(answer.stopped);
    assert_eq!(answer.actions.len(), 1);
    let said = "First of all,\nStopped. One change was made before; it stands.";
    assert_eq!(answer.messages[1].text, said);
    assert_eq!(done(heard).await, answer);
    let kept = kept(&person, conversation).await;
    assert_eq!(texts(&kept), ["tell me everything", said]);
    assert_eq!(kept.messages[1].ended, Ended::Stopped);
    assert_eq!(kept.messages[1].actions.len(), 1);

    strings.send(Act::Finish).unwrap();
    let next = ChatMessage { conversation_id: Some(conversation), ..message("go on") };
    assert!(!done(begin(&assistant, &person, next)).await.stopped);
}

async fn stopping_cuts_no_write_in_half(database: TestDatabase) {
    const CALLS: usize = 40;
    let person = Person::new(&database.open().await).await;
    let (assistant, strings) = puppet();
    let mut heard = begin(&assistant, &person, message("add everything"));
    let conversation = start(&mut heard).await;
    let calls = (0..CALLS).map(|number| add_task(&format!("Task {number}")));
    strings.send(Act::Call(calls.collect())).unwrap();
    assert!(matches!(heard.next().await, Some(ChatEvent::Action(_))));
    let stopped = assistant.stop(&person.context(Door::Web), conversation).await.unwrap();
    let Some(ChatEvent::Done(answer)) = stopped else { panic!("{stopped:?}") };
    assert!(answer.stopped);
    let tasks = person.call::<ListTasks>(TaskFilter::default()).await.unwrap().value.items;
    assert!((1..CALLS).contains(&tasks.len()), "{} of {CALLS} were added", tasks.len());
    assert_eq!(answer.actions.len(), tasks.len(), "what was done is what is listed");
    assert_eq!(kept(&person, conversation).await.messages[1].actions.len(), tasks.len());
}

async fn a_lost_connection_loses_nothing(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let (assistant, strings) = puppet();
    let mut heard = begin(&assistant, &person, message("hello"));
    let conversation = start(&mut heard).await;
    strings.send(Act::Say("Good ")).unwrap();
    hear(&mut heard, "Good ").await;
    let end = assistant.join(&person.context(Door::Web), conversation).await.unwrap().unwrap();
    drop(heard);
    strings.send(Act::Say("morning.")).unwrap();
    strings.send(Act::Finish).unwrap();
    done(end).await;
    assert_eq!(texts(&kept(&person, conversation).await), ["hello", "Good morning."]);
}

async fn the_end_of_the_program_keeps_what_was_said(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let (assistant, strings) = puppet();
    let mut heard = begin(&assistant, &person, message("hello"));
    let conversation = start(&mut heard).await;
    strings.send(Act::Say("Good")).unwrap();
    hear(&mut heard, "Good").await;
    assistant.shut_down().await;
    let kept = kept(&person, conversation).await;
    assert_eq!(texts(&kept), ["hello", "Good\nStopped. Nothing was changed."]);
    assert_eq!(kept.messages[1].ended, Ended::Stopped);
    assert!(done(heard).await.stopped);
    let refused: Vec<_> = begin(&assistant, &person, message("hello")).collect().await;
    let [ChatEvent::Error(failed)] = refused.as_slice() else { panic!("{refused:?}") };
    assert_eq!(failed.problem.status, 503);
}

async fn a_failed_turn_is_kept_as_far_as_it_came(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let (assistant, strings) = puppet();
    let mut heard = begin(&assistant, &person, message("hello"));
    let conversation = start(&mut heard).await;
    strings.send(Act::Call(vec![add_task("Buy milk")])).unwrap();
    strings.send(Act::Say("Well,")).unwrap();
    strings.send(Act::Fail).unwrap();
    let last = heard.collect::<Vec<_>>().await.pop();
    let Some(ChatEvent::Error(failed)) = last else { panic!("{last:?}") };
    assert_eq!((failed.problem.status, failed.actions.len()), (500, 1));
    assert_eq!(failed.conversation_id, Some(conversation));
    let kept = kept(&person, conversation).await;
    assert_eq!(texts(&kept), ["hello", "Well,"]);
    assert_eq!((kept.messages[1].ended, kept.messages[1].actions.len()), (Ended::Failed, 1));
    assert_eq!(kept.messages[1].failure.as_deref(), Some(failed.problem.detail.as_str()));
}
