//! Rows read back as they were written, and instants sort as time.

use chrono::{DateTime, Duration, Utc};
use sea_orm::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, QuerySelect, Set};
use serde_json::json;
use server::clock::Clock;
use server::entity::{Owned, confirmations, messages, sessions, tasks, undo_journal, users};
use uuid::Uuid;

use super::samples::{add_conversation, add_person, event, instant, task};
use crate::support::database::{TestDatabase, on_both_databases};

on_both_databases!(
    rows_read_back_as_written,
    defaults_are_what_the_program_reads,
    instants_sort_as_time,
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
        calls: json!([{"tool": "create_event", "led_to": "change", "rows": []}]),
        interpreter: Some("gpt-4o".to_owned()),
        model: Some("gpt-4o-2024-08-06".to_owned()),
        tokens_in: Some(i64::MAX),
        tokens_out: Some(0),
        ended: messages::Ended::Stopped,
        failure: Some("The connection broke.".to_owned()),
        replaced: Some(json!({"undo": [], "actions": []})),
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
