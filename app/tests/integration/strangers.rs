//! Another person's rows do not exist for any server function. The list is the
//! program's own, so that a new function cannot be forgotten.

use axum::http::{Method, StatusCode};
use leptos::server_fn::axum::server_fn_paths;
use serde_json::{Value, json};

use crate::support::{App, Person};

/// Functions that name no row of anybody's.
const WITHOUT_ROWS: [&str; 35] = [
    "/fn/account/change",
    "/fn/account/confirm-email",
    "/fn/account/delete",
    "/fn/account/density",
    "/fn/account/entry",
    "/fn/account/forgotten-password",
    "/fn/account/make-token",
    "/fn/account/read",
    "/fn/account/reset-password",
    "/fn/account/send-confirmation",
    "/fn/account/sign-in",
    "/fn/account/sign-out",
    "/fn/account/sign-up",
    "/fn/account/theme",
    "/fn/chat/preview",
    "/fn/conversations/list",
    "/fn/events/create",
    "/fn/expenses/create",
    "/fn/filters/create",
    "/fn/history/page",
    "/fn/history/undo-latest",
    "/fn/lists/create",
    "/fn/pages/calendar",
    "/fn/pages/money",
    "/fn/pages/tasks",
    "/fn/pages/today",
    "/fn/pages/today-margin",
    "/fn/search/page",
    "/fn/search/palette",
    "/fn/settings/offer",
    "/fn/settings/read",
    "/fn/settings/update",
    "/fn/settings/zones",
    "/fn/tasks/create",
    "/fn/tasks/preview",
];

/// Somebody's rows of every kind.
struct Rows {
    event: String,
    task: String,
    expense: String,
    undo: String,
    conversation: String,
    proposal: String,
    list: String,
    filter: String,
    budget: String,
    session: String,
    token: String,
}

impl Rows {
    async fn of(person: &Person) -> Self {
        let id = |row: Value| row["id"].as_str().unwrap().to_owned();
        let (start, end) = ("2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z");
        let event = json!({ "title": "Lunch", "start_time": start, "end_time": end });
        let event = id(person.post("/api/events", event).await);
        let task = id(person.post("/api/tasks", json!({ "title": "Buy milk" })).await);
        let expense = json!({ "amount": "12.50", "category": "Food" });
        let expense = id(person.post("/api/expenses", expense).await);
        let budget = json!({ "amount": "300", "category": "Food" });
        let budget = id(person.post("/api/budgets", budget).await);
        let said = |text: &str| person.post("/api/chat", json!({ "message": text }));
        let added = said("add task call mom").await;
        let asked = said("delete task buy milk").await;
        person.call(&Method::POST, "/fn/lists/create", "name=Work").await;
        person.call(&Method::POST, "/fn/filters/create", "name=Now&filter=p1").await;
        let (_, page) = person.call(&Method::GET, "/fn/pages/tasks", "").await;
        let page: Value = serde_json::from_str(&page).unwrap();
        let key = |places: &str| page[places][0]["key"].as_str().unwrap().to_owned();
        let (_, account) = person.call(&Method::GET, "/fn/account/read", "").await;
        let account: Value = serde_json::from_str(&account).unwrap();
        let token = person.post("/api/tokens", json!({ "name": "Backup" })).await;
        Self {
            token: id(token),
            session: id(account["devices"][0].clone()),
            list: key("lists"),
            filter: key("filters"),
            event,
            task,
            expense,
            budget,
            undo: added["actions"][0]["undo"].as_str().unwrap().to_owned(),
            conversation: added["conversation_id"].as_str().unwrap().to_owned(),
            proposal: id(asked["confirm"][0].clone()),
        }
    }

