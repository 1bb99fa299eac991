//! Expenses and their sums.

use serde::{Deserialize, Serialize};

use super::row::{ExpenseView, Group};

/// How many hues tell categories apart.
pub const HUES: u8 = 8;

/// The hue of a category. The offered ones each have their own; any other name
/// keeps the one that its letters give it.
pub fn hue(category: &str) -> u8 {
    let sum = category.bytes().fold(7_u32, |sum, byte| {
        sum.wrapping_mul(31).wrapping_add(u32::from(byte.to_ascii_lowercase()))
    });
    u8::try_from(sum % u32::from(HUES)).unwrap_or_default()
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
    /// How many expenses.
    pub count: u64,
    /// Its part of the largest category, in thousandths.
    pub thousandths: u16,
}

/// The running sum of a month as a drawing of 300 by 80 units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Curve {
    /// The line of this month up to today.
    pub line: String,
    /// The area below it.
    pub area: String,
    /// The whole month before, for comparison; empty when nothing was spent.
    pub before: String,
    /// Where this month's line ends.
    pub end: (u16, u16),
}

/// One month's money.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthView {
    /// `November`.
    pub name: String,
    /// Everything spent, in the currency that most was spent in.
    pub total: String,
    /// Sums in other currencies; amounts of different currencies are never added.
    pub others: Vec<String>,
    /// Against the month before by the same day, as a sentence; empty when it cannot be said.
    pub comparison: String,
    /// By category, largest first.
    pub shares: Vec<Share>,
    /// Day by day.
    pub curve: Curve,
}

/// The expenses page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoneyView {
    /// The month that is summed up.
    pub month: MonthView,
    /// The month before, as `2026-10`.
    pub previous: String,
    /// The month after, as `2026-12`; empty when it lies ahead.
    pub next: String,
    /// Its expenses by day, newest first.
    pub days: Vec<Group<ExpenseView>>,
    /// Categories to choose from.
    pub categories: Vec<String>,
    /// Today as `date` has it.
    pub today: String,
    /// How an amount is written here, for the field's hint.
    pub example: String,
}
