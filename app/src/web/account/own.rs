//! One's own account: how one signs in, where, and leaving.

use domain::account::{AccountPatch, DeleteAccount};
use domain::input::Field;
use domain::problem::Problem;
use server::accounts;
use server::error::Error;
use server::operations::import::TakenOver;

use super::super::{Asked, import};
use super::{asked, tokens};
use crate::present;
use crate::texts;
use crate::view::account::AccountView;
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// The account, where one is signed in, and who answers.
pub(crate) async fn page() -> Result<AccountView, Refusal> {
    let (asked, carried) = (asked()?, Carried { made: tokens::carried(), file: import::carried() });
    read(&asked, carried).await.map_err(|error| asked.refuse_page(error.into()))
}

/// What the browser carries of what it has just done; to be read before the first `await`.
struct Carried {
    made: Option<String>,
    file: Option<TakenOver>,
}

async fn read(asked: &Asked, carried: Carried) -> Result<AccountView, Error> {
    let context = asked.context()?;
    let user = accounts::current_user(&asked.parts.extensions).ok_or(Error::Unauthenticated)?;
    let auth = accounts::auth_session(&asked.parts.extensions)?;
    let devices = accounts::devices(&auth).await?;
    let kept = present::account::Kept {
        email: user.email,
        devices,
        tokens: accounts::api_tokens(&auth).await?,
        made: tokens::made_token(&auth, carried.made).await?,
        taken_over: carried.file,
        address: accounts::address_state(&auth).await?,
    };
    present::account::page(&asked.planner, &context, kept).await
}

/// Changes e-mail address or password.
pub(crate) async fn change(
    current_password: String,
    email: String,
    new_password: String,
) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    // Each of the two forms has one of them.
    let said = |text: String| Field::from(Some(text).filter(|text| !text.is_empty()));
    let changes = AccountPatch {
        current_password: current_password.into(),
        email: said(email),
        new_password: said(new_password),
    };
    let result = match accounts::auth_session(&asked.parts.extensions) {
        Ok(auth) => accounts::change_account(&auth, changes).await,
        Err(error) => Err(error),
    };
    let result = result.map(|changed| Receipt {
        summary: match changed.awaited {
            None => texts::told::saved_account(&changed.user.email),
            Some(email) => texts::told::address_asked(&email),
        },
        ..Receipt::default()
    });
    Ok(asked.answer(result.map_err(accounts::problem)))
}

/// Signs out elsewhere.
pub(crate) async fn end_devices(id: &str) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let result = end(&asked, id).await.map(|summary| Receipt { summary, ..Receipt::default() });
    Ok(asked.answer(result.map_err(Problem::from)))
}

async fn end(asked: &Asked, id: &str) -> Result<String, Error> {
    let auth = accounts::auth_session(&asked.parts.extensions)?;
    if id.is_empty() {
        return Ok(texts::told::signed_out(accounts::end_other_devices(&auth).await?));
    }
    accounts::end_device(&auth, id.parse().map_err(|_| Error::NotFound)?).await?;
    Ok(texts::told::SIGNED_OUT_THERE.to_owned())
}

/// Deletes the account, and leads to the landing page.
pub(crate) async fn delete(current_password: String, confirm: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let wish = DeleteAccount { current_password: current_password.into(), confirm: confirm.into() };
    let result = match accounts::auth_session(&asked.parts.extensions) {
        Ok(auth) => accounts::delete_account(auth, wish).await,
        Err(error) => Err(error),
    };
    let result = result.map(|()| Receipt { go: Some("/".to_owned()), ..Receipt::default() });
    Ok(asked.answer(result.map_err(Problem::from)))
}
