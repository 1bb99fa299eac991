//! Forms over more than one expense, and over budgets.

use domain::Uuid;
use domain::bulk::{DeleteRows, Kind, RowId};
use domain::expense::Recategorize;
use domain::history::Item;
use domain::input::Field;
use server::operations::budgets::{DeleteBudget, SetBudget};
use server::operations::bulk::DeleteMany;
use server::operations::expenses::{RecategorizeExpenses, SplitExpense};

use super::{Manner, perform_so, perform_told, target};
use crate::forms::{BudgetForm, SplitForm};
use crate::texts;
use crate::texts::ledger::expenses;
use crate::view::outcome::{Outcome, Refusal};

/// Splits an expense.
pub(crate) async fn split(form: SplitForm) -> Result<Outcome, Refusal> {
    perform_told::<SplitExpense>(
        |context| {
            let input = form.split(context);
            (input, Box::new(move |complaint| form.place(complaint)))
        },
        |_, parts| match parts.first() {
            Some(first) => {
                let name = Item::from(first.clone()).name().to_owned();
                texts::told::split(&name, parts.len())
            }
            None => String::new(),
        },
    )
    .await
}

/// Deletes several expenses, or puts them into one category.
pub(crate) async fn several(
    ids: Vec<String>,
    category: String,
    delete: bool,
) -> Result<Outcome, Refusal> {
    // What is no identifier names nothing.
    let ids: Vec<Uuid> = ids.iter().filter_map(|id| id.parse().ok()).collect();
    let place = |complaint: &str| matches!(complaint, "ids" | "rows").then_some("category");
    if delete {
        let rows = ids.into_iter().map(|id| RowId::whole(Kind::Expense, id)).collect();
        let input = DeleteRows { rows };
        return perform_told::<DeleteMany>(
            |_| (input, Box::new(place)),
            |_, rows| texts::told::expenses_deleted(&expenses(rows.len())),
        )
        .await;
    }
    let into = category.trim().to_owned();
    let input = Recategorize { ids, category: Field::Value(category) };
    perform_told::<RecategorizeExpenses>(
        |_| (input, Box::new(place)),
        |_, rows| texts::told::expenses_moved(&expenses(rows.len()), &into),
    )
    .await
}

/// Sets a budget, or removes it.
pub(crate) async fn budget(form: BudgetForm) -> Result<Outcome, Refusal> {
    if form.is_removal() {
        return perform_so::<DeleteBudget>(|_| {
            let manner = Manner {
                tell: |_, item| Some(texts::told::no_budget(item.name())),
                ..Manner::default()
            };
            (target(&form.id), manner)
        })
        .await;
    }
    perform_so::<SetBudget>(|context| {
        let manner = Manner {
            tell: |wording, item| Some(texts::told::budget(&wording.item(item))),
            ..Manner::default()
        };
        (form.set(context), manner)
    })
    .await
}
