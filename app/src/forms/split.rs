//! One expense into parts.

use serde::{Deserialize, Serialize};

/// How many parts the form has room for.
const PARTS: usize = 4;

/// The form's fields by part: amount, category, description.
pub const FIELDS: [[&str; 3]; PARTS] = [
    ["amount_1", "category_1", "description_1"],
    ["amount_2", "category_2", "description_2"],
    ["amount_3", "category_3", "description_3"],
    ["amount_4", "category_4", "description_4"],
];

/// The form. A part of which nothing is said is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SplitForm {
    /// Which expense.
    pub id: String,
    /// How much part 1 is; what the others leave when it says nothing.
    pub amount_1: String,
    /// What kind of spending part 1 is.
    pub category_1: String,
    /// What part 1 was for.
    pub description_1: String,
    /// How much part 2 is.
    pub amount_2: String,
    /// What kind of spending part 2 is.
    pub category_2: String,
    /// What part 2 was for.
    pub description_2: String,
    /// How much part 3 is.
    pub amount_3: String,
    /// What kind of spending part 3 is.
    pub category_3: String,
    /// What part 3 was for.
    pub description_3: String,
    /// How much part 4 is.
    pub amount_4: String,
    /// What kind of spending part 4 is.
    pub category_4: String,
    /// What part 4 was for.
    pub description_4: String,
}

#[cfg(feature = "ssr")]
mod reading {
    use domain::expense::{NewPart, Split, part_field};
    use domain::input::Field;
    use domain::money::Typed;
    use server::context::Context;

    use super::super::reading::{field, present};
    use super::{FIELDS, SplitForm};

    impl SplitForm {
        fn parts(&self) -> [[&str; 3]; 4] {
            [
                [&self.amount_1, &self.category_1, &self.description_1],
                [&self.amount_2, &self.category_2, &self.description_2],
                [&self.amount_3, &self.category_3, &self.description_3],
                [&self.amount_4, &self.category_4, &self.description_4],
            ]
        }

        /// The numbers of the parts of which something is said.
        fn said(&self) -> Vec<usize> {
            let said = |part: &[&str; 3]| part.iter().any(|value| !value.trim().is_empty());
            let parts = self.parts();
            (0..parts.len()).filter(|index| parts.get(*index).is_some_and(said)).collect()
        }

        /// What the expense becomes.
        pub(crate) fn split(&self, context: &Context) -> Split {
            let mark = context.actor.customs.mark;
            let parts = self.parts();
            let part = |index: &usize| {
                let [amount, category, description] = *parts.get(*index)?;
                Some(NewPart {
                    amount: match amount.trim() {
                        "" => Field::Null,
                        amount => {
                            Typed::parse(amount, mark).map_or_else(Field::Invalid, Field::Value)
                        }
                    },
                    category: Field::Value(category.to_owned()),
                    description: present(description),
                })
            };
            Split { id: field(&self.id), parts: self.said().iter().filter_map(part).collect() }
        }

        /// The field of the form that a complaint belongs to.
        pub(crate) fn place(&self, complaint: &str) -> Option<&'static str> {
            if complaint == "parts" {
                return Some(FIELDS[1][0]);
            }
            let names = ["amount", "category", "description"];
            self.said().into_iter().enumerate().find_map(|(sent, index)| {
                let at = names.iter().position(|name| part_field(sent + 1, name) == complaint)?;
                FIELDS.get(index)?.get(at).copied()
            })
        }
    }
}
