//! The settings of letters: which mail server takes them, and from whom they are.

use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, Tokio1Executor};
use secrecy::{ExposeSecret, SecretString};

use super::{WrongSetting, wrong};

/// A mail server, and who writes.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// The server's address with name and password; never shown and never logged.
    pub url: SecretString,
    /// What we call ourselves there.
    pub host: String,
    /// From whom letters are.
    pub from: Mailbox,
}

impl MailSettings {
    /// Reads the settings; none when no server is named.
    pub(super) fn read(
        set: &impl Fn(&'static str) -> Option<String>,
        public_url: &str,
    ) -> Result<Option<Self>, WrongSetting> {
        let host = public_url.split("://").nth(1).unwrap_or_default();
        let host = host.split(':').next().unwrap_or_default().to_owned();
        let from = set("MAIL_FROM").unwrap_or_else(|| format!("Planner <planner@{host}>"));
        let expected = "an address such as Planner <planner@example.org>";
        let from: Mailbox = match from.trim().parse() {
            Ok(from) => from,
            Err(_) => return Err(wrong("MAIL_FROM", from, expected)),
        };
        let Some(url) = set("SMTP_URL") else { return Ok(None) };
        let url = careful(url.trim());
        if AsyncSmtpTransport::<Tokio1Executor>::from_url(&url).is_err() {
            // The value may hold a password, so only its scheme is repeated.
            let scheme = url.split(':').next().unwrap_or_default().to_owned();
            let expected = "smtps://NAME:PASSWORD@HOST or smtp://NAME:PASSWORD@HOST:587";
            return Err(wrong("SMTP_URL", scheme, expected));
        }
        Ok(Some(Self { url: SecretString::from(url), host, from }))
    }

    /// What sends letters there.
    ///
    /// # Errors
    /// When the address is none, which reading the setting has ruled out.
    pub fn transport(
        &self,
    ) -> Result<AsyncSmtpTransport<Tokio1Executor>, lettre::transport::smtp::Error> {
        use lettre::transport::smtp::extension::ClientId;
        let name = ClientId::Domain(self.host.clone());
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(self.url.expose_secret())?;
        Ok(builder.hello_name(name).timeout(Some(PATIENCE)).build())
    }
}

/// How long the server may take for a step.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(20);

/// A password is not sent without encryption unless that is asked for: `smtp://` with a
/// name means STARTTLS. Without a name it means a relay of one's own, as it stands.
fn careful(url: &str) -> String {
    let is_bare = url.starts_with("smtp://") && !url.contains("tls=");
    match (is_bare && url.contains('@'), url.contains('?')) {
        (false, _) => url.to_owned(),
        (true, false) => format!("{url}?tls=required"),
        (true, true) => format!("{url}&tls=required"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(url: &str, from: &str) -> Result<Option<MailSettings>, WrongSetting> {
        let set = |name| match name {
            "SMTP_URL" => Some(url.to_owned()).filter(|url| !url.is_empty()),
            "MAIL_FROM" => Some(from.to_owned()).filter(|from| !from.is_empty()),
            _ => None,
        };
        MailSettings::read(&set, "https://planner.example:8443")
    }

    #[test]
    fn letters_are_from_the_planners_own_host_unless_said() {
        let settings = read("smtps://sam:x%40y@mail.example", "").unwrap().unwrap();
        assert_eq!(settings.from.to_string(), "Planner <planner@planner.example>");
        let settings = read("smtp://127.0.0.1:2525", "Sam <sam@example.com>").unwrap().unwrap();
        assert_eq!(settings.from.to_string(), "Sam <sam@example.com>");
        assert!(settings.transport().is_ok());
        assert!(read("", "").unwrap().is_none());
    }

    #[test]
    fn a_password_is_never_sent_in_the_clear_by_mistake() {
        assert_eq!(careful("smtp://a:b@mail.example"), "smtp://a:b@mail.example?tls=required");
        assert_eq!(careful("smtp://a:b@h?x=1"), "smtp://a:b@h?x=1&tls=required");
        assert_eq!(careful("smtp://localhost:25"), "smtp://localhost:25");
        let asked_for = "smtp://a:b@h?tls=opportunistic";
        assert_eq!(careful(asked_for), asked_for);
    }

    #[test]
    fn a_wrong_value_is_named_without_the_password() {
        let wrong = read("imap://sam:hunter2@mail.example", "").unwrap_err().to_string();
        assert!(wrong.starts_with("SMTP_URL is \"imap\"") && !wrong.contains("hunter2"), "{wrong}");
        let wrong = read("smtp://localhost", "nobody").unwrap_err().to_string();
        assert!(wrong.starts_with("MAIL_FROM is \"nobody\""), "{wrong}");
    }
}
