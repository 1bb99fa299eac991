//! Passwords that everybody tries first.

use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::zxcvbn;

use super::password::in_turn;
use crate::error::Error;

/// A password that falls within so many tries is common even when it is in no
/// list as it stands: `abcdefgh`, `aaaaaaaa`, `19851985`. Far above what the lists
/// hold, far below any phrase.
const FEWEST_GUESSES: u64 = 10_000;

/// How many characters are looked at. No common password is as long, and the time
/// of an estimate grows steeply with a text made for it: all of leet's letters cost
/// 0.2 s at 32 characters and 1 s at 40.
const LOOKED_AT: usize = 32;

pub(super) const COMMON_PASSWORD: &str =
    "This password is easy to guess. Three or four words that do not belong together are better.";

/// Refuses another password for an account that is easy to guess, or one of its addresses.
///
/// # Errors
/// [`Error::Invalid`] names the field.
pub(super) async fn refuse_common(
    field: &'static str,
    password: &str,
    email: &str,
    awaited: Option<&str>,
) -> Result<(), Error> {
    let lower = password.to_lowercase();
    if lower == email || Some(&*lower) == awaited || is_common(password, email).await? {
        return Err(Error::field(field, COMMON_PASSWORD));
    }
    Ok(())
}

/// Whether a password is a common one: a single entry of the lists of common
/// passwords and words (also in leet or backwards), one of few guesses, or made of
/// the e-mail address.
pub(super) async fn is_common(password: &str, email: &str) -> Result<bool, Error> {
    let looked_at = |text: &str| text.chars().take(LOOKED_AT).collect::<String>();
    let (password, email) = (looked_at(password), looked_at(email));
    in_turn(move || Ok(is_weak(&password, &email))).await
}

fn is_weak(password: &str, email: &str) -> bool {
    let known: Vec<&str> = std::iter::once(email)
        .chain(email.split(['@', '.', '+']))
        .filter(|s| s.len() > 2)
        .collect();
    let estimate = zxcvbn(password, &known);
    let is_one_entry = matches!(
        estimate.sequence(),
        [only] if matches!(only.pattern, MatchPattern::Dictionary(_))
    );
    is_one_entry || estimate.guesses() < FEWEST_GUESSES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_tries_first_is_weak() {
        for password in
            ["password", "P@ssw0rd", "12345678", "qwertyuiop", "iloveyou", "abcdefgh", "aaaaaaaa"]
        {
            assert!(is_weak(password, "sam@example.com"), "{password}");
        }
        assert!(is_weak("samsonite99", "samsonite99@example.com"));
    }

    #[test]
    fn phrases_are_not() {
        for password in [
            "correct horse battery staple",
            "bench-password-1",
            "four wet otters",
            "Grüße aus Köln",
            "пароль для дома",
            "x7#kQ!92",
        ] {
            assert!(!is_weak(password, "sam@example.com"), "{password}");
        }
    }
}
