//! One expense into parts that add up to it.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{CATEGORY_LIMIT, NO_CATEGORY, typed_amount};
use crate::input::Field;
use crate::money::{Amount, Typed};
use crate::validation::{Checker, Invalid, TEXT_LIMIT, Validate};

/// The most parts of one expense.
pub const PARTS_LIMIT: usize = 20;

const NO_ID: &str = "Say which one.";
const ONE_REST: &str = "Only one part can take what is left.";

/// One part, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct NewPart {
    /// How much, in the currency of the whole. One part may leave it out: it takes
    /// what the others leave.
    #[serde(with = "typed_amount")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Typed>"))]
    pub amount: Field<Typed>,
    /// What kind of spending.
    pub category: Field<String>,
    /// What it was for; as the whole when left out.
    pub description: Field<String>,
}

/// An expense and the parts that it becomes, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Split {
    /// The expense.
    pub id: Field<Uuid>,
    /// Its parts, 2 to 20, which add up to it.
    pub parts: Vec<NewPart>,
}

/// One part whose fields are good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// How much; none for what the others leave.
    pub amount: Option<Amount>,
    /// What kind of spending.
    pub category: String,
    /// What it was for, if that is said of it.
    pub description: Option<String>,
}

/// The name of a part's field in complaints: `parts.2.amount`, counted from 1.
pub fn part_field(part: usize, field: &str) -> String {
    format!("parts.{part}.{field}")
}

impl Validate for Split {
    type Valid = (Uuid, Vec<Part>);

    fn validate(self) -> Result<Self::Valid, Invalid> {
        let mut checker = Checker::default();
        let id = checker.required("id", self.id, NO_ID);
        if !(2..=PARTS_LIMIT).contains(&self.parts.len()) {
            checker.complain("parts", "Must be 2 to 20 parts.");
        }
        let mut parts = Vec::with_capacity(self.parts.len().min(PARTS_LIMIT));
        let mut rests = 0;
        for (part, number) in self.parts.into_iter().take(PARTS_LIMIT).zip(1..) {
            let name = |field| part_field(number, field);
            rests += usize::from(matches!(part.amount, Field::Absent | Field::Null));
            if rests > 1 {
                checker.complain(&name("amount"), ONE_REST);
                rests = 1;
            }
            let amount = checker.optional(&name("amount"), part.amount);
            if amount.is_some_and(|typed| typed.currency.is_some()) {
                checker.complain(&name("amount"), "A part is in the currency of the whole.");
            }
            let category =
                checker.line(&name("category"), part.category, CATEGORY_LIMIT, NO_CATEGORY);
            let description =
                checker.optional_text(&name("description"), part.description, TEXT_LIMIT);
            parts.extend(category.map(|category| Part {
                amount: amount.map(|typed| typed.amount),
                category,
                description,
            }));
        }
        checker.finish(id.map(|id| (id, parts)))
    }
}
