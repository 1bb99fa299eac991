//! Repeating events in the chat: one occurrence, what follows, or all of them.

use domain::Uuid;
use domain::chat::ChatAnswer;
use domain::event::Event;
use domain::history::Door;
use serde_json::{Value, json};
use server::assistant::Assistant;
use server::operations::events::{CreateEvent, ListEvents};
use server::operations::history::Undo;

use super::{say, say_in, words};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    one_occurrence_is_left_out,
    a_week_without_it,
    one_occurrence_moves,
    all_of_them_move,
    what_follows_moves,
    what_follows_goes,
    where_nothing_says_which_the_person_is_asked,
    the_whole_series_goes_after_a_yes,
    a_rule_changes_what_is_to_come,
    what_has_been_stays,
    a_rule_with_its_time_and_its_first_day,
    what_was_just_added_is_meant_as_a_whole,
    a_shown_occurrence_is_meant_alone,
    single_rows_are_as_they_were,
);

/// A person on Sunday 22 November 2026 in Berlin, with a standup at 9:00 on weekdays since the
/// second of November.
async fn with_standup(database: &TestDatabase) -> (Person, Event) {
    let person = Person::new(&database.open().await).await;
    let standup = json!({
        "title": "Standup", "start_time": "2026-11-02T09:00", "end_time": "2026-11-02T09:15",
        "rrule": "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
    });
    let standup = person.send::<CreateEvent>(standup).await.unwrap().value;
    (person, standup)
}

/// Starts on the wall clock in Berlin's winter, such as `24 09:00 Standup`.
async fn planned(person: &Person, from: &str, to: &str) -> Vec<String> {
    let events = person.send::<ListEvents>(json!({ "from": from, "to": to })).await.unwrap();
    let zone = chrono_tz::Europe::Berlin;
    let line = |event: &Event| {
        let start = event.start_time.stored().with_timezone(&zone);
        format!("{} {}", start.format("%-d %H:%M"), event.title)
    };
    events.value.items.iter().map(line).collect()
}

/// The week of 23 November.
async fn week(person: &Person) -> Vec<String> {
    planned(person, "2026-11-23", "2026-11-28").await
}

const USUAL: [&str; 5] = [
    "23 09:00 Standup",
    "24 09:00 Standup",
    "25 09:00 Standup",
    "26 09:00 Standup",
    "27 09:00 Standup",
];

/// Says yes to the only proposal.
async fn yes(person: &Person, answer: &ChatAnswer) -> ChatAnswer {
    let [proposal] = answer.confirm.as_slice() else { panic!("{answer:?}") };
    Assistant::default().confirm(person.context(Door::Chat), proposal.id, true).await.unwrap()
}

async fn undo(person: &Person, answer: &ChatAnswer) {
    let token: Option<Uuid> = answer.undo.or(answer.actions.last().and_then(|action| action.undo));
    person.send::<Undo>(json!({ "token": token })).await.unwrap();
}

async fn one_occurrence_is_left_out(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    let answer = say(&person, "skip tuesday's standup").await;
    assert_eq!(answer.confirm[0].summary, "Delete only “Standup”, Tue 24 Nov, 09:00–09:15?");
    assert_eq!(week(&person).await, USUAL, "not before the yes");
    let done = yes(&person, &answer).await;
    assert_eq!(words(&done), "Deleted only “Standup”, Tue 24 Nov, 09:00–09:15.");
    assert_eq!(week(&person).await, [USUAL[0], USUAL[2], USUAL[3], USUAL[4]]);
    let back = say_in(&person, Some(done.conversation_id), "bring it back").await;
    assert_eq!(words(&back), "Took back: Deleted a part of “Standup”.");
    assert_eq!(week(&person).await, USUAL);
}

async fn a_week_without_it(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    person.event("Lunch", "2026-11-25T12:00", "2026-11-25T13:00").await;
    let answer = say(&person, "no standup next week").await;
    assert!(answer.confirm[0].summary.starts_with("Delete 5 events: “Standup” (Mon 23 Nov), "));
    let done = yes(&person, &answer).await;
    assert_eq!(week(&person).await, ["25 12:00 Lunch"]);
    assert_eq!(planned(&person, "2026-11-30", "2026-12-01").await, ["30 09:00 Standup"]);
    undo(&person, &done).await;
    assert_eq!(week(&person).await.len(), 6);
}

