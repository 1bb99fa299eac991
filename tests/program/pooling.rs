//! PgBouncer between the program and its database. In transaction mode it has to know of
//! prepared statements, which it does from 1.21 on; Debian 12 has 1.18.

use std::time::Instant;

use serde_json::json;

use crate::support::bouncer::{self, Bouncer};
use crate::support::database::Postgres;
use crate::support::listener::Listener;
use crate::support::program::{Person, Program, command};

const CLIENTS: u32 = 8;
const ROUNDS: u32 = 20;

/// What a client of REST does: writes, reads, changes, takes back, deletes.
fn live(person: &Person, client: u32) {
    let send = |method: &str, path: &str, body: &str| {
        let answer = person.ask(method, path, &[], body).unwrap().answer().unwrap();
        assert!(answer.status < 300, "{method} {path}: {answer:?}");
        answer
    };
    for round in 0..ROUNDS {
        let title = format!("{client}-{round}");
        let task = send("POST", "/api/tasks", &json!({ "title": title }).to_string()).json();
        let path = format!("/api/tasks/{}", task["id"].as_str().unwrap());
        assert_eq!(send("GET", &path, "").json()["title"], *title);
        let changed = send("PATCH", &path, r#"{"is_complete":true}"#);
        let undo = changed.header("undo-token").unwrap().to_owned();
        send("POST", &format!("/api/undo/{undo}"), "{}");
        assert_eq!(send("GET", &path, "").json()["is_complete"], false);
        let spent = json!({ "amount": "1.50", "category": "Food" }).to_string();
        send("POST", "/api/expenses", &spent);
        send("GET", "/api/expenses/summary?by=month", "");
        if round % 2 == 0 {
            send("DELETE", &path, "");
        }
    }
}

/// Two instances through PgBouncer, and clients that ask both.
fn goes_through() {
    let Some(database) = Postgres::new() else { return };
    let direct = database.url();
    let (_, place) = direct.split_once('@').unwrap();
    let bouncer = Bouncer::start("transaction", 5, place.split('/').next().unwrap());
    let through = bouncer.url(&direct);
    let settings = [("DATABASE_URL", &*through), ("DATABASE_DIRECT_URL", &*direct)];
    let (here, there) = (Program::start(&settings), Program::start(&settings));
    let sam = here.sign_up("sam@example.com");
    let listener = Listener::to(&sam.at(there.address));
    std::thread::scope(|scope| {
        for client in 0..CLIENTS {
            let person = if client % 2 == 0 { sam.clone() } else { sam.at(there.address) };
            scope.spawn(move || live(&person, client));
        }
    });
    let expected = (CLIENTS * ROUNDS) as usize;
    assert_eq!(sam.list("/api/expenses").len(), expected);
    assert_eq!(sam.at(there.address).list("/api/tasks").len(), expected / 2);
    // What one instance wrote is heard at the other.
    let begun = Instant::now();
    live(&sam, CLIENTS);
    listener.hears_since(begun);
    for program in [&here, &there] {
        let log = program.log();
        let bad = log.iter().find(|line| line.contains("ERROR") || line.contains("WARN"));
        assert_eq!(bad, None);
    }
}

#[test]
fn the_program_works_through_a_pooler_of_sessions() {
    if !bouncer::is_there() {
        return;
    }
    let Some(database) = Postgres::new() else { return };
    let direct = database.url();
    let (_, place) = direct.split_once('@').unwrap();
    // As many as the program opens: each is held for as long as it is open.
    let bouncer = Bouncer::start("session", 20, place.split('/').next().unwrap());
    let through = bouncer.url(&direct);
    let program = Program::start(&[("DATABASE_URL", &through), ("DATABASE_DIRECT_URL", &direct)]);
    let sam = program.sign_up("sam@example.com");
    std::thread::scope(|scope| {
        for client in 0..4 {
            let sam = &sam;
            scope.spawn(move || live(sam, client));
        }
    });
    assert_eq!(sam.list("/api/expenses").len(), (4 * ROUNDS) as usize);
}

#[test]
fn the_program_works_through_a_pooler_of_transactions_or_says_what_is_missing() {
    if !bouncer::is_there() {
        return;
    }
    if bouncer::version() >= (1, 21) {
        return goes_through();
    }
    let Some(database) = Postgres::new() else { return };
    let direct = database.url();
    let (_, place) = direct.split_once('@').unwrap();
    let bouncer = Bouncer::start("transaction", 5, place.split('/').next().unwrap());
    let through = bouncer.url(&direct);
    // A start leaves its statements in the connections that the next ones are lent, sooner
    // or later the same.
    let said = (0..30).find_map(|_| {
        let told = command("migrate", [("DATABASE_URL", &*through)]).output().unwrap();
        (!told.status.success()).then(|| String::from_utf8(told.stderr).unwrap())
    });
    let said = said.expect("no start met the statements of another");
    assert!(said.contains("has to be 1.21 or newer"), "{said}");
}
