//! Making an account where not everybody may, forgotten passwords, and confirming an
//! address, as the pages ask for them.

use domain::account::{ConfirmEmail, ForgottenPassword, ResetPassword};
use domain::problem::Problem;
use server::accounts;
use server::error::Error;

use super::asked;
use crate::texts;
use crate::view::outcome::{Outcome, Receipt, Refusal};

fn leads(to: &str) -> Receipt {
    Receipt { go: Some(to.to_owned()), ..Receipt::default() }
}

/// Why an account cannot be made with that invitation; blank if it can.
pub(crate) async fn entry(invitation: &str) -> Result<String, Refusal> {
    let asked = asked()?;
    let invitation = Some(invitation).filter(|text| !text.is_empty());
    match accounts::may_sign_up(&asked.planner, invitation).await {
        Ok(()) => Ok(String::new()),
        Err(Error::Forbidden(why)) => Ok(why.to_owned()),
        Err(error) => Err(asked.refuse_page(error.into())),
    }
}

/// Sends a link to a new password, if anybody has that address; the page says no more.
pub(crate) async fn forgotten_password(email: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let wish = ForgottenPassword { email: email.into() };
    let result = match accounts::auth_session(&asked.parts.extensions) {
        Ok(auth) => accounts::forgotten_password(&auth, wish).await,
        Err(error) => Err(error),
    };
    let result = result.map(|()| leads("/forgotten-password?sent"));
    Ok(asked.answer(result.map_err(Problem::from)))
}

/// Sets another password by such a link.
pub(crate) async fn reset_password(token: String, password: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let wish = ResetPassword { token: token.into(), password: password.into() };
    let result = accounts::reset_password(&asked.planner, wish).await;
    let result = result.map(|()| leads("/sign-in?told=password"));
    Ok(asked.answer(result.map_err(Problem::from)))
}

/// Confirms an address by the link that was sent there. The letter may be read where nobody
/// is signed in.
pub(crate) async fn confirm_email(token: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let is_in = accounts::current_user(&asked.parts.extensions).is_some();
    let wish = ConfirmEmail { token: token.into() };
    let result = accounts::confirm_email(&asked.planner, wish).await;
    let to = if is_in { "/settings#account" } else { "/sign-in?told=address" };
    // There is no field that a taken address could be said beside.
    Ok(asked.answer(result.map(|_| leads(to)).map_err(Problem::from)))
}

/// Sends the letter that asks for that once more.
pub(crate) async fn send_confirmation() -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let result = match accounts::auth_session(&asked.parts.extensions) {
        Ok(auth) => accounts::send_confirmation(&auth).await,
        Err(error) => Err(error),
    };
    let result = result
        .map(|email| Receipt { summary: texts::told::letter_sent(&email), ..Receipt::default() });
    Ok(asked.answer(result.map_err(Problem::from)))
}
