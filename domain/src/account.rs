//! The person and how they sign in.

mod change;
mod recovery;
mod token;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use self::change::{AccountChanges, AccountPatch, CONFIRMATION, DeleteAccount, Device};
pub use self::recovery::{ConfirmEmail, ForgottenPassword, ResetDraft, ResetPassword, TOKEN_LIMIT};
pub use self::token::{ApiToken, ApiTokenDraft, DAYS_LIMIT, MadeApiToken, NewApiToken, Scope};
use crate::input::Field;
use crate::money::Currency;
use crate::settings::{LOCALE_LIMIT, Settings, TIME_ZONE_LIMIT};
use crate::validation::{Checker, Invalid, Validate};

/// Fewest characters of a password (NIST SP 800-63B asks for at least 8).
pub const PASSWORD_MIN: usize = 8;
/// Most characters of a password, so that hashing one stays cheap to refuse.
pub const PASSWORD_MAX: usize = 128;
/// Longest e-mail address (RFC 5321, 4.5.3.1.3).
pub const EMAIL_LIMIT: usize = 254;

/// A person as they are answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct User {
    /// Identifier.
    pub id: Uuid,
    /// E-mail address, lower-cased.
    pub email: String,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
    /// IANA name of the person's time zone.
    pub time_zone: String,
    /// The currency of amounts that name none.
    pub currency: Currency,
    /// What the person has chosen. Not part of the documented answer: `/api/settings`
    /// tells it.
    #[serde(skip)]
    pub settings: Settings,
}

/// A wish for an account, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["email", "password"])))]
#[serde(default)]
pub struct SignUp {
    /// E-mail address; compared whatever its case.
    pub email: Field<String>,
    /// 8 to 128 characters, not the e-mail address, not a common password.
    pub password: Field<String>,
    /// IANA name; the browser's. UTC when left out.
    pub time_zone: Field<String>,
    /// BCP 47 tag; the browser's. `en-US` when left out.
    pub locale: Field<String>,
    /// What the link of an invitation carries, where an account takes one.
    pub invitation: Field<String>,
}

/// A wish for an account whose fields are good, as far as that shows without
/// the list of common passwords and the zone database.
#[derive(Clone, PartialEq, Eq)]
pub struct SignUpDraft {
    /// Normalised address.
    pub email: String,
    /// As typed.
    pub password: String,
    /// Not yet known to exist.
    pub time_zone: Option<String>,
    /// Not yet known to exist.
    pub locale: Option<String>,
    /// Not yet known to be good.
    pub invitation: Option<String>,
}

impl Validate for SignUp {
    type Valid = SignUpDraft;

    fn validate(self) -> Result<SignUpDraft, Invalid> {
        let mut checker = Checker::default();
        let email = email(&mut checker, self.email);
        let password = new_password(&mut checker, "password", self.password, email.as_deref());
        let time_zone = checker.optional_text("time_zone", self.time_zone, TIME_ZONE_LIMIT);
        let locale = checker.optional_text("locale", self.locale, LOCALE_LIMIT);
        let invitation = checker.optional_text("invitation", self.invitation, TOKEN_LIMIT);
        checker.finish(email.zip(password).map(|(email, password)| SignUpDraft {
            email,
            password,
            time_zone,
            locale,
            invitation,
        }))
    }
}

/// A new address, lower-cased.
fn email(checker: &mut Checker, field: Field<String>) -> Option<String> {
    let email = checker.line("email", field, EMAIL_LIMIT, "Enter your e-mail address.")?;
    let email = email.to_lowercase();
    if !looks_like_email(&email) {
        checker.complain("email", "Enter a complete address, such as sam@example.com.");
    }
    Some(email)
}

/// A new password, as far as that shows without the list of common ones.
fn new_password(
    checker: &mut Checker,
    name: &str,
    field: Field<String>,
    email: Option<&str>,
) -> Option<String> {
    let password = checker.required(name, field, "Choose a password.")?;
    if !(PASSWORD_MIN..=PASSWORD_MAX).contains(&password.chars().count()) {
        checker.complain(name, "Use 8 to 128 characters.");
    } else if email == Some(password.to_lowercase().as_str()) {
        checker.complain(name, "Choose something other than your e-mail address.");
    }
    Some(password)
}

