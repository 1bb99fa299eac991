//! Changes that can be taken back.

mod changes;

pub use changes::{ChangeEntry, ChangesFilter, ChangesQuery};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::budget::Budget;
use crate::bulk::RowId;
use crate::event::Event;
use crate::expense::Expense;
use crate::input::Field;
use crate::list::TaskList;
use crate::saved_filter::SavedFilter;
use crate::task::Task;
use crate::validation::{Checker, Invalid, Validate};

/// Any row of the planner, told apart by `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Item {
    /// A calendar event.
    Event(Event),
    /// A task.
    Task(Task),
    /// An expense.
    Expense(Expense),
    /// A monthly budget.
    Budget(Budget),
    /// A list of tasks.
    List(TaskList),
    /// A saved filter.
    Filter(SavedFilter),
}

impl Item {
    /// The row's identifier.
    pub fn id(&self) -> Uuid {
        match self {
            Self::Event(event) => event.id,
            Self::Task(task) => task.id,
            Self::Expense(expense) => expense.id,
            Self::Budget(budget) => budget.id,
            Self::List(list) => list.id,
            Self::Filter(filter) => filter.id,
        }
    }

    /// Counts the row's changes, from 1.
    pub fn version(&self) -> i64 {
        match self {
            Self::Event(event) => event.version,
            Self::Task(task) => task.version,
            Self::Expense(expense) => expense.version,
            Self::Budget(budget) => budget.version,
            Self::List(list) => list.version,
            Self::Filter(filter) => filter.version,
        }
    }

    /// What a person calls the row.
    pub fn name(&self) -> &str {
        match self {
            Self::Event(event) => &event.title,
            Self::Task(task) => &task.title,
            Self::Expense(expense) => expense.description.as_deref().unwrap_or(&expense.category),
            Self::Budget(budget) => budget.name(),
            Self::List(list) => &list.name,
            Self::Filter(filter) => &filter.name,
        }
    }
}

/// A wish to take back a change, or every change of one request or chat turn.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct UndoRequest {
    /// What the change answered as `undo`.
    pub token: Field<Uuid>,
}

impl Validate for UndoRequest {
    type Valid = Uuid;

    fn validate(self) -> Result<Uuid, Invalid> {
        let mut checker = Checker::default();
        let token = checker.required("token", self.token, "Say what to take back.");
        checker.finish(token)
    }
}

/// What taking back brought about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Undone {
    /// One sentence for each change taken back.
    pub summary: Vec<String>,
    /// Rows as they are again.
    pub restored: Vec<Item>,
    /// Rows that are gone again.
    pub removed: Vec<Uuid>,
}

/// Asks what rows were before some changes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct BeforeRequest {
    /// What the changes answered as `undo`.
    pub undo: Vec<Uuid>,
}

impl Validate for BeforeRequest {
    type Valid = Vec<Uuid>;

    fn validate(self) -> Result<Vec<Uuid>, Invalid> {
        Ok(self.undo)
    }
}

/// A row as it was before a change, and after it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Before {
    /// What the change answered as `undo`.
    pub undo: Uuid,
    /// The row before.
    pub row: Item,
    /// The row after; none when it was removed.
    pub after: Option<Item>,
}

/// A change in the list of recent ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct HistoryEntry {
    /// Takes the change back.
    pub undo: Uuid,
    /// Takes back every change of the same request or chat turn.
    pub turn: Uuid,
    /// The row that was changed.
    pub row: RowId,
    /// What happened, as a sentence.
    pub summary: String,
    /// The door it came through.
    pub door: Door,
    /// When it happened.
    pub created_at: chrono::DateTime<chrono::Utc>,
    /// Whether it was taken back.
    pub undone: bool,
}

/// The door a request came through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Door {
    /// The web application's forms and buttons.
    Web,
    /// The assistant.
    Chat,
    /// The REST API.
    Api,
    /// None: the planner itself, for rows that fall due.
    Planner,
}

impl Door {
    /// The name on the wire and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Web => "web",
            Self::Chat => "chat",
            Self::Api => "api",
            Self::Planner => "planner",
        }
    }

    /// The door of that name; anything unknown counts as foreign.
    pub fn from_name(name: &str) -> Self {
        match name {
            "web" => Self::Web,
            "chat" => Self::Chat,
            "planner" => Self::Planner,
            _ => Self::Api,
        }
    }
}

/// Which recent changes are wanted, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct HistoryFilter {
    /// How many at most, 1 to 100; ten when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub limit: Field<u32>,
}

impl Validate for HistoryFilter {
    type Valid = u32;

    fn validate(self) -> Result<u32, Invalid> {
        let mut checker = Checker::default();
        let limit = checker.optional("limit", self.limit).unwrap_or(10);
        if !(1..=100).contains(&limit) {
            checker.complain("limit", "Must be between 1 and 100.");
        }
        checker.finish(Some(limit))
    }
}

impl From<Event> for Item {
    fn from(event: Event) -> Self {
        Self::Event(event)
    }
}

impl From<Task> for Item {
    fn from(task: Task) -> Self {
        Self::Task(task)
    }
}

impl From<Expense> for Item {
    fn from(expense: Expense) -> Self {
        Self::Expense(expense)
    }
}

impl From<Budget> for Item {
    fn from(budget: Budget) -> Self {
        Self::Budget(budget)
    }
}

impl From<TaskList> for Item {
    fn from(list: TaskList) -> Self {
        Self::List(list)
    }
}

impl From<SavedFilter> for Item {
    fn from(filter: SavedFilter) -> Self {
        Self::Filter(filter)
    }
}
