//! The program, started on a free port of its own.

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader};
use std::net::{SocketAddr, TcpListener};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::json;
use tempfile::TempDir;

use super::http::{Answer, Asked, ask};
use super::{PASSWORD, pause};

/// How long a start may take on a machine that does much else.
const PATIENCE: Duration = Duration::from_secs(60);

/// The program, running or not.
pub(crate) struct Program {
    pub(crate) address: SocketAddr,
    settings: Vec<(String, String)>,
    child: Child,
    /// What it has said on standard error.
    log: Arc<Mutex<Vec<String>>>,
    folder: TempDir,
}

impl Program {
    /// Starts it with these settings and waits until it is ready. Without a
    /// `DATABASE_URL` its data is in a folder of its own.
    pub(crate) fn start(settings: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let site = folder.path().join("site");
        std::fs::create_dir(&site).unwrap();
        std::fs::write(site.join("manifest.json"), r#"{"js":"","wasm":"","css":""}"#).unwrap();
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let mut all = vec![
            ("LISTEN_ADDRESS".to_owned(), address.to_string()),
            ("SITE_DIR".to_owned(), site.display().to_string()),
            ("DATA_DIR".to_owned(), folder.path().display().to_string()),
        ];
        all.extend(settings.iter().map(|(name, value)| ((*name).into(), (*value).into())));
        let log = Arc::default();
        let child = spawn(&all, &log);
        let mut program = Self { address, settings: all, child, log, folder };
        program.wait_until_ready();
        program
    }

    /// Starts it again, after its end.
    pub(crate) fn start_again(&mut self) {
        self.child = spawn(&self.settings, &self.log);
        self.wait_until_ready();
    }

    /// Waits until it answers that it can work.
    pub(crate) fn wait_until_ready(&mut self) {
        let begun = Instant::now();
        while !self.get("/readyz").is_ok_and(|answer| answer.status == 200) {
            let ended = self.child.try_wait().unwrap();
            assert!(ended.is_none(), "it ended: {:#?}", self.log());
            assert!(begun.elapsed() < PATIENCE, "it does not start: {:#?}", self.log());
            pause(10);
        }
    }

    /// The folder of its data.
    pub(crate) fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Everything it has said so far, line by line.
    pub(crate) fn log(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }

    /// Sends a signal, such as `TERM`.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("kill").args([&format!("-{name}"), &id]).status().unwrap();
        assert!(sent.success());
    }

    /// Kills it at once, as `kill -9` does.
    pub(crate) fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }

    /// Waits for its end.
    pub(crate) fn wait(&mut self) -> ExitStatus {
        self.child.wait().unwrap()
    }

    /// Reads an address as nobody.
    pub(crate) fn get(&self, path: &str) -> io::Result<Answer> {
        ask(self.address, "GET", path, &[], "")?.answer()
    }

    /// Makes an account and signs in.
    pub(crate) fn sign_up(&self, email: &str) -> Person {
        let body = json!({ "email": email, "password": PASSWORD, "time_zone": "Europe/Berlin" });
        let asked = ask(self.address, "POST", "/api/auth/sign-up", &[], &body.to_string());
        let answer = asked.and_then(Asked::answer).unwrap();
        assert_eq!(answer.status, 201, "{answer:?}");
        let token = answer.json()["token"].as_str().unwrap().to_owned();
        Person { address: self.address, token }
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[expect(clippy::disallowed_methods, reason = "which program is tested; it reads no such setting")]
/// A command of the program, with nothing in its environment but these settings.
pub(crate) fn command<S: AsRef<OsStr>>(
    command: &str,
    settings: impl IntoIterator<Item = (S, S)>,
) -> Command {
    let built = env!("CARGO_BIN_EXE_ai-planner").to_owned();
    let program = std::env::var("PLANNER_PROGRAM").unwrap_or(built);
    let mut told = Command::new(program);
    told.arg(command)
        .env_clear()
        .env("PATH", std::env::var_os("PATH").unwrap_or_default())
        .envs(settings)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    told
}

fn spawn(settings: &[(String, String)], log: &Arc<Mutex<Vec<String>>>) -> Child {
    let mut child = command("serve", settings.iter().cloned()).spawn().unwrap();
    let said = BufReader::new(child.stderr.take().unwrap());
    let log = Arc::clone(log);
    std::thread::spawn(move || {
        for line in said.lines().map_while(Result::ok) {
            log.lock().unwrap().push(line);
        }
    });
    child
}

/// Somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Person {
    address: SocketAddr,
    pub(crate) token: String,
}

impl Person {
    /// The same person at another address.
    pub(crate) fn at(&self, address: SocketAddr) -> Self {
        Self { address, token: self.token.clone() }
    }

    /// Sends a request, with further headers if any.
    pub(crate) fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> io::Result<Asked> {
        let bearer = format!("Bearer {}", self.token);
        let mut all = vec![("authorization", bearer.as_str())];
        all.extend(headers);
        ask(self.address, method, path, &all, body)
    }

    /// Sends the beginning of a request.
    pub(crate) fn begin(&self, path: &str, length: usize) -> io::Result<Asked> {
        let bearer = format!("Bearer {}", self.token);
        super::http::begin(self.address, "POST", path, &[("authorization", &bearer)], length)
    }

    /// Reads an address.
    pub(crate) fn get(&self, path: &str) -> io::Result<Answer> {
        self.ask("GET", path, &[], "")?.answer()
    }

    /// Reads a list from its first page to its last.
    pub(crate) fn list(&self, path: &str) -> Vec<serde_json::Value> {
        let mut rows = Vec::new();
        let mut next = Some(format!("{path}?limit=1000"));
        while let Some(path) = next {
            let answer = self.get(&path).unwrap();
            assert_eq!(answer.status, 200, "{answer:?}");
            rows.extend(answer.json().as_array().unwrap().clone());
            let link = answer.header("link").and_then(|link| link.strip_prefix('<'));
            next = link.and_then(|link| link.split_once('>')).map(|(path, _)| path.to_owned());
        }
        rows
    }
}
