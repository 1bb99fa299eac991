//! What of a request comes back in the headers of its answer is one value there, and no header
//! of its own.

use serde_json::json;

use crate::support::app::App;
use crate::support::database::TestDatabase;

/// Ends of a line, of an address and of a quoted text, and what might follow them.
const INJECTED: [&str; 4] = [
    "x%0d%0aSet-Cookie:%20planted=1",
    "x%0a%0aHTTP/1.1%20200%20OK",
    "x%3e;%20rel=%22next%22,%20%3chttps://evil.example/",
    "x%22;%00",
];

#[tokio::test]
async fn the_link_to_the_next_page_is_one_link() {
    let database = TestDatabase::sqlite();
    let (_, _, user) = App::with_user(&database).await;
    for title in ["one", "two"] {
        user.post("/api/tasks", json!({ "title": title })).await;
    }
    for text in INJECTED {
        let answer = user.get(&format!("/api/tasks?limit=1&unknown={text}")).await;
        assert_eq!(answer.status, 200, "{text}");
        let link = answer.header("link");
        assert!(link.starts_with("</api/tasks?limit=1&") && link.ends_with(">; rel=\"next\""));
        assert_eq!((link.matches('<').count(), link.matches('>').count()), (1, 1), "{link}");
        assert!(!answer.headers.contains_key("set-cookie"), "{text}");
    }
}

#[tokio::test]
async fn the_name_of_a_file_is_one_name() {
    let database = TestDatabase::sqlite();
    let (_, _, user) = App::with_user(&database).await;
    let said = user.post("/api/chat", json!({ "message": "hello" })).await.json();
    let address = format!("/api/conversations/{}", said["conversation_id"].as_str().unwrap());
    for title in [
        "a\r\nSet-Cookie: planted=1",
        "a\"; filename=\"evil.exe",
        "../../etc/passwd",
        "ä\u{202e}gpj.exe",
    ] {
        assert_eq!(user.patch(&address, json!({ "title": title })).await.status, 200, "{title:?}");
        let answer = user.get(&format!("{address}/export")).await;
        let saved = answer.header("content-disposition");
        let name =
            saved.strip_prefix("attachment; filename=\"").and_then(|it| it.strip_suffix(".md\""));
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        assert!(name.is_some_and(|name| name.chars().all(is_plain)), "{saved}");
        assert!(!answer.headers.contains_key("set-cookie"), "{title:?}");
    }
}
