//! Averages, extremes and comparisons are exact, each currency by itself.

use serde_json::json;
use server::operations::expenses::{AnalyseExpenses, ListExpenses, SuggestCategory};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    periods_are_compared_by_currency,
    averages_go_as_far_as_the_period_has_come,
    the_largest_and_the_smallest_are_named,
    amounts_and_words_narrow_a_list,
    habits_suggest_a_category,
);

async fn spend(person: &Person, amount: &str, category: &str, what: &str, when: &str) {
    let expense = json!({
        "amount": amount, "category": category, "description": what, "incurred_at": when,
    });
    person.send::<server::operations::expenses::CreateExpense>(expense).await.unwrap();
}

async fn periods_are_compared_by_currency(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for _ in 0..3 {
        spend(&person, "0.10", "Food", "gum", "2026-11-20").await;
    }
    spend(&person, "$5", "Food", "gum", "2026-11-20").await;
    spend(&person, "0.20", "Food", "gum", "2026-10-31").await;
    spend(&person, "9", "Food", "bread", "2026-10-31").await;
    let both = json!({
        "from": "2026-11-01", "to": "2026-12-01",
        "other_from": "2026-10-01", "other_to": "2026-11-01", "q": "gum",
    });
    let found = person.send::<AnalyseExpenses>(both).await.unwrap().value;
    let sums = |totals: &[domain::expense::CurrencyTotal]| -> Vec<String> {
        totals.iter().map(|sum| format!("{} {}", sum.total, sum.currency)).collect()
    };
    assert_eq!(sums(&found.totals), ["5.00 USD", "0.30 EUR"]);
    assert_eq!(sums(&found.other), ["0.20 EUR"]);
}

async fn averages_go_as_far_as_the_period_has_come(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    spend(&person, "100", "Food", "feast", "2026-11-01").await;
    spend(&person, "10", "Food", "snack", "2026-09-10").await;
    let average = async |per: &str, from: Option<&str>, to: Option<&str>| {
        let query = json!({ "per": per, "from": from, "to": to });
        let found = person.send::<AnalyseExpenses>(query).await.unwrap().value.averages;
        (found[0].average.to_string(), found[0].among)
    };
    // Of November 22 days have come.
    let november = (Some("2026-11-01"), Some("2026-12-01"));
    assert_eq!(average("day", november.0, november.1).await, ("4.55".to_owned(), 22));
    assert_eq!(average("week", november.0, november.1).await, ("31.82".to_owned(), 22));
    assert_eq!(average("month", None, None).await, ("36.67".to_owned(), 3));
    assert_eq!(average("expense", None, None).await, ("55.00".to_owned(), 2));
}

async fn the_largest_and_the_smallest_are_named(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for (amount, what) in [("3", "c"), ("1", "a"), ("2", "b"), ("$9", "d")] {
        spend(&person, amount, "Other", what, "2026-11-20").await;
    }
    let found = person.send::<AnalyseExpenses>(json!({ "most": 2 })).await.unwrap().value;
    let names = |expenses: &[domain::expense::Expense]| -> Vec<String> {
        expenses.iter().filter_map(|expense| expense.description.clone()).collect()
    };
    assert_eq!(names(&found.largest), ["d", "c", "b"]);
    assert_eq!(names(&found.smallest), ["d", "a", "b"]);
    let refused = person.send::<AnalyseExpenses>(json!({ "most": 0, "per": "year" })).await;
    let Err(server::error::Error::Invalid(bad)) = refused else { panic!("{refused:?}") };
    assert!(bad.message("most").is_some() && bad.message("per").is_some());
}

async fn amounts_and_words_narrow_a_list(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for amount in ["9.99", "10", "10.01"] {
        person.expense(amount, "Food", "2026-11-20").await;
    }
    let amounts = async |filter: serde_json::Value| -> Vec<String> {
        let page = person.send::<ListExpenses>(filter).await.unwrap().value;
        let mut amounts: Vec<String> =
            page.items.iter().map(|expense| expense.amount.to_string()).collect();
        amounts.sort();
        amounts
    };
    assert_eq!(amounts(json!({ "at_least": "10" })).await, ["10.00", "10.01"]);
    assert_eq!(amounts(json!({ "at_most": "10", "at_least": 10 })).await, ["10.00"]);
}

async fn habits_suggest_a_category(database: TestDatabase) {
    let open = database.open().await;
    let (person, other) = (Person::new(&open).await, Person::new(&open).await);
    spend(&person, "1", "Treats", "Cake at Moe's", "2026-11-01").await;
    spend(&other, "1", "Work", "Cake at Moe's", "2026-11-02").await;
    let suggested = async |what: &str| {
        person.send::<SuggestCategory>(json!({ "description": what })).await.unwrap().value
    };
    assert_eq!(suggested("moe's cake").await.as_deref(), Some("Treats"));
    assert_eq!(suggested("100%_ cheese").await, None);
    assert_eq!(suggested("").await, None);
}
