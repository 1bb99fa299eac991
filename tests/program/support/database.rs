//! A PostgreSQL database for a test, on the server of `TEST_POSTGRES_URL`, made and
//! dropped by psql.

use std::process::Command;
use std::sync::atomic::{AtomicU32, Ordering};

/// An empty database, dropped with this.
pub(crate) struct Postgres {
    server: String,
    name: String,
}

impl Postgres {
    /// One of its own, or none if this run leaves PostgreSQL out.
    #[expect(clippy::disallowed_methods, reason = "the program under test reads no such setting")]
    pub(crate) fn new() -> Option<Self> {
        let Ok(server) = std::env::var("TEST_POSTGRES_URL") else {
            let left_out = std::env::var("TEST_WITHOUT_POSTGRES").is_ok_and(|value| value == "1");
            assert!(left_out, "set TEST_POSTGRES_URL, or TEST_WITHOUT_POSTGRES=1");
            return None;
        };
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let name = format!("planner_program_{}_{number}", std::process::id());
        let made = Self { server, name };
        made.psql(&format!("CREATE DATABASE {}", made.name));
        Some(made)
    }

    /// Its `DATABASE_URL`.
    pub(crate) fn url(&self) -> String {
        let (server, _) = self.server.rsplit_once('/').unwrap();
        format!("{server}/{}", self.name)
    }

    fn psql(&self, sql: &str) {
        let psql = Command::new("psql").args(["-qX", &self.server, "-c", sql]).status();
        assert!(psql.unwrap().success(), "{sql}");
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.psql(&format!("DROP DATABASE {} WITH (FORCE)", self.name));
    }
}
