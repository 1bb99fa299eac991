//! Expenses and their totals.

mod analysis;
mod category;
mod filter;
mod recategorize;
mod split;
mod summary;

pub use analysis::{Analysis, AnalysisFilter, AnalysisQuery, Average, Per};
pub use category::{CATEGORIES, OTHER, Suggestion};
pub use filter::{ExpenseFilter, ExpenseOrder, ExpenseQuery, ExpenseSort};
pub use recategorize::Recategorize;
pub use split::{NewPart, PARTS_LIMIT, Part, Split, part_field};
pub use summary::{
    CurrencyTotal, ExpenseSummary, GroupTotal, Grouping, Spent, SummaryFilter, SummaryQuery,
};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::history::Door;
use crate::input::Field;
use crate::money::{Amount, Currency, Typed};
use crate::repeat::Rule;
use crate::time::{When, written};
use crate::validation::{Change, Checker, Invalid, TEXT_LIMIT, Validate};

/// Longest category name, in characters.
pub const CATEGORY_LIMIT: usize = 60;

const NO_AMOUNT: &str = "Say how much.";
const NO_CATEGORY: &str = "Choose a category.";
const NO_TIME: &str = "Say when it was.";
const NO_CURRENCY: &str = "Must be a currency code such as USD or EUR.";

/// An expense as it is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Expense {
    /// Identifier.
    pub id: Uuid,
    /// How much.
    pub amount: Amount,
    /// In which currency.
    pub currency: Currency,
    /// What kind of spending.
    pub category: String,
    /// What it was for.
    pub description: Option<String>,
    /// Anything more about it.
    #[serde(default)]
    pub notes: Option<String>,
    /// When it was spent.
    pub incurred_at: DateTime<Utc>,
    /// How it repeats: an RFC 5545 rule. `incurred_at` is the first time.
    pub rrule: Option<String>,
    /// The door it came through.
    pub door: Door,
    /// When it was recorded.
    #[serde(serialize_with = "written::instant")]
    pub created_at: DateTime<Utc>,
    /// When it was last changed.
    #[serde(serialize_with = "written::instant")]
    pub updated_at: DateTime<Utc>,
    /// Counts the changes, from 1.
    pub version: i64,
}

/// A new expense, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["amount", "category"])))]
#[serde(default)]
pub struct NewExpense {
    /// How much.
    #[serde(with = "typed_amount")]
    #[cfg_attr(feature = "schema", schemars(with = "Typed"))]
    pub amount: Field<Typed>,
    /// In which currency; the person's when left out.
    pub currency: Field<Currency>,
    /// What kind of spending.
    pub category: Field<String>,
    /// What it was for.
    pub description: Field<String>,
    /// Anything more about it.
    pub notes: Field<String>,
    /// When it was spent; now when left out.
    pub incurred_at: Field<When>,
    /// How it repeats.
    pub rrule: Field<Rule>,
}

/// A new expense whose fields are good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpenseDraft {
    /// How much.
    pub amount: Amount,
    /// In which currency, if said.
    pub currency: Option<Currency>,
    /// What kind of spending.
    pub category: String,
    /// What it was for.
    pub description: Option<String>,
    /// Anything more about it.
    pub notes: Option<String>,
    /// When it was spent, if said.
    pub incurred: Option<When>,
    /// How it repeats.
    pub rule: Option<Rule>,
}

impl Validate for NewExpense {
    type Valid = ExpenseDraft;

    fn validate(self) -> Result<ExpenseDraft, Invalid> {
        let mut checker = Checker::default();
        let typed = checker.required("amount", self.amount, NO_AMOUNT);
        let currency = checker.optional("currency", self.currency);
        let category = checker.line("category", self.category, CATEGORY_LIMIT, NO_CATEGORY);
        let description = checker.optional_text("description", self.description, TEXT_LIMIT);
        let notes = checker.optional_text("notes", self.notes, TEXT_LIMIT);
        let incurred = checker.optional("incurred_at", self.incurred_at);
        let rule = checker.optional("rrule", self.rrule);
        let draft = typed.zip(category).map(|(typed, category)| ExpenseDraft {
            amount: typed.amount,
            currency: typed.currency.or(currency),
            category,
            description,
            notes,
            incurred,
            rule,
        });
        checker.finish(draft)
    }
}

/// Changes to an expense: what is absent stays, `null` empties.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ExpensePatch {
    /// How much.
    #[serde(with = "typed_amount", skip_serializing_if = "Field::is_absent")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Typed>"))]
    pub amount: Field<Typed>,
    /// In which currency.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub currency: Field<Currency>,
    /// What kind of spending.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub category: Field<String>,
    /// What it was for.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub description: Field<String>,
    /// Anything more about it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub notes: Field<String>,
    /// When it was spent.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub incurred_at: Field<When>,
    /// How it repeats; `null` for no longer.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub rrule: Field<Rule>,
}

/// Changes to an expense whose fields are good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExpenseChanges {
    /// How much.
    pub amount: Change<Amount>,
    /// In which currency.
    pub currency: Change<Currency>,
    /// What kind of spending.
    pub category: Change<String>,
    /// What it was for.
    pub description: Change<Option<String>>,
    /// Anything more about it.
    pub notes: Change<Option<String>>,
    /// When it was spent.
    pub incurred: Change<When>,
    /// How it repeats.
    pub rule: Change<Option<Rule>>,
}

impl Validate for ExpensePatch {
    type Valid = ExpenseChanges;

    fn validate(self) -> Result<ExpenseChanges, Invalid> {
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
        let changes = ExpenseChanges {
            amount,
            currency: written.map_or(currency, Change::Set),
            category: checker.change("category", self.category, NO_CATEGORY, |checker, field| {
                checker.line("category", field, CATEGORY_LIMIT, NO_CATEGORY)
            }),
            description: checker.change_optional(self.description, |checker, field| {
                checker.optional_text("description", field, TEXT_LIMIT)
            }),
            notes: checker.change_optional(self.notes, |checker, field| {
                checker.optional_text("notes", field, TEXT_LIMIT)
            }),
            incurred: checker.change("incurred_at", self.incurred_at, NO_TIME, |checker, field| {
                checker.optional("incurred_at", field)
            }),
            rule: checker
                .change_optional(self.rrule, |checker, field| checker.optional("rrule", field)),
        };
        checker.finish(Some(changes))
    }
}

/// Writes a typed amount the way it is read: `"12.50"`, with its currency if it had one.
pub(crate) mod typed_amount {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::{Field, Typed};

    pub(crate) fn serialize<S: Serializer>(
        field: &Field<Typed>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        match field {
            Field::Value(Typed { amount, currency: None }) => serializer.collect_str(amount),
            Field::Value(Typed { amount, currency: Some(currency) }) => {
                serializer.collect_str(&format_args!("{amount} {currency}"))
            }
            Field::Absent | Field::Null | Field::Invalid(_) => serializer.serialize_none(),
        }
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Field<Typed>, D::Error> {
        Field::deserialize(deserializer)
    }
}
