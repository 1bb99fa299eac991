//! Signing up, in and out, one's own account, and how the pages look.

use leptos::prelude::*;
use leptos::server_fn::codec::GetUrl;

use crate::view::account::AccountView;
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::account;

/// Makes an account and signs in.
#[server(prefix = "/fn", endpoint = "account/sign-up")]
pub async fn sign_up(
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] time_zone: String,
    #[server(default)] locale: String,
    #[server(default)] invitation: String,
) -> Result<Outcome, Refusal> {
    account::sign_up(email, password, time_zone, locale, invitation).await
}

/// Signs in and goes on to the page that was asked for.
#[server(prefix = "/fn", endpoint = "account/sign-in")]
pub async fn sign_in(
    #[server(default)] email: String,
    #[server(default)] password: String,
    #[server(default)] next: String,
) -> Result<Outcome, Refusal> {
    account::sign_in(email, password, next).await
}

/// Signs out.
#[server(prefix = "/fn", endpoint = "account/sign-out")]
pub async fn sign_out() -> Result<Outcome, Refusal> {
    account::sign_out().await
}

/// Keeps whether pages are light, dark, or as the system has it.
#[server(prefix = "/fn", endpoint = "account/theme")]
pub async fn set_theme(#[server(default)] theme: String) -> Result<Outcome, Refusal> {
    account::set_theme(&theme).await
}

/// Keeps how much room things have on this device.
#[server(prefix = "/fn", endpoint = "account/density")]
pub async fn set_density(#[server(default)] density: String) -> Result<Outcome, Refusal> {
    account::set_density(&density).await
}

/// The account, where one is signed in, and who answers.
#[server(prefix = "/fn", endpoint = "account/read", input = GetUrl)]
pub async fn read() -> Result<AccountView, Refusal> {
    account::page().await
}

/// Changes e-mail address or password.
#[server(prefix = "/fn", endpoint = "account/change")]
pub async fn change(
    #[server(default)] current_password: String,
    #[server(default)] email: String,
    #[server(default)] new_password: String,
) -> Result<Outcome, Refusal> {
    account::change(current_password, email, new_password).await
}

/// Signs out elsewhere: on one device, or on all others where none is named.
#[server(prefix = "/fn", endpoint = "account/end-devices")]
pub async fn end_devices(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    account::end_devices(&id).await
}

/// Deletes the account with everything in it.
#[server(prefix = "/fn", endpoint = "account/delete")]
pub async fn delete(
    #[server(default)] current_password: String,
    #[server(default)] confirm: String,
) -> Result<Outcome, Refusal> {
    account::delete(current_password, confirm).await
}
