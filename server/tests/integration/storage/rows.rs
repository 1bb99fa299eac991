//! Rows read back as they were written, belong to one person, and go with them.

use chrono::{DateTime, Duration, Utc};
use sea_orm::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use serde_json::json;
use server::clock::Clock;
use server::entity::{
    Owned, calendar_events, confirmations, conversations, messages, sessions, tasks, undo_journal,
    users,
};
use uuid::Uuid;

use super::people::{add_person, instant};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    rows_read_back_as_written,
    defaults_are_what_the_program_reads,
    instants_sort_as_time,
    owners_reach_their_own_rows_only,
    rows_go_with_their_person,
    an_address_is_taken_once,
);

async fn rows_read_back_as_written(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    let conversation = add_conversation(&transaction, &person).await;

    let message = messages::Model {
        id: Uuid::new_v4(),
        conversation_id: conversation.id,
        user_id: person.id,
        turn_id: Uuid::new_v4(),
        role: messages::Role::Assistant,
        text: "Lunch with Zoë ☕".to_owned(),
        cards: json!([{"tool": "create_event", "undo": null}]),
        choices: json!([]),
        created_at: instant(),
        position: i64::MAX,
    };
    let confirmation = confirmations::Model {
        id: Uuid::new_v4(),
        user_id: person.id,
        conversation_id: conversation.id,
        turn_id: message.turn_id,
        summary: "Delete 6 tasks".to_owned(),
        call: json!({"name": "delete_tasks", "arguments": {"ids": [1.5, "a"]}}),
        status: confirmations::Status::Waiting,
        expires_at: instant() + Duration::minutes(5),
        created_at: instant(),
    };
    let change = undo_journal::Model {
        id: Uuid::new_v4(),
        user_id: person.id,
        turn_id: message.turn_id,
        position: 0,
        operation: "delete_task".to_owned(),
        kind: undo_journal::Kind::Task,
        row_id: Uuid::new_v4(),
        before: Some(json!({"title": "Call Bob"})),
        after: None,
        version_after: None,
        actor: person.id,
        door: "chat".to_owned(),
        summary: "Deleted the task \"Call Bob\"".to_owned(),
        created_at: instant(),
        undone_at: None,
    };
    let session = sessions::Model {
        token_hash: "0".repeat(64),
        user_id: None,
        data: json!({"a": {"b": [1, 2, 3]}}),
        created_at: instant(),
        last_used_at: instant(),
        expires_at: instant() + Duration::days(30),
        user_agent: Some("curl/8".to_owned()),
    };
    read_back(&transaction, message).await;
    read_back(&transaction, confirmation).await;
    read_back(&transaction, change).await;
    read_back(&transaction, session).await;
    read_back(&transaction, event(&person)).await;
    read_back(&transaction, task(&person)).await;
}

/// Inserts the row and finds it equal, both as returned and as found.
async fn read_back<M, A>(connection: &impl ConnectionTrait, row: M)
where
    M: ModelTrait + IntoActiveModel<A> + PartialEq + std::fmt::Debug,
    M::Entity: EntityTrait<Model = M>,
    A: ActiveModelTrait<Entity = M::Entity> + ActiveModelBehavior + Send,
{
    let written = row.clone().into_active_model().insert(connection).await.unwrap();
    assert_eq!(written, row);
    let found = M::Entity::find().all(connection).await.unwrap();
    assert_eq!(found, [row]);
}

/// What the database fills in, such as an identifier or an instant, is of the
/// shape that the program reads.
async fn defaults_are_what_the_program_reads(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    transaction
        .execute_unprepared(
            "INSERT INTO users (email, hashed_password) VALUES ('ann@example.org', 'x')",
        )
        .await
        .unwrap();
    transaction
        .execute_unprepared("INSERT INTO tasks (user_id, title) SELECT id, 'Call Bob' FROM users")
        .await
        .unwrap();

    let person = users::Entity::find().one(&transaction).await.unwrap().unwrap();
    let now = Clock::system().now();
    let age = now - person.created_at.unwrap();
    assert!(age < Duration::minutes(1) && age > Duration::minutes(-1), "{age}");
    assert_eq!((person.time_zone.as_str(), person.version), ("UTC", 1));

    let task = tasks::Entity::owned_by(person.id)
        .filter(tasks::Column::UpdatedAt.gt(now - Duration::minutes(1)))
        .filter(tasks::Column::UpdatedAt.lt(now + Duration::minutes(1)))
        .one(&transaction)
        .await
        .unwrap()
        .unwrap();
    assert_eq!((task.is_complete, task.priority.as_str()), (Some(false), "none"));
}

