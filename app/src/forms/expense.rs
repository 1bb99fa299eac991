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
    use domain::money::{DecimalMark, Typed};
    use domain::target::Update;
    use server::context::{Actor, Context};

    use super::super::reading::field;
    use super::ExpenseForm;

    impl ExpenseForm {
        /// The amount in the person's notation.
        fn typed(&self, actor: &Actor) -> Field<Typed> {
            if self.amount.trim().is_empty() {
                return Field::Null;
            }
            match Typed::parse(&self.amount, DecimalMark::of_locale(&actor.locale)) {
                Ok(typed) => Field::Value(Typed {
                    currency: typed.currency.or(Some(actor.currency)),
                    ..typed
                }),
                Err(message) => Field::Invalid(message),
            }
        }

        /// A new expense.
        pub(crate) fn create(self, context: &Context) -> NewExpense {
            NewExpense {
                amount: self.typed(&context.actor),
                rrule: self.repeat.rule(&context.reference()),
                category: Field::Value(self.category),
                description: Field::Value(self.description),
                incurred_at: field(&self.incurred_at),
                ..NewExpense::default()
            }
        }

        /// Everything the form shows replaces what is stored.
        pub(crate) fn update(self, context: &Context) -> Update<ExpensePatch> {
            Update {
                id: field(&self.id),
                changes: ExpensePatch {
                    amount: self.typed(&context.actor),
                    rrule: self.repeat.rule(&context.reference()),
                    incurred_at: if self.incurred_at == self.was {
                        Field::Absent
                    } else {
                        field(&self.incurred_at)
                    },
                    category: Field::Value(self.category),
                    description: Field::Value(self.description),
                    ..ExpensePatch::default()
                },
            }
        }
    }
}
