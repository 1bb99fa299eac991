//! Signing up, in and out, and how the pages look.

use leptos::prelude::*;

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
) -> Result<Outcome, Refusal> {
    account::sign_up(email, password, time_zone, locale).await
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
