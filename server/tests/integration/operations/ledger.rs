//! The table of expenses: its orders, splitting, several rows at once, its file.

use domain::expense::Expense;
use serde_json::{Value, json};
use server::error::Error;
use server::operations::expenses::{
    CreateExpense, ExportExpenses, ListExpenses, RecategorizeExpenses, SplitExpense,
};
use server::operations::history::Undo;

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    every_order_pages_without_gap_or_double,
    parts_add_up_exactly_and_are_taken_back_as_one,
    parts_that_do_not_add_up_are_refused,
    several_change_their_category_at_once,
    the_file_holds_what_is_filtered_and_no_formula,
);

async fn listed(person: &Person, filter: Value) -> Vec<Expense> {
    person.send::<ListExpenses>(filter).await.unwrap().value.items
}

async fn every_order_pages_without_gap_or_double(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let descriptions = [json!("=1"), json!("Äpfel"), json!("apple"), Value::Null, json!("-x")];
    for (index, description) in descriptions.iter().cycle().take(23).enumerate() {
        let (amount, category) = (index % 4 + 1, ["Food", "éclair", "Zoo"][index % 3]);
        let input = json!({
            "amount": amount.to_string(), "category": category,
            "description": description, "incurred_at": format!("2026-11-{:02}", index % 5 + 1),
        });
        person.send::<CreateExpense>(input).await.unwrap();
    }
    for sort in ["date", "amount", "category", "description"] {
        for order in ["up", "down"] {
            let whole = listed(&person, json!({ "sort": sort, "order": order })).await;
            assert_eq!(whole.len(), 23);
            let (mut paged, mut cursor) = (Vec::new(), Value::Null);
            loop {
                let filter = json!({ "sort": sort, "order": order, "limit": 4, "cursor": cursor });
                let page = person.send::<ListExpenses>(filter).await.unwrap().value;
                paged.extend(page.items);
                let Some(next) = page.next else { break };
                cursor = next.into();
            }
            assert_eq!(paged, whole, "{sort} {order}");
        }
    }
    let largest = listed(&person, json!({ "sort": "amount", "limit": 1 })).await;
    assert_eq!(largest[0].amount.to_string(), "4.00");
    let first = listed(&person, json!({ "sort": "category", "limit": 1 })).await;
    assert_ne!(first[0].category, "Zoo");
    let made_up = json!({ "sort": "category", "cursor": "W1siXHUwMDAwIl0sIjIwMjYtMTEtMDFUMDA6MDA6MDBaIiwiMDE5M2ZmZmYtZmZmZi03ZmZmLTgwMDAtMDAwMDAwMDAwMDAwIl0" });
    let answer = person.send::<ListExpenses>(made_up).await;
    assert!(matches!(answer, Err(Error::Invalid(_))), "{answer:?}");
}

async fn parts_add_up_exactly_and_are_taken_back_as_one(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let whole = person.expense("10.00", "Groceries", "2026-11-20").await.value;
    let parts = json!([
        { "category": "Food" },
        { "category": "Gifts", "amount": "3.33", "description": "Chocolate" },
        { "category": "Home", "amount": "3.33" },
    ]);
    let split =
        person.send::<SplitExpense>(json!({ "id": whole.id, "parts": parts })).await.unwrap();
    let amounts: Vec<String> = split.value.iter().map(|part| part.amount.to_string()).collect();
    assert_eq!(amounts, ["3.34", "3.33", "3.33"]);
    assert_eq!(split.value[0].id, whole.id);
    assert!(split.value.iter().all(|part| part.incurred_at == whole.incurred_at));
    assert_eq!(listed(&person, json!({})).await.len(), 3);
    person.send::<Undo>(json!({ "token": split.undo.unwrap() })).await.unwrap();
    let rows = listed(&person, json!({})).await;
    assert_eq!(rows.len(), 1);
    assert_eq!((rows[0].amount, &rows[0].category), (whole.amount, &whole.category));
}

