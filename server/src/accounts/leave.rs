//! Deleting an account.

use domain::account::DeleteAccount;
use domain::validation::Validate;
use sea_orm::EntityTrait;

use super::backend::AuthSession;
use super::{budget, change, end_session, guard};
use crate::entity::users;
use crate::error::Error;

/// Deletes the person who sends a request with everything that is theirs, and signs them out
/// everywhere. Every table that holds rows of a person lets them go with that person's row.
///
/// # Errors
/// [`Error::Invalid`] when the password is wrong or the deletion is not confirmed;
/// [`Error::Unauthenticated`]; nothing is deleted then.
pub async fn delete_account(auth: AuthSession, input: DeleteAccount) -> Result<(), Error> {
    let person = change::proven(&auth, input.validate()?).await?;
    let transaction = auth.backend.store.planner().database.begin_write().await?;
    users::Entity::delete_by_id(person.id).exec(&transaction).await?;
    for subject in guard::subjects(person.id, &person.email) {
        budget::forget(&transaction, &subject).await?;
    }
    transaction.commit().await?;
    tracing::info!(user.id = %person.id, "deleted their account");
    end_session(auth).await
}
