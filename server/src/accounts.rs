//! People: how they sign up, sign in, stay signed in and sign out.
//!
//! # For doors
//! [`with_sessions`] wraps routes so that every request knows who sends it:
//! by `Authorization: Bearer <token>`, else by the `session` cookie. Both name the
//! same row of `sessions`, found by the hash of the token. An unknown, expired or
//! malformed token is no error: the request is simply nobody's. A bearer token may also be
//! one that a person made for a program ([`make_api_token`]); it counts below `/api/` only.
//!
//! Inside such routes everything hangs from the request's extensions, which an
//! axum handler and a Leptos server function reach alike through
//! [`http::request::Parts`]:
//!
//! | to | call |
//! |---|---|
//! | know who asks | [`current_user`]`(&parts.extensions)` |
//! | call an operation | [`context`]`(&planner, &parts.extensions, door)?` |
//! | sign somebody up | [`join`]`(&session, input)`, then [`start_session`] |
//! | sign somebody in | [`sign_in`]`(&session, input)`, then [`start_session`] |
//! | begin a session | [`start_session`]`(auth_session(&parts.extensions)?, &user)` |
//! | sign out | [`end_session`]`(auth_session(&parts.extensions)?)` |
//! | send a link to a new password, follow it | [`forgotten_password`], [`reset_password`] |
//! | confirm an address | [`send_confirmation`], [`confirm_email`] |
//! | change address or password | [`change_account`] |
//! | list and end sessions | [`devices`], [`end_device`], [`end_other_devices`] |
//! | make, list and revoke tokens of programs | [`make_api_token`], [`api_tokens`], [`revoke_api_token`] |
//! | delete an account | [`delete_account`] |
//!
//! Beginning and ending a session sets and clears the cookie by itself, once the
//! answer passes [`with_sessions`] on its way out; a door need not touch it.
//! [`start_session`] also returns the token, for programs that keep it themselves.

mod address;
mod api_tokens;
mod backend;
mod budget;
mod caller;
mod change;
mod confirm;
mod cookie;
mod device;
mod entry;
mod forgotten;
mod guard;
mod known_device;
mod leave;
mod link;
pub(crate) mod locality;
mod password;
mod request;
mod session;
mod sign_in;
mod sign_up;
mod store;
mod sweep;
mod token;
mod weakness;

pub use api_tokens::{api_tokens, make_api_token, own_api_token, revoke_api_token};
pub use backend::{AuthSession, Backend, Person};
pub use change::{Change, change_account};
pub use confirm::{AddressState, address_state, confirm_email, send_confirmation};
pub(crate) use cookie::bearer;
pub use device::{devices, end_device, end_other_devices};
pub use entry::{invite, may_sign_up};
pub use forgotten::{forgotten_password, reset_link, reset_password};
pub use leave::delete_account;
pub(crate) use link::expired_links;
pub(crate) use request::is_signed_in;
pub use request::with_sessions;
pub use session::{auth_session, context, current_user, end_session, start_session};
pub use sign_in::sign_in;
pub use sign_up::{join, make_account, problem, sign_up};
pub(crate) use sweep::{expired_sessions, sweep_tries};

use chrono::TimeDelta;
use domain::account::User;

use crate::entity::{sessions, users};

/// How long a session lasts, however much it is used.
const ABSOLUTE_LIMIT: TimeDelta = TimeDelta::days(30);
/// How long a session lasts without being used.
const IDLE_LIMIT: TimeDelta = TimeDelta::days(14);

/// A stored person as they are answered.
pub(crate) fn user_of(model: &users::Model) -> User {
    User {
        id: model.id,
        email: model.email.clone(),
        // Rows that other programs inserted may lack it.
        created_at: model.created_at.unwrap_or(model.updated_at),
        time_zone: model.time_zone.clone(),
        currency: model.currency.parse().unwrap_or_default(),
        settings: model.settings(),
    }
}

/// Whether a session still holds at `now`.
fn is_alive(session: &sessions::Model, now: chrono::DateTime<chrono::Utc>) -> bool {
    now < session.expires_at && now < session.last_used_at + IDLE_LIMIT
}