    /// The fields that make a function reach for one of the rows, all else good.
    fn fields(&self, path: &str) -> Option<String> {
        let Self { event, task, expense, undo, conversation, proposal, list, filter, .. } = self;
        let Self { budget, session, token, .. } = self;
        Some(match path {
            "/fn/events/update" => {
                format!("id={event}&title=x&start_time=2026-11-23T12:00&end_time=2026-11-23T13:00")
            }
            "/fn/events/shift" => format!("id={event}&start=2026-11-24&end=2026-11-24"),
            "/fn/events/delete" => format!("id={event}"),
            "/fn/pages/panel" => format!("open={event}"),
            "/fn/tasks/update" => format!("id={task}&title=x"),
            "/fn/tasks/complete" | "/fn/tasks/reopen" | "/fn/tasks/delete" => format!("id={task}"),
            "/fn/tasks/many" => format!("ids[]={task}&verb=complete"),
            "/fn/tasks/move" => format!("id={task}&takes=day:2026-11-24"),
            "/fn/lists/update" => format!("id={list}&name=x"),
            "/fn/places/move" => format!("kind=list&id={list}&after={filter}"),
            "/fn/lists/delete" => format!("id={list}"),
            "/fn/filters/delete" => format!("id={filter}"),
            "/fn/expenses/update" => {
                format!("id={expense}&amount=1&category=x&incurred_at=2026-11-23")
            }
            "/fn/expenses/delete" => format!("id={expense}"),
            "/fn/expenses/split" => {
                format!("id={expense}&category_1=x&amount_2=1&category_2=y")
            }
            "/fn/expenses/several" => format!("ids[]={expense}&category=x"),
            // Without an amount it removes the budget.
            "/fn/budgets/set" => format!("id={budget}"),
            "/fn/history/undo" | "/fn/history/notice" => format!("token={undo}"),
            "/fn/chat/turn" | "/fn/chat/say" => format!("message=hi&conversation={conversation}"),
            "/fn/chat/join" | "/fn/chat/stop" => format!("conversation={conversation}"),
            "/fn/chat/show" | "/fn/conversations/delete" => format!("id={conversation}"),
            "/fn/conversations/rename" => format!("id={conversation}&title=x"),
            "/fn/conversations/pin" => format!("id={conversation}&pinned=true"),
            "/fn/account/end-devices" => format!("id={session}"),
            "/fn/account/revoke-token" => format!("id={token}"),
            "/fn/chat/confirm" => format!("id={proposal}&accept=true"),
            _ => return None,
        })
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_persons_rows_do_not_exist() {
    let app = App::start().await;
    let owner = app.sign_up("owner@example.com").await;
    let stranger = app.sign_up("stranger@example.com").await;
    let rows = Rows::of(&owner).await;
    let mut seen = 0;
    for (path, method) in server_fn_paths().filter(|(path, _)| !WITHOUT_ROWS.contains(path)) {
        let fields = rows.fields(path);
        let fields = fields.unwrap_or_else(|| panic!("{path} is unknown to this test"));
        let (status, answer) = stranger.call(&method, path, &fields).await;
        // The notice of a change that is not there is no notice, and an event that is
        // not there is said to be gone.
        if matches!(path, "/fn/history/notice" | "/fn/pages/panel") {
            assert_eq!((status, answer.as_str()), (StatusCode::OK, "null"), "{path}");
        } else {
            assert_eq!(status, StatusCode::NOT_FOUND, "{path}: {answer}");
        }
        seen += 1;
    }
    assert_eq!(seen, 32, "functions that name a row");
    let (status, answer) =
        owner.call(&Method::POST, "/fn/tasks/complete", &format!("id={}", rows.task)).await;
    assert_eq!(status, StatusCode::OK, "the owner still reaches it: {answer}");
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_told_to_sign_in() {
    let app = App::start().await;
    let owner = app.sign_up("owner@example.com").await;
    let rows = Rows::of(&owner).await;
    let nobody = Person::nobody(&app);
    for (path, method) in server_fn_paths().filter(|(path, _)| !WITHOUT_ROWS.contains(path)) {
        let fields = rows.fields(path).unwrap_or_default();
        let (status, answer) = nobody.call(&method, path, &fields).await;
        assert_eq!(status, StatusCode::UNAUTHORIZED, "{path}: {answer}");
    }
}
