//! A PostgreSQL server of a test's own, and a streaming replica of it.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use tempfile::TempDir;

use super::as_nobody_special;

/// A server, gone with this.
pub(crate) struct Cluster {
    folder: TempDir,
    port: u16,
}

impl Cluster {
    /// A new one, or none if this run leaves PostgreSQL out.
    #[expect(clippy::disallowed_methods, reason = "the program under test reads no such setting")]
    pub(crate) fn new() -> Option<Self> {
        if std::env::var("TEST_WITHOUT_POSTGRES").is_ok_and(|value| value == "1") {
            return None;
        }
        let cluster = Self::prepared();
        let made = ["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"];
        cluster.run("initdb", &[&["--pgdata=data"], made.as_slice()].concat());
        cluster.start();
        Some(cluster)
    }

    /// A replica that follows this one.
    pub(crate) fn replica(&self) -> Self {
        let replica = Self::prepared();
        let primary = format!("--dbname={}", self.url());
        let how = ["--write-recovery-conf", "--checkpoint=fast", "--no-sync"];
        replica.run("pg_basebackup", &[&["--pgdata=data", &primary], how.as_slice()].concat());
        replica.start();
        replica
    }

    fn prepared() -> Self {
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        Self { folder: tempfile::tempdir().unwrap(), port }
    }

    /// Starts it, also after its end.
    pub(crate) fn start(&self) {
        let options = format!(
            "-p {} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off",
            self.port,
            self.folder.path().display()
        );
        let start = ["start", "--pgdata=data", "--wait", "--log=log", "--options", &options];
        self.run("pg_ctl", &start);
    }

    /// Ends it at once.
    pub(crate) fn stop(&self) {
        self.run("pg_ctl", &["stop", "--pgdata=data", "--mode=immediate"]);
    }

    /// The address of its only database.
    pub(crate) fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// What it answers to a statement.
    pub(crate) fn ask(&self, sql: &str) -> String {
        let answer = Command::new("psql").args(["-qXAt", &self.url(), "-c", sql]).output().unwrap();
        assert!(answer.status.success(), "{sql}: {answer:?}");
        String::from_utf8(answer.stdout).unwrap().trim().to_owned()
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        let mut command = as_nobody_special(&programs().join(program), self.folder.path());
        // A server that goes on would hold a pipe open.
        command.args(arguments).stdout(Stdio::null()).stderr(Stdio::null());
        assert!(command.status().unwrap().success(), "{program} {arguments:?}");
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let mut stop = as_nobody_special(&programs().join("pg_ctl"), self.folder.path());
        stop.args(["stop", "--pgdata=data", "--mode=immediate"]);
        // It may have ended already.
        let _ = stop.stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}

/// The folder of PostgreSQL's programs: Debian has one for each version.
fn programs() -> PathBuf {
    let debian = Path::new("/usr/lib/postgresql").read_dir().ok().into_iter().flatten();
    let folders = debian.flatten().map(|version| version.path().join("bin"));
    let newest = folders.filter(|folder| folder.join("initdb").exists()).max();
    newest.unwrap_or_else(|| {
        let said = Command::new("pg_config").arg("--bindir").output().unwrap().stdout;
        PathBuf::from(String::from_utf8(said).unwrap().trim())
    })
}
