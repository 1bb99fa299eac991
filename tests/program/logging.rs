//! The log of a whole run: a line for each request, and nobody's secrets.

use serde_json::{Value, json};

use crate::support::http::ask;
use crate::support::model;
use crate::support::program::Program;
use crate::support::{PASSWORD, pause};

const METRICS: &str = "metrics-token-hunter2";
const KEY: &str = "sk-key-of-hunter2";

/// A run in which all sorts of secrets pass; answers what was logged, and what must
/// not be in it.
fn run(format: &str) -> (Vec<String>, Vec<String>) {
    let model = model::slow(10);
    let program = Program::start(&[
        ("LOG_FORMAT", format),
        ("RUST_LOG", "trace"),
        ("METRICS_TOKEN", METRICS),
        ("OPENAI_BASE_URL", &model),
        ("OPENAI_API_KEY", KEY),
    ]);
    let sam = program.sign_up("sam.secret@example.com");
    let send = |id: &str, method: &str, path: &str, body: Value, headers: &[(&str, &str)]| {
        let mut all = vec![("x-request-id", id)];
        all.extend(headers);
        sam.ask(method, path, &all, &body.to_string()).unwrap().answer().unwrap()
    };
    let task = send("r-1", "POST", "/api/tasks", json!({ "title": "Clandestine dentist" }), &[]);
    assert_eq!((task.status, task.header("x-request-id")), (201, Some("r-1")));
    let id = task.json()["id"].as_str().unwrap().to_owned();
    send("r-2", "GET", "/api/tasks?filter=clandestine", json!({}), &[]);
    send("r-3", "POST", "/api/expenses", json!({ "amount": "clandestine" }), &[]);
    send("r-4", "POST", "/api/chat", json!({ "message": "clandestine lunch" }), &[]);
    let wrong = json!({ "email": "sam.secret@example.com", "password": "clandestine!" });
    send("r-5", "POST", "/api/auth/sign-in", wrong, &[]);
    let taken = json!({ "email": "sam.secret@example.com", "password": PASSWORD });
    assert_eq!(send("r-6", "POST", "/api/auth/sign-up", taken, &[]).status, 409);
    send("r-7", "GET", "/clandestine/page?token=clandestine", json!({}), &[]);
    send(
        "r-8",
        "GET",
        &format!("/api/tasks/{id}"),
        json!({}),
        &[("cookie", "session=clandestine")],
    );
    let odd = send("r 9 clandestine", "GET", "/healthz", json!({}), &[]);
    assert_ne!(odd.header("x-request-id"), Some("r 9 clandestine"));
    send("r-10", "POST", "/fn/tasks/create", json!("clandestine"), &[]);
    let bearer = [("authorization", &*format!("Bearer {METRICS}"))];
    let metrics = ask(program.address, "GET", "/metrics", &bearer, "").unwrap().answer().unwrap();
    assert_eq!(metrics.status, 200);
    send("r-11", "DELETE", &format!("/api/tasks/{id}"), json!({}), &[]);
    pause(300);
    let secrets = ["clandestine", "hunter2", "sam.secret", PASSWORD, &sam.token, &id];
    (program.log(), secrets.map(str::to_lowercase).to_vec())
}

fn assert_nothing_slipped(log: &[String], secrets: &[String]) {
    for line in log {
        for secret in secrets {
            assert!(!line.to_lowercase().contains(secret), "{secret} is in the log: {line}");
        }
    }
}

#[test]
fn as_json_each_request_has_one_line_and_no_secrets() {
    let (log, secrets) = run("json");
    assert_nothing_slipped(&log, &secrets);
    let lines: Vec<Value> = log
        .iter()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("no JSON: {line}")))
        .collect();
    let answered = |id: &str| -> Vec<&Value> {
        let of = |line: &&Value| line["message"] == "answered" && line["id"] == id;
        lines.iter().filter(of).collect()
    };
    for (id, method, route, status) in [
        ("r-1", "POST", "/api/tasks", 201),
        ("r-2", "GET", "/api/tasks", 200),
        ("r-5", "POST", "/api/auth/sign-in", 401),
        ("r-7", "GET", "unmatched", 404),
        ("r-11", "DELETE", "/api/tasks/{id}", 204),
    ] {
        let [line] = answered(id)[..] else { panic!("{id}: {:?}", answered(id)) };
        assert_eq!(
            (&line["method"], &line["route"], &line["status"]),
            (&json!(method), &json!(route), &json!(status)),
            "{line}"
        );
        assert!(line["milliseconds"].as_f64().is_some_and(|time| time > 0.0), "{line}");
        assert_eq!(line["level"], "INFO");
    }
}

#[test]
fn for_people_it_holds_no_secrets_either() {
    let (log, secrets) = run("pretty");
    assert_nothing_slipped(&log, &secrets);
    let answered = log.iter().filter(|line| line.contains("answered") && line.contains("r-1\""));
    assert_eq!(answered.count(), 1);
}
