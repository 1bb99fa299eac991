//! A person of the planner, for tests that call operations without a door.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::event::{Event, NewEvent};
use domain::expense::{Expense, NewExpense};
use domain::history::Door;
use domain::task::{NewTask, Task};
use sea_orm::{EntityTrait, Set};
use server::context::{Actor, Context};
use server::database::Database;
use server::entity::users;
use server::error::Error;
use server::language::Habits;
use server::operations::events::CreateEvent;
use server::operations::expenses::CreateExpense;
use server::operations::tasks::CreateTask;
use server::operations::{Done, Operation, call};
use server::words::Customs;

/// Somebody in Berlin, on Sunday 22 November 2026 at 10:00.
pub(crate) struct Person {
    database: Database,
    actor: Actor,
    now: DateTime<Utc>,
}

impl Person {
    /// Somebody new.
    pub(crate) async fn new(database: &Database) -> Self {
        let id = Uuid::new_v4();
        let transaction = database.begin_write().await.unwrap();
        users::Entity::insert(users::ActiveModel {
            id: Set(id),
            email: Set(format!("{id}@example.com")),
            hashed_password: Set("unused".to_owned()),
            ..Default::default()
        })
        .exec_without_returning(&transaction)
        .await
        .unwrap();
        transaction.commit().await.unwrap();
        let actor = Actor {
            user_id: id,
            zone: chrono_tz::Europe::Berlin,
            currency: "EUR".parse().unwrap(),
            customs: Customs::of_locale("en-GB"),
            habits: Habits::default(),
        };
        Self { database: database.clone(), actor, now: "2026-11-22T09:00:00Z".parse().unwrap() }
    }

    /// The context of one request of theirs.
    pub(crate) fn context(&self, door: Door) -> Context {
        Context::at(self.database.clone(), self.actor.clone(), door, self.now)
    }

    /// Calls an operation through the web door.
    pub(crate) async fn call<O: Operation>(
        &self,
        input: O::Input,
    ) -> Result<Done<O::Output>, Error> {
        call::<O>(&self.context(Door::Web), input).await
    }

    /// Calls an operation with its input as JSON.
    pub(crate) async fn send<O: Operation>(
        &self,
        input: serde_json::Value,
    ) -> Result<Done<O::Output>, Error> {
        self.call::<O>(serde_json::from_value(input).unwrap()).await
    }

    /// Adds an event.
    pub(crate) async fn event(&self, title: &str, start: &str, end: &str) -> Done<Event> {
        let input = serde_json::json!({ "title": title, "start_time": start, "end_time": end });
        let input: NewEvent = serde_json::from_value(input).unwrap();
        self.call::<CreateEvent>(input).await.unwrap()
    }

    /// Adds a task.
    pub(crate) async fn task(&self, title: &str, due: Option<&str>) -> Done<Task> {
        let input = serde_json::json!({ "title": title, "due_date": due });
        let input: NewTask = serde_json::from_value(input).unwrap();
        self.call::<CreateTask>(input).await.unwrap()
    }

    /// Adds an expense.
    pub(crate) async fn expense(&self, amount: &str, category: &str, when: &str) -> Done<Expense> {
        let input = serde_json::json!({
            "amount": amount, "category": category, "incurred_at": when,
        });
        let input: NewExpense = serde_json::from_value(input).unwrap();
        self.call::<CreateExpense>(input).await.unwrap()
    }

    /// Goes on with another connection to the same database.
    pub(crate) fn reopen(&mut self, database: Database) {
        self.database = database;
    }

    /// Moves their clock.
    pub(crate) fn set_now(&mut self, now: &str) {
        self.now = now.parse().unwrap();
    }
}
