//! Setting a monthly budget.

use serde::{Deserialize, Serialize};

/// A budget's form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct BudgetForm {
    /// The budget that there is; empty for a new one.
    pub id: String,
    /// For which category; empty for all spending.
    pub category: String,
    /// How much a month; empty for no budget any more.
    pub amount: String,
}

#[cfg(feature = "ssr")]
mod reading {
    use domain::budget::NewBudget;
    use domain::input::Field;
    use server::context::Context;

    use super::super::reading::{present, typed};
    use super::BudgetForm;

    impl BudgetForm {
        /// Whether it asks for the budget to go.
        pub(crate) fn is_removal(&self) -> bool {
            self.amount.trim().is_empty() && !self.id.is_empty()
        }

        /// The budget that it asks for.
        pub(crate) fn set(self, context: &Context) -> NewBudget {
            NewBudget {
                amount: typed(&self.amount, &context.actor),
                currency: Field::Absent,
                category: present(&self.category),
            }
        }
    }
}
