//! Expenses and their sums.

use serde::{Deserialize, Serialize};

use super::row::ExpenseView;

/// How many hues tell categories apart.
pub const HUES: u8 = 8;

/// What stands for all spending where a category is named in an address.
pub const EVERYTHING: &str = "*";

/// The hue of a category. The offered ones each have their own; any other name
/// keeps the one that its letters give it.
pub fn hue(category: &str) -> u8 {
    let sum = category.bytes().fold(7_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte.to_ascii_lowercase()))
    });
    u8::try_from(sum % u32::from(HUES)).unwrap_or_default()
}

/// A monthly budget, or that there is none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetView {
    /// Its identifier; empty when there is none.
    pub id: String,
    /// What it is for; empty for all spending.
    pub category: String,
    /// How much, as a field holds it.
    pub amount: String,
    /// `€214.00 left of €300.00`, `€12.00 over €300.00`; empty when there is none.
    pub left: String,
    /// Whether more than that was spent.
    pub over: bool,
    /// The address at which it is edited.
    pub edit: String,
}

/// One category's share of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The category.
    pub category: String,
    /// Its hue.
    pub hue: u8,
    /// Its sum, as a person reads it.
    pub total: String,
    /// Its share of the month: `38%`; empty in another currency than most.
    pub part: String,
    /// Against the month before: `€20.00 more`; empty when there is nothing to compare.
    pub change: String,
    /// Its part of the largest category, in thousandths.
    pub thousandths: u16,
    /// Its budget.
    pub budget: BudgetView,
    /// Where its expenses of the month are listed.
    pub address: String,
}

/// One month's money.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthView {
    /// `November`.
    pub name: String,
    /// The month in one sentence: `€214.00 left for November.` Empty when nothing was spent and
    /// nothing was meant to be.
    pub brief: String,
    /// Everything spent, in the currency that most was spent in.
    pub total: String,
    /// Sums in other currencies; amounts of different currencies are never added.
    pub others: Vec<String>,
    /// Against the month before by the same day, as a sentence; empty when it cannot be said.
    pub comparison: String,
    /// The budget for everything.
    pub budget: BudgetView,
    /// By category, largest first; then budgets of which nothing was spent.
    pub shares: Vec<Share>,
    /// The month day by day against its budget, drawn: HTML that the server made. Empty when
    /// there is nothing to draw.
    pub chart: String,
}

/// The head of a column, which sorts by it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeadView {
    /// The column's name.
    pub label: String,
    /// Sorts by it, or turns the order around.
    pub address: String,
    /// `ascending`, `descending`, or empty when the table is sorted by something else.
    pub sorted: String,
}

/// What the table is narrowed to, as its form holds it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FilterView {
    /// The month that the page shows, `2026-11`; empty for this one.
    pub month: String,
    /// Words to find.
    pub q: String,
    /// Only this category.
    pub category: String,
    /// Of which time: empty for the month, `year` or `all`.
    pub span: String,
    /// From this day.
    pub from: String,
    /// To this day, which is included.
    pub to: String,
    /// The least amount.
    pub least: String,
    /// The most amount.
    pub most: String,
    /// Sorted by.
    pub sort: String,
    /// In which direction.
    pub order: String,
    /// Where an earlier page ended.
    pub after: String,
}

impl FilterView {
    /// Whether anything but the month is asked for.
    pub fn is_narrow(&self) -> bool {
        [&self.q, &self.category, &self.span, &self.from, &self.to, &self.least, &self.most]
            .into_iter()
            .any(|value| !value.is_empty())
    }
}

/// The table of expenses.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerView {
    /// What it is narrowed to.
    pub filter: FilterView,
    /// What the month is called in the choice of time.
    pub month: String,
    /// Its columns.
    pub heads: Vec<HeadView>,
    /// One page of rows.
    pub rows: Vec<ExpenseView>,
    /// `43 expenses, €1,204.50`.
    pub count: String,
    /// Why nothing could be looked for; empty when all is well.
    pub problem: String,
    /// The next page; empty when there is none.
    pub next: String,
    /// The first page; empty when this is it.
    pub first: String,
    /// All rows as a file.
    pub file: String,
    /// The page with nothing narrowed.
    pub whole: String,
}

/// The expenses page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyView {
    /// The month that is summed up.
    pub month: MonthView,
    /// `November 2026`.
    pub title: String,
    /// The last twelve months, drawn: HTML that the server made.
    pub trend: String,
    /// The month before.
    pub previous: String,
    /// The month after; empty when it lies ahead.
    pub next: String,
    /// The expenses themselves.
    pub ledger: LedgerView,
    /// Categories to choose from.
    pub categories: Vec<String>,
    /// Today as `date` has it.
    pub today: String,
    /// How an amount is written here, for the field's hint.
    pub example: String,
}
