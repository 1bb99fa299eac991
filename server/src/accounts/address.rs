//! E-mail addresses as they are compared.
//!
//! Unicode writes many addresses in more than one way, and people cannot see which one they
//! typed. So an address is brought into one form before anything is decided about it: NFKC
//! (as IDNA maps hosts, UTS 46, and RFC 6532 asks for local parts), then lower case. What
//! cannot be seen at all is refused when an account is made (`domain::account`).
//!
//! Letters that look alike in different scripts stay different addresses: they are different
//! mailboxes, nobody is ever shown somebody else's address here, and letters go to the
//! address that is kept, never to one that was typed. Refusing mixed scripts would refuse
//! honest people and protect nobody.

use domain::input::Field;
use unicode_normalization::UnicodeNormalization;

/// An address in the form in which it is kept and looked for.
pub(super) fn canonical(typed: Field<String>) -> Field<String> {
    match typed {
        // A long one is refused as it is, without any work.
        Field::Value(text) if text.len() <= LONGEST => Field::Value(one_form(&text)),
        other => other,
    }
}

/// In bytes; far above what an address may have.
const LONGEST: usize = 4_096;

fn one_form(text: &str) -> String {
    let lower = text.nfkc().collect::<String>().to_lowercase();
    lower.nfkc().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn however_it_is_typed_it_is_one_address() {
        for (typed, kept) in [
            ("Sam@Example.com", "sam@example.com"),
            ("\u{ff53}am@example\u{ff0e}com", "sam@example.com"),
            ("mu\u{308}ller@example.com", "m\u{fc}ller@example.com"),
            ("M\u{dc}LLER@example.com", "m\u{fc}ller@example.com"),
            ("\u{212a}im@example.com", "kim@example.com"),
            ("o\u{fb00}ice@example.com", "office@example.com"),
            // Not the same mailbox.
            ("s\u{430}m@example.com", "s\u{430}m@example.com"),
        ] {
            assert_eq!(canonical(typed.into()), Field::Value(kept.to_owned()), "{typed}");
            assert_eq!(one_form(kept), kept, "a kept address is kept");
        }
    }
}
