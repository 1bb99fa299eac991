//! Signing up, in and out, one's own account, and how the pages look.

mod own;
mod recovery;
mod tokens;

use domain::account::{SignIn, SignUp, User};
use domain::problem::Problem;
use http::HeaderMap;
use http::header::{ACCEPT_LANGUAGE, SET_COOKIE};
use server::accounts::{self, AuthSession};
use server::error::Error;

pub(crate) use self::own::{change, delete, end_devices, page};
pub(crate) use self::recovery::{
    confirm_email, entry, forgotten_password, reset_password, send_confirmation,
};
pub(crate) use self::tokens::{make_token, revoke_token};
use super::Asked;
use super::back::own_path;
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// Where people go who did not ask for a page.
const HOME: &str = "/dashboard";
/// Where they go once, after making an account.
const WELCOME: &str = "/welcome";
/// How long the look of the pages is remembered, in seconds: the most that browsers keep.
const LOOK_AGE: u32 = 34_560_000;

fn asked() -> Result<Asked, Refusal> {
    Asked::read().map_err(|error| Refusal(error.into()))
}

/// Makes an account and signs in.
pub(crate) async fn sign_up(
    email: String,
    password: String,
    time_zone: String,
    locale: String,
    invitation: String,
) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let input = SignUp {
        email: email.into(),
        password: password.into(),
        time_zone: time_zone.into(),
        locale: Some(locale)
            .filter(|locale| !locale.is_empty())
            .or_else(|| accepted_language(&asked.parts.headers))
            .into(),
        invitation: invitation.into(),
    };
    let joined = async {
        let session = accounts::auth_session(&asked.parts.extensions)?;
        let user = accounts::join(&session, input).await?;
        enter(session, &user, WELCOME).await
    };
    let result = joined.await.map_err(accounts::problem);
    Ok(asked.answer(result))
}

/// Signs in and goes on to the page that was asked for.
pub(crate) async fn sign_in(
    email: String,
    password: String,
    next: String,
) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let input = SignIn { email: email.into(), password: password.into() };
    let entered = async {
        let session = accounts::auth_session(&asked.parts.extensions)?;
        let user = accounts::sign_in(&session, input).await?;
        enter(session, &user, own_path(&next).unwrap_or(HOME)).await
    };
    let result = entered.await.map_err(Problem::from);
    Ok(asked.answer(result))
}

/// The language that the browser asks for first.
fn accepted_language(headers: &HeaderMap) -> Option<String> {
    let languages = headers.get(ACCEPT_LANGUAGE)?.to_str().ok()?;
    let first = languages.split([',', ';']).next()?.trim();
    (!first.is_empty() && first != "*").then(|| first.to_owned())
}

async fn enter(session: AuthSession, user: &User, to: &str) -> Result<Receipt, Error> {
    accounts::start_session(session, user).await?;
    Ok(Receipt { go: Some(to.to_owned()), ..Receipt::default() })
}

/// Signs out.
pub(crate) async fn sign_out() -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let result = match accounts::auth_session(&asked.parts.extensions) {
        Ok(session) => accounts::end_session(session).await,
        Err(error) => Err(error),
    };
    let result = result.map(|()| Receipt { go: Some("/".to_owned()), ..Receipt::default() });
    Ok(asked.answer(result.map_err(Problem::from)))
}

/// Leads somebody who is signed in from the landing page to their own.
pub(crate) fn lead_home() {
    if let Ok(asked) = Asked::read()
        && accounts::current_user(&asked.parts.extensions).is_some()
    {
        asked.see_other(HOME);
    }
}

/// Keeps the theme in a cookie, which the document reads: see [`super::shell`].
pub(crate) async fn set_theme(theme: &str) -> Result<Outcome, Refusal> {
    set_look("theme", Some(theme).filter(|theme| matches!(*theme, "light" | "dark")))
}

/// Keeps the density in a cookie as well.
pub(crate) async fn set_density(density: &str) -> Result<Outcome, Refusal> {
    set_look("density", Some(density).filter(|density| *density == "compact"))
}

/// Keeps how pages look on this device, or forgets it where that is as usual.
fn set_look(name: &str, value: Option<&str>) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let secure = if asked.planner.config.is_https() { "; Secure" } else { "" };
    let (value, age) = value.map_or(("", 0), |value| (value, LOOK_AGE));
    let cookie = format!("{name}={value}; Path=/; Max-Age={age}; SameSite=Lax; HttpOnly{secure}");
    asked.header(SET_COOKIE, &cookie);
    Ok(asked.answer(Ok(Receipt::default())))
}