async fn one_occurrence_moves(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    let done = say(&person, "move friday's standup to 11").await;
    assert_eq!(
        words(&done),
        "Moved “Standup” from Fri 27 Nov, 09:00–09:15 to Fri 27 Nov, 11:00–11:15, only Fri 27 Nov."
    );
    assert_eq!(week(&person).await, [USUAL[0], USUAL[1], USUAL[2], USUAL[3], "27 11:00 Standup"]);
    // What was just moved is meant again, and only that.
    let more = say_in(&person, Some(done.conversation_id), "make it 11:30").await;
    assert!(words(&more).ends_with(", only Fri 27 Nov."), "{}", words(&more));
    assert_eq!(week(&person).await[4], "27 11:30 Standup");
    undo(&person, &more).await;
    undo(&person, &done).await;
    assert_eq!(week(&person).await, USUAL);
}

async fn all_of_them_move(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    let done = say(&person, "move all standups to 10").await;
    assert!(words(&done).ends_with(", all of them."), "{}", words(&done));
    assert!(week(&person).await.iter().all(|line| line.contains("10:00")));
    let earlier = planned(&person, "2026-11-02", "2026-11-03").await;
    assert_eq!(earlier, ["2 10:00 Standup"]);
    undo(&person, &done).await;
    assert_eq!(week(&person).await, USUAL);
}

async fn what_follows_moves(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    let done = say(&person, "from december on standup is at 9:30").await;
    assert!(words(&done).ends_with(", from Tue 1 Dec on."), "{}", words(&done));
    assert_eq!(
        planned(&person, "2026-11-30", "2026-12-02").await,
        ["30 09:00 Standup", "1 09:30 Standup"]
    );
    undo(&person, &done).await;
    assert_eq!(planned(&person, "2026-12-01", "2026-12-02").await, ["1 09:00 Standup"]);
}

async fn what_follows_goes(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    let answer = say(&person, "end the standup series on wednesday").await;
    assert_eq!(answer.confirm[0].summary, "Delete “Standup” from Thu 26 Nov on?");
    let done = yes(&person, &answer).await;
    assert_eq!(week(&person).await, USUAL[..3]);
    assert_eq!(planned(&person, "2026-12-01", "2027-12-01").await, [""; 0]);
    undo(&person, &done).await;
    assert_eq!(week(&person).await, USUAL);
}

async fn where_nothing_says_which_the_person_is_asked(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    let asked = say(&person, "move standup to 10").await;
    assert!(asked.actions.is_empty());
    let labels: Vec<&str> = asked.choices.iter().map(|choice| choice.label.as_str()).collect();
    assert_eq!(
        labels,
        ["Only tomorrow (Mon 23 Nov), 09:00–09:15", "From tomorrow (Mon 23 Nov) on", "All of them"]
    );
    assert!(
        words(&asked).starts_with("It repeats. Which do you mean?\n1. Only "),
        "{}",
        words(&asked)
    );
    for (answer, said, mondays) in [
        ("just this one", "only Mon 23 Nov.", ["2 09:00", "23 10:00", "30 09:00"]),
        ("2", "from Mon 23 Nov on.", ["2 09:00", "23 10:00", "30 10:00"]),
        ("all of them", "all of them.", ["2 10:00", "23 10:00", "30 10:00"]),
    ] {
        let asked = say(&person, "move standup to 10").await;
        let done = say_in(&person, Some(asked.conversation_id), answer).await;
        assert!(words(&done).ends_with(said), "{answer}: {}", words(&done));
        for (day, expected) in ["2026-11-02", "2026-11-23", "2026-11-30"].iter().zip(mondays) {
            let next = day.parse::<chrono::NaiveDate>().unwrap().succ_opt().unwrap();
            let line = planned(&person, day, &next.to_string()).await;
            assert_eq!(line, [format!("{expected} Standup")], "{answer}");
        }
        undo(&person, &done).await;
        assert_eq!(week(&person).await, USUAL, "{answer}");
    }
}

