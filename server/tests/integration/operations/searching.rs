//! Finding anything by its words.

use std::time::{Duration, Instant};

use domain::Uuid;
use domain::search::{Found, Hit};
use sea_orm::{ConnectionTrait, DbBackend, EntityTrait, PaginatorTrait, Set};
use serde_json::json;
use server::entity::{conversations, messages, search_documents, users};
use server::operations::history::Undo;
use server::operations::search::Search;
use server::operations::tasks::{CreateTask, DeleteTask, UpdateTask};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    everything_is_found_by_the_beginnings_of_its_words,
    titles_come_before_notes_and_near_before_far,
    case_accents_and_typing_errors_are_forgiven,
    what_changes_is_found_as_it_is,
    passages_have_the_words,
    conversations_are_found_once,
    strangers_find_nothing,
    any_text_is_a_search,
    twenty_thousand_rows_answer_at_once,
);

async fn find(person: &Person, q: &str) -> Vec<Hit> {
    person.send::<Search>(json!({ "q": q })).await.unwrap().value
}

/// The names of what is found, in its order.
async fn names(person: &Person, q: &str) -> Vec<String> {
    find(person, q).await.iter().map(name).collect()
}

fn name(hit: &Hit) -> String {
    match &hit.row {
        Found::Event(event) => event.title.clone(),
        Found::Task(task) => task.title.clone(),
        Found::Expense(expense) => {
            expense.description.clone().unwrap_or_else(|| expense.category.clone())
        }
        Found::Conversation(conversation) => conversation.title.clone(),
    }
}

async fn everything_is_found_by_the_beginnings_of_its_words(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.event("Lunch with Sam", "2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z").await;
    let task = json!({ "title": "Book a table", "notes": "for the lunch", "labels": "errands" });
    person.send::<CreateTask>(task).await.unwrap();
    person.expense("12.50", "Lunches", "2026-11-20T12:00:00Z").await;

    let mut found = names(&person, "lun").await;
    found.sort();
    assert_eq!(found, ["Book a table", "Lunch with Sam", "Lunches"]);
    assert_eq!(names(&person, "sam lunch").await, ["Lunch with Sam"]);
    assert_eq!(names(&person, "errands").await, ["Book a table"]);
    assert_eq!(names(&person, "12.50").await, ["Lunches"]);
    assert_eq!(names(&person, "lunch dinner").await, Vec::<String>::new());

    let only = json!({ "q": "lunch", "kinds": "task,expense", "limit": 1 });
    let found = person.send::<Search>(only).await.unwrap().value;
    assert_eq!(found.iter().map(name).collect::<Vec<_>>(), ["Lunches"]);
}

async fn titles_come_before_notes_and_near_before_far(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let task = json!({ "title": "Shopping", "notes": "milk for the review" });
    person.send::<CreateTask>(task).await.unwrap();
    for day in ["2024-03-01", "2026-11-24", "2027-09-01"] {
        let title = format!("Review {day}");
        person.event(&title, &format!("{day}T12:00:00Z"), &format!("{day}T13:00:00Z")).await;
    }
    assert_eq!(
        names(&person, "review").await,
        ["Review 2026-11-24", "Review 2027-09-01", "Review 2024-03-01", "Shopping"]
    );
}

async fn case_accents_and_typing_errors_are_forgiven(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.task("Call the Dentist about the crème brûlée", None).await;
    person.task("Pay the dent repair", None).await;
    for q in ["DENTIST creme", "dentsit", "detist", "dentsi", "the dentits brulee", "crème"] {
        let found = find(&person, q).await;
        assert_eq!(found.len(), 1, "{q}: {found:?}");
        assert!(name(&found[0]).starts_with("Call"), "{q}");
    }
    let found = find(&person, "dentsit").await;
    assert_eq!(found[0].words, ["Dentist"]);
    assert_eq!(names(&person, "zebra").await, Vec::<String>::new());
    assert_eq!(names(&person, "dxnxist").await, Vec::<String>::new());
}

async fn what_changes_is_found_as_it_is(database: TestDatabase) {
    let opened = database.open().await;
    let person = Person::new(&opened).await;
    let task = person.task("Water the ferns", None).await.value;
    let change = json!({ "id": task.id, "title": "Water the roses" });
    person.send::<UpdateTask>(change).await.unwrap();
    assert_eq!(names(&person, "ferns").await, Vec::<String>::new());
    assert_eq!(names(&person, "roses").await, ["Water the roses"]);

    let deleted = person.call::<DeleteTask>(task.id.into()).await.unwrap();
    assert_eq!(names(&person, "roses").await, Vec::<String>::new());
    person.send::<Undo>(json!({ "token": deleted.undo })).await.unwrap();
    assert_eq!(names(&person, "roses").await, ["Water the roses"]);

    // Whoever goes leaves nothing in the index.
    let transaction = opened.begin_write().await.unwrap();
    users::Entity::delete_many().exec(&transaction).await.unwrap();
    assert_eq!(search_documents::Entity::find().count(&transaction).await.unwrap(), 0);
    transaction.commit().await.unwrap();
}

