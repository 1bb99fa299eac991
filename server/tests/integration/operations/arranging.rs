//! Lists, labels and the order by hand.

use domain::Uuid;
use domain::task::Task;
use serde_json::{Value, json};
use server::error::Error;
use server::operations::bulk::ChangeMany;
use server::operations::history::Undo;
use server::operations::lists::{CreateList, DeleteList, ListLists, PlaceList, UpdateList};
use server::operations::tasks::{
    CountTasks, CreateTask, DeleteTask, ListTasks, PlaceTask, ReadTask, UpdateTask,
};

use crate::support::database::{TestDatabase, on_both_databases};
use crate::support::person::Person;

on_both_databases!(
    a_list_that_goes_leaves_its_tasks,
    a_name_is_one_lists,
    what_names_something_gone_lets_go,
    labels_and_estimates_are_kept,
    many_tasks_change_in_one_step,
    tasks_move_to_days_and_lists,
    random_moves_lose_and_double_nothing,
    there_is_always_room_between_two,
    open_tasks_are_counted,
);

pub(super) async fn list(person: &Person, name: &str) -> Uuid {
    person.send::<CreateList>(json!({ "name": name })).await.unwrap().value.id
}

pub(super) async fn task(person: &Person, fields: Value) -> Task {
    person.send::<CreateTask>(fields).await.unwrap().value
}

pub(super) async fn read(person: &Person, task: &Task) -> Task {
    person.call::<ReadTask>(task.id.into()).await.unwrap().value
}

pub(super) async fn undo(person: &Person, token: Option<Uuid>) {
    person.send::<Undo>(json!({ "token": token.unwrap() })).await.unwrap();
}

/// The titles of what a query finds, in its order.
pub(super) async fn titles(person: &Person, query: Value) -> Vec<String> {
    let found = person.send::<ListTasks>(query).await.unwrap().value.items;
    found.into_iter().map(|task| task.title).collect()
}

/// The field that is bad.
#[track_caller]
pub(super) fn bad<T: std::fmt::Debug>(result: Result<T, Error>) -> String {
    match result {
        Err(Error::Invalid(invalid)) => invalid.0[0].field.clone(),
        other => panic!("{other:?}"),
    }
}

async fn a_list_that_goes_leaves_its_tasks(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let work = list(&person, "Work").await;
    let report = task(&person, json!({ "title": "Report", "list_id": work })).await;
    let slides = task(&person, json!({ "title": "Slides", "list_id": work })).await;
    assert_eq!(titles(&person, json!({ "list_id": work })).await, ["Report", "Slides"]);

    let gone = person.call::<DeleteList>(work.into()).await.unwrap();
    assert_eq!(read(&person, &report).await.list_id, None);
    undo(&person, gone.undo).await;
    assert_eq!(titles(&person, json!({ "list_id": work })).await, ["Report", "Slides"]);
    assert_eq!(read(&person, &slides).await.version, 3);
}

async fn a_name_is_one_lists(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let stranger = Person::new(&database.open().await).await;
    let work = list(&person, "  Work  at home ").await;
    list(&stranger, "work at home").await;
    assert_eq!(bad(person.send::<CreateList>(json!({ "name": "work at HOME" })).await), "name");
    let play = list(&person, "Play").await;
    let rename = json!({ "id": play, "name": "WORK at home" });
    assert_eq!(bad(person.send::<UpdateList>(rename).await), "name");
    let own = json!({ "id": work, "name": "WORK at home" });
    assert_eq!(person.send::<UpdateList>(own).await.unwrap().value.name, "WORK at home");

    // Another list took the name meanwhile.
    let gone = person.call::<DeleteList>(play.into()).await.unwrap();
    list(&person, "play").await;
    let undone = person.send::<Undo>(json!({ "token": gone.undo.unwrap() })).await;
    assert!(matches!(undone, Err(Error::Conflict(_))), "{undone:?}");

    let last = list(&person, "Last").await;
    person.send::<PlaceList>(json!({ "id": last, "before": work })).await.unwrap();
    let names = person.call::<ListLists>(()).await.unwrap().value;
    let names: Vec<_> = names.iter().map(|list| list.name.as_str()).collect();
    assert_eq!(names, ["Last", "WORK at home", "play"]);
}

