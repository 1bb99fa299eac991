//! Monthly budgets.

use domain::budget::BudgetState;
use serde_json::{Value, json};
use server::error::Error;
use server::operations::budgets::{DeleteBudget, ListBudgets, ReadBudget, SetBudget, UpdateBudget};
use server::operations::history::Undo;

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    what_is_left_counts_this_month_and_this_currency,
    setting_one_again_replaces_it_whatever_its_case,
    every_change_is_taken_back,
    one_that_was_replaced_does_not_come_back,
    a_strangers_budget_does_not_exist,
    a_month_that_is_none_is_refused,
);

async fn listed(person: &Person, filter: Value) -> Vec<String> {
    let states = person.send::<ListBudgets>(filter).await.unwrap().value;
    let line = |state: BudgetState| {
        let name = state.budget.name().to_owned();
        format!(
            "{name} {}: {} spent, {} left, {} over",
            state.budget.amount, state.spent, state.left, state.over
        )
    };
    states.into_iter().map(line).collect()
}

async fn set(person: &Person, category: Option<&str>, amount: &str) -> domain::Uuid {
    let input = json!({ "category": category, "amount": amount });
    person.send::<SetBudget>(input).await.unwrap().value.id
}

async fn what_is_left_counts_this_month_and_this_currency(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    set(&person, Some("Food"), "100").await;
    set(&person, None, "150").await;
    person.expense("60.10", "food", "2026-11-20").await;
    person.expense("50", "Food", "2026-10-31").await;
    person.expense("$50", "Food", "2026-11-20").await;
    person.expense("100", "Travel", "2026-11-30").await;
    let now = [
        "Everything 150.00: 160.10 spent, 0.00 left, 10.10 over",
        "Food 100.00: 60.10 spent, 39.90 left, 0.00 over",
    ];
    assert_eq!(listed(&person, json!({})).await, now);
    let before = ["Food 100.00: 50.00 spent, 50.00 left, 0.00 over"];
    let october = json!({ "month": "2026-10", "category": "FOOD" });
    assert_eq!(listed(&person, october).await, before);
}

async fn setting_one_again_replaces_it_whatever_its_case(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let first = set(&person, Some("Food"), "100").await;
    assert_eq!(set(&person, Some("fOOD"), "80").await, first);
    assert_eq!(listed(&person, json!({})).await, ["Food 80.00: 0.00 spent, 80.00 left, 0.00 over"]);
    // Nothing changes, so there is nothing to take back.
    let again = person.send::<SetBudget>(json!({ "category": "Food", "amount": "80" })).await;
    assert_eq!(again.unwrap().undo, None);
}

async fn every_change_is_taken_back(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let undo = async |token: Option<domain::Uuid>| {
        person.send::<Undo>(json!({ "token": token.unwrap() })).await.unwrap();
    };
    let set = person.send::<SetBudget>(json!({ "category": "Food", "amount": 100 })).await.unwrap();
    let id = set.value.id;
    let changed = person.send::<UpdateBudget>(json!({ "id": id, "amount": "120" })).await.unwrap();
    let deleted = person.send::<DeleteBudget>(json!({ "id": id })).await.unwrap();
    assert!(listed(&person, json!({})).await.is_empty());
    undo(deleted.undo).await;
    assert_eq!(
        listed(&person, json!({})).await,
        ["Food 120.00: 0.00 spent, 120.00 left, 0.00 over"]
    );
    undo(changed.undo).await;
    assert_eq!(
        listed(&person, json!({})).await,
        ["Food 100.00: 0.00 spent, 100.00 left, 0.00 over"]
    );
    undo(set.undo).await;
    assert!(listed(&person, json!({})).await.is_empty());
}

async fn one_that_was_replaced_does_not_come_back(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let id = set(&person, Some("Food"), "100").await;
    let deleted = person.send::<DeleteBudget>(json!({ "id": id })).await.unwrap();
    set(&person, Some("food"), "70").await;
    let undone = person.send::<Undo>(json!({ "token": deleted.undo.unwrap() })).await;
    assert!(matches!(undone, Err(Error::Conflict(_))), "{undone:?}");
    assert_eq!(listed(&person, json!({})).await, ["food 70.00: 0.00 spent, 70.00 left, 0.00 over"]);
}

async fn a_strangers_budget_does_not_exist(database: TestDatabase) {
    let database = database.open().await;
    let (owner, stranger) = (Person::new(&database).await, Person::new(&database).await);
    let id = set(&owner, None, "100").await;
    let one = json!({ "id": id, "amount": "1" });
    assert!(matches!(stranger.send::<ReadBudget>(one.clone()).await, Err(Error::NotFound)));
    assert!(matches!(stranger.send::<UpdateBudget>(one.clone()).await, Err(Error::NotFound)));
    assert!(matches!(stranger.send::<DeleteBudget>(one).await, Err(Error::NotFound)));
    assert!(listed(&stranger, json!({})).await.is_empty());
    // Theirs is another one.
    assert_ne!(set(&stranger, None, "5").await, id);
}

async fn a_month_that_is_none_is_refused(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for month in ["2026-13", "0000-01", "soon"] {
        let answer = person.send::<ListBudgets>(json!({ "month": month })).await;
        assert!(matches!(answer, Err(Error::Invalid(_))), "{month}: {answer:?}");
    }
    let answer = person.send::<SetBudget>(json!({ "category": "Food", "amount": "-5" })).await;
    assert!(matches!(answer, Err(Error::Invalid(_))), "{answer:?}");
}
