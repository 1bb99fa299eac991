//! What the planner calls, and that nobody who uses it makes it call anything else.

use std::path::{Path, PathBuf};
use std::time::Duration;

use serde_json::{Map, Value, json};
use tokio::net::{TcpListener, TcpStream};

use crate::support::app::{App, Client};
use crate::support::database::TestDatabase;

/// Where connections are opened: to the language model, to the mail server, to Sentry, and to
/// the planner itself (`ai-planner ready`). Whose addresses they have, only settings say.
const CALLERS: [&str; 7] = [
    "server/src/assistant/openai/server.rs",
    "server/src/assistant/openai/transport.rs",
    "server/src/assistant/openai/transport/body.rs",
    "server/src/config/mail.rs",
    "server/src/mail.rs",
    "server/src/telemetry/report.rs",
    "src/commands/ready.rs",
];

/// What opens a connection, in the crates that are there.
const OPENS: [&str; 6] = [
    "reqwest::",
    "TcpStream::connect",
    "SmtpTransport",
    "UdpSocket",
    "client::legacy",
    "transports::",
];

#[test]
fn connections_are_opened_in_known_places() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut callers = Vec::new();
    for folder in ["server/src", "app/src", "domain/src", "migration/src", "src"] {
        for file in sources(&root.join(folder)) {
            let text = std::fs::read_to_string(&file).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            let name = file.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
            // Errors and settings of a client open nothing.
            if OPENS.iter().any(|word| text.contains(word)) {
                callers.push(name);
            }
        }
    }
    let unknown: Vec<_> = callers.iter().filter(|name| !CALLERS.contains(&name.as_str())).collect();
    assert!(unknown.is_empty(), "{unknown:?} may call somebody: who says whom?");
    assert!(callers.len() >= 3, "{callers:?}");
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .flat_map(|path| {
            let is_source = path.extension().is_some_and(|end| end == "rs");
            if path.is_dir() { sources(&path) } else { Vec::from_iter(is_source.then_some(path)) }
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_address_in_a_text_is_fetched() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let address = format!("http://{host}/x");
    let database = TestDatabase::sqlite();
    let (_, _, user) = App::with_user(&database).await;
    let told = user
        .clone()
        .with(axum::http::header::REFERER, &address)
        .with(axum::http::HeaderName::from_static("x-forwarded-host"), &host);
    let kept = everywhere(&told, &address).await;
    assert!(kept > 10, "{kept} texts were taken");
    for message in [&address, &format!("add task read {address}"), &format!("![x]({address})")] {
        told.post("/api/chat", json!({ "message": message })).await;
    }
    for list in ["events", "tasks", "expenses", "conversations", "history", "search?q=http"] {
        assert_eq!(told.get(&format!("/api/{list}")).await.status, 200, "{list}");
    }
    let called = tokio::time::timeout(Duration::from_millis(300), listener.accept()).await;
    assert!(called.is_err(), "somebody was called");
    // Who calls is heard.
    TcpStream::connect(&host).await.unwrap();
    listener.accept().await.unwrap();
}

/// Puts a text into every field of everything that can be added; how many took it.
async fn everywhere(user: &Client, text: &str) -> usize {
    let document = serde_json::to_value(server::rest::openapi_document()).unwrap();
    let mut taken = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        let post = &item["post"];
        let body = &post["requestBody"]["content"]["application/json"]["schema"]["$ref"];
        let Some(body) = body.as_str().and_then(|path| path.rsplit('/').next()) else { continue };
        if post["responses"]["201"].is_null() || path.contains("/auth/") {
            continue;
        }
        let fields = document["components"]["schemas"][body]["properties"].as_object().unwrap();
        let good = json!({
            "amount": 9, "start_time": "2026-11-23T12:00:00Z", "end_time": "2026-11-23T13:00:00Z",
        });
        let mut sent = Map::new();
        for (field, schema) in fields {
            if !schema["maxLength"].is_null() && field != "time_zone" {
                sent.insert(field.clone(), json!(text));
            } else if !good[field].is_null() {
                sent.insert(field.clone(), good[field].clone());
            }
        }
        let answer = user.post(path, Value::Object(sent.clone())).await;
        if answer.status == 201 {
            taken += sent.len();
        }
    }
    taken
}
