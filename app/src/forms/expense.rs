//! Recording and editing an expense.

use serde::{Deserialize, Serialize};

use super::RepeatForm;

/// An expense's form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ExpenseForm {
    /// Which expense; empty for a new one.
    pub id: String,
    /// How much, with the currency where it is not the person's.
    pub amount: String,
    /// What kind of spending.
    pub category: String,
    /// What it was for.
    pub description: String,
    /// Anything more about it.
    pub notes: String,
    /// On which day.
    pub incurred_at: String,
    /// The day that the form came with: unchanged, the stored time stays.
    pub was: String,
    /// How it repeats.
    #[serde(flatten)]
    pub repeat: RepeatForm,
}

#[cfg(feature = "ssr")]
mod reading {
    use domain::expense::{ExpensePatch, NewExpense};
    use domain::input::Field;
    use domain::target::Update;
    use server::context::Context;

    use super::super::reading::{field, present, typed};
    use super::ExpenseForm;

    impl ExpenseForm {
        /// A new expense.
        pub(crate) fn create(self, context: &Context) -> NewExpense {
            NewExpense {
                amount: typed(&self.amount, &context.actor),
                rrule: self.repeat.rule(&context.reference()),
                category: Field::Value(self.category),
                description: Field::Value(self.description),
                notes: present(&self.notes),
                incurred_at: field(&self.incurred_at),
                ..NewExpense::default()
            }
        }

        /// Everything the form shows replaces what is stored.
        pub(crate) fn update(self, context: &Context) -> Update<ExpensePatch> {
            Update {
                id: field(&self.id),
                changes: ExpensePatch {
                    amount: typed(&self.amount, &context.actor),
                    rrule: self.repeat.rule(&context.reference()),
                    incurred_at: if self.incurred_at == self.was {
                        Field::Absent
                    } else {
                        field(&self.incurred_at)
                    },
                    category: Field::Value(self.category),
                    description: Field::Value(self.description),
                    notes: Field::Value(self.notes),
                    ..ExpensePatch::default()
                },
            }
        }
    }
}
