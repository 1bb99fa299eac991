//! Making an account where not everybody may, forgotten passwords, and confirming an
//! address.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::account;

/// Why an account cannot be made with that invitation; blank if it can.
#[server(prefix = "/fn", endpoint = "account/entry", input = GetUrl)]
pub async fn entry(#[server(default)] invitation: String) -> Result<String, Refusal> {
    account::entry(&invitation).await
}

/// Sends a link to a new password, if anybody has that address.
#[server(prefix = "/fn", endpoint = "account/forgotten-password")]
pub async fn forgotten_password(#[server(default)] email: String) -> Result<Outcome, Refusal> {
    account::forgotten_password(email).await
}

/// Sets another password by such a link.
#[server(prefix = "/fn", endpoint = "account/reset-password")]
pub async fn reset_password(
    #[server(default)] token: String,
    #[server(default)] password: String,
) -> Result<Outcome, Refusal> {
    account::reset_password(token, password).await
}

/// Confirms an address by the link that was sent there.
#[server(prefix = "/fn", endpoint = "account/confirm-email")]
pub async fn confirm_email(#[server(default)] token: String) -> Result<Outcome, Refusal> {
    account::confirm_email(token).await
}

/// Sends the letter that asks for that once more.
#[server(prefix = "/fn", endpoint = "account/send-confirmation")]
pub async fn send_confirmation() -> Result<Outcome, Refusal> {
    account::send_confirmation().await
}
