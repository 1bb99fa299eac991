//! What was changed, day by day.

use serde::{Deserialize, Serialize};

use super::row::Group;

/// The page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HistoryView {
    /// The kinds of rows to choose from.
    pub kinds: Vec<LinkView>,
    /// The doors to choose from.
    pub doors: Vec<LinkView>,
    /// The changes of each day, the last first.
    pub days: Vec<Group<StepView>>,
    /// Where earlier ones are; empty when there are none.
    pub earlier: String,
    /// Where the latest ones are; empty where they are shown.
    pub latest: String,
    /// Whether it is narrowed by a kind or a door.
    pub narrowed: bool,
}

/// A way to narrow the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkView {
    /// What it says.
    pub label: String,
    /// Where it leads.
    pub address: String,
    /// Whether one is there.
    pub current: bool,
}

/// What was changed in one step.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepView {
    /// When: `13:05`.
    pub time: String,
    /// `event`, `task`, `expense` or another kind of the first row.
    pub kind: String,
    /// Who did it: `You`, `Assistant`.
    pub door: String,
    /// A sentence for each row, from before to after.
    pub lines: Vec<String>,
    /// How many more rows there are.
    pub more: usize,
    /// Takes it back; empty when that is not offered.
    pub undo: String,
    /// Why it is not, if there is anything to say: `Undone`.
    pub state: String,
}
