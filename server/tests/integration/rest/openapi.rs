//! The published contract.

use std::collections::BTreeSet;

use axum::http::Method;
use serde_json::{Value, json};

use crate::support::app::App;
use crate::support::database::TestDatabase;

fn document() -> Value {
    serde_json::to_value(server::rest::openapi_document()).unwrap()
}

#[test]
fn the_document_is_held_by_a_snapshot() {
    insta::assert_json_snapshot!("openapi", document());
}

#[test]
fn it_describes_every_documented_route() {
    let document = document();
    for (method, path) in [
        ("post", "/api/auth/sign-up"),
        ("post", "/api/auth/sign-in"),
        ("post", "/api/auth/sign-out"),
        ("get", "/api/auth/session"),
        ("get", "/api/events"),
        ("post", "/api/events"),
        ("get", "/api/tasks"),
        ("post", "/api/tasks"),
        ("get", "/api/expenses"),
        ("post", "/api/expenses"),
        ("get", "/api/expenses/summary"),
        ("post", "/api/undo/{token}"),
        ("post", "/api/chat"),
        ("post", "/api/chat/confirmations/{id}"),
    ] {
        assert!(document["paths"][path][method].is_object(), "{method} {path}");
    }
    for noun in ["events", "tasks", "expenses"] {
        for method in ["get", "patch", "delete"] {
            let path = format!("/api/{noun}/{{id}}");
            assert!(document["paths"][&path][method].is_object(), "{method} {path}");
        }
    }
    assert!(document["openapi"].as_str().unwrap().starts_with("3.1"));
}

/// Every reference leads somewhere, every operation has a name of its own, and
/// parameters of a path are those of its text.
#[test]
fn it_is_consistent() {
    let document = document();
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(!references.is_empty());
    for reference in references {
        let pointer = reference.strip_prefix('#').expect("a local reference");
        assert!(document.pointer(pointer).is_some(), "{reference}");
    }
    let mut names = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            let name = operation["operationId"].as_str().unwrap();
            assert!(names.insert(name.to_owned()), "{name} is there twice");
            assert!(operation["summary"].is_string(), "{path}");
            assert!(operation["responses"]["default"].is_object(), "{path}");
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let named = format!("{{{}}}", parameter["name"].as_str().unwrap());
                assert!(parameter["in"] != "path" || path.contains(&named), "{path} {named}");
            }
        }
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            references.extend(fields.get("$ref").and_then(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| collect(value, references));
        }
        Value::Array(items) => items.iter().for_each(|value| collect(value, references)),
        _ => {}
    }
}

#[tokio::test]
async fn it_is_served_and_can_be_browsed() {
    let database = TestDatabase::sqlite();
    let (_, anon) = App::start(&database).await;
    let answer = anon.get("/api/openapi.json").await;
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.json(), document());

    let page = anon.get("/api/docs").await;
    assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
    let html = page.text();
    for (path, item) in document()["paths"].as_object().unwrap() {
        assert!(html.contains(path.as_str()), "{path}");
        for operation in item.as_object().unwrap().values() {
            let id = format!("id=\"{}\"", operation["operationId"].as_str().unwrap());
            assert!(html.contains(&id), "{id}");
        }
    }
    // Nothing from elsewhere, and nothing that the policy would have to allow.
    assert!(page.header("content-security-policy").contains("default-src 'none'"));
    for banned in ["http://", "https://", "<script", "style=", "<style"] {
        assert!(!html.contains(banned), "{banned}");
    }
    // Every link within the page leads somewhere, and the one file it loads is there.
    for link in html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
        match link.strip_prefix('#') {
            Some(anchor) => assert!(html.contains(&format!("id=\"{anchor}\"")), "{link}"),
            None => assert_eq!(anon.get(link).await.status, 200, "{link}"),
        }
    }
}

/// The bodies that are sent, with the addresses to send them to: type, method, path, schema.
fn bodies(document: &Value) -> Vec<(String, Method, String, Value)> {
    let mut bodies = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let body = &operation["requestBody"]["content"]["application/json"]["schema"]["$ref"];
            let Some(body) = body.as_str().and_then(|path| path.rsplit('/').next()) else {
                continue;
            };
            let schema = document["components"]["schemas"][body].clone();
            let method = method.to_uppercase().parse().unwrap();
            bodies.push((body.to_owned(), method, path.clone(), schema));
        }
    }
    assert!(bodies.len() >= 30, "{}", bodies.len());
    bodies
}

