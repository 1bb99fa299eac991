//! Several processes on one PostgreSQL: a turn that one of them answers, joined, stopped and
//! respected by another.

use std::time::{Duration, Instant};

use domain::Uuid;
use domain::chat::{ChatEvent, ChatMessage};
use domain::history::Door;
use futures::StreamExt;
use sea_orm::{ConnectionTrait, EntityTrait};
use server::assistant::Assistant;
use server::context::Context;
use server::database::Database;
use server::entity::running_turns;
use server::error::Error;
use server::live::keep_relayed;
use tokio::task::JoinSet;

use super::{Act, Strings, add_task, begin, done, hear, kept, message, puppet, start, texts};
use crate::support::database::TestDatabase;
use crate::support::person::Person;

/// A process of the planner, gone with this.
struct Process {
    database: Database,
    assistant: Assistant,
    strings: Strings,
    _working: JoinSet<()>,
}

impl Process {
    /// One that hears the others.
    async fn start(database: &TestDatabase) -> Self {
        let database = database.open().await;
        let (assistant, strings) = puppet();
        let mut listener = database.live().listen(Uuid::nil(), None).unwrap();
        let mut working = JoinSet::new();
        working.spawn(keep_relayed(database.clone(), None));
        working.spawn(assistant.clone().keep_heard(database.clone()));
        assert_eq!(listener.next().await.unwrap().changed, None);
        assert!(listener.next().await.unwrap().changed.is_some(), "it hears by now");
        Self { database, assistant, strings, _working: working }
    }

    /// A request of somebody's that comes to this process.
    fn asked_by(&self, person: &Person) -> Context {
        let mut context = person.context(Door::Chat);
        context.database = self.database.clone();
        context
    }

    /// What this process answers a message, as a whole.
    async fn say(&self, person: &Person, text: &str) -> ChatEvent {
        let turn = self.assistant.turn(self.asked_by(person), message(text));
        turn.collect::<Vec<_>>().await.pop().unwrap()
    }
}

async fn two() -> Option<(TestDatabase, Process, Process, Person)> {
    let database = TestDatabase::postgres().await?;
    let (here, there) = (Process::start(&database).await, Process::start(&database).await);
    let person = Person::new(&here.database).await;
    Some((database, here, there, person))
}

fn is_busy(event: &ChatEvent) -> bool {
    matches!(event, ChatEvent::Error(failed) if failed.problem.status == 409)
}