async fn what_names_something_gone_lets_go(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let made = person.send::<CreateList>(json!({ "name": "Work" })).await.unwrap();
    let work = made.value.id;
    let report = task(&person, json!({ "title": "Report", "list_id": work })).await;
    let gone = person.call::<DeleteTask>(report.id.into()).await.unwrap();
    let stays = task(&person, json!({ "title": "Slides", "list_id": work })).await;
    // The list was never made; what came into it since is in none.
    undo(&person, made.undo).await;
    assert_eq!(read(&person, &stays).await.list_id, None);
    undo(&person, gone.undo).await;
    assert_eq!(read(&person, &report).await.list_id, None);

    let stranger = Person::new(&database.open().await).await;
    let theirs = list(&stranger, "Theirs").await;
    let new = json!({ "title": "x", "list_id": theirs });
    assert_eq!(bad(person.send::<CreateTask>(new).await), "list_id");
    let change = json!({ "id": stays.id, "list_id": theirs });
    assert_eq!(bad(person.send::<UpdateTask>(change).await), "list_id");
}

async fn labels_and_estimates_are_kept(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let new = json!({ "title": "x", "labels": ["#Home", "errands"], "estimate_minutes": 45 });
    let made = task(&person, new).await;
    assert_eq!(read(&person, &made).await, made);
    assert_eq!(made.labels.iter().collect::<Vec<_>>(), ["home", "errands"]);
    let patch = json!({ "id": made.id, "labels": "errands", "estimate_minutes": null });
    let changed = person.send::<UpdateTask>(patch).await.unwrap();
    let (labels, estimate) = (changed.value.labels.stored(), changed.value.estimate_minutes);
    assert_eq!((labels.as_str(), estimate), (" errands ", None));
    undo(&person, changed.undo).await;
    assert_eq!(read(&person, &made).await.labels, made.labels);
    assert_eq!(read(&person, &made).await.estimate_minutes, Some(45));
    for (field, value) in [
        ("labels", json!("a%b")),
        ("labels", json!({})),
        ("estimate_minutes", json!(0)),
        ("estimate_minutes", json!(6001)),
        ("list_id", json!("x")),
        ("parent_id", json!(7)),
    ] {
        let patch = json!({ "id": made.id, field: value });
        assert_eq!(bad(person.send::<UpdateTask>(patch).await), field);
    }
}

async fn many_tasks_change_in_one_step(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let work = list(&person, "Work").await;
    let a = task(&person, json!({ "title": "a", "due_date": "2026-11-24T09:00:00Z" })).await;
    let b = task(&person, json!({ "title": "b", "labels": "home" })).await;
    let rows = json!([{ "kind": "task", "id": a.id }, { "kind": "task", "id": b.id }]);
    for (change, seen) in [
        (json!("complete"), json!({ "is_complete": true })),
        (json!({ "move": { "date": "2026-12-01" } }), json!({ "due_after": "2026-12-01" })),
        (json!({ "list": work }), json!({ "list_id": work })),
        (json!({ "priority": "high" }), json!({ "priority": "high" })),
        (json!({ "add_label": "#Errands" }), json!({ "filter": "#errands" })),
        (json!({ "remove_label": "home" }), json!({ "filter": "no:label" })),
        (json!("undated"), json!({ "filter": "no:due" })),
    ] {
        let before = titles(&person, seen.clone()).await;
        let input = json!({ "rows": rows, "change": change });
        let done = person.send::<ChangeMany>(input).await.unwrap();
        assert_eq!(titles(&person, seen.clone()).await.len(), 2, "{change}");
        undo(&person, done.undo).await;
        assert_eq!(titles(&person, seen).await, before, "{change}");
    }
    let none = json!({ "rows": rows, "change": { "list": Uuid::new_v4() } });
    assert_eq!(bad(person.send::<ChangeMany>(none).await), "list_id");
}

async fn tasks_move_to_days_and_lists(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let work = list(&person, "Work").await;
    let at = "2026-11-24T08:30:00Z";
    let a = task(&person, json!({ "title": "a", "due_date": at, "list_id": work })).await;
    let b = task(&person, json!({ "title": "b" })).await;
    let to = json!({ "id": a.id, "day": "2026-12-02", "list_id": null, "after": b.id });
    let moved = person.send::<PlaceTask>(to).await.unwrap();
    let due = serde_json::to_value(moved.value.due_date).unwrap();
    assert_eq!((due, moved.value.list_id), (json!("2026-12-02T08:30:00Z"), None));
    assert!(moved.value.position > b.position);
    undo(&person, moved.undo).await;
    let restored = read(&person, &a).await;
    assert_eq!((restored.due_date, restored.list_id), (a.due_date, Some(work)));
    assert_eq!(restored.position, a.position);

    let day = person.send::<PlaceTask>(json!({ "id": b.id, "day": "2026-12-02" })).await.unwrap();
    assert_eq!(serde_json::to_value(day.value.due_date).unwrap(), json!("2026-12-02"));
    let none = person.send::<PlaceTask>(json!({ "id": b.id, "day": null })).await.unwrap();
    assert_eq!(none.value.due_date, None);
    for (input, field) in [
        (json!({ "id": b.id }), "after"),
        (json!({ "id": b.id, "after": b.id }), "after"),
        (json!({ "id": b.id, "before": Uuid::new_v4() }), "before"),
        (json!({ "id": b.id, "before": a.id, "after": a.id }), "before"),
        (json!({ "id": b.id, "day": at }), "day"),
        (json!({ "after": b.id }), "id"),
    ] {
        assert_eq!(bad(person.send::<PlaceTask>(input.clone()).await), field, "{input}");
    }
}

