//! Tokens of one's own programs.

use leptos::prelude::*;

use crate::forms::ApiTokenForm;
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::account;

/// Makes a token; the page then shows it for a few minutes.
#[server(prefix = "/fn", endpoint = "account/make-token")]
pub async fn make(#[server(flatten)] form: ApiTokenForm) -> Result<Outcome, Refusal> {
    account::make_token(form).await
}

/// Ends a token.
#[server(prefix = "/fn", endpoint = "account/revoke-token")]
pub async fn revoke(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    account::revoke_token(&id).await
}
