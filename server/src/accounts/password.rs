//! Password hashes: argon2id, off the async threads, a few at once.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::error::Error;

/// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane.
const MEMORY_KIB: u32 = 19_456;
const PASSES: u32 = 2;
const LANES: u32 = 1;

/// Verified in place of the hash of a person who does not exist, so that the
/// answer takes as long as for one who does. No password is known to fit.
const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGlzIGhlcmUh$\
    AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// As many hashes at once as there are cores: more would only take memory
/// (19 MiB each) and make everybody wait longer.
static TURNS: LazyLock<Semaphore> = LazyLock::new(|| {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    Semaphore::new(cores)
});

/// What verifying a password found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    /// Whether the password fits.
    pub(super) fits: bool,
    /// Whether the hash is weaker than one made today.
    pub(super) outdated: bool,
}

/// Hashes a password with today's parameters, in PHC form.
pub(super) async fn hash(password: String) -> Result<String, Error> {
    in_turn(move || {
        let hash: PasswordHash = hasher()?.hash_password(password.as_bytes()).map_err(internal)?;
        Ok(hash.to_string())
    })
    .await
}

/// Whether a password fits a stored hash; without one, takes as long and says no.
pub(super) async fn verify(password: String, stored: Option<String>) -> Result<Verdict, Error> {
    in_turn(move || {
        let known = stored.as_deref().and_then(|stored| PasswordHash::new(stored).ok());
        let nobody = PasswordHash::new(NOBODY).map_err(internal)?;
        let hash = known.as_ref().unwrap_or(&nobody);
        let verified = hasher()?.verify_password(password.as_bytes(), hash).is_ok();
        Ok(Verdict { fits: verified && known.is_some(), outdated: is_outdated(hash) })
    })
    .await
}

fn hasher() -> Result<Argon2<'static>, Error> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

fn is_outdated(hash: &PasswordHash) -> bool {
    let Ok(params) = Params::try_from(hash) else { return true };
    hash.algorithm != argon2::ARGON2ID_IDENT
        || hash.version != Some(Version::V0x13.into())
        || params.m_cost() < MEMORY_KIB
        || params.t_cost() < PASSES
}

/// Runs what takes long on a thread of its own, when it is its turn.
pub(super) async fn in_turn<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let _turn = TURNS.acquire().await.map_err(internal)?;
    tokio::task::spawn_blocking(work).await.map_err(internal)?
}

fn internal(cause: impl std::fmt::Display) -> Error {
    Error::Internal(cause.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_fits_its_hash_only() {
        let stored = hash("correct horse".to_owned()).await.expect("a hash");
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{stored}");
        let verdict = verify("correct horse".to_owned(), Some(stored.clone())).await;
        assert_eq!(verdict.ok(), Some(Verdict { fits: true, outdated: false }));
        let verdict = verify("correct horsf".to_owned(), Some(stored)).await;
        assert_eq!(verdict.ok(), Some(Verdict { fits: false, outdated: false }));
    }

    #[tokio::test]
    async fn nobody_has_a_hash_like_everybody_and_no_password() {
        let nobody = PasswordHash::new(NOBODY).expect("a hash in PHC form");
        assert_eq!(nobody.hash.as_ref().map(|output| output.len()), Some(32));
        let verdict = verify(String::new(), None).await;
        assert_eq!(verdict.ok(), Some(Verdict { fits: false, outdated: false }));
        let verdict = verify(String::new(), Some("not a hash".to_owned())).await;
        assert_eq!(verdict.ok(), Some(Verdict { fits: false, outdated: false }));
    }
}
