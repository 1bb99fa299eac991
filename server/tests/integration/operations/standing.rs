//! Expenses that repeat become rows on their days, once.

use std::collections::BTreeSet;

use domain::expense::Expense;
use domain::history::Door;
use serde_json::{Value, json};
use server::clock::Clock;
use server::config::Config;
use server::context::Planner;
use server::database::Database;
use server::error::Error;
use server::operations::expenses::{
    CreateExpense, DeleteExpense, ListExpenses, UpdateExpense, record_due_expenses,
};
use server::operations::history::{RecentChanges, Undo};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    rent_becomes_a_row_each_month,
    what_was_recorded_is_in_the_journal,
    instances_write_a_day_once,
    what_was_deleted_stays_away,
    a_long_absence_is_caught_up_in_steps,
    a_new_rule_does_not_write_the_past_anew,
);

fn planner(database: &Database, now: &str) -> Planner {
    let config = Config::from_variables(|_| None).unwrap();
    Planner::new(database.clone(), Clock::fixed(now.parse().unwrap()), config)
}

async fn record(database: &Database, now: &str) -> u64 {
    record_due_expenses(&planner(database, now)).await.unwrap()
}

async fn rent(person: &Person, rule: &str) -> Expense {
    let rent = json!({
        "amount": "800", "category": "Housing", "incurred_at": "2026-11-01T08:00", "rrule": rule,
    });
    person.send::<CreateExpense>(rent).await.unwrap().value
}

async fn all(person: &Person, filter: Value) -> Vec<Expense> {
    person.send::<ListExpenses>(filter).await.unwrap().value.items
}

async fn rent_becomes_a_row_each_month(database: TestDatabase) {
    let open = database.open().await;
    let person = Person::new(&open).await;
    let first = rent(&person, "FREQ=MONTHLY;COUNT=3").await;
    assert_eq!(record(&open, "2026-11-30T22:00:00Z").await, 0);
    // Eight in the morning in Berlin, not a minute before.
    assert_eq!(record(&open, "2026-12-01T06:59:59Z").await, 0);
    assert_eq!(record(&open, "2026-12-01T07:00:00Z").await, 1);
    assert_eq!(record(&open, "2026-12-01T07:01:00Z").await, 0);
    // After a restart, and long after the last one.
    let again = database.open().await;
    assert_eq!(record(&again, "2027-12-01T07:00:00Z").await, 1);
    let rows = all(&person, json!({})).await;
    let days: Vec<_> = rows.iter().map(|row| row.incurred_at.to_rfc3339()).collect();
    let expected =
        ["2027-01-01T07:00:00+00:00", "2026-12-01T07:00:00+00:00", "2026-11-01T07:00:00+00:00"];
    assert_eq!(days, expected);
    assert!(rows.iter().all(|row| (row.amount, &row.category) == (first.amount, &first.category)));
    assert_eq!(rows.iter().filter(|row| row.rrule.is_some()).count(), 1);
}

async fn what_was_recorded_is_in_the_journal(database: TestDatabase) {
    let open = database.open().await;
    let person = Person::new(&open).await;
    rent(&person, "FREQ=MONTHLY").await;
    assert_eq!(record(&open, "2026-12-02T00:00:00Z").await, 1);
    let recent = person.send::<RecentChanges>(json!({})).await.unwrap().value;
    let doors: Vec<Door> = recent.iter().map(|change| change.door).collect();
    assert_eq!(doors, [Door::Planner, Door::Web], "the planner itself wrote it");
    assert_eq!(recent[0].summary, "Added “Housing”.");
    person.send::<Undo>(json!({ "token": recent[0].undo })).await.unwrap();
    assert_eq!(all(&person, json!({})).await.len(), 1);
    // Taken back, it does not come again, and what the person did is still theirs to take back.
    assert_eq!(record(&open, "2026-12-03T00:00:00Z").await, 0);
}

async fn instances_write_a_day_once(database: TestDatabase) {
    let (one, two) = (database.open().await, database.open().await);
    let person = Person::new(&one).await;
    rent(&person, "FREQ=DAILY").await;
    let now = "2026-11-21T12:00:00Z";
    let (first, second) = (planner(&one, now), planner(&two, now));
    let runs = tokio::join!(
        record_due_expenses(&first),
        record_due_expenses(&second),
        record_due_expenses(&first),
        record_due_expenses(&second),
    );
    let written: u64 = [runs.0, runs.1, runs.2, runs.3].into_iter().map(Result::unwrap).sum();
    assert_eq!(written, 20);
    let rows = all(&person, json!({})).await;
    let days: BTreeSet<_> = rows.iter().map(|row| row.incurred_at).collect();
    assert_eq!((rows.len(), days.len()), (21, 21));
}

async fn what_was_deleted_stays_away(database: TestDatabase) {
    let open = database.open().await;
    let person = Person::new(&open).await;
    let series = rent(&person, "FREQ=MONTHLY").await;
    assert_eq!(record(&open, "2026-12-02T00:00:00Z").await, 1);
    let newest = all(&person, json!({})).await[0].id;
    person.call::<DeleteExpense>(newest.into()).await.unwrap();
    assert_eq!(record(&open, "2026-12-03T00:00:00Z").await, 0);
    // Neither when the series itself goes and comes back.
    let gone = person.call::<DeleteExpense>(series.id.into()).await.unwrap();
    assert_eq!(record(&open, "2027-01-02T00:00:00Z").await, 0);
    person.send::<Undo>(json!({ "token": gone.undo })).await.unwrap();
    assert_eq!(record(&open, "2027-01-02T00:00:00Z").await, 1);
}

async fn a_long_absence_is_caught_up_in_steps(database: TestDatabase) {
    let open = database.open().await;
    let person = Person::new(&open).await;
    rent(&person, "FREQ=DAILY").await;
    let mut steps = Vec::new();
    while let written @ 1.. = record(&open, "2027-06-01T12:00:00Z").await {
        steps.push(written);
    }
    assert_eq!(steps, [100, 100, 12]);
}

async fn a_new_rule_does_not_write_the_past_anew(database: TestDatabase) {
    let open = database.open().await;
    let person = Person::new(&open).await;
    let series = rent(&person, "FREQ=MONTHLY").await;
    assert_eq!(record(&open, "2027-02-02T00:00:00Z").await, 3);
    let patch = json!({ "id": series.id, "rrule": "FREQ=WEEKLY" });
    person.send::<UpdateExpense>(patch).await.unwrap();
    assert_eq!(record(&open, "2027-02-02T00:00:00Z").await, 0);
    assert_eq!(record(&open, "2027-02-08T00:00:00Z").await, 1);
    let never = json!({ "id": series.id, "rrule": "FREQ=DAILY;INTERVAL=7;BYDAY=TU" });
    let refused = person.send::<UpdateExpense>(never).await.unwrap_err();
    assert!(matches!(&refused, Error::Invalid(bad) if bad.message("rrule").is_some()));
}