async fn the_whole_series_goes_after_a_yes(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    for text in ["delete all standups", "cancel the whole standup series"] {
        let answer = say(&person, text).await;
        let summary = "Delete all of “Standup”, which repeats on weekdays?";
        assert_eq!(answer.confirm[0].summary, summary, "{text}");
        let done = yes(&person, &answer).await;
        assert_eq!(planned(&person, "2026-11-01", "2027-11-01").await, [""; 0]);
        undo(&person, &done).await;
        assert_eq!(week(&person).await, USUAL);
    }
}

async fn a_rule_changes_what_is_to_come(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    let done = say(&person, "make standup weekly").await;
    assert!(words(&done).ends_with(", from Mon 23 Nov on."), "{}", words(&done));
    assert_eq!(week(&person).await, USUAL[..1]);
    let before = planned(&person, "2026-11-16", "2026-11-21").await;
    assert_eq!(before.len(), 5, "what was stays: {before:?}");
    undo(&person, &done).await;

    let done = say(&person, "stop repeating standup").await;
    assert_eq!(
        words(&done),
        "“Standup” no longer repeats; the last one is tomorrow (Mon 23 Nov), 09:00–09:15."
    );
    assert_eq!(week(&person).await, USUAL[..1]);
    undo(&person, &done).await;
    assert_eq!(week(&person).await, USUAL);
}

async fn what_has_been_stays(database: TestDatabase) {
    let (mut person, _) = with_standup(&database).await;
    person.set_now("2026-11-25T12:00:00Z");
    let answer = say(&person, "no standup this week").await;
    assert!(answer.confirm[0].summary.starts_with("Delete 2 events: "), "{answer:?}");
    yes(&person, &answer).await;
    assert_eq!(week(&person).await, USUAL[..3]);
    let answer = say(&person, "no standup last week").await;
    assert!(answer.confirm.is_empty(), "{answer:?}");
}

async fn a_rule_with_its_time_and_its_first_day(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    let done = say(&person, "starting next month standup is on wednesdays at 10").await;
    assert_eq!(
        words(&done),
        "Changed “Standup”, Wed 2 Dec, 10:00–10:15, repeats every Wednesday, from Wed 2 Dec on."
    );
    let found = planned(&person, "2026-11-30", "2026-12-11").await;
    assert_eq!(found, ["30 09:00 Standup", "2 10:00 Standup", "9 10:00 Standup"]);
    undo(&person, &done).await;
    assert_eq!(week(&person).await, USUAL);
    let same = say(&person, "change standup to every weekday").await;
    assert!(words(&same).starts_with("That is how it is already: "), "{}", words(&same));
    let longer = say(&person, "make all standups 10 minutes long").await;
    assert!(words(&longer).ends_with("09:00–09:10, all of them."), "{}", words(&longer));
}

async fn what_was_just_added_is_meant_as_a_whole(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let added = say(&person, "yoga every monday at 6pm").await;
    let moved = say_in(&person, Some(added.conversation_id), "make it 7pm").await;
    assert!(words(&moved).ends_with(", all of them."), "{}", words(&moved));
    let mondays = planned(&person, "2026-11-22", "2026-12-01").await;
    assert_eq!(mondays.len(), 2);
    assert!(mondays.iter().all(|line| line.contains("19:00")), "{mondays:?}");
}

async fn a_shown_occurrence_is_meant_alone(database: TestDatabase) {
    let (person, _) = with_standup(&database).await;
    person.event("Dentist", "2026-11-24T14:00", "2026-11-24T15:00").await;
    let list = say(&person, "what's on tuesday?").await;
    let answer = say_in(&person, Some(list.conversation_id), "cancel the first one").await;
    assert_eq!(answer.confirm[0].summary, "Delete only “Standup”, Tue 24 Nov, 09:00–09:15?");
}

async fn single_rows_are_as_they_were(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Dentist", "2026-11-24T14:00", "2026-11-24T15:00").await;
    let answer = say(&person, "cancel the next dentist").await;
    assert_eq!(answer.confirm[0].summary, "Delete “Dentist”, Tue 24 Nov, 14:00–15:00?");
    let done = say(&person, "move dentist to 3pm").await;
    assert!(words(&done).ends_with("to Tue 24 Nov, 15:00–16:00."), "{}", words(&done));
    let none: Option<Value> = None;
    assert_eq!(
        none,
        done.actions[0]
            .item
            .as_ref()
            .and_then(|item| { serde_json::to_value(item).unwrap().get("occurrence").cloned() })
    );
}
