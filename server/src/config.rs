//! How the program was told to run: the settings of `contract/rest.md`.

mod backups;
mod mail;
mod model;
mod proxies;
mod sign_up;
mod watch;

use std::net::SocketAddr;
use std::path::PathBuf;

pub use self::backups::Backups;
pub use self::mail::MailSettings;
pub use self::model::{Allowance, ModelSettings, Offer};
pub use self::proxies::TrustedProxies;
pub use self::sign_up::SignUpMode;
pub use self::watch::{LogFormat, Watch};

/// Everything the environment decides.
#[derive(Debug, Clone)]
pub struct Config {
    /// `sqlite://…` or `postgres://…`.
    pub database_url: String,
    /// The same PostgreSQL past a pooler that `database_url` may lead to.
    pub database_direct_url: Option<String>,
    /// A replica of it, for reads that may lag.
    pub database_read_url: Option<String>,
    /// Where requests are accepted.
    pub listen_address: SocketAddr,
    /// The origin people use, such as `https://planner.example`; without a trailing slash.
    pub public_url: String,
    /// Where the database and other files are kept.
    pub data_dir: PathBuf,
    /// Where the web files are.
    pub site_dir: Option<PathBuf>,
    /// The language model to ask; without one the built-in interpreter answers.
    pub model: Option<ModelSettings>,
    /// How much one person may ask of the assistant.
    pub allowance: Allowance,
    /// Who is believed about where a request comes from.
    pub trusted_proxies: TrustedProxies,
    /// Who may make an account.
    pub sign_up: SignUpMode,
    /// What sends letters; without it none are sent.
    pub mail: Option<MailSettings>,
    /// How the program can be watched.
    pub watch: Watch,
    /// Where copies of the database are put every day.
    pub backups: Option<Backups>,
}

/// A setting that cannot be used, in one line.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{variable} is {value:?}, expected {expected}")]
pub struct WrongSetting {
    variable: &'static str,
    value: String,
    expected: &'static str,
}

impl Config {
    /// Reads the process's environment.
    ///
    /// # Errors
    /// The first setting that cannot be used.
    pub fn from_environment() -> Result<Self, WrongSetting> {
        #[expect(clippy::disallowed_methods, reason = "this is where settings are read")]
        Self::from_variables(|name| std::env::var(name).ok())
    }

