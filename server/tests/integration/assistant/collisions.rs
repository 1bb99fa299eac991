//! Two things at once, said in the chat: never silently, never as a refusal, with free times to
//! choose from.

use serde_json::json;
use server::operations::events::{CreateEvent, ReadEvent};

use super::{say, say_in, words};
use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    a_taken_time_is_said_and_another_one_chosen,
    it_may_stay_where_it_is,
    of_a_series_one_occurrence_moves,
    rows_that_move_together_say_it_too,
    clashes_are_told_when_asked_for,
);

async fn clashes_are_told_when_asked_for(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Review", "2026-11-24T10:00", "2026-11-24T12:00").await;
    person.event("Lunch", "2026-11-24T12:00", "2026-11-24T13:00").await;
    let none = say(&person, "any clashes on tuesday?").await;
    assert_eq!(words(&none), "Nothing overlaps on Tue 24 Nov.");
    person.event("Call", "2026-11-24T11:30", "2026-11-24T12:15").await;
    let two = say(&person, "am i double booked on tuesday?").await;
    let expected = "2 overlaps on Tue 24 Nov:
• “Review”, Tue 24 Nov, 10:00–12:00 and “Call”, Tue 24 Nov, 11:30–12:15
• “Call”, Tue 24 Nov, 11:30–12:15 and “Lunch”, Tue 24 Nov, 12:00–13:00";
    assert_eq!(words(&two), expected);
}

async fn a_taken_time_is_said_and_another_one_chosen(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Review", "2026-11-24T10:00", "2026-11-24T12:00").await;
    let added = say(&person, "lunch with Sam tuesday 11:30").await;
    assert_eq!(added.actions.len(), 1, "it is kept where it was put");
    assert!(added.actions[0].summary.ends_with(" It overlaps “Review”, 10:00–12:00."));
    let expected =
        "Added “lunch with Sam”, Tue 24 Nov, 11:30–12:30. It overlaps “Review”, 10:00–12:00.
If another time suits you better:
1. Move it to Tue 24 Nov, 12:00–13:00
2. Move it to Tue 24 Nov, 09:00–10:00
3. Move it to tomorrow (Mon 23 Nov), 16:00–17:00";
    assert_eq!(words(&added), expected);
    assert_eq!(added.choices.len(), 3);

    for (text, at) in
        [("1", "Tue 24 Nov, 12:00–13:00."), (&*added.choices[1].message, "09:00–10:00.")]
    {
        let moved = say_in(&person, Some(added.conversation_id), text).await;
        assert!(words(&moved).ends_with(at), "{text}: {}", words(&moved));
        assert!(moved.choices.is_empty());
        say_in(&person, Some(added.conversation_id), "undo").await;
        // The choices are those of the answer before last now; they are offered anew.
        say_in(&person, Some(added.conversation_id), "make it 11:30").await;
    }
}

async fn it_may_stay_where_it_is(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Review", "2026-11-24T10:00", "2026-11-24T12:00").await;
    let added = say(&person, "lunch with Sam tuesday 11:30").await;
    let id = added.actions[0].item.as_ref().unwrap().id();
    for text in ["no", "what's on tuesday?", "both"] {
        let answer = say_in(&person, Some(added.conversation_id), text).await;
        assert!(answer.actions.is_empty(), "{text}: {answer:?}");
    }
    let event = person.call::<ReadEvent>(id.into()).await.unwrap().value;
    assert_eq!(event.start_time.stored().to_rfc3339(), "2026-11-24T10:30:00+00:00");
}

async fn of_a_series_one_occurrence_moves(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Dentist", "2026-11-26T09:00", "2026-11-26T10:00").await;
    let added = say(&person, "standup every weekday at 9:30 for 15 minutes").await;
    assert!(
        words(&added).contains(" It overlaps “Dentist”, Thu 26 Nov 09:00–10:00."),
        "{}",
        words(&added)
    );
    assert_eq!(added.choices[0].label, "Move only that one to Thu 26 Nov, 10:00–10:15");
    let moved = say_in(&person, Some(added.conversation_id), "1").await;
    assert!(words(&moved).ends_with(", only Thu 26 Nov."), "{}", words(&moved));
}

async fn rows_that_move_together_say_it_too(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Review", "2026-11-25T10:00", "2026-11-25T12:00").await;
    person.event("Call", "2026-11-24T10:00", "2026-11-24T10:30").await;
    person.event("Lunch", "2026-11-24T13:00", "2026-11-24T14:00").await;
    let yoga = json!({
        "title": "Yoga", "start_time": "2026-11-23T11:30", "end_time": "2026-11-23T12:30",
        "rrule": "FREQ=DAILY;COUNT=2",
    });
    person.send::<CreateEvent>(yoga).await.unwrap();
    let moved = say(&person, "move all events on tuesday to wednesday").await;
    let said = words(&moved);
    assert!(said.starts_with("Moved 3 events: "), "{said}");
    assert!(said.contains("“Call” overlaps “Review”, 10:00–12:00."), "{said}");
    assert!(said.contains("“Yoga” (Wed 25 Nov) overlaps “Review”, 10:00–12:00."), "{said}");
    let monday = say(&person, "what's on monday?").await;
    assert!(words(&monday).contains("Yoga"), "only Tuesday's moved: {}", words(&monday));
}
