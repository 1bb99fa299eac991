//! Which expenses are wanted.

use serde::{Deserialize, Serialize};

use super::{CATEGORY_LIMIT, typed_amount};
use crate::input::{Field, FromScalar, Scalar};
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
    /// What the list is sorted by; by date when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub sort: Field<ExpenseSort>,
    /// In which direction; what is usual for `sort` when left out: newest and largest first,
    /// texts from A to Z.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub order: Field<ExpenseOrder>,
    /// How many at most, 1 to 1000.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub limit: Field<u32>,
    /// Where an earlier page ended.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cursor: Field<String>,
}

/// What a list of expenses is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ExpenseSort {
    /// When it was spent.
    #[default]
    Date,
    /// How much, whatever the currency.
    Amount,
    /// What kind of spending.
    Category,
    /// What it was for; what has no description stands before what has one.
    Description,
}

impl ExpenseSort {
    /// Everything that a list can be sorted by.
    pub const ALL: [Self; 4] = [Self::Date, Self::Description, Self::Category, Self::Amount];

    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Category => "category",
            Self::Description => "description",
        }
    }

    /// The direction in which people look first.
    pub fn usual(self) -> ExpenseOrder {
        match self {
            Self::Date | Self::Amount => ExpenseOrder::Down,
            Self::Category | Self::Description => ExpenseOrder::Up,
        }
    }
}

impl FromScalar for ExpenseSort {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(name) => Self::ALL.into_iter().find(|sort| sort.name() == name),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be date, amount, category or description.".to_owned())
    }
}

/// In which direction a list is sorted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ExpenseOrder {
    /// Oldest, smallest, A first.
    Up,
    /// Newest, largest, Z first.
    #[default]
    Down,
}

impl ExpenseOrder {
    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }

    /// The other one.
    pub fn turned(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }
}

impl FromScalar for ExpenseOrder {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(name) => [Self::Up, Self::Down].into_iter().find(|it| it.name() == name),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be up or down.".to_owned())
    }
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
    /// What the list is sorted by.
    pub sort: ExpenseSort,
    /// In which direction.
    pub order: ExpenseOrder,
    /// Which page.
    pub page: PageRequest,
}

impl Validate for ExpenseFilter {
    type Valid = ExpenseQuery;

    fn validate(self) -> Result<ExpenseQuery, Invalid> {
        let mut checker = Checker::default();
        let sort = checker.optional("sort", self.sort).unwrap_or_default();
        let query = ExpenseQuery {
            sort,
            order: checker.optional("order", self.order).unwrap_or(sort.usual()),
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
