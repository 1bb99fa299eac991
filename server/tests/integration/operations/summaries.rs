//! Totals of expenses.

use serde_json::json;
use server::operations::expenses::{ListCategories, SummarizeExpenses};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    totals_are_exact_and_by_currency,
    months_and_days_begin_in_the_persons_zone,
    used_categories_come_first,
);

async fn summary(person: &Person, filter: serde_json::Value) -> Vec<(String, String)> {
    let summary = person.send::<SummarizeExpenses>(filter).await.unwrap().value;
    let groups = summary.groups.into_iter();
    groups.map(|group| (group.key, format!("{} {}", group.total, group.currency))).collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected.iter().map(|(key, total)| ((*key).to_owned(), (*total).to_owned())).collect()
}

async fn totals_are_exact_and_by_currency(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    for _ in 0..3 {
        person.expense("0.10", "Food", "2026-11-20").await;
    }
    person.expense("$5", "Food", "2026-11-20").await;
    person.expense("7", "Transport", "2026-11-20").await;
    let found = summary(&person, json!({ "from": "2026-11-01", "to": "2026-12-01" })).await;
    let expected = [("Transport", "7.00 EUR"), ("Food", "5.00 USD"), ("Food", "0.30 EUR")];
    assert_eq!(found, pairs(&expected));
    let found = summary(&person, json!({ "category": "fOOD", "by": "month" })).await;
    assert_eq!(found, pairs(&[("2026-11", "0.30 EUR"), ("2026-11", "5.00 USD")]));
    assert!(summary(&person, json!({ "to": "2026-11-20" })).await.is_empty());
}

async fn months_and_days_begin_in_the_persons_zone(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    // 23:30 UTC on 31 October is half past midnight on 1 November in Berlin.
    person.expense("1.00", "Food", "2026-10-31T23:30:00Z").await;
    person.expense("2.00", "Food", "2026-10-31T22:30:00Z").await;
    let months = summary(&person, json!({ "by": "month" })).await;
    assert_eq!(months, pairs(&[("2026-10", "2.00 EUR"), ("2026-11", "1.00 EUR")]));
    let days = summary(&person, json!({ "by": "day", "from": "2026-11-01" })).await;
    assert_eq!(days, pairs(&[("2026-11-01", "1.00 EUR")]));
}

async fn used_categories_come_first(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.expense("1.00", "Beekeeping", "2026-11-20").await;
    person.expense("1.00", "Transport", "2026-11-20").await;
    person.expense("1.00", "Transport", "2026-11-20").await;
    let categories = person.call::<ListCategories>(()).await.unwrap().value;
    assert_eq!(&categories[..2], ["Transport", "Beekeeping"]);
    assert_eq!(categories.iter().filter(|name| *name == "Transport").count(), 1);
    assert!(categories.contains(&"Other".to_owned()));
}
