//! Changing expenses.

use leptos::prelude::*;
#[cfg(feature = "ssr")]
use server::operations::expenses as operations;

use crate::forms::{BudgetForm, ExpenseForm, SplitForm};
use crate::view::outcome::{Outcome, Refusal};
#[cfg(feature = "ssr")]
use crate::web::{Manner, expenses, perform, perform_so};

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

/// Splits an expense into parts that add up to it.
#[server(prefix = "/fn", endpoint = "expenses/split")]
pub async fn split(#[server(flatten)] form: SplitForm) -> Result<Outcome, Refusal> {
    expenses::split(form).await
}

/// Deletes several expenses, or puts them into one category.
#[server(prefix = "/fn", endpoint = "expenses/several")]
pub async fn several(
    #[server(default)] ids: Vec<String>,
    #[server(default)] category: String,
    #[server(default)] delete: String,
) -> Result<Outcome, Refusal> {
    expenses::several(ids, category, !delete.is_empty()).await
}

/// Sets a monthly budget; an empty amount removes it.
#[server(prefix = "/fn", endpoint = "budgets/set")]
pub async fn budget(#[server(flatten)] form: BudgetForm) -> Result<Outcome, Refusal> {
    expenses::budget(form).await
}
