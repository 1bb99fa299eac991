//! Rows for the tests to write.

use chrono::{DateTime, Duration, Utc};
use sea_orm::{ActiveModelTrait, ConnectionTrait, Set};
use server::entity::{calendar_events, conversations, tasks, users};
use uuid::Uuid;

/// An instant with microseconds, for rows to be written at.
pub(super) fn instant() -> DateTime<Utc> {
    "2026-11-22T16:50:50.123456Z".parse().unwrap()
}

/// Writes a person with an address of its own.
pub(super) async fn add_person(connection: &impl ConnectionTrait) -> users::Model {
    let id = Uuid::new_v4();
    users::ActiveModel {
        id: Set(id),
        email: Set(format!("{id}@example.org")),
        hashed_password: Set("no password".to_owned()),
        created_at: Set(Some(instant())),
        time_zone: Set("Europe/Berlin".to_owned()),
        locale: Set("de-DE".to_owned()),
        currency: Set("EUR".to_owned()),
        updated_at: Set(instant()),
        version: Set(1),
        work_from: Set("08:00".to_owned()),
        work_until: Set("16:30".to_owned()),
        buffer_minutes: Set(10),
        week_numbers: Set(true),
        week_start: Set("sunday".to_owned()),
        clock: Set("12".to_owned()),
        date_order: Set("month_first".to_owned()),
        morning: Set("08:00".to_owned()),
        afternoon: Set("13:00".to_owned()),
        evening: Set("17:30".to_owned()),
        night: Set("21:00".to_owned()),
        event_minutes: Set(45),
        email_verified_at: Set(Some(instant())),
    }
    .insert(connection)
    .await
    .unwrap()
}

/// Writes an empty conversation of the person.
pub(super) async fn add_conversation(
    connection: &impl ConnectionTrait,
    person: &users::Model,
) -> conversations::Model {
    conversations::ActiveModel {
        id: Set(Uuid::new_v4()),
        user_id: Set(person.id),
        title: Set("Lunch".to_owned()),
        created_at: Set(instant()),
        updated_at: Set(instant()),
        version: Set(1),
        pinned_at: Set(Some(instant())),
        titled_by_person: Set(true),
    }
    .insert(connection)
    .await
    .unwrap()
}

/// An event with a value in every column that may be empty.
pub(super) fn event(person: &users::Model) -> calendar_events::Model {
    calendar_events::Model {
        id: Uuid::new_v4(),
        user_id: person.id,
        title: "Lunch with Zoë".to_owned(),
        description: Some("Bring the book".to_owned()),
        start_time: instant(),
        end_time: instant() + Duration::hours(1),
        created_at: Some(instant()),
        time_zone: Some("Europe/Berlin".to_owned()),
        all_day: false,
        location: Some("Café".to_owned()),
        rrule: Some("FREQ=WEEKLY".to_owned()),
        door: "web".to_owned(),
        updated_at: instant(),
        version: 3,
        series_end: Some(instant()),
    }
}

/// A done task.
pub(super) fn task(person: &users::Model) -> tasks::Model {
    tasks::Model {
        id: Uuid::new_v4(),
        user_id: person.id,
        title: "Call Bob".to_owned(),
        is_complete: Some(true),
        due_date: Some(instant()),
        created_at: Some(instant()),
        notes: Some("about the\nbook".to_owned()),
        priority: "high".to_owned(),
        rrule: None,
        repeat_from: None,
        completed_at: Some(instant()),
        due_all_day: true,
        door: "chat".to_owned(),
        updated_at: instant(),
        version: 2,
        list_id: Some(Uuid::new_v4()),
        parent_id: Some(Uuid::new_v4()),
        labels: " home errands ".to_owned(),
        estimate_minutes: Some(45),
        position: 1 << 33,
    }
}
