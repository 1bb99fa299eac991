//! Three programs on one PostgreSQL behind a load balancer, and one of them killed every
//! second: no write is lost or done twice, no answer is wrong, no change goes unheard.
//!
//! Twenty kills, or as many as `KILL_ROUNDS` says.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::support::database::Postgres;
use crate::support::listener::Listener;
use crate::support::program::{Person, Program};
use crate::support::{balancer, model, pause};

const CLIENTS: u32 = 3;

#[expect(clippy::disallowed_methods, reason = "the program under test reads no such setting")]
fn rounds() -> usize {
    std::env::var("KILL_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(20)
}

/// Sends a request as often as it takes. Only a connection that breaks and "not now" are
/// reasons to send it again.
fn send(person: &Person, method: &str, path: &str, name: &str, body: &str) -> (u16, Value, u32) {
    let headers: &[(&str, &str)] = if name.is_empty() { &[] } else { &[("idempotency-key", name)] };
    for again in 0..200 {
        let answer = person.ask(method, path, headers, body).and_then(|asked| asked.answer());
        match answer {
            Ok(answer) if answer.status < 300 => return (answer.status, answer.json(), again),
            Ok(answer) => {
                assert!(matches!(answer.status, 503 | 409), "{method} {path}: {answer:?}");
                assert!(answer.header("retry-after").is_some(), "{answer:?}");
            }
            // The process is gone, or was before the request was whole.
            Err(_) => {}
        }
        pause(50);
    }
    panic!("{method} {path} ({name}) never got an answer");
}

/// What a client has seen.
#[derive(Default)]
struct Seen {
    names: BTreeSet<String>,
    again: u32,
    latest: Duration,
}

/// Writes, reads it back through whatever program answers, and waits until it was heard of.
fn work(person: &Person, client: u32, listener: &Listener, over: &AtomicBool) -> Seen {
    let mut seen = Seen::default();
    for number in 0.. {
        if over.load(Ordering::Acquire) {
            break;
        }
        let name = format!("{client}-{number}");
        let body = json!({ "title": name }).to_string();
        let begun = Instant::now();
        let (status, task, again) = send(person, "POST", "/api/tasks", &name, &body);
        assert_eq!((status, &task["title"]), (201, &json!(name)));
        seen.again += again;
        let path = format!("/api/tasks/{}", task["id"].as_str().unwrap());
        let (_, read, _) = send(person, "GET", &path, "", "");
        assert_eq!(read, task, "read back at once, wherever");
        let (_, same, _) = send(person, "POST", "/api/tasks", &name, &body);
        assert_eq!(same, task, "the same request has the same answer");
        if client == 0 {
            seen.latest = seen.latest.max(listener.hears_since(begun));
        }
        seen.names.insert(name);
    }
    seen
}

#[test]
fn one_of_three_may_die_every_second() {
    let Some(database) = Postgres::new() else { return };
    let url = database.url();
    let mut programs: Vec<Program> =
        (0..3).map(|_| Program::start(&[("DATABASE_URL", &url)])).collect();
    let address = balancer::start(programs.iter().map(|program| program.address).collect());
    let people: Vec<Person> = (0..CLIENTS)
        .map(|client| programs[0].sign_up(&format!("{client}@example.com")).at(address))
        .collect();
    // The one whose changes are heard is the first; nobody else writes theirs.
    let listener = Listener::to(&people[0]);
    let over = AtomicBool::new(false);
    let seen: Vec<Seen> = std::thread::scope(|scope| {
        let (over, listener) = (&over, &listener);
        let clients: Vec<_> = people
            .iter()
            .zip(0..)
            .map(|(person, client)| scope.spawn(move || work(person, client, listener, over)))
            .collect();
        for round in 0..rounds() {
            let begun = Instant::now();
            let program = &mut programs[round % 3];
            program.kill();
            program.start_again();
            let left = Duration::from_millis(999).saturating_sub(begun.elapsed());
            pause(u64::from(left.subsec_millis()));
        }
        over.store(true, Ordering::Release);
        clients.into_iter().map(|client| client.join().unwrap()).collect()
    });
    for (person, seen) in people.iter().zip(&seen) {
        let titles: Vec<String> = person
            .list("/api/tasks")
            .iter()
            .map(|task| task["title"].as_str().unwrap().to_owned())
            .collect();
        let once: BTreeSet<String> = titles.iter().cloned().collect();
        assert_eq!(titles.len(), once.len(), "something is there twice");
        assert_eq!(once, seen.names, "each is there, and nothing else");
        assert_eq!(person.list("/api/history").len(), once.len());
    }
    let writes: usize = seen.iter().map(|seen| seen.names.len()).sum();
    let again: u32 = seen.iter().map(|seen| seen.again).sum();
    assert!(writes > rounds() && listener.streams() > 1, "hardly anything happened");
    println!(
        "{} kills: {writes} writes, sent again {again} times; {} streams of changes, the \
         latest change heard after {:?}",
        rounds(),
        listener.streams(),
        seen[0].latest,
    );
}

#[test]
fn a_turn_whose_program_dies_is_over_for_everybody() {
    let Some(database) = Postgres::new() else { return };
    let (url, model) = (database.url(), model::slow(60_000));
    let settings = [("DATABASE_URL", &*url), ("OPENAI_BASE_URL", &*model)];
    let (mut here, there) = (Program::start(&settings), Program::start(&settings));
    let sam = here.sign_up("sam@example.com");
    let elsewhere = sam.at(there.address);
    let hello = json!({ "message": "hello" }).to_string();
    let _turn = sam.ask("POST", "/api/chat", &[], &hello).unwrap();
    pause(1_000);
    let id = elsewhere.list("/api/conversations")[0]["id"].as_str().unwrap().to_owned();
    let stream = format!("/api/chat/{id}/stream");
    let mut joined = elsewhere.ask("GET", &stream, &[], "").unwrap();
    let mut heard = String::new();
    while !heard.contains("Good ") {
        heard.push_str(&joined.begins().unwrap());
    }
    assert!(heard.contains("event: start"), "{heard}");
    let refused = elsewhere.ask("POST", "/api/chat", &[], &hello).unwrap().answer().unwrap();
    assert_eq!(refused.status, 409, "{refused:?}");

    here.kill();
    let killed = Instant::now();
    // Whoever follows is told so.
    let rest = joined.rest().unwrap();
    assert!(rest.contains("event: error") && rest.contains("503"), "{rest}");
    assert!(killed.elapsed() < Duration::from_secs(20), "after {:?}", killed.elapsed());
    assert_eq!(elsewhere.get(&stream).unwrap().status, 204);
    // What was said is there, and the person may speak again.
    let kept = elsewhere.get(&format!("/api/conversations/{id}")).unwrap().json();
    assert_eq!(kept["messages"][0]["text"], "hello", "{kept}");
    let mut next = elsewhere.ask("POST", "/api/chat", &[("accept", "text/event-stream")], &hello);
    assert!(next.as_mut().unwrap().begins().unwrap().starts_with("HTTP/1.1 200"));
}
