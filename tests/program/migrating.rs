//! A migration that is killed half way leaves the database as it was, and the next
//! start finishes the work.

use crate::support::database::Postgres;
use crate::support::pause;
use crate::support::program::{Program, command};

/// Kills the first migration later and later, until it gets through.
fn interrupt(settings: &[(&str, &str)]) {
    let mut killed = 0;
    for milliseconds in (0..).step_by(15) {
        let mut migrating = command("migrate", settings.iter().copied()).spawn().unwrap();
        pause(milliseconds);
        match migrating.try_wait().unwrap() {
            Some(ended) => {
                assert!(ended.success());
                break;
            }
            None => {
                migrating.kill().unwrap();
                migrating.wait().unwrap();
                killed += 1;
            }
        }
        assert!(milliseconds < 20_000, "it never gets through");
    }
    assert!(killed > 0, "it was too quick to be killed");
    let program = Program::start(settings);
    let sam = program.sign_up("sam@example.com");
    assert_eq!(sam.list("/api/tasks").len(), 0);
}

#[test]
fn sqlite_begins_again() {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("planner.db").display());
    interrupt(&[("DATABASE_URL", &url)]);
}

#[test]
fn postgres_begins_again() {
    if let Some(database) = Postgres::new() {
        interrupt(&[("DATABASE_URL", &database.url())]);
    }
}