/// A text that is sent and has neither a length nor a form would be looked at without end.
#[test]
fn every_text_that_is_sent_has_a_limit() {
    let document = document();
    let is_open = |schema: &Value| {
        let is_text = match &schema["type"] {
            Value::Array(kinds) => kinds.iter().any(|kind| kind == "string"),
            kind => kind == "string",
        };
        let limits = ["maxLength", "format", "enum", "pattern", "const"];
        is_text && limits.iter().all(|limit| schema[limit].is_null())
    };
    for (body, _, _, schema) in bodies(&document) {
        for (field, schema) in schema["properties"].as_object().unwrap() {
            // argon2 takes a password of any length in the same time.
            assert!(!is_open(schema) || field == "current_password", "{body}.{field}");
        }
    }
    for (path, item) in document["paths"].as_object().unwrap() {
        for operation in item.as_object().unwrap().values() {
            for parameter in operation["parameters"].as_array().into_iter().flatten() {
                let is_known = parameter["in"] == "header" || path == "/api/changes";
                assert!(is_known || !is_open(&parameter["schema"]), "{path} {parameter}");
            }
        }
    }
}

/// What the document says of lengths and numbers is what the validation says: the last good
/// value of each field is good, and the next one is not.
#[tokio::test]
async fn limits_of_fields_are_those_of_the_validation() {
    let database = TestDatabase::sqlite();
    let (_, _, user) = App::with_user(&database).await;
    let mut seen = 0;
    for (body, method, path, schema) in bodies(&document()) {
        let path = path.replace("{id}", "e3e70682-c209-4cac-a29f-6fbed82c07cd");
        for (field, schema) in schema["properties"].as_object().unwrap() {
            let pair = match (&schema["maxLength"], &schema["maximum"]) {
                (Value::Number(most), _) => {
                    let most = usize::try_from(most.as_u64().unwrap()).unwrap();
                    let text = |length| json!("a".repeat(length));
                    if schema["format"] == "email" {
                        let end = "@example.com";
                        let host = |length: usize| format!("{}{end}", "a.".repeat(length));
                        // A part before the @ has 64 characters at most, so only the refusal shows.
                        (json!("sam@example.com"), json!(host(most)))
                    } else {
                        (text(most), text(most + 1))
                    }
                }
                (_, Value::Number(most)) => (json!(most), json!(most.as_u64().unwrap() + 1)),
                _ => continue,
            };
            for (value, is_good) in [(pair.0, true), (pair.1, false)] {
                let sent = json!({ field: value }).to_string().into_bytes();
                let answer = user.as_json().send(method.clone(), &path, sent).await;
                let complaint = complaint(&answer.text(), field);
                let is_refused = complaint.is_some_and(|words| {
                    ["At most", "between", "Use 1 to", "Use 8 to", "complete address"]
                        .iter()
                        .any(|limit| words.contains(limit))
                });
                assert_eq!(is_refused, !is_good, "{body}.{field}: {}", answer.text());
                seen += 1;
            }
        }
    }
    assert!(seen > 60, "{seen}");
}

/// The same of the numbers in query strings: no `limit` is too large to be refused.
#[tokio::test]
async fn limits_of_parameters_are_those_of_the_validation() {
    let database = TestDatabase::sqlite();
    let (_, _, user) = App::with_user(&database).await;
    let mut seen = 0;
    for (path, item) in document()["paths"].as_object().unwrap() {
        let path = path.replace("{id}", "e3e70682-c209-4cac-a29f-6fbed82c07cd");
        for parameter in item["get"]["parameters"].as_array().into_iter().flatten() {
            let name = parameter["name"].as_str().unwrap();
            let Some(most) = parameter["schema"]["maximum"].as_u64() else { continue };
            for (value, is_good) in [(most, true), (most + 1, false), (u64::MAX, false)] {
                let answer = user.get(&format!("{path}?{name}={value}")).await;
                let complaint = complaint(&answer.text(), name);
                assert_eq!(complaint.is_none(), is_good, "{path} {name} {value}: {complaint:?}");
            }
            seen += 1;
        }
    }
    assert!(seen > 5, "{seen}");
}

/// What an answer says of a field, if it is a problem.
fn complaint(answer: &str, field: &str) -> Option<String> {
    let problem: Value = serde_json::from_str(answer).ok()?;
    let errors = problem["errors"].as_array()?;
    let error = errors.iter().find(|error| error["field"] == field)?;
    Some(error["message"].as_str()?.to_owned())
}

#[test]
fn every_body_is_fuzzed() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../fuzz/fuzz_targets/bodies.rs");
    let target = std::fs::read_to_string(path).unwrap();
    for (body, ..) in bodies(&document()) {
        assert!(target.contains(&format!("(\"{body}\", ")), "{body} is missing in {path}");
    }
}
