//! Told to stop, the program takes no new work, and finishes or keeps what it has
//! begun, within ten seconds, whatever hangs.

use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::model;
use crate::support::pause;
use crate::support::program::{Person, Program};

/// Ten seconds, and what a busy machine takes to notice.
const LIMIT: Duration = Duration::from_millis(10_800);

fn say(person: &Person) -> crate::support::http::Asked {
    let body = json!({ "message": "hello" }).to_string();
    person.ask("POST", "/api/chat", &[], &body).unwrap()
}

#[test]
fn what_is_in_progress_is_finished_and_new_work_refused() {
    let model = model::slow(2_500);
    let mut program = Program::start(&[("OPENAI_BASE_URL", &model)]);
    let sam = program.sign_up("sam@example.com");
    let turn = say(&sam);
    pause(500);
    let told = Instant::now();
    program.signal("TERM");
    pause(200);
    assert_eq!(program.get("/readyz").unwrap().status, 503);
    assert_eq!(program.get("/healthz").unwrap().status, 200);
    let refused = sam.ask("POST", "/api/tasks", &[], r#"{"title":"too late"}"#);
    let refused = refused.unwrap().answer().unwrap();
    assert_eq!(refused.status, 503);
    assert!(refused.header("retry-after").is_some(), "{refused:?}");

    let answer = turn.answer().unwrap();
    assert_eq!(answer.status, 200, "{answer:?}");
    assert_eq!(answer.json()["messages"][1]["text"], "Good morning.");
    assert!(program.wait().success());
    assert!(told.elapsed() < Duration::from_secs(5), "it took {:?}", told.elapsed());
    program.start_again();
    assert_eq!(sam.list("/api/tasks").len(), 0);
}

#[test]
fn what_hangs_is_kept_as_far_as_it_came() {
    let model = model::slow(60_000);
    let mut program = Program::start(&[("OPENAI_BASE_URL", &model)]);
    let sam = program.sign_up("sam@example.com");
    let _turn = say(&sam);
    let mut listener = sam.ask("GET", "/api/changes", &[], "").unwrap();
    assert!(listener.begins().unwrap().starts_with("HTTP/1.1 200"));
    let mut upload = sam.begin("/api/tasks", 1_000).unwrap();
    upload.send(r#"{"title":"half"#).unwrap();
    pause(700);
    let told = Instant::now();
    program.signal("TERM");
    // The listener is let go at once.
    listener.ends().unwrap();
    assert!(told.elapsed() < Duration::from_secs(2), "a listener held on for {:?}", told.elapsed());
    program.wait();
    assert!(told.elapsed() < LIMIT, "it took {:?}", told.elapsed());

    program.start_again();
    assert_eq!(sam.list("/api/tasks").len(), 0, "nothing half done");
    let conversations = sam.list("/api/conversations");
    let id = conversations[0]["id"].as_str().unwrap();
    let kept = sam.get(&format!("/api/conversations/{id}")).unwrap().json();
    assert_eq!(kept["messages"][0]["text"], "hello", "{kept}");
    assert_eq!(kept["messages"][1]["text"], "Good \nStopped. Nothing was changed.", "{kept}");
}

#[test]
fn with_nothing_to_do_it_ends_at_once() {
    for signal in ["TERM", "INT"] {
        let mut program = Program::start(&[]);
        let told = Instant::now();
        program.signal(signal);
        assert!(program.wait().success(), "{:#?}", program.log());
        assert!(told.elapsed() < Duration::from_secs(2), "it took {:?}", told.elapsed());
        let left: Vec<_> = program.folder().read_dir().unwrap().flatten().collect();
        let wal = left.iter().any(|entry| entry.file_name() == "planner.db-wal");
        assert!(!wal, "the log is folded into the database");
    }
}
