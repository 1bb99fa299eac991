//! Beginning and ending a session, and asking whose it is.

use axum::http::Extensions;
use domain::Uuid;
use domain::account::User;
use domain::history::Door;

use super::backend::{AuthSession, Person};
use super::known_device;
use super::store::{Outcome, RequestStore};
use crate::context::{Actor, Context, Expected, Planner};
use crate::error::Error;
use crate::once::Once;

const NOT_A_PERSON: &str = "A token has no say in the account. Sign in for that.";

/// The session of a request, to begin or end it.
///
/// # Errors
/// [`Error::Internal`] when the route is not behind [`super::with_sessions`].
pub fn auth_session(extensions: &Extensions) -> Result<AuthSession, Error> {
    extensions
        .get::<AuthSession>()
        .cloned()
        .ok_or_else(|| Error::Internal("a route is not behind accounts::with_sessions".to_owned()))
}

/// Who sends the request, if anybody is signed in.
pub fn current_user(extensions: &Extensions) -> Option<User> {
    extensions.get::<AuthSession>()?.user.clone().map(|person| person.0)
}

/// The person who sends a request, who must be there in person: a program that they gave a
/// token to has no say in their account.
///
/// # Errors
/// [`Error::Unauthenticated`] when nobody is signed in; [`Error::Forbidden`] to a program.
pub(super) fn in_person(auth: &AuthSession) -> Result<(&Planner, Uuid), Error> {
    let person = auth.user.as_ref().map(|person| person.0.id).ok_or(Error::Unauthenticated)?;
    let store = &auth.backend.store;
    if store.is_program() {
        Err(Error::Forbidden(NOT_A_PERSON))
    } else {
        Ok((store.planner(), person))
    }
}

/// The context in which the person who sends a request calls operations.
///
/// # Errors
/// [`Error::Unauthenticated`] when nobody is signed in.
pub fn context(planner: &Planner, extensions: &Extensions, door: Door) -> Result<Context, Error> {
    let user = current_user(extensions).ok_or(Error::Unauthenticated)?;
    let mut context = Context::new(planner, Actor::from(&user), door);
    context.page = extensions.get().cloned();
    context.once = extensions.get::<Once>().cloned();
    context.expected = extensions.get::<Expected>().cloned();
    Ok(context)
}

/// Begins a session for a person who was just checked; one that the request
/// brought ends, so that nobody goes on under an identifier that somebody else
/// may have planted.
///
/// Returns the token; the cookie is set by [`super::with_sessions`].
///
/// # Errors
/// The database's.
pub async fn start_session(mut auth: AuthSession, user: &User) -> Result<String, Error> {
    let store = auth.backend.store.clone();
    if auth.session.id().is_some() {
        auth.session.flush().await.map_err(|cause| store.failure(cause))?;
    }
    auth.login(&Person(user.clone())).await.map_err(|cause| store.failure(cause))?;
    auth.session.save().await.map_err(|cause| store.failure(cause))?;
    match store.outcome() {
        Outcome::Started(token) => {
            remember_device(&store, user).await;
            Ok(token.text().to_owned())
        }
        Outcome::Unchanged | Outcome::Ended => {
            Err(Error::Internal("a session was saved without a token".to_owned()))
        }
    }
}

/// Makes the browser known. It is a help for the next time, so it may fail.
async fn remember_device(store: &RequestStore, user: &User) {
    match known_device::remember(store.planner(), store.caller(), user.id).await {
        Ok(token) => store.know(token),
        Err(cause) => tracing::warn!(%cause, "a browser was not made known"),
    }
}

/// Ends the session of a request everywhere: as cookie and as bearer token. Without
/// one there is nothing to end, but the browser's cookie is cleared all the same.
///
/// # Errors
/// [`Error::Forbidden`] to a program, which has none; the database's, and the session goes
/// on then.
pub async fn end_session(auth: AuthSession) -> Result<(), Error> {
    let store = &auth.backend.store;
    if store.is_program() {
        return Err(Error::Forbidden(NOT_A_PERSON));
    }
    if auth.session.id().is_some() {
        auth.session.flush().await.map_err(|cause| store.failure(cause))?;
    }
    store.end();
    Ok(())
}
