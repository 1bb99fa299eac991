//! `kill -9` at random moments under a load of writes: what was acknowledged is there,
//! whole, and once, also after the clients sent again what they heard nothing of.
//!
//! Three rounds, or as many as `CRASH_ROUNDS` says.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::atomic::{AtomicBool, Ordering};

use serde_json::{Value, json};

use crate::support::database::Postgres;
use crate::support::pause;
use crate::support::program::{Person, Program};

const CLIENTS: u32 = 4;

/// Which request a client sent: its name, which is also that of its row.
type Name = String;

#[derive(Default)]
struct Sent {
    acknowledged: Vec<Name>,
    unheard: Vec<Name>,
}

#[expect(clippy::disallowed_methods, reason = "the program under test reads no such setting")]
fn rounds() -> u32 {
    std::env::var("CRASH_ROUNDS").ok().and_then(|rounds| rounds.parse().ok()).unwrap_or(3)
}

/// A number that is another one each time.
fn random(below: u64) -> u64 {
    RandomState::new().hash_one(0) % below
}

/// Sends the request of a name: true once it is acknowledged.
fn send(person: &Person, name: &str) -> bool {
    // Two tables, one journal.
    let (path, body) = match name.ends_with('t') {
        true => ("/api/tasks", json!({ "title": name })),
        false => ("/api/expenses", json!({ "amount": 1, "category": "x", "description": name })),
    };
    let headers = [("idempotency-key", name)];
    let asked = person.ask("POST", path, &headers, &body.to_string());
    asked.and_then(|asked| asked.answer()).is_ok_and(|answer| answer.status == 201)
}

/// Writes until the program is gone.
fn write(person: &Person, prefix: &str, killed: &AtomicBool) -> Sent {
    let mut sent = Sent::default();
    for number in 0.. {
        let kind = if number % 2 == 0 { 't' } else { 'e' };
        let name = format!("{prefix}-{number}-{kind}");
        if send(person, &name) {
            sent.acknowledged.push(name);
        } else {
            assert!(killed.load(Ordering::Acquire), "{name} was refused by a living program");
            sent.unheard.push(name);
            break;
        }
    }
    sent
}

/// Every row by its name, and the rows that the journal speaks of.
fn state(person: &Person) -> (BTreeMap<String, Vec<String>>, BTreeMap<String, usize>) {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (list, name) in [("/api/tasks", "title"), ("/api/expenses", "description")] {
        for row in person.list(list) {
            rows.entry(text(&row[name])).or_default().push(text(&row["id"]));
        }
    }
    let mut journal = BTreeMap::new();
    for change in person.list("/api/history") {
        *journal.entry(text(&change["after"]["id"])).or_default() += 1;
    }
    (rows, journal)
}

fn crash(settings: &[(&str, &str)]) {
    let mut program = Program::start(settings);
    let person = program.sign_up("sam@example.com");
    let mut all = BTreeSet::new();
    let (mut unheard, mut done_unheard) = (0, 0);
    for round in 0..rounds() {
        let killed = AtomicBool::new(false);
        let sent: Vec<Sent> = std::thread::scope(|scope| {
            let killed = &killed;
            let clients: Vec<_> = (0..CLIENTS)
                .map(|client| {
                    let person = person.clone();
                    scope.spawn(move || write(&person, &format!("{round}-{client}"), killed))
                })
                .collect();
            pause(50 + random(350));
            killed.store(true, Ordering::Release);
            program.kill();
            clients.into_iter().map(|client| client.join().unwrap()).collect()
        });
        program.start_again();
        let (before, _) = state(&person);
        for name in sent.iter().flat_map(|sent| &sent.acknowledged) {
            assert!(
                before.contains_key(name),
                "round {round}: {name} was acknowledged and is gone"
            );
        }
        for name in sent.iter().flat_map(|sent| &sent.unheard) {
            unheard += 1;
            done_unheard += usize::from(before.contains_key(name));
            assert!(send(&person, name), "round {round}: {name} cannot be sent again");
        }
        all.extend(
            sent.into_iter().flat_map(|sent| sent.acknowledged.into_iter().chain(sent.unheard)),
        );
        let (rows, journal) = state(&person);
        assert!(rows.keys().eq(&all), "round {round}: rows that nobody sent, or some are missing");
        for (name, ids) in &rows {
            assert_eq!(ids.len(), 1, "round {round}: {name} is there {} times", ids.len());
            assert_eq!(journal.get(&ids[0]), Some(&1), "round {round}: {name} is half recorded");
        }
        assert_eq!(journal.len(), rows.len(), "round {round}: a record without its row");
    }
    assert!(all.len() > CLIENTS as usize, "hardly anything was written");
    #[expect(clippy::print_stdout, reason = "what a measurement is for")]
    {
        println!(
            "{} rounds: {} writes, {unheard} of them unheard at the kill, {done_unheard} of those done",
            rounds(),
            all.len(),
        );
    }
}

#[test]
fn sqlite_loses_nothing() {
    crash(&[]);
}

#[test]
fn postgres_loses_nothing() {
    if let Some(database) = Postgres::new() {
        crash(&[("DATABASE_URL", &database.url())]);
    }
}
