//! The published contract.

use std::collections::BTreeSet;

use serde_json::Value;

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
