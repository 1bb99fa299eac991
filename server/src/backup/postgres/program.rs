//! PostgreSQL's programs, told where the server is.

use std::io::ErrorKind;
use std::process::{Command, Output, Stdio};

use url::Url;

use crate::backup::BackupError;
use crate::database::DatabaseError;

/// The parameters of an address as libpq names them, by the names that our driver takes
/// (<https://www.postgresql.org/docs/current/libpq-connect.html>). Others are about
/// the driver itself.
const PARAMETERS: [(&str, &str); 13] = [
    ("application_name", "application_name"),
    ("dbname", "dbname"),
    ("host", "host"),
    ("hostaddr", "hostaddr"),
    ("port", "port"),
    ("ssl-ca", "sslrootcert"),
    ("ssl-cert", "sslcert"),
    ("ssl-key", "sslkey"),
    ("ssl-mode", "sslmode"),
    ("sslcert", "sslcert"),
    ("sslkey", "sslkey"),
    ("sslmode", "sslmode"),
    ("sslrootcert", "sslrootcert"),
];

/// Longest message of a program that is repeated, in characters.
const LIMIT: usize = 500;

/// Where the database is, and the password for it, which stands on no command line:
/// those can be read by everybody on the machine.
pub(super) struct Server {
    address: String,
    password: Option<String>,
}

impl Server {
    /// Reads a `DATABASE_URL`.
    pub(super) fn of(url: &str) -> Result<Self, BackupError> {
        let mut address: Url = url.parse().map_err(|_| DatabaseError::Url)?;
        let decoded = |text: &str| {
            let pair = format!("p={}", text.replace('+', "%2B"));
            url::form_urlencoded::parse(pair.as_bytes()).next().map(|(_, text)| text.into_owned())
        };
        let mut password = address.password().and_then(decoded);
        let pairs: Vec<(String, String)> = address.query_pairs().into_owned().collect();
        address.set_password(None).map_err(|()| DatabaseError::Url)?;
        address.set_query(None);
        for (name, value) in pairs {
            match PARAMETERS.iter().find(|(known, _)| *known == name) {
                Some((_, name)) => {
                    address.query_pairs_mut().append_pair(name, &value);
                }
                None if name == "password" => password = Some(value),
                None if name == "user" => {
                    address.set_username(&value).map_err(|()| DatabaseError::Url)?;
                }
                None => {}
            }
        }
        // In libpq's addresses a plus is a plus.
        let address = match address.as_str().split_once('?') {
            Some((place, query)) => format!("{place}?{}", query.replace('+', "%20")),
            None => address.to_string(),
        };
        Ok(Self { address, password })
    }

    /// Runs a program that asks the server; answers what it wrote.
    pub(super) async fn run(
        &self,
        program: &'static str,
        arguments: impl Iterator<Item = String>,
    ) -> Result<Vec<u8>, BackupError> {
        let mut command = Command::new(program);
        command.args(arguments).arg("--no-password").arg(format!("--dbname={}", self.address));
        if let Some(password) = &self.password {
            command.env("PGPASSWORD", password);
        }
        finished(program, command).await
    }

    /// Runs a program that works on a file alone.
    pub(super) async fn run_apart(
        &self,
        program: &'static str,
        arguments: impl Iterator<Item = String>,
    ) -> Result<Vec<u8>, BackupError> {
        let mut command = Command::new(program);
        command.args(arguments);
        finished(program, command).await
    }
}

/// Waits for a program on a thread that may wait.
async fn finished(program: &'static str, mut command: Command) -> Result<Vec<u8>, BackupError> {
    command.stdin(Stdio::null());
    let failed = |reason: String| BackupError::Failed { program, reason };
    let ended = tokio::task::spawn_blocking(move || command.output()).await;
    let output = match ended.map_err(|cause| failed(cause.to_string()))? {
        Ok(output) => output,
        Err(cause) if cause.kind() == ErrorKind::NotFound => {
            return Err(BackupError::Missing(program));
        }
        Err(cause) => return Err(failed(cause.to_string())),
    };
    let Output { status, stdout, stderr } = output;
    if status.success() {
        return Ok(stdout);
    }
    let said = String::from_utf8_lossy(&stderr);
    let said: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
    Err(failed(said.chars().take(LIMIT).collect()))
}

#[cfg(test)]
mod tests {
    use super::Server;

    #[test]
    fn the_password_is_kept_apart() {
        for url in [
            "postgres://me:p%40ss+w@db.example:5433/planner?sslmode=require&statement-cache-capacity=0",
            "postgres://me@db.example:5433/planner?ssl-mode=require&password=p%40ss%2Bw",
        ] {
            let server = Server::of(url).expect("an address");
            assert_eq!(server.password.as_deref(), Some("p@ss+w"));
            assert_eq!(server.address, "postgres://me@db.example:5433/planner?sslmode=require");
        }
    }
}
