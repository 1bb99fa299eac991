//! Monthly budgets, and what is left of them.

mod delete;
mod list;
mod read;
mod set;
mod update;

pub use delete::DeleteBudget;
pub use list::ListBudgets;
pub use read::ReadBudget;
pub use set::SetBudget;
pub use update::UpdateBudget;

use domain::budget::Budget;
use sea_orm::QueryOrder;

use super::{Row, Scope};
use crate::entity::budgets::{Column, Entity};
use crate::error::Error;

/// All budgets of the person: that for all spending first, then by category.
///
/// # Errors
/// The database's.
async fn all(scope: &Scope<'_>) -> Result<Vec<Budget>, Error> {
    scope
        .own::<Entity>()
        .order_by_asc(Column::Category)
        .all(scope.database())
        .await?
        .into_iter()
        .map(Budget::from_model)
        .collect()
}

/// Whether a budget is for this category, whatever its case; none is all spending.
fn is_for(budget: &Budget, category: Option<&str>) -> bool {
    let folded = |name: Option<&str>| name.map(str::to_lowercase);
    folded(budget.category.as_deref()) == folded(category)
}
