//! PgBouncer in front of the test's PostgreSQL.

use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use tempfile::TempDir;

use super::{as_nobody_special, until};

/// PgBouncer, gone with this.
pub(crate) struct Bouncer {
    address: SocketAddr,
    child: Child,
    _folder: TempDir,
}

impl Bouncer {
    /// One that lends so many connections to the server at `host:port`, each for a
    /// `session` or for a `transaction`.
    pub(crate) fn start(mode: &str, connections: u32, server: &str) -> Self {
        let (host, port) = server.split_once(':').unwrap();
        let folder = tempfile::tempdir().unwrap();
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        let statements = if version() >= (1, 21) { "max_prepared_statements = 200" } else { "" };
        let settings = format!(
            "[databases]\n* = host={host} port={port} user=postgres\n\
             [pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {}\nunix_socket_dir =\n\
             auth_type = any\npool_mode = {mode}\ndefault_pool_size = {connections}\n\
             max_client_conn = 200\nignore_startup_parameters = extra_float_digits\n{statements}\n",
            address.port()
        );
        let file = folder.path().join("pgbouncer.ini");
        std::fs::write(&file, settings).unwrap();
        let mut start = as_nobody_special(&program(), folder.path());
        start.arg("--quiet").arg("pgbouncer.ini").stdout(Stdio::null()).stderr(Stdio::null());
        let child = start.spawn().unwrap();
        until("PgBouncer listens", || TcpStream::connect(address).is_ok());
        Self { address, child, _folder: folder }
    }

    /// The same database through it.
    pub(crate) fn url(&self, direct: &str) -> String {
        let (_, name) = direct.rsplit_once('/').unwrap();
        format!("postgres://postgres@{}/{name}", self.address)
    }
}

impl Drop for Bouncer {
    fn drop(&mut self) {
        // runuser passes on what ends it, but not a kill.
        let _ = Command::new("kill").arg(self.child.id().to_string()).status();
        let _ = self.child.wait();
    }
}

/// Whether PgBouncer is there. A run without it has to say so.
#[expect(clippy::disallowed_methods, reason = "the program under test reads no such setting")]
pub(crate) fn is_there() -> bool {
    let is_left_out = std::env::var("TEST_WITHOUT_PGBOUNCER").is_ok_and(|value| value == "1");
    assert!(
        is_left_out || program().exists(),
        "install pgbouncer, name it in PGBOUNCER, or set TEST_WITHOUT_PGBOUNCER=1"
    );
    !is_left_out
}

/// Its version, such as 1 and 18.
pub(crate) fn version() -> (u32, u32) {
    let said = Command::new(program()).arg("--version").output().unwrap().stdout;
    let said = String::from_utf8(said).unwrap();
    let numbers = said.split_whitespace().nth(1).unwrap().split('.');
    let numbers: Vec<u32> = numbers.map(|number| number.parse().unwrap()).collect();
    (numbers[0], numbers[1])
}

/// Debian has it where only root looks for programs.
#[expect(clippy::disallowed_methods, reason = "the program under test reads no such setting")]
fn program() -> PathBuf {
    if let Ok(named) = std::env::var("PGBOUNCER") {
        return PathBuf::from(named);
    }
    let path = std::env::var("PATH").unwrap_or_default();
    let folders = path.split(':').chain(["/usr/sbin", "/usr/local/sbin"]);
    let mut places = folders.map(|folder| Path::new(folder).join("pgbouncer"));
    places.find(|place| place.exists()).unwrap_or_else(|| PathBuf::from("/usr/sbin/pgbouncer"))
}
