//! Tokens of one's own programs, as the settings make, show and revoke them.

use http::header::SET_COOKIE;
use server::accounts;
use server::error::Error;

use super::super::Asked;
use super::super::cookies::{carrying, cookie};
use super::asked;
use crate::forms::ApiTokenForm;
use crate::texts;
use crate::view::account::MadeTokenView;
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// Carries a token that was just made to the page that shows it: its text is stored
/// nowhere, and an address would be kept by browsers and proxies.
const COOKIE: &str = "made_token";
/// How long it can be seen, in seconds. A page is read again whenever something is changed
/// anywhere, so it must outlast one reading.
const SHOWN_FOR: u32 = 300;

/// Makes a token.
pub(crate) async fn make_token(form: ApiTokenForm) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let result = make(&asked, form).await;
    Ok(asked.answer(result.map_err(Into::into)))
}

async fn make(asked: &Asked, form: ApiTokenForm) -> Result<Receipt, Error> {
    let auth = accounts::auth_session(&asked.parts.extensions)?;
    let made = accounts::make_api_token(&auth, form.into_input()).await?;
    let cookie = carrying(&asked.planner, COOKIE, &made.token, SHOWN_FOR);
    asked.header(SET_COOKIE, &cookie);
    let summary = texts::told::token_made(&made.kept.name);
    Ok(Receipt { summary, ..Receipt::default() })
}

/// The token that was just made in this browser, if it is one of the person's and goes on.
pub(super) async fn made_token(
    auth: &accounts::AuthSession,
    text: Option<String>,
) -> Result<Option<MadeTokenView>, Error> {
    let Some(text) = text else { return Ok(None) };
    let token = accounts::own_api_token(auth, &text).await?;
    Ok(token.map(|token| MadeTokenView { name: token.name, text }))
}

/// What the browser carries; to be read before the first `await`.
pub(super) fn carried() -> Option<String> {
    cookie(COOKIE)
}

/// Ends a token.
pub(crate) async fn revoke_token(id: &str) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let result = revoke(&asked, id).await;
    let result = result
        .map(|()| Receipt { summary: texts::told::TOKEN_REVOKED.to_owned(), ..Receipt::default() });
    Ok(asked.answer(result.map_err(Into::into)))
}

async fn revoke(asked: &Asked, id: &str) -> Result<(), Error> {
    let auth = accounts::auth_session(&asked.parts.extensions)?;
    accounts::revoke_api_token(&auth, id.parse().map_err(|_| Error::NotFound)?).await
}