async fn rows(process: &Process) -> Vec<running_turns::Model> {
    running_turns::Entity::find().all(process.database.reader()).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_is_joined_through_another_process() {
    let Some((_database, here, there, person)) = two().await else { return };
    let mut first = begin(&here.assistant, &person, message("hello"));
    let conversation = start(&mut first).await;
    here.strings.send(Act::Say("one ")).unwrap();
    here.strings.send(Act::Say("two ")).unwrap();
    hear(&mut first, "one two ").await;

    let context = there.asked_by(&person);
    assert!(there.assistant.is_answering(&context, conversation).await.unwrap());
    let mut second = there.assistant.join(&context, conversation).await.unwrap().unwrap();
    assert_eq!(start(&mut second).await, conversation);
    hear(&mut second, "one two ").await;
    let stranger = there.asked_by(&Person::new(&there.database).await);
    for (context, id) in [(&stranger, conversation), (&context, Uuid::nil())] {
        assert!(there.assistant.join(context, id).await.unwrap().is_none());
        assert!(there.assistant.stop(context, id).await.unwrap().is_none());
    }

    // More than a letter holds, and letters of more than one byte.
    let long: &'static str = "Grüße, schöne Grüße! ".repeat(3_000).leak();
    here.strings.send(Act::Call(vec![add_task("Buy milk")])).unwrap();
    here.strings.send(Act::Say(long)).unwrap();
    here.strings.send(Act::Finish).unwrap();
    let (one, other) = (done(first).await, done(second).await);
    assert_eq!(one, other);
    assert_eq!(one.actions.len(), 1);
    assert!(one.messages[1].text.ends_with(long));
    assert_eq!(rows(&here).await, []);
    assert!(!there.assistant.is_answering(&context, conversation).await.unwrap());
    assert!(there.assistant.join(&context, conversation).await.unwrap().is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_is_stopped_through_another_process() {
    let Some((_database, here, there, person)) = two().await else { return };
    let mut heard = begin(&here.assistant, &person, message("tell me everything"));
    let conversation = start(&mut heard).await;
    here.strings.send(Act::Say("First of all,")).unwrap();
    hear(&mut heard, "First of all,").await;
    let begun = Instant::now();
    let stopped = there.assistant.stop(&there.asked_by(&person), conversation).await.unwrap();
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(1), "stopping took {took:?}");
    let Some(ChatEvent::Done(answer)) = stopped else { panic!("{stopped:?}") };
    assert!(answer.stopped);
    assert_eq!(done(heard).await, answer);
    let said = "First of all,\nStopped. Nothing was changed.";
    assert_eq!(texts(&kept(&person, conversation).await), ["tell me everything", said]);
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_has_turns_at_two_processes() {
    let Some((_database, here, there, person)) = two().await else { return };
    let mut first = begin(&here.assistant, &person, message("hello"));
    let conversation = start(&mut first).await;
    let refused = there.say(&person, "are you there?").await;
    assert!(is_busy(&refused), "{refused:?}");
    assert_eq!(texts(&kept(&person, conversation).await), ["hello"]);
    // A proposal of before is not answered meanwhile, and waits on.
    let asked = Person::new(&here.database).await;
    here.strings.send(Act::Finish).unwrap();
    done(first).await;
    there.strings.send(Act::Finish).unwrap();
    let ChatEvent::Done(_) = there.say(&person, "and now?").await else { panic!() };

    asked.task("Plants", None).await;
    let proposed = Assistant::default().turn(here.asked_by(&asked), message("delete Plants"));
    let proposed = done(proposed.boxed()).await;
    let mut talking = begin(&here.assistant, &asked, message("hello"));
    start(&mut talking).await;
    let id = proposed.confirm[0].id;
    let refused = there.assistant.confirm(there.asked_by(&asked), id, true).await;
    assert!(matches!(refused, Err(Error::Busy(_))), "{refused:?}");
    here.strings.send(Act::Finish).unwrap();
    done(talking).await;
    let confirmed = there.assistant.confirm(there.asked_by(&asked), id, true).await.unwrap();
    assert_eq!(confirmed.actions.len(), 1, "{confirmed:?}");
    assert_eq!(rows(&here).await, []);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_process_that_dies_leaves_no_turn_running() {
    let Some((_database, here, _there, person)) = two().await else { return };
    let conversation = Uuid::new_v4();
    let gone = |seconds: u32| {
        format!(
            "INSERT INTO running_turns VALUES
             ('{}', '{conversation}', '{conversation}', 'gone', now() + interval '{seconds} s')
             ON CONFLICT (user_id) DO UPDATE SET held_until = excluded.held_until",
            here.asked_by(&person).actor.user_id
        )
    };
    here.database.reader().execute_unprepared(&gone(8)).await.unwrap();
    let refused = here.say(&person, "hello").await;
    assert!(is_busy(&refused), "{refused:?}");
    // Whoever follows it is let go.
    let begun = Instant::now();
    let joined = here.assistant.join(&here.asked_by(&person), conversation).await.unwrap();
    assert!(joined.is_none() && begun.elapsed() < Duration::from_secs(14));
    here.strings.send(Act::Finish).unwrap();
    let ChatEvent::Done(_) = here.say(&person, "hello again").await else { panic!() };

    // As it would be after the database's clock was set back.
    here.database.reader().execute_unprepared(&gone(24 * 60 * 60)).await.unwrap();
    here.strings.send(Act::Finish).unwrap();
    let ChatEvent::Done(_) = here.say(&person, "and again").await else { panic!() };
}

#[tokio::test(flavor = "multi_thread")]
async fn a_turn_that_was_lost_stops_and_one_that_goes_on_is_kept() {
    let Some((_database, here, there, person)) = two().await else { return };
    let mut heard = begin(&here.assistant, &person, message("hello"));
    let conversation = start(&mut heard).await;
    let first = rows(&here).await[0].held_until;
    tokio::time::sleep(Duration::from_millis(3_500)).await;
    assert!(rows(&here).await[0].held_until > first, "it is renewed");
    // Silence is no end.
    let mut joined =
        there.assistant.join(&there.asked_by(&person), conversation).await.unwrap().unwrap();
    start(&mut joined).await;
    tokio::time::sleep(Duration::from_secs(6)).await;
    here.strings.send(Act::Say("still here")).unwrap();
    hear(&mut joined, "still here").await;
    // Somebody else has begun meanwhile, as after an hour without the database.
    let lost = "UPDATE running_turns SET turn_id = user_id, process = 'another'";
    here.database.reader().execute_unprepared(lost).await.unwrap();
    assert!(done(heard).await.stopped);
    let next = ChatMessage { conversation_id: Some(conversation), ..message("go on") };
    let refused = here.assistant.turn(here.asked_by(&person), next).collect::<Vec<_>>().await;
    assert!(is_busy(&refused[0]), "{refused:?}");
}
