//! Which expenses are wanted.

use serde::{Deserialize, Serialize};

use super::{CATEGORY_LIMIT, typed_amount};
use crate::input::Field;
use crate::money::{Amount, Typed};
use crate::page::PageRequest;
use crate::time::When;
use crate::validation::{Checker, Invalid, TITLE_LIMIT, Validate};

/// Which expenses are wanted, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ExpenseFilter {
    /// Only expenses at or after this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub from: Field<When>,
    /// Only expenses before this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub to: Field<When>,
    /// Only this category, whatever its case.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub category: Field<String>,
    /// Only expenses of at least this amount, in whatever currency.
    #[serde(with = "typed_amount", skip_serializing_if = "Field::is_absent")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Typed>"))]
    pub at_least: Field<Typed>,
    /// Only expenses of at most this amount, in whatever currency.
    #[serde(with = "typed_amount", skip_serializing_if = "Field::is_absent")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Typed>"))]
    pub at_most: Field<Typed>,
    /// Only expenses with these words in description or category.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub q: Field<String>,
    /// How many at most, 1 to 1000.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub limit: Field<u32>,
    /// Where an earlier page ended.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cursor: Field<String>,
}

/// Which expenses are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExpenseQuery {
    /// Start of the half-open range.
    pub from: Option<When>,
    /// End of the half-open range.
    pub to: Option<When>,
    /// Only this category.
    pub category: Option<String>,
    /// The least amount.
    pub at_least: Option<Amount>,
    /// The most amount.
    pub at_most: Option<Amount>,
    /// Words to find.
    pub words: Option<String>,
    /// Which page.
    pub page: PageRequest,
}

impl Validate for ExpenseFilter {
    type Valid = ExpenseQuery;

    fn validate(self) -> Result<ExpenseQuery, Invalid> {
        let mut checker = Checker::default();
        let query = ExpenseQuery {
            from: checker.optional("from", self.from),
            to: checker.optional("to", self.to),
            category: checker.optional_text("category", self.category, CATEGORY_LIMIT),
            at_least: checker.optional("at_least", self.at_least).map(|typed| typed.amount),
            at_most: checker.optional("at_most", self.at_most).map(|typed| typed.amount),
            words: checker.optional_text("q", self.q, TITLE_LIMIT),
            page: PageRequest::check(&mut checker, self.limit, self.cursor),
        };
        checker.range("from", query.from.as_ref(), "to", query.to.as_ref());
        checker.finish(Some(query))
    }
}
