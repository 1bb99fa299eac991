//! Session tokens: 256 random bits, of which only the hash is ever stored.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use tower_sessions::session::Id;

use crate::error::Error;

/// Random bytes of a token.
const LENGTH: usize = 32;

/// A session token as the person's browser or program keeps it.
#[derive(Clone)]
pub(super) struct Token(String);

impl Token {
    /// A new token from the operating system's generator.
    pub(super) fn random() -> Result<Self, Error> {
        let mut bytes = [0; LENGTH];
        getrandom::fill(&mut bytes).map_err(|cause| Error::Internal(cause.to_string()))?;
        Ok(Self(URL_SAFE_NO_PAD.encode(bytes)))
    }

    /// A token as it was presented; none when it cannot be one of ours, so that
    /// nonsense costs no query.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
        (bytes.len() == LENGTH).then(|| Self(text.to_owned()))
    }

    /// What the browser or program presents.
    pub(super) fn text(&self) -> &str {
        &self.0
    }

    /// What is stored. A fast hash is enough: 256 random bits cannot be guessed.
    pub(super) fn hash(&self) -> TokenHash {
        TokenHash(Sha256::digest(&self.0).into())
    }
}

/// SHA-256 of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TokenHash([u8; 32]);

impl TokenHash {
    /// The key of the session's row.
    pub(super) fn key(self) -> String {
        hex::encode(self.0)
    }

    /// What the session layer calls the session: half of the hash, since its
    /// identifiers have 128 bits. It names a session within one request only;
    /// rows are found by the whole hash.
    pub(super) fn id(self) -> Id {
        let mut half = [0; 16];
        half.copy_from_slice(&self.0[..16]);
        Id(i128::from_le_bytes(half))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_back_and_its_hash_does_not_show_it() {
        let token = Token::random().expect("random bytes");
        assert_eq!(token.text().len(), 43);
        let again = Token::parse(token.text()).expect("one of ours");
        assert_eq!(again.hash(), token.hash());
        assert_eq!(token.hash().key().len(), 64);
        assert!(!token.hash().key().contains(token.text()));
    }

    #[test]
    fn nonsense_is_no_token() {
        for text in ["", "a", "\u{0}", "not a token", &"a".repeat(42), &"=".repeat(43)] {
            assert!(Token::parse(text).is_none(), "{text}");
        }
    }
}
