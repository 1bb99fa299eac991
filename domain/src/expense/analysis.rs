//! Averages, extremes and comparisons of expenses.

use serde::{Deserialize, Serialize};

use super::{CATEGORY_LIMIT, CurrencyTotal, Expense};
use crate::input::{Field, FromScalar, Scalar};
use crate::money::{Currency, Total};
use crate::time::When;
use crate::validation::{Checker, Invalid, TITLE_LIMIT, Validate};

/// How many of the largest expenses are named when nothing is said.
const USUAL_MOST: u32 = 3;
/// How many can be asked for.
const MOST_LIMIT: u32 = 50;

/// What an average is taken over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Per {
    /// Days of the range, up to today.
    Day,
    /// Weeks of the range, up to today: seven days each.
    Week,
    /// Calendar months that the range touches, up to this one.
    Month,
    /// The expenses themselves.
    Expense,
}

impl Per {
    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Expense => "expense",
        }
    }
}

impl FromScalar for Per {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(name) => [Self::Day, Self::Week, Self::Month, Self::Expense]
                .into_iter()
                .find(|per| per.name() == name),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be day, week, month or expense.".to_owned())
    }
}

/// Which expenses to look into and how, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct AnalysisFilter {
    /// Only expenses at or after this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub from: Field<When>,
    /// Only expenses before this.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub to: Field<When>,
    /// The start of a second range to compare with.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub other_from: Field<When>,
    /// The end of the second range, exclusive.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub other_to: Field<When>,
    /// Only this category, whatever its case.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub category: Field<String>,
    /// Only expenses with these words in description or category.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub q: Field<String>,
    /// What to take the average over.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub per: Field<Per>,
    /// How many of the largest and of the smallest to name, 1 to 50; three when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub most: Field<u32>,
}

/// Which expenses to look into and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnalysisQuery {
    /// Start of the half-open range.
    pub from: Option<When>,
    /// End of the half-open range.
    pub to: Option<When>,
    /// The range to compare with, if any.
    pub other: Option<(Option<When>, Option<When>)>,
    /// Only this category.
    pub category: Option<String>,
    /// Words to find.
    pub words: Option<String>,
    /// What to take the average over.
    pub per: Option<Per>,
    /// How many of the largest and of the smallest to name.
    pub most: u32,
}

impl Validate for AnalysisFilter {
    type Valid = AnalysisQuery;

    fn validate(self) -> Result<AnalysisQuery, Invalid> {
        let mut checker = Checker::default();
        let from = checker.optional("from", self.from);
        let to = checker.optional("to", self.to);
        let other_from = checker.optional("other_from", self.other_from);
        let other_to = checker.optional("other_to", self.other_to);
        let most = checker.optional("most", self.most).unwrap_or(USUAL_MOST);
        if !(1..=MOST_LIMIT).contains(&most) {
            checker.complain("most", "Must be between 1 and 50.");
        }
        checker.range("from", from.as_ref(), "to", to.as_ref());
        checker.range("other_from", other_from.as_ref(), "other_to", other_to.as_ref());
        let query = AnalysisQuery {
            from,
            to,
            other: (other_from.is_some() || other_to.is_some()).then_some((other_from, other_to)),
            category: checker.optional_text("category", self.category, CATEGORY_LIMIT),
            words: checker.optional_text("q", self.q, TITLE_LIMIT),
            per: checker.optional("per", self.per),
            most,
        };
        checker.finish(Some(query))
    }
}

/// The average in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Average {
    /// The currency: amounts of different currencies are never added.
    pub currency: Currency,
    /// The average, rounded to the hundredth, halves up.
    pub average: Total,
    /// What it was taken over.
    pub per: Per,
    /// The days, months or expenses that the total was divided among; days for `week`.
    pub among: u64,
}

/// What expenses of a range come to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Analysis {
    /// The sums of the range, one entry for each currency, largest first.
    pub totals: Vec<CurrencyTotal>,
    /// The sums of the range compared with.
    pub other: Vec<CurrencyTotal>,
    /// The averages, if asked for, in the order of the totals.
    pub averages: Vec<Average>,
    /// The largest expenses of each currency, largest first.
    pub largest: Vec<Expense>,
    /// The smallest expenses of each currency, smallest first.
    pub smallest: Vec<Expense>,
}
