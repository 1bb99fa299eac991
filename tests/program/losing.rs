//! The database goes away under load and comes back; the disk has no room.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::database::Postgres;
use crate::support::pause;
use crate::support::program::{Person, Program};
use crate::support::proxy::Proxy;

/// What writing came to: statuses and how often, and the names that were acknowledged.
#[derive(Default)]
struct Written {
    statuses: BTreeMap<u16, usize>,
    acknowledged: BTreeSet<String>,
}

/// Writes one task after the other until told to stop, each as often as it takes.
fn write(person: &Person, prefix: &str, over: &AtomicBool) -> Written {
    let mut written = Written::default();
    for number in 0.. {
        let name = format!("{prefix}-{number}");
        let body = json!({ "title": name }).to_string();
        loop {
            let asked = person.ask("POST", "/api/tasks", &[("idempotency-key", &name)], &body);
            let answer = asked.unwrap().answer().unwrap();
            *written.statuses.entry(answer.status).or_default() += 1;
            if answer.status == 201 {
                written.acknowledged.insert(name);
                break;
            }
            assert_eq!(answer.status, 503, "{answer:?}");
            assert!(answer.header("retry-after").is_some(), "{answer:?}");
            pause(100);
        }
        if over.load(Ordering::Acquire) {
            return written;
        }
    }
    written
}

#[test]
fn a_database_that_was_away_is_found_again() {
    let Some(database) = Postgres::new() else { return };
    let url = database.url();
    let (_, place) = url.split_once('@').unwrap();
    let (server, name) = place.split_once('/').unwrap();
    let proxy = Proxy::to(server);
    let through = url.replace(place, &format!("{}/{name}", proxy.address));
    let mut program = Program::start(&[("DATABASE_URL", &through)]);
    let person = program.sign_up("sam@example.com");
    let over = AtomicBool::new(false);
    let written: Vec<Written> = std::thread::scope(|scope| {
        let (over, person) = (&over, &person);
        let clients: Vec<_> = (0..4)
            .map(|client| scope.spawn(move || write(person, &client.to_string(), over)))
            .collect();
        for _ in 0..2 {
            pause(700);
            proxy.go_down();
            pause(300);
            let asked = Instant::now();
            assert_eq!(program.get("/readyz").unwrap().status, 503);
            assert!(asked.elapsed() < Duration::from_secs(5), "it kept quiet too long");
            assert_eq!(program.get("/healthz").unwrap().status, 200);
            pause(1_500);
            proxy.come_up();
            let up = Instant::now();
            program.wait_until_ready();
            assert!(up.elapsed() < Duration::from_secs(10), "it took {:?}", up.elapsed());
        }
        pause(700);
        over.store(true, Ordering::Release);
        clients.into_iter().map(|client| client.join().unwrap()).collect()
    });
    let all: BTreeSet<String> =
        written.iter().flat_map(|written| written.acknowledged.clone()).collect();
    let statuses: Vec<_> = written.iter().map(|written| &written.statuses).collect();
    assert!(statuses.iter().any(|of| of.contains_key(&503)), "nobody noticed: {statuses:?}");
    let mut titles: Vec<String> = person
        .list("/api/tasks")
        .iter()
        .map(|task| task["title"].as_str().unwrap().to_owned())
        .collect();
    titles.sort_unstable();
    assert!(titles.iter().eq(&all), "each once, and nothing else");
    assert_eq!(person.list("/api/history").len(), all.len());
}

/// A small file system, gone with this.
struct Small(tempfile::TempDir);

impl Small {
    /// None where we may not mount.
    fn new() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", "size=4m", "tmpfs"]).arg(folder.path());
        mount.output().is_ok_and(|mounted| mounted.status.success()).then(|| Self(folder))
    }
}

impl Drop for Small {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.0.path()).output();
    }
}

#[test]
fn a_disk_without_room_is_said_and_nothing_breaks() {
    let Some(small) = Small::new() else { return };
    let url = format!("sqlite://{}", small.0.path().join("planner.db").display());
    let mut program = Program::start(&[("DATABASE_URL", &url)]);
    let person = program.sign_up("sam@example.com");
    let body = json!({ "title": "x".repeat(150), "description": "y".repeat(4_000) }).to_string();
    let mut written = 0;
    let refused = loop {
        let answer = person.ask("POST", "/api/tasks", &[], &body).unwrap().answer().unwrap();
        if answer.status != 201 {
            break answer;
        }
        written += 1;
        assert!(written < 5_000, "the disk is never full");
    };
    assert_eq!(refused.status, 503, "{refused:?}");
    assert!(refused.body.contains("no room left"), "{refused:?}");
    assert_eq!(person.list("/api/tasks").len(), written, "reads go on");
    program.kill();
    // Somebody makes room.
    let larger = Command::new("mount")
        .args(["-o", "remount,size=16m"])
        .arg(small.0.path())
        .status()
        .unwrap();
    assert!(larger.success());
    program.start_again();
    assert_eq!(person.list("/api/tasks").len(), written);
    assert_eq!(person.list("/api/history").len(), written);
    let again = person.ask("POST", "/api/tasks", &[], &body).unwrap().answer().unwrap();
    assert_eq!(again.status, 201, "{again:?}");
}
