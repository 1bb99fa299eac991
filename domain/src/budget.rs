//! What a person means to spend in a month, on one category or on everything.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::expense::{CATEGORY_LIMIT, typed_amount};
use crate::history::Door;
use crate::input::Field;
use crate::money::{Amount, Currency, Total, Typed};
use crate::validation::{Change, Checker, Invalid, Validate};

/// What the budget for all spending is called.
pub const EVERYTHING: &str = "Everything";

const NO_AMOUNT: &str = "Say how much a month.";
const NO_CURRENCY: &str = "Must be a currency code such as USD or EUR.";
const NO_MONTH: &str = "Must be a month such as 2026-11.";

/// A monthly budget as it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Budget {
    /// Identifier.
    pub id: Uuid,
    /// What it is for, whatever its case; none for all spending.
    pub category: Option<String>,
    /// How much a month.
    pub amount: Amount,
    /// In which currency. Only what was spent in it counts.
    pub currency: Currency,
    /// The door it came through.
    pub door: Door,
    /// When it was first set.
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts the changes, from 1.
    pub version: i64,
}

impl Budget {
    /// What it is for, in words.
    pub fn name(&self) -> &str {
        self.category.as_deref().unwrap_or(EVERYTHING)
    }
}

/// A budget and how far it has been used in a month. `left` and `over` are never both
/// more than zero.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BudgetState {
    /// The budget.
    #[serde(flatten)]
    pub budget: Budget,
    /// The month, as its first day.
    pub month: NaiveDate,
    /// What was spent on it in that month, in its currency.
    pub spent: Total,
    /// What may still be spent.
    pub left: Total,
    /// What was spent beyond it.
    pub over: Total,
}

impl BudgetState {
    /// The state of a budget after so many hundredths were spent.
    pub fn of(budget: Budget, month: NaiveDate, spent: i64) -> Self {
        let rest = budget.amount.minor().saturating_sub(spent);
        let (left, over) = (Total(rest.max(0)), Total(rest.saturating_neg().max(0)));
        Self { budget, month, spent: Total(spent), left, over }
    }
}

/// A budget to set, as sent. One that the category has is replaced.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["amount"])))]
#[serde(default)]
pub struct NewBudget {
    /// How much a month.
    #[serde(with = "typed_amount")]
    #[cfg_attr(feature = "schema", schemars(with = "Typed"))]
    pub amount: Field<Typed>,
    /// In which currency; the person's when left out.
    pub currency: Field<Currency>,
    /// For which category, whatever its case; all spending when left out.
    pub category: Field<String>,
}

/// A budget to set whose fields are good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetDraft {
    /// How much a month.
    pub amount: Amount,
    /// In which currency, if said.
    pub currency: Option<Currency>,
    /// For which category; none for all spending.
    pub category: Option<String>,
}

impl Validate for NewBudget {
    type Valid = BudgetDraft;

    fn validate(self) -> Result<BudgetDraft, Invalid> {
        let mut checker = Checker::default();
        let typed = checker.required("amount", self.amount, NO_AMOUNT);
        let currency = checker.optional("currency", self.currency);
        let category = checker.optional_text("category", self.category, CATEGORY_LIMIT);
        let draft = typed.map(|typed| BudgetDraft {
            amount: typed.amount,
            currency: typed.currency.or(currency),
            category,
        });
        checker.finish(draft)
    }
}

/// Changes to a budget: what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct BudgetPatch {
    /// How much a month.
    #[serde(with = "typed_amount", skip_serializing_if = "Field::is_absent")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Typed>"))]
    pub amount: Field<Typed>,
    /// In which currency.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub currency: Field<Currency>,
}

/// Changes to a budget whose fields are good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BudgetChanges {
    /// How much a month.
    pub amount: Change<Amount>,
    /// In which currency.
    pub currency: Change<Currency>,
}

impl Validate for BudgetPatch {
    type Valid = BudgetChanges;

    fn validate(self) -> Result<BudgetChanges, Invalid> {
        let mut checker = Checker::default();
        let typed = checker.change("amount", self.amount, NO_AMOUNT, |checker, field| {
            checker.optional("amount", field)
        });
        let currency = checker.change("currency", self.currency, NO_CURRENCY, |checker, field| {
            checker.optional("currency", field)
        });
        let (amount, written) = match typed {
            Change::Set(typed) => (Change::Set(typed.amount), typed.currency),
            Change::Keep => (Change::Keep, None),
        };
        let currency = written.map_or(currency, Change::Set);
        checker.finish(Some(BudgetChanges { amount, currency }))
    }
}

/// Which budgets are wanted, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct BudgetFilter {
    /// How far they have been used in this month (`2026-11`); the present one when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub month: Field<String>,
    /// Only that of this category, whatever its case.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub category: Field<String>,
}

/// Which budgets are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BudgetQuery {
    /// The first day of the month, if one is said.
    pub month: Option<NaiveDate>,
    /// Only that of this category.
    pub category: Option<String>,
}

impl Validate for BudgetFilter {
    type Valid = BudgetQuery;

    fn validate(self) -> Result<BudgetQuery, Invalid> {
        let mut checker = Checker::default();
        let month = checker.optional_text("month", self.month, 10).and_then(|month| {
            let first = first_of_month(&month);
            if first.is_none() {
                checker.complain("month", NO_MONTH);
            }
            first
        });
        let category = checker.optional_text("category", self.category, CATEGORY_LIMIT);
        checker.finish(Some(BudgetQuery { month, category }))
    }
}

/// The first day of a month such as `2026-11`, of the years that the planner knows.
fn first_of_month(month: &str) -> Option<NaiveDate> {
    let (year, number) = month.split_once('-')?;
    let is_plain = year.len() == 4 && number.len() == 2;
    let digits = year.bytes().chain(number.bytes()).all(|byte| byte.is_ascii_digit());
    let (year, number) = (year.parse().ok()?, number.parse().ok()?);
    NaiveDate::from_ymd_opt(year, number, 1).filter(|_| is_plain && digits && year > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_four_digits_and_two() {
        let first = |text| first_of_month(text).map(|date| date.to_string());
        assert_eq!(first("2026-11").as_deref(), Some("2026-11-01"));
        for text in ["2026-13", "2026-1", "0000-01", "+026-11", "2026", "2026-11-01", ""] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn what_is_left_and_what_is_over_exclude_each_other() {
        let at = DateTime::UNIX_EPOCH;
        let budget = Budget {
            id: Uuid::nil(),
            category: None,
            amount: Amount::from_minor(10_000).expect("an amount"),
            currency: Currency::USD,
            door: Door::Web,
            created_at: at,
            updated_at: at,
            version: 1,
        };
        let state = |spent| {
            let state = BudgetState::of(budget.clone(), NaiveDate::MIN, spent);
            (state.left.minor(), state.over.minor())
        };
        assert_eq!(state(0), (10_000, 0));
        assert_eq!(state(10_000), (0, 0));
        assert_eq!(state(10_001), (0, 1));
    }
}
