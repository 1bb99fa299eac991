//! Pages of a list: everything up to a limit, and where to go on.

use serde::{Deserialize, Serialize};

use crate::input::Field;
use crate::validation::Checker;

/// The most rows one answer holds, and how many it holds when nothing is said.
pub const PAGE_LIMIT: u32 = 1_000;

/// The longest cursor, in characters.
pub const CURSOR_LIMIT: usize = 1_000;

/// Some rows, and the cursor of the rows behind them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Page<T> {
    /// The rows, in the list's order.
    pub items: Vec<T>,
    /// Present when there is more.
    pub next: Option<String>,
}

/// Which page of a list is wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageRequest {
    /// How many rows at most, 1 to [`PAGE_LIMIT`].
    pub limit: u32,
    /// The cursor that an earlier page gave.
    pub cursor: Option<String>,
}

impl Default for PageRequest {
    fn default() -> Self {
        Self { limit: PAGE_LIMIT, cursor: None }
    }
}

impl PageRequest {
    /// Checks the two fields that every list takes.
    pub(crate) fn check(checker: &mut Checker, limit: Field<u32>, cursor: Field<String>) -> Self {
        let limit = checker.optional("limit", limit).unwrap_or(PAGE_LIMIT);
        if !(1..=PAGE_LIMIT).contains(&limit) {
            checker.complain("limit", "Must be between 1 and 1000.");
        }
        Self { limit, cursor: checker.optional_text("cursor", cursor, CURSOR_LIMIT) }
    }
}
