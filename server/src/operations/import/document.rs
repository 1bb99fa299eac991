//! The file: what `/api/export` writes.

use chrono::NaiveDate;
use domain::Uuid;
use domain::budget::Budget;
use domain::conversation::Conversation;
use domain::event::Event;
use domain::expense::Expense;
use domain::list::TaskList;
use domain::saved_filter::SavedFilter;
use domain::settings::Settings;
use domain::task::Task;
use domain::validation::{Invalid, Validate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Everything that is a person's, as `/api/export` writes it. Whose it was does not count.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "Everything")]
pub struct Document {
    /// The account.
    pub account: Account,
    /// Events with their exceptions.
    pub events: Vec<Event>,
    /// Tasks and their parts.
    pub tasks: Vec<Task>,
    /// Lists of tasks.
    pub lists: Vec<TaskList>,
    /// Filters under a name.
    pub filters: Vec<SavedFilter>,
    /// Expenses.
    pub expenses: Vec<Expense>,
    /// Days of repeating expenses that have become rows.
    #[serde(default)]
    pub expense_days: Vec<ExpenseDay>,
    /// Monthly budgets.
    pub budgets: Vec<Budget>,
    /// What was said to the assistant.
    pub conversations: Vec<Conversation>,
}

/// What of the account is taken over.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct Account {
    /// What the person has chosen.
    pub settings: Settings,
}

/// A day of a repeating expense that has become a row.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub struct ExpenseDay {
    /// The expense that repeats; it may be gone.
    pub series_id: Uuid,
    /// The day, in the person's zone at the time.
    pub day: NaiveDate,
    /// The row that it became; it may be gone.
    pub expense_id: Uuid,
}

impl Validate for Document {
    type Valid = Self;

    /// What is in it is checked row by row, where the person's zone is known.
    fn validate(self) -> Result<Self, Invalid> {
        Ok(self)
    }
}
