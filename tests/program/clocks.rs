//! The machine's clock jumps by a day under the running program, forth and back: nobody is
//! signed out, nothing is done twice, what was done can be taken back. libfaketime moves
//! the clock.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::support::database::Postgres;
use crate::support::program::{Person, Program};

/// Where Debian has it, if it is there. A run without it has to say so.
#[expect(clippy::disallowed_methods, reason = "the program under test reads no such setting")]
fn library() -> Option<PathBuf> {
    if std::env::var("TEST_WITHOUT_FAKETIME").is_ok_and(|value| value == "1") {
        return None;
    }
    let folders = Path::new("/usr/lib").read_dir().unwrap().flatten();
    let mut places = folders.map(|folder| folder.path().join("faketime/libfaketime.so.1"));
    let found = places.find(|place| place.exists());
    assert!(found.is_some(), "install libfaketime, or set TEST_WITHOUT_FAKETIME=1");
    found
}

fn send(person: &Person, method: &str, path: &str, name: &str, body: Value) -> (Value, String) {
    let headers = [("idempotency-key", name)];
    let headers = if name.is_empty() { &[] } else { headers.as_slice() };
    let answer = person.ask(method, path, headers, &body.to_string()).unwrap().answer().unwrap();
    assert!(answer.status < 300, "{method} {path}: {answer:?}");
    let undo = answer.header("undo-token").unwrap_or_default().to_owned();
    (answer.json(), undo)
}

fn jump(settings: &[(&str, &str)]) {
    let Some(library) = library() else { return };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("clock");
    let set = |seconds: i64| std::fs::write(&file, format!("{seconds:+}")).unwrap();
    set(0);
    let moved = [
        ("LD_PRELOAD", library.to_str().unwrap()),
        ("FAKETIME_TIMESTAMP_FILE", file.to_str().unwrap()),
        ("FAKETIME_NO_CACHE", "1"),
        // A clock that is set leaves this one alone.
        ("FAKETIME_DONT_FAKE_MONOTONIC", "1"),
    ];
    let program = Program::start(&[settings, moved.as_slice()].concat());
    let mut people = vec![program.sign_up("0@example.com")];
    let sam = people[0].clone();
    let body = json!({ "title": "Plants" });
    let add = |name: &str| send(&sam, "POST", "/api/tasks", name, body.clone());
    let (first, mut undo) = add("one");
    let made = |task: &Value| task["created_at"].as_str().unwrap().to_owned();
    let begun = made(&first);
    let mut undone = first["id"].as_str().unwrap().to_owned();
    // A bit more than a day: names of requests are kept for one.
    for (number, seconds) in (1..).zip([86_430, 0, -86_430, 0]) {
        set(seconds);
        // Whoever signed in at whatever time still is.
        people.push(program.sign_up(&format!("{number}@example.com")));
        for person in &people {
            assert_eq!(person.get("/api/auth/session").unwrap().status, 200, "at {seconds}");
        }
        let name = format!("{number}");
        let (task, token) = add(&name);
        assert_eq!(made(&task) > begun, seconds >= 0, "the clock was moved");
        assert_eq!(add(&name).0, task, "at {seconds}");
        let (again, _) = add("one");
        let is_forgotten = seconds > 0 || number > 1;
        assert_eq!(again["id"] != first["id"], is_forgotten, "at {seconds}");
        // What was done before the jump can be taken back, and so can the change by words.
        send(&sam, "POST", &format!("/api/undo/{undo}"), "", json!({}));
        assert_eq!(sam.get(&format!("/api/tasks/{undone}")).unwrap().status, 404);
        let said = json!({ "message": "add a task to call Kim" });
        let (answer, _) = send(&sam, "POST", "/api/chat", "", said);
        assert_eq!(answer["actions"].as_array().unwrap().len(), 1, "{answer}");
        let said = json!({ "message": "delete the task call Kim" });
        let (answer, _) = send(&sam, "POST", "/api/chat", "", said);
        let proposal = answer["confirm"][0]["id"].as_str().unwrap();
        let yes = json!({ "accept": true });
        send(&sam, "POST", &format!("/api/chat/confirmations/{proposal}"), "", yes);
        (undo, undone) = (token, task["id"].as_str().unwrap().to_owned());
        assert_eq!(program.get("/readyz").unwrap().status, 200);
    }
    let log = program.log();
    assert_eq!(log.iter().find(|line| line.contains("ERROR")), None);
}

#[test]
fn sqlite_minds_no_jump() {
    jump(&[]);
}

#[test]
fn postgres_minds_no_jump() {
    if let Some(database) = Postgres::new() {
        jump(&[("DATABASE_URL", &database.url())]);
    }
}