/// The order is what a plain list under the same moves is, whatever room is left.
async fn random_moves_lose_and_double_nothing(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let mut model = Vec::new();
    for number in 0..12 {
        model.push(task(&person, json!({ "title": format!("t{number}") })).await);
    }
    // Every number is as good as chance: a generator of small numbers, the same each time.
    let mut seed: usize = 7;
    let mut chance = |below: usize| {
        seed = (seed * 1_103_515_245 + 12_345) % (1 << 31);
        (seed >> 8) % below
    };
    let mut undos = Vec::new();
    for step in 0..120 {
        let moving = model.remove(chance(12));
        let at = chance(11);
        let behind = chance(2) == 1;
        let side = if behind { "after" } else { "before" };
        let input = json!({ "id": moving.id, side: model[at].id });
        let was = model.clone();
        let done = person.send::<PlaceTask>(input).await.unwrap();
        model.insert(at + usize::from(behind), moving.clone());
        if step % 10 == 9 && done.undo.is_some() {
            undo(&person, done.undo).await;
            undos.push(step);
            let found = titles(&person, json!({ "order": "hand" })).await;
            let others: Vec<_> = found.iter().filter(|title| **title != moving.title).collect();
            assert_eq!(others, was.iter().map(|task| &task.title).collect::<Vec<_>>());
            model.retain(|task| task.id != moving.id);
            let place = found.iter().position(|title| *title == moving.title).unwrap();
            model.insert(place, moving);
        }
        let expected: Vec<_> = model.iter().map(|task| task.title.clone()).collect();
        assert_eq!(titles(&person, json!({ "order": "hand" })).await, expected, "step {step}");
    }
    assert!(undos.len() > 5);
}

/// More rows than the room between two holds go to one and the same place.
async fn there_is_always_room_between_two(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let first = task(&person, json!({ "title": "first" })).await;
    let last = task(&person, json!({ "title": "last" })).await;
    let mut expected = vec!["first".to_owned()];
    for number in 0..40 {
        let made = task(&person, json!({ "title": format!("t{number:02}") })).await;
        let input = json!({ "id": made.id, "before": last.id });
        person.send::<PlaceTask>(input).await.unwrap();
        expected.push(made.title);
    }
    expected.push("last".to_owned());
    assert_eq!(titles(&person, json!({ "order": "hand" })).await, expected);
    // Numbered anew, and yet no change of any row but those that were moved.
    assert_eq!((read(&person, &first).await.version, read(&person, &last).await.version), (1, 1));

    // A page ends and the next one goes on.
    let page = json!({ "order": "hand", "limit": 30 });
    let page = person.send::<ListTasks>(page).await.unwrap().value;
    let rest = json!({ "order": "hand", "cursor": page.next.unwrap() });
    assert_eq!(titles(&person, rest).await, expected[30..]);
}

async fn open_tasks_are_counted(database: TestDatabase) {
    let person = Person::new(&database.open().await).await;
    let work = list(&person, "Work").await;
    for new in [
        json!({ "title": "late", "due_date": "2026-11-21", "labels": "home" }),
        json!({ "title": "late today", "due_date": "2026-11-22T08:59:00Z", "list_id": work }),
        json!({ "title": "later today", "due_date": "2026-11-22T09:01:00Z", "labels": "a home" }),
        json!({ "title": "today", "due_date": "2026-11-22" }),
        json!({ "title": "tomorrow", "due_date": "2026-11-23" }),
        json!({ "title": "done", "is_complete": true, "list_id": work, "labels": "home" }),
    ] {
        task(&person, new).await;
    }
    let counts = person.call::<CountTasks>(()).await.unwrap().value;
    let counts = serde_json::to_value(counts).unwrap();
    assert_eq!(
        counts,
        json!({
            "open": 5, "overdue": 2, "today": 2, "unlisted": 4,
            "lists": [{ "of": work, "open": 1 }],
            "labels": [{ "of": "a", "open": 1 }, { "of": "home", "open": 2 }],
        })
    );
}