async fn passages_have_the_words(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let notes = format!("{} Take the old passport along. {}", "More. ".repeat(40), "x ".repeat(99));
    let task = json!({ "title": "Town hall", "notes": notes });
    person.send::<CreateTask>(task).await.unwrap();
    let found = find(&person, "passport").await;
    let passage = found[0].excerpt.as_deref().unwrap();
    assert!(passage.contains("Take the old passport along."), "{passage}");
    assert_eq!(found[0].words, ["passport"]);
    assert_eq!(find(&person, "town").await[0].excerpt, None);
}

async fn conversations_are_found_once(database: TestDatabase) {
    let opened = database.open().await;
    let person = Person::new(&opened).await;
    let transaction = opened.begin_write().await.unwrap();
    let owner = users::Entity::find().one(&transaction).await.unwrap().unwrap();
    let conversation = conversations::ActiveModel {
        id: Set(Uuid::new_v4()),
        user_id: Set(owner.id),
        title: Set("Zoo".to_owned()),
        ..Default::default()
    };
    let id = conversation.id.clone().unwrap();
    conversations::Entity::insert(conversation).exec_without_returning(&transaction).await.unwrap();
    for (position, text) in ["What about the giraffe?", "The giraffe is fine."].iter().enumerate() {
        let message = messages::ActiveModel {
            id: Set(Uuid::new_v4()),
            conversation_id: Set(id),
            user_id: Set(owner.id),
            turn_id: Set(Uuid::new_v4()),
            role: Set(messages::Role::User),
            text: Set((*text).to_owned()),
            position: Set(i64::try_from(position).unwrap()),
            ..Default::default()
        };
        messages::Entity::insert(message).exec_without_returning(&transaction).await.unwrap();
    }
    transaction.commit().await.unwrap();
    let found = find(&person, "giraffe").await;
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(matches!(&found[0].row, Found::Conversation(row) if row.id == id));
    assert!(found[0].excerpt.as_deref().unwrap().contains("giraffe"));
}

async fn strangers_find_nothing(database: TestDatabase) {
    let opened = database.open().await;
    let (ann, bob) = (Person::new(&opened).await, Person::new(&opened).await);
    ann.task("Secret surprise party", None).await;
    for q in ["secret", "secrte", "surprise party"] {
        assert_eq!(names(&bob, q).await, Vec::<String>::new(), "{q}");
        assert_eq!(names(&ann, q).await.len(), 1, "{q}");
    }
}

async fn any_text_is_a_search(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    person.task("owner title NEAR AND OR NOT", None).await;
    for q in [
        "\"",
        "'",
        "* - ^ ( )",
        "NOT",
        "owner:x",
        "a AND",
        "{title}:x",
        "NEAR(a b)",
        "\\",
        "%_",
        "'; DROP TABLE tasks; --",
        "::",
        "&|!<->",
        "\u{1f600}",
        "٣",
        "漢字",
        "\u{301}",
    ] {
        find(&person, q).await;
    }
    assert_eq!(names(&person, "near not").await.len(), 1);
    assert!(person.send::<Search>(json!({ "q": "x".repeat(201) })).await.is_err());
    assert!(person.send::<Search>(json!({ "q": "x", "limit": 51 })).await.is_err());
    assert_eq!(find(&person, " ").await, []);
}

/// Rows as many as a person writes in twenty years, with two thousand different words.
const ROWS: &str = "
INSERT INTO tasks (id, user_id, title, notes, due_date)
SELECT {id}, users.id,
  'Call number' || (n % 997) || ' about plan' || (n % 1009) || ' dentist' || (n % 7),
  CASE WHEN n % 3 = 0 THEN 'Take the papers and the receipt' || (n % 31) || ' along' END, {due}
FROM users CROSS JOIN numbers";

async fn twenty_thousand_rows_answer_at_once(database: TestDatabase) {
    let opened = database.open().await;
    let person = Person::new(&opened).await;
    let transaction = opened.begin_write().await.unwrap();
    let (numbers, id, due) = match opened.backend() {
        DbBackend::Postgres => (
            "WITH numbers AS (SELECT generate_series(1, 20000) AS n)",
            "uuid_generate_v4()",
            "now() + make_interval(hours => (n % 5000)::int)",
        ),
        _ => (
            "WITH RECURSIVE numbers (n) AS (VALUES (1) UNION ALL SELECT n + 1 FROM numbers \
             WHERE n < 20000)",
            "randomblob(16)",
            "strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now', '+' || (n % 5000) || ' hours')",
        ),
    };
    let rows = ROWS.replace("{id}", id).replace("{due}", due);
    transaction.execute_unprepared(&format!("{numbers} {rows}")).await.unwrap();
    transaction.commit().await.unwrap();
    if opened.backend() == DbBackend::Postgres {
        // As the server does by itself a minute later.
        opened.reader().execute_unprepared("ANALYZE search_documents").await.unwrap();
    }
    for (q, least) in [
        ("number12 plan", 1),
        ("receipt", 20),
        ("dentist3", 20),
        ("call dent", 20),
        ("d", 20),
        ("nubmer12", 1),
        ("xylophone", 0),
    ] {
        find(&person, q).await;
        let begun = Instant::now();
        let found = find(&person, q).await;
        let took = begun.elapsed();
        assert!(found.len() >= least, "{q}: {}", found.len());
        // The promise is 30 ms; the databases' code is not optimized here, and the machine busy.
        assert!(took < Duration::from_millis(600), "{q} took {took:?}");
    }
}
