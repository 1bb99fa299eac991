//! Passwords that everybody tries first.

use domain::account::SignUp;
use domain::input::Field;
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

/// Whether the password of a sign-up is a common one: a single entry of the
/// lists of common passwords and words (also in leet or backwards), one of few
/// guesses, or made of the e-mail address.
pub(super) async fn is_common(input: &SignUp) -> Result<bool, Error> {
    let Field::Value(password) = &input.password else { return Ok(false) };
    let password: String = password.chars().take(LOOKED_AT).collect();
    let email: String = input.email.clone().value().unwrap_or_default();
    let email: String = email.chars().take(LOOKED_AT).collect();
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