/// Whether a mail server could be asked about the address: one `@`, a host with
/// a dot, no spaces. Only a sent mail proves more.
fn looks_like_email(email: &str) -> bool {
    let Some((local, host)) = email.rsplit_once('@') else { return false };
    let labels_are_sound = host.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    });
    let dots_are_sound = !local.starts_with('.') && !local.ends_with('.') && !local.contains("..");
    !local.is_empty()
        && local.len() <= 64
        && !email.chars().any(|c| {
            c.is_whitespace()
                || c.is_control()
                || is_invisible(c)
                || matches!(c, '<' | '>' | '(' | ')' | ',' | ';' | ':' | '"' | '[' | ']' | '\\')
        })
        && !local.contains('@')
        && dots_are_sound
        && host.contains('.')
        && labels_are_sound
}

/// Characters that leave no mark, or change how others stand: Unicode's
/// `Default_Ignorable_Code_Point`, Braille's blank and what is for private use. Two addresses
/// must not look the same for them.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{e000}'..='\u{f8ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffd}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{10ffff}')
}

/// E-mail address and password, as sent to sign in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["email", "password"])))]
#[serde(default)]
pub struct SignIn {
    /// E-mail address; compared whatever its case.
    pub email: Field<String>,
    /// The password.
    pub password: Field<String>,
}

/// E-mail address and password, both there.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// Normalised address.
    pub email: String,
    /// As typed.
    pub password: String,
}

impl Validate for SignIn {
    type Valid = Credentials;

    fn validate(self) -> Result<Credentials, Invalid> {
        let mut checker = Checker::default();
        let email = checker.line("email", self.email, EMAIL_LIMIT, "Enter your e-mail address.");
        let password = checker.required("password", self.password, "Enter your password.");
        if password.as_ref().is_some_and(|password| password.chars().count() > PASSWORD_MAX) {
            checker.complain("password", "At most 128 characters.");
        } else if password.as_deref() == Some("") {
            checker.complain("password", "Enter your password.");
        }
        checker.finish(
            email
                .zip(password)
                .map(|(email, password)| Credentials { email: email.to_lowercase(), password }),
        )
    }
}

/// What sign-up and sign-in answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Session {
    /// Names the session: as the `session` cookie or as `Authorization: Bearer`.
    pub token: String,
    /// Whose session it is.
    pub user: User,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked_and_lower_cased() {
        let draft = SignUp {
            email: " Sam@Example.COM ".into(),
            password: "a long passphrase".into(),
            ..SignUp::default()
        };
        assert_eq!(draft.validate().ok().map(|d| d.email).as_deref(), Some("sam@example.com"));
        for email in [
            "",
            "sam",
            "sam@",
            "@example.com",
            "sam@example",
            "a b@example.com",
            "a@b@c.de",
            "a@-b.de",
            "a..b@c.de",
            "a\n@c.de",
            "a\u{200b}b@c.de",
            "a\u{202e}b@c.de",
            "a\u{ad}b@c.de",
            "ab@c\u{feff}.de",
            "a\u{e0061}b@c.de",
        ] {
            let wish = SignUp {
                email: email.into(),
                password: "a long passphrase".into(),
                ..SignUp::default()
            };
            assert!(
                wish.validate().is_err_and(|invalid| invalid.message("email").is_some()),
                "{email:?}"
            );
        }
    }

    #[test]
    fn every_bad_field_is_named() {
        let invalid = SignUp { email: "x".into(), password: "short".into(), ..SignUp::default() }
            .validate()
            .err()
            .unwrap_or_default();
        assert!(invalid.message("email").is_some() && invalid.message("password").is_some());
    }

    #[test]
    fn eight_characters_may_be_any_characters() {
        let wish =
            SignUp {
                email: "a@b.de".into(), password: "пароль12".into(), ..SignUp::default()
            };
        assert!(wish.validate().is_ok());
    }
}
