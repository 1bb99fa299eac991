//! Changing expenses.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use server::operations::expenses as operations;

use crate::forms::ExpenseForm;
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::{Manner, perform, perform_so};

/// Records an expense.
#[server(prefix = "/fn", endpoint = "expenses/create")]
pub async fn create(#[server(flatten)] form: ExpenseForm) -> Result<Outcome, Refusal> {
    perform_so::<operations::CreateExpense>(|context| {
        let place = Box::new(form.repeat.places(&context.reference()));
        (form.create(context), Manner { place, ..Manner::default() })
    })
    .await
}

/// Changes an expense.
#[server(prefix = "/fn", endpoint = "expenses/update")]
pub async fn update(#[server(flatten)] form: ExpenseForm) -> Result<Outcome, Refusal> {
    perform_so::<operations::UpdateExpense>(|context| {
        let place = Box::new(form.repeat.places(&context.reference()));
        (form.update(context), Manner { place, ..Manner::default() })
    })
    .await
}

/// Removes an expense.
#[server(prefix = "/fn", endpoint = "expenses/delete")]
pub async fn delete(#[server(default)] id: String) -> Result<Outcome, Refusal> {
    perform::<operations::DeleteExpense>(|_| crate::web::target(&id)).await
}
