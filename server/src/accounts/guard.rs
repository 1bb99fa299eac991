//! How often passwords may be tried, and accounts made.
//!
//! Nobody can lock somebody else out: a browser in which a person has signed in before has a
//! budget of its own for that person ("device cookies",
//! <https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies>).
//! Whoever else tries shares the budgets of the account, of their address, and of that
//! account at that address, of which the last is used up long before the first.

use std::net::IpAddr;

use chrono::TimeDelta;
use domain::Uuid;
use sha2::{Digest, Sha256};

use super::budget::{self, Budget, Try};
use super::caller::Caller;
use super::known_device;
use crate::context::Planner;
use crate::error::Error;

/// Somebody who forgot which password it was has enough of it; 20 more in an hour are no
/// way through the least that a password may be (10,000 guesses, `weakness`).
const HERE: Budget = Budget { tries: 20, each: TimeDelta::minutes(3) };
/// Of an account, from everywhere but its own devices.
const ANYWHERE: Budget = Budget { tries: 60, each: TimeDelta::minutes(3) };
/// Of any accounts from one address, where many people may be behind one router.
const FROM_ADDRESS: Budget = Budget { tries: 100, each: TimeDelta::seconds(36) };
/// For somebody who is signed in and has to say the password again.
const AGAIN: Budget = Budget { tries: 10, each: TimeDelta::minutes(1) };
/// A family or a class signs up at once; the hour after that has 20 more.
const SIGN_UPS: Budget = Budget { tries: 40, each: TimeDelta::minutes(3) };

/// Letters that are asked for from one address: a household that forgot all its passwords.
const LETTERS_FROM: Budget = Budget { tries: 20, each: TimeDelta::minutes(3) };
/// Letters to one person that anybody may ask for; the latest one lasts longer than it takes
/// until the next may be asked for, so asking often keeps nobody out.
const LETTERS_TO: Budget = Budget { tries: 5, each: TimeDelta::minutes(15) };

/// Takes what one try to sign in costs. To be given back if it was right.
///
/// # Errors
/// [`Error::TooMany`], in the same words whether or not there is such an account.
pub(super) async fn sign_in(
    planner: &Planner,
    caller: &Caller,
    email: &str,
) -> Result<Vec<Try>, Error> {
    let account = account(email);
    let mut tries = if let Some(device) = known_device::known(planner, caller, email).await? {
        vec![Try::of(format!("{account}:device:{device}"), HERE)]
    } else {
        let place = place(caller.address);
        vec![
            Try::of(format!("{account}:at:{place}"), HERE),
            Try::of(account, ANYWHERE),
            Try::of(format!("address:{place}"), FROM_ADDRESS),
        ]
    };
    let taken = budget::take(planner, &mut tries).await;
    if matches!(taken, Err(Error::TooMany { .. })) {
        tracing::warn!(client = ?caller.address, "too many tries to sign in");
    }
    taken.map(|()| tries)
}

/// Takes what it costs to say the password again. Each session has its own budget, so one
/// that was stolen keeps nobody from ending it.
///
/// # Errors
/// [`Error::TooMany`].
pub(super) async fn say_again(
    planner: &Planner,
    person: Uuid,
    session: &str,
) -> Result<Vec<Try>, Error> {
    let subject = format!("{}:{}", again(person), hash(session.as_bytes()));
    let mut tries = vec![Try::of(subject, AGAIN)];
    budget::take(planner, &mut tries).await?;
    Ok(tries)
}

/// Takes what making an account costs. A connection from this machine says nothing about
/// who sends: it may be a proxy that nothing is known of (`TRUSTED_PROXIES`).
///
/// # Errors
/// [`Error::TooMany`].
pub(super) async fn sign_up(planner: &Planner, caller: &Caller) -> Result<(), Error> {
    from_place(planner, caller, "sign-up", SIGN_UPS).await
}

/// Takes what it costs to ask for a letter without having signed in, whoever it is for.
///
/// # Errors
/// [`Error::TooMany`].
pub(super) async fn ask_letter(planner: &Planner, caller: &Caller) -> Result<(), Error> {
    from_place(planner, caller, "letters", LETTERS_FROM).await
}

/// Takes what one more letter to somebody costs.
///
/// # Errors
/// [`Error::TooMany`]: not to be told, as it says that there is such an account.
pub(super) async fn letter_to(planner: &Planner, email: &str) -> Result<(), Error> {
    let subject = format!("{}:letters", account(email));
    budget::take(planner, &mut [Try::of(subject, LETTERS_TO)]).await
}

async fn from_place(
    planner: &Planner,
    caller: &Caller,
    deed: &str,
    budget: Budget,
) -> Result<(), Error> {
    match caller.address {
        Some(address) if !address.is_loopback() => {
            let subject = format!("{deed}:{}", place(Some(address)));
            budget::take(planner, &mut [Try::of(subject, budget)]).await
        }
        _ => Ok(()),
    }
}

/// Gives back tries that were right; whoever is in is in, also where that cannot be noted.
pub(super) async fn was_right(planner: &Planner, tries: &[Try]) {
    if let Err(cause) = budget::give_back(planner, tries).await {
        tracing::warn!(%cause, "a good try was not given back");
    }
}

/// Where the subjects of a person begin.
pub(super) fn subjects(person: Uuid, email: &str) -> [String; 2] {
    [again(person), account(email)]
}

fn again(person: Uuid) -> String {
    format!("again:{}", hash(person.as_bytes()))
}

fn account(email: &str) -> String {
    format!("account:{}", hash(email.as_bytes()))
}

/// An IPv6 network has 2^64 addresses for one customer; all of them are one place.
fn place(address: Option<IpAddr>) -> String {
    let text = match address {
        Some(IpAddr::V6(address)) => format!("{:x}/64", u128::from(address) >> 64),
        Some(IpAddr::V4(address)) => address.to_string(),
        None => String::new(),
    };
    hash(text.as_bytes())
}

/// Half of SHA-256: long enough, and no address in the clear.
fn hash(bytes: &[u8]) -> String {
    hex::encode(&Sha256::digest(bytes)[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ipv6_network_is_one_place() {
        let at = |text: &str| place(text.parse().ok());
        assert_eq!(at("2001:db8:1:2::1"), at("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assert_ne!(at("2001:db8:1:2::1"), at("2001:db8:1:3::1"));
        assert_ne!(at("192.0.2.1"), at("192.0.2.2"));
        assert_ne!(at("192.0.2.1"), place(None));
    }
}