    /// Reads settings from anywhere; tests pass their own.
    ///
    /// # Errors
    /// The first setting that cannot be used.
    pub fn from_variables(
        variable: impl Fn(&'static str) -> Option<String>,
    ) -> Result<Self, WrongSetting> {
        let set = |name| variable(name).filter(|value| !value.trim().is_empty());
        let data_dir = set("DATA_DIR").map_or_else(|| default_data_dir(&set), PathBuf::from);
        let database_url = match set("DATABASE_URL") {
            None => format!("sqlite://{}", data_dir.join("planner.db").display()),
            Some(url)
                if ["sqlite:", "postgres:", "postgresql:"].iter().any(|s| url.starts_with(s)) =>
            {
                url
            }
            // The value may hold a password, so only its scheme is repeated.
            Some(url) => {
                let scheme = url.split(':').next().unwrap_or_default().to_owned();
                return Err(wrong("DATABASE_URL", scheme, "sqlite://… or postgres://…"));
            }
        };
        let database_direct_url = postgres(&set, "DATABASE_DIRECT_URL")?;
        let database_read_url = postgres(&set, "DATABASE_READ_URL")?;
        if database_read_url.is_some() && is_sqlite(&database_url) {
            let expected = "nothing, as DATABASE_URL is SQLite, which has no replicas";
            return Err(wrong("DATABASE_READ_URL", "postgres".to_owned(), expected));
        }
        let listen_address = match set("LISTEN_ADDRESS") {
            None => SocketAddr::from(([127, 0, 0, 1], 3000)),
            Some(address) => address.parse().map_err(|_| {
                wrong("LISTEN_ADDRESS", address, "an address and port such as 127.0.0.1:3000")
            })?,
        };
        let public_url = match set("PUBLIC_URL") {
            None => format!("http://localhost:{}", listen_address.port()),
            Some(url) => origin(&url).ok_or_else(|| {
                wrong("PUBLIC_URL", url, "an origin such as https://planner.example")
            })?,
        };
        let site_dir = set("SITE_DIR").map(PathBuf::from);
        let model = ModelSettings::read(&set)?;
        let allowance = Allowance::read(&set)?;
        let trusted_proxies = TrustedProxies::of(&set)?;
        let sign_up = SignUpMode::read(&set)?;
        let mail = MailSettings::read(&set, &public_url)?;
        let watch = Watch::read(&set)?;
        let backups = Backups::read(&set, &database_url)?;
        Ok(Self {
            database_url,
            database_direct_url,
            database_read_url,
            listen_address,
            public_url,
            data_dir,
            site_dir,
            model,
            allowance,
            trusted_proxies,
            sign_up,
            mail,
            watch,
            backups,
        })
    }

    /// Whether people reach the program over TLS, so that cookies must not leave it.
    pub fn is_https(&self) -> bool {
        self.public_url.starts_with("https://")
    }

    /// Whether the database is a file of SQLite, not a PostgreSQL.
    pub(crate) fn is_sqlite(&self) -> bool {
        is_sqlite(&self.database_url)
    }
}

fn is_sqlite(database_url: &str) -> bool {
    database_url.starts_with("sqlite:")
}

/// The address of a PostgreSQL. It may hold a password, so only its scheme is repeated.
fn postgres(
    set: &impl Fn(&'static str) -> Option<String>,
    variable: &'static str,
) -> Result<Option<String>, WrongSetting> {
    let Some(url) = set(variable) else { return Ok(None) };
    match ["postgres:", "postgresql:"].iter().any(|scheme| url.starts_with(scheme)) {
        true => Ok(Some(url)),
        false => {
            let scheme = url.split(':').next().unwrap_or_default().to_owned();
            Err(wrong(variable, scheme, "postgres://…"))
        }
    }
}

/// Scheme and host of a URL without a path.
fn origin(url: &str) -> Option<String> {
    let uri: http::Uri = url.trim().trim_end_matches('/').parse().ok()?;
    let scheme = uri.scheme_str().filter(|scheme| matches!(*scheme, "http" | "https"))?;
    let authority = uri.authority()?;
    matches!(uri.path(), "" | "/").then(|| format!("{scheme}://{authority}"))
}

/// The platform's data directory, as the XDG base directory specification and
/// Apple's and Microsoft's guidelines have it; `./data` where there is no home.
fn default_data_dir(set: &impl Fn(&'static str) -> Option<String>) -> PathBuf {
    const NAME: &str = "ai-planner";
    let home = || set("HOME").map(PathBuf::from);
    let base = if cfg!(target_os = "macos") {
        home().map(|home| home.join("Library/Application Support"))
    } else if cfg!(windows) {
        set("APPDATA").map(PathBuf::from)
    } else {
        set("XDG_DATA_HOME")
            .map(PathBuf::from)
            .or_else(|| home().map(|home| home.join(".local/share")))
    };
    base.map_or_else(|| PathBuf::from("data"), |base| base.join(NAME))
}

fn wrong(variable: &'static str, value: String, expected: &'static str) -> WrongSetting {
    WrongSetting { variable, value, expected }
}

/// A whole number from 1.
fn number<N>(
    set: &impl Fn(&'static str) -> Option<String>,
    variable: &'static str,
    usual: N,
) -> Result<N, WrongSetting>
where
    N: std::str::FromStr + PartialOrd + From<u8>,
{
    match set(variable) {
        None => Ok(usual),
        Some(value) => match value.trim().parse() {
            Ok(number) if number >= N::from(1) => Ok(number),
            _ => Err(wrong(variable, value, "a whole number from 1")),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    pub(super) fn read(variables: &[(&'static str, &str)]) -> Result<Config, WrongSetting> {
        Config::from_variables(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let config = read(&[]).expect("defaults");
        assert_eq!(config.database_url, "sqlite://data/planner.db");
        assert_eq!(config.public_url, "http://localhost:3000");
        assert!(!config.is_https());
    }

    #[test]
    fn a_wrong_value_is_named_with_what_is_expected() {
        let message = |variables| read(variables).err().map(|wrong| wrong.to_string());
        assert_eq!(
            message(&[("LISTEN_ADDRESS", "here")]).as_deref(),
            Some("LISTEN_ADDRESS is \"here\", expected an address and port such as 127.0.0.1:3000")
        );
        assert_eq!(
            message(&[("SIGN_UP", "nobody")]).as_deref(),
            Some("SIGN_UP is \"nobody\", expected open, invitation or closed")
        );
        assert!(message(&[("PUBLIC_URL", "planner.example")]).is_some());
        assert!(message(&[("PUBLIC_URL", "https://planner.example/path")]).is_some());
        for proxies in ["10.0.0.0/33", "proxy.local", "10.0.0.1 10.0.0.2"] {
            let wrong = [("TRUSTED_PROXIES", proxies)];
            let line = read(&wrong).map_err(|wrong| wrong.to_string()).expect_err(proxies);
            assert!(line.starts_with("TRUSTED_PROXIES is "), "{line}");
        }
        let secret = message(&[("DATABASE_URL", "mysql://root:hunter2@db/planner")]);
        assert!(secret.is_some_and(|line| !line.contains("hunter2")));
        let secret = message(&[("DATABASE_DIRECT_URL", "sqlite://hunter2")]);
        assert!(secret.is_some_and(|line| !line.contains("hunter2")));
        let secret = message(&[("DATABASE_READ_URL", "postgres://root:hunter2@db/planner")]);
        assert!(secret.is_some_and(|line| line.contains("SQLite") && !line.contains("hunter2")));
    }
}