/// SQLite compares instants as text, whatever their fractions look like.
async fn instants_sort_as_time(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    let expected: Vec<DateTime<Utc>> = [
        "0999-12-31T23:59:59.999999Z",
        "1969-12-31T23:59:59Z",
        "2026-11-22T16:50:49.999999Z",
        "2026-11-22T16:50:50Z",
        "2026-11-22T16:50:50.000001Z",
        "2026-11-22T16:50:50.100Z",
        "2026-11-22T16:50:50.100001Z",
        "2026-11-22T16:50:51Z",
        "9999-12-31T23:59:59.999999Z",
    ]
    .iter()
    .map(|instant| instant.parse().unwrap())
    .collect();
    for &due in expected.iter().rev() {
        let mut row = task(&person).into_active_model();
        row.id = Set(Uuid::new_v4());
        row.due_date = Set(Some(due));
        row.insert(&transaction).await.unwrap();
    }

    let due = || {
        tasks::Entity::owned_by(person.id)
            .order_by_asc(tasks::Column::DueDate)
            .select_only()
            .column(tasks::Column::DueDate)
    };
    let found: Vec<DateTime<Utc>> = due().into_tuple().all(&transaction).await.unwrap();
    assert_eq!(found, expected);

    let later: Vec<DateTime<Utc>> = due()
        .filter(tasks::Column::DueDate.gte(expected[4]))
        .into_tuple()
        .all(&transaction)
        .await
        .unwrap();
    assert_eq!(later, expected[4..]);
}

async fn owners_reach_their_own_rows_only(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let ann = add_person(&transaction).await;
    let bob = add_person(&transaction).await;
    let row = task(&ann);
    row.clone().into_active_model().insert(&transaction).await.unwrap();

    let found = tasks::Entity::owned_by(bob.id)
        .filter(tasks::Column::Id.eq(row.id))
        .one(&transaction)
        .await
        .unwrap();
    assert_eq!(found, None);
    let changed = tasks::Entity::update_owned_by(bob.id)
        .col_expr(tasks::Column::Title, Expr::value("mine"))
        .filter(tasks::Column::Id.eq(row.id))
        .exec(&transaction)
        .await
        .unwrap();
    assert_eq!(changed.rows_affected, 0);
    let deleted = tasks::Entity::delete_owned_by(bob.id)
        .filter(tasks::Column::Id.eq(row.id))
        .exec(&transaction)
        .await
        .unwrap();
    assert_eq!(deleted.rows_affected, 0);

    let found = tasks::Entity::owned_by(ann.id).all(&transaction).await.unwrap();
    assert_eq!(found, [row]);
}

async fn rows_go_with_their_person(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    add_conversation(&transaction, &person).await;
    event(&person).into_active_model().insert(&transaction).await.unwrap();
    task(&person).into_active_model().insert(&transaction).await.unwrap();

    users::Entity::delete_by_id(person.id).exec(&transaction).await.unwrap();
    assert_eq!(conversations::Entity::find().count(&transaction).await.unwrap(), 0);
    assert_eq!(calendar_events::Entity::find().count(&transaction).await.unwrap(), 0);
    assert_eq!(tasks::Entity::find().count(&transaction).await.unwrap(), 0);
}

async fn an_address_is_taken_once(test: TestDatabase) {
    let database = test.open().await;
    let transaction = database.begin_write().await.unwrap();
    let person = add_person(&transaction).await;
    let mut again = person.into_active_model();
    again.id = Set(Uuid::new_v4());
    let error = again.insert(&transaction).await.unwrap_err();
    assert!(matches!(error.sql_err(), Some(SqlErr::UniqueConstraintViolation(_))), "{error}");
}

async fn add_conversation(
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
    }
    .insert(connection)
    .await
    .unwrap()
}

fn event(person: &users::Model) -> calendar_events::Model {
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
    }
}

fn task(person: &users::Model) -> tasks::Model {
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
    }
}