async fn parts_that_do_not_add_up_are_refused(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let whole = person.expense("10.00", "Groceries", "2026-11-20").await.value;
    let refused = async |amounts: &[Value]| {
        let part = |amount: &Value| json!({ "category": "Food", "amount": amount });
        let parts: Vec<Value> = amounts.iter().map(part).collect();
        match person.send::<SplitExpense>(json!({ "id": whole.id, "parts": parts })).await {
            Err(Error::Invalid(invalid)) => {
                let wrong = invalid.0.into_iter().next().unwrap();
                format!("{}: {}", wrong.field, wrong.message)
            }
            other => panic!("{other:?}"),
        }
    };
    let short = "parts.2.amount: Together the parts are €0.01 short of the whole.";
    assert_eq!(refused(&[json!("5"), json!("4.99")]).await, short);
    let more = "parts.2.amount: Together the parts are €0.01 more than the whole.";
    assert_eq!(refused(&[json!("5"), json!("5.01")]).await, more);
    let nothing = "parts.1.amount: The other parts leave nothing for this one.";
    assert_eq!(refused(&[Value::Null, json!("10")]).await, nothing);
    let rests = "parts.2.amount: Only one part can take what is left.";
    assert_eq!(refused(&[Value::Null, Value::Null]).await, rests);
    assert_eq!(refused(&[json!("10")]).await, "parts: Must be 2 to 20 parts.");
    let rent = json!({ "amount": "5", "category": "Housing", "rrule": "FREQ=MONTHLY" });
    let rent = person.send::<CreateExpense>(rent).await.unwrap().value;
    let parts = json!([{ "category": "a" }, { "category": "b", "amount": 1 }]);
    let answer = person.send::<SplitExpense>(json!({ "id": rent.id, "parts": parts })).await;
    assert!(matches!(answer, Err(Error::Conflict(_))), "{answer:?}");
}

async fn several_change_their_category_at_once(database: TestDatabase) {
    let database = database.open().await;
    let (person, stranger) = (Person::new(&database).await, Person::new(&database).await);
    let a = person.expense("1", "Food", "2026-11-20").await.value.id;
    let b = person.expense("2", "Food", "2026-11-20").await.value.id;
    let theirs = stranger.expense("3", "Food", "2026-11-20").await.value.id;
    let input = json!({ "ids": [a, theirs], "category": "Home" });
    let answer = person.send::<RecategorizeExpenses>(input).await;
    assert!(matches!(answer, Err(Error::NotFound)));
    assert!(listed(&person, json!({ "category": "Home" })).await.is_empty(), "all or none");
    let input = json!({ "ids": [a, b], "category": "Home" });
    let done = person.send::<RecategorizeExpenses>(input).await.unwrap();
    assert_eq!(listed(&person, json!({ "category": "home" })).await.len(), 2);
    person.send::<Undo>(json!({ "token": done.undo.unwrap() })).await.unwrap();
    assert_eq!(listed(&person, json!({ "category": "Food" })).await.len(), 2);
}

async fn the_file_holds_what_is_filtered_and_no_formula(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let lunch = json!({
        "amount": "12.50", "category": "Food", "description": "=HYPERLINK(\"x\")",
        "incurred_at": "2026-11-20T23:30:00Z", "notes": "with Ana,\nand Bo",
    });
    person.send::<CreateExpense>(lunch).await.unwrap();
    person.expense("$99999999.99", "-Cars", "2026-11-02").await;
    person.expense("1", "Travel", "2026-10-02").await;
    let filter = json!({ "from": "2026-11-01" });
    let text = person.send::<ExportExpenses>(filter).await.unwrap().value;
    assert_eq!(
        text,
        "\u{feff}Date,Description,Category,Amount,Currency,Notes\r\n\
         2026-11-21,\"'=HYPERLINK(\"\"x\"\")\",Food,12.50,EUR,\"with Ana,\nand Bo\"\r\n\
         2026-11-02,,'-Cars,99999999.99,USD,\r\n"
    );
}
