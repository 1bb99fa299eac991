//! Totals of expenses over a range of time.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::input::{Field, FromScalar, Scalar};
use crate::money::{Amount, Currency, Total, Typed};
use crate::time::When;
use crate::validation::{Checker, Invalid, TITLE_LIMIT, Validate};

use super::{CATEGORY_LIMIT, typed_amount};

/// What expenses are added up by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Grouping {
    /// By category, largest first.
    #[default]
    Category,
    /// By calendar month in the person's zone (`2026-11`), oldest first.
    Month,
    /// By day in the person's zone (`2026-11-23`), oldest first.
    Day,
}

impl FromScalar for Grouping {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(text) => match text.as_str() {
                "category" => Some(Self::Category),
                "month" => Some(Self::Month),
                "day" => Some(Self::Day),
                _ => None,
            },
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be category, month or day.".to_owned())
    }
}

/// Which expenses to add up and how, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SummaryFilter {
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
    /// What to add up by; by category when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub by: Field<Grouping>,
}

/// Which expenses to add up and how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SummaryQuery {
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
    /// What to add up by.
    pub by: Grouping,
}

impl Validate for SummaryFilter {
    type Valid = SummaryQuery;

    fn validate(self) -> Result<SummaryQuery, Invalid> {
        let mut checker = Checker::default();
        let query = SummaryQuery {
            from: checker.optional("from", self.from),
            to: checker.optional("to", self.to),
            category: checker.optional_text("category", self.category, CATEGORY_LIMIT),
            at_least: checker.optional("at_least", self.at_least).map(|typed| typed.amount),
            at_most: checker.optional("at_most", self.at_most).map(|typed| typed.amount),
            words: checker.optional_text("q", self.q, TITLE_LIMIT),
            by: checker.optional("by", self.by).unwrap_or_default(),
        };
        checker.range("from", query.from.as_ref(), "to", query.to.as_ref());
        checker.finish(Some(query))
    }
}

/// The total of one group in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct GroupTotal {
    /// The category, month or day.
    pub key: String,
    /// The currency of the total: amounts of different currencies are never added.
    pub currency: Currency,
    /// The exact sum.
    pub total: Total,
    /// How many expenses it sums.
    pub count: u64,
}

/// Totals over a range.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ExpenseSummary {
    /// What was added up by.
    pub by: Grouping,
    /// One entry for each group and currency.
    pub groups: Vec<GroupTotal>,
    /// The sum of everything, one entry for each currency, largest first.
    pub totals: Vec<CurrencyTotal>,
}

impl ExpenseSummary {
    /// Sums in hundredths and counts, by group and currency, in their order: categories by size,
    /// months and days by date.
    pub fn of(by: Grouping, sums: BTreeMap<(String, Currency), (i64, u64)>) -> Self {
        let mut everything: BTreeMap<Currency, (i64, u64)> = BTreeMap::new();
        for ((_, currency), (sum, count)) in &sums {
            let total = everything.entry(*currency).or_default();
            total.0 = total.0.saturating_add(*sum);
            total.1 += count;
        }
        let mut groups: Vec<GroupTotal> = sums
            .into_iter()
            .map(|((key, currency), (sum, count))| GroupTotal {
                key,
                currency,
                total: Total(sum),
                count,
            })
            .collect();
        if by == Grouping::Category {
            groups.sort_by(|a, b| b.total.cmp(&a.total).then_with(|| a.key.cmp(&b.key)));
        }
        Self { by, groups, totals: CurrencyTotal::of(everything) }
    }
}

/// What was spent at one time on one category: what several summaries are made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Spent {
    /// The day, in the person's zone.
    pub day: NaiveDate,
    /// The category.
    pub category: String,
    /// The currency.
    pub currency: Currency,
    /// How much, in hundredths.
    pub amount: Amount,
}

/// The sum of everything in one currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct CurrencyTotal {
    /// The currency.
    pub currency: Currency,
    /// The exact sum.
    pub total: Total,
    /// How many expenses it sums.
    pub count: u64,
}

impl CurrencyTotal {
    /// Sums in hundredths and counts of each currency, largest first.
    pub fn of(sums: BTreeMap<Currency, (i64, u64)>) -> Vec<Self> {
        let mut totals: Vec<Self> = sums
            .into_iter()
            .map(|(currency, (sum, count))| Self { currency, total: Total(sum), count })
            .collect();
        totals.sort_by_key(|total| std::cmp::Reverse(total.total));
        totals
    }
}
