//! No text of anybody's becomes markup, on any page.
//!
//! A person fills every text field of every kind of row with texts that would break out of
//! wherever they stand. Then each page is read as a browser reads it, element by element:
//! none may have an element or an attribute that only those texts name, or an address that
//! runs something.

use axum::http::{Method, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::elements::elements;
use crate::routes;
use crate::support::{App, Person};

/// Each breaks out of another place: text, either kind of attribute, script, title,
/// text area, comment, style, Markdown.
const HOSTILE: [&str; 9] = [
    "<hostile-mark a=1>",
    "\"><hostile-mark>",
    "'><hostile-mark>",
    "x\" hostile-mark=\"1",
    "x' hostile-mark='1",
    "</script><hostile-mark>",
    "</title></textarea></style><hostile-mark>",
    "--><hostile-mark><!--",
    "[a](javascript:hostile-mark) ![b](javascript:hostile-mark) <javascript:hostile-mark>",
];

/// All of them in one text.
fn hostile() -> String {
    HOSTILE.join(" ")
}

/// A short one, for where not much fits.
fn short(n: usize) -> String {
    HOSTILE[n % HOSTILE.len()].chars().take(60).collect()
}

/// Rows with hostile texts in every field that takes them; answers pages that show them.
async fn fill(person: &Person) -> Vec<String> {
    let id = |row: &Value| row["id"].as_str().unwrap().to_owned();
    let mut pages = Vec::new();
    let (start, end) = ("2026-11-23T12:00:00Z", "2026-11-23T13:00:00Z");
    let list = person.post("/api/lists", json!({ "name": short(0) })).await;
    for (n, text) in HOSTILE.iter().enumerate() {
        let event = json!({
            "title": text, "description": hostile(), "location": text,
            "start_time": start, "end_time": end,
        });
        let event = id(&person.post("/api/events", event).await);
        let task =
            json!({ "title": text, "notes": hostile(), "due_date": start, "list_id": list["id"] });
        let task = id(&person.post("/api/tasks", task).await);
        let part = json!({ "title": text, "parent_id": task });
        person.post("/api/tasks", part).await;
        let expense = json!({
            "amount": "12.50", "category": short(n), "description": text, "notes": hostile(),
            "incurred_at": start,
        });
        let expense = id(&person.post("/api/expenses", expense).await);
        person.post("/api/budgets", json!({ "amount": 9, "category": short(n) })).await;
        let said = person.post("/api/chat", json!({ "message": text })).await;
        let conversation = said["conversation_id"].as_str().unwrap();
        let added =
            json!({ "message": format!("add task \"{text}\""), "conversation_id": conversation });
        person.post("/api/chat", added).await;
        let title = format!("id={conversation}&title={}", encode(text));
        let (status, answer) = person.call(&Method::POST, "/fn/conversations/rename", &title).await;
        assert!(status.is_success(), "{answer}");
        let query = encode(text);
        pages.extend([
            format!("/calendar?view=day&date=2026-11-23&open={event}&at={start}"),
            format!("/calendar?open={event}&edit=1"),
            format!("/tasks?edit={task}&show=100"),
            format!("/expenses?month=2026-11&edit={expense}"),
            format!("/expenses?month=2026-11&split={expense}"),
            format!("/expenses?month=2026-11&q={query}&category={query}"),
            format!("/chat/{conversation}"),
            format!("/search?q={query}"),
            "/search?q=hostile".to_owned(),
            format!("/sign-in?next={query}"),
            format!("/tasks?filter={query}&list={query}&view={query}&by={query}&done={query}"),
            format!("/calendar?view={query}&date={query}&open={query}&new={query}"),
            format!("/history?before={query}"),
            format!("/no-such-page/{query}?{query}"),
            refused("/tasks", "add-task", text),
            refused("/calendar", "add-event", text),
            refused("/expenses", "add-expense", text),
            refused("/sign-in", "sign-in", text),
            refused("/settings", "settings", text),
        ]);
    }
    pages.extend([
        "/tasks?view=today".into(),
        "/tasks?view=upcoming&show=200".into(),
        "/tasks?by=list".into(),
        "/calendar?view=month&date=2026-11-23".into(),
        "/calendar?view=week&date=2026-11-23".into(),
        "/calendar?view=agenda&date=2026-11-23".into(),
        "/expenses?month=2026-11".into(),
    ]);
    pages
}

/// A page as a form without scripts leaves it that was refused: all of it is in the address.
fn refused(page: &str, form: &str, text: &str) -> String {
    let problem = json!({
        "type": "about:blank", "title": text, "status": 400, "detail": text,
        "errors": [{ "field": "title", "message": text }, { "field": "email", "message": text }],
    });
    let fields = ["title", "email", "notes", "amount", "category", "text", "line"];
    let values: Vec<_> = fields.iter().map(|field| json!([field, text])).collect();
    let returned = json!({ "form": form, "problem": problem, "values": values });
    format!("{page}?refused={}", encode(&returned.to_string()))
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}

/// Whether an address would run something or leave the planner.
fn is_dangerous(address: &str) -> bool {
    let plain: String = address.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
    let plain = plain.to_ascii_lowercase();
    ["javascript:", "vbscript:", "data:text"].iter().any(|scheme| plain.starts_with(scheme))
}

fn check(page: &str, html: &str) {
    for (name, attributes) in elements(html) {
        assert_ne!(name, "hostile-mark", "{page}");
        for (attribute, value) in attributes {
            assert!(!attribute.contains("hostile"), "{page}: <{name} {attribute}>");
            assert!(!attribute.starts_with("on"), "{page}: <{name} {attribute}={value:?}>");
            if matches!(&*attribute, "href" | "src" | "action" | "formaction" | "srcdoc") {
                assert!(!is_dangerous(&value), "{page}: <{name} {attribute}={value:?}>");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_people_write_stays_text() {
    let app = App::start().await;
    let person = app.sign_up("sam@example.com").await;
    let mut pages = fill(&person).await;
    pages.extend(routes::pages());
    let mut shown = 0;
    for page in &pages {
        let (status, html) = person.call(&Method::GET, page, "").await;
        assert!(status.as_u16() < 500, "{page}: {status}");
        check(page, &html);
        shown += usize::from(html.contains("hostile"));
    }
    // Otherwise nothing was shown that could have done harm.
    assert!(shown * 4 > pages.len() * 3, "{shown} of {} pages show it", pages.len());
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_is_led_elsewhere_after_signing_in() {
    let app = App::start().await;
    app.sign_up("sam@example.com").await;
    let nobody = Person::nobody(&app);
    for next in [
        "//evil.example",
        "/\\evil.example",
        "https://evil.example",
        "https:evil.example",
        "/\t/evil.example",
        "\r\nSet-Cookie: planted=1",
        "/\r\nSet-Cookie: planted=1",
        "javascript:alert(1)",
    ] {
        let form = format!(
            "email=sam%40example.com&password=four+wet+otters&next={}&form_key=sign-in",
            encode(next)
        );
        let (status, headers) = nobody.submit("/fn/account/sign-in", &form, "/sign-in").await;
        assert_eq!(status, StatusCode::SEE_OTHER, "{next:?}");
        assert_eq!(headers["location"], "/dashboard", "{next:?}");
        let cookies = headers.get_all("set-cookie").iter();
        assert!(!cookies.into_iter().any(|it| it.to_str().unwrap().contains("planted")));
    }
    // The page that a form came from is as little to be believed.
    for from in ["https://evil.example//evil.example", "https://evil.example/\\evil.example"] {
        let (status, headers) = nobody.submit("/fn/account/sign-in", "email=x", from).await;
        assert_eq!(status, StatusCode::SEE_OTHER);
        let to = headers["location"].to_str().unwrap();
        assert!(to.starts_with("/evil.example?") || to.starts_with("/dashboard?"), "{to}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn files_are_those_of_the_site_only() {
    let app = App::start().await;
    let nobody = Person::nobody(&app);
    for path in [
        "/planner.db",
        "/../planner.db",
        "/%2e%2e/planner.db",
        "/..%2fplanner.db",
        "/pkg/../../planner.db",
        "/pkg/%2e%2e%2f%2e%2e%2fplanner.db",
        "/pkg/..%5c..%5cplanner.db",
        "/pkg//../..//planner.db",
        "/.%00/planner.db",
        "/planner.db%00.js",
        "//planner.db",
        "/manifest.json",
        "/pkg/../manifest.json",
    ] {
        let (status, body) = nobody.call(&Method::GET, path, "").await;
        assert!(status.is_client_error(), "{path}: {status}");
        assert!(!body.contains("SQLite format 3"), "{path}");
    }
}
