//! A real streaming replica: reads that may lag go to it, a person's own writes are always
//! read back, and nobody notices when it is gone.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::cluster::Cluster;
use crate::support::http::ask;
use crate::support::program::{Person, Program};
use crate::support::until;

const TOKEN: &str = "sixteen-characters-or-more";

fn spend(person: &Person, amount: &str) {
    let body = json!({ "amount": amount, "category": "Food", "description": "Lunch" });
    let asked = person.ask("POST", "/api/expenses", &[], &body.to_string());
    assert_eq!(asked.unwrap().answer().unwrap().status, 201);
}

/// How many expenses the summary counts, the search finds and the export holds.
fn counted(person: &Person) -> [u64; 3] {
    let summary = person.get("/api/expenses/summary?by=category").unwrap();
    assert_eq!(summary.status, 200, "{summary:?}");
    let groups = summary.json()["groups"].as_array().unwrap().clone();
    let found = person.get("/api/search?q=lunch").unwrap();
    assert_eq!(found.status, 200, "{found:?}");
    let export = person.get("/api/export").unwrap();
    assert_eq!(export.status, 200, "{export:?}");
    [
        groups.iter().filter_map(|group| group["count"].as_u64()).sum(),
        found.json().as_array().unwrap().len() as u64,
        export.json()["expenses"].as_array().unwrap().len() as u64,
    ]
}

/// How many reads that may lag were answered how.
fn reads(program: &Program) -> BTreeMap<String, u64> {
    let bearer = format!("Bearer {TOKEN}");
    let page = ask(program.address, "GET", "/metrics", &[("authorization", &bearer)], "");
    let page = page.unwrap().answer().unwrap().body;
    let lines = page.lines().filter_map(|line| {
        let (name, count) =
            line.strip_prefix("planner_replica_reads_total{replica=\"")?.split_once("\"} ")?;
        Some((name.to_owned(), count.parse().ok()?))
    });
    lines.collect()
}

#[test]
fn own_writes_are_read_back_whatever_the_replica_knows() {
    let Some(primary) = Cluster::new() else { return };
    let replica = primary.replica();
    let (url, read) = (primary.url(), replica.url());
    let settings =
        [("DATABASE_URL", &*url), ("DATABASE_READ_URL", &*read), ("METRICS_TOKEN", TOKEN)];
    let (here, there) = (Program::start(&settings), Program::start(&settings));
    let both = [here.address, there.address];
    let (sam, kim) = (here.sign_up("sam@example.com"), here.sign_up("kim@example.com"));
    spend(&sam, "1");
    spend(&kim, "1");
    let by_replica = |program: &Program| reads(program).get("replica").copied().unwrap_or(0);
    for person in [&sam, &kim] {
        until("the replica answers", || {
            let before = by_replica(&here);
            counted(person) == [1; 3] && by_replica(&here) == before + 3
        });
    }

    // The replica stands still. Who writes is not shown what was before, wherever they ask.
    replica.ask("SELECT pg_wal_replay_pause()");
    until("it stands still", || replica.ask("SELECT pg_get_wal_replay_pause_state()") == "paused");
    spend(&sam, "2");
    for address in both {
        assert_eq!(counted(&sam.at(address)), [2; 3]);
    }
    for program in [&here, &there] {
        assert!(reads(program)["behind"] >= 3);
    }
    // What another program writes may lag: these reads are the replica's.
    primary.ask(
        "INSERT INTO expenses (user_id, amount, category, description, incurred_at)
         SELECT id, 5, 'Food', 'Lunch', now() FROM users WHERE email = 'kim@example.com'",
    );
    assert_eq!(kim.list("/api/expenses").len(), 2, "lists are the primary's");
    for address in both {
        assert_eq!(counted(&kim.at(address)), [1; 3]);
    }
    replica.ask("SELECT pg_wal_replay_resume()");
    for person in [&sam, &kim] {
        let before = by_replica(&there);
        until("it follows", || counted(&person.at(there.address)) == [2; 3]);
        until("the replica answers", || {
            counted(&person.at(there.address));
            by_replica(&there) > before
        });
    }

    // Away, and there again.
    replica.stop();
    spend(&sam, "3");
    for address in both {
        let begun = Instant::now();
        assert_eq!(counted(&sam.at(address)), [3; 3]);
        assert!(begun.elapsed() < Duration::from_secs(4), "it took {:?}", begun.elapsed());
    }
    assert!(reads(&here)["away"] >= 3);
    replica.start();
    let before = by_replica(&here);
    until("the replica answers again", || {
        assert_eq!(counted(&sam), [3; 3]);
        by_replica(&here) > before
    });
}

#[test]
fn a_replica_that_is_no_address_stops_the_start_and_one_that_is_away_does_not() {
    let Some(primary) = Cluster::new() else { return };
    let url = primary.url();
    let away = "postgres://postgres@127.0.0.1:9/postgres";
    let program = Program::start(&[("DATABASE_URL", &url), ("DATABASE_READ_URL", away)]);
    let sam = program.sign_up("sam@example.com");
    spend(&sam, "1");
    assert_eq!(counted(&sam), [1; 3]);
    let wrong = [("DATABASE_URL", url.as_str()), ("DATABASE_READ_URL", "http://replica")];
    let told = crate::support::program::command("serve", wrong).output().unwrap();
    let told = String::from_utf8(told.stderr).unwrap();
    assert!(told.contains("DATABASE_READ_URL is \"http\", expected postgres://"), "{told}");
}
