//! The page of tasks: where one can look, and what is seen there.

use serde::{Deserialize, Serialize};

use super::row::TaskView;

/// What of the tasks is asked for, as the address says it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TasksAsked {
    /// `today`, `upcoming` or `done`; everything open for anything else.
    pub view: String,
    /// The identifier of a list, or [`NO_LIST`].
    pub list: String,
    /// Words of the filter language.
    pub filter: String,
    /// `list` groups everything open by list, else by deadline.
    pub by: String,
    /// How many rows at most.
    pub show: String,
    /// The task that is open for editing: it is there whatever else is.
    pub edit: String,
}

/// Names in an address what belongs to no list.
pub const NO_LIST: &str = "none";

/// Everything on the page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TasksView {
    /// What its address says, up to what is open on it: `view=today&`.
    pub base: String,
    /// What is looked at: `Today`, the name of a list.
    pub title: String,
    /// Beside the title: today's date, how many.
    pub note: String,
    /// The views.
    pub views: Vec<Place>,
    /// The lists.
    pub lists: Vec<Place>,
    /// Filters that were kept.
    pub filters: Vec<Place>,
    /// How what is open may be grouped; empty where there is one way.
    pub ways: Vec<Place>,
    /// The tasks.
    pub groups: Vec<TaskGroup>,
    /// Said where there are none.
    pub empty: String,
    /// The list that is looked at, if it is one of the person's: it can be renamed and removed.
    pub own_list: String,
    /// Sentences that would add something, where nothing is there yet.
    pub examples: Vec<String>,
    /// What shows more of them.
    pub more: Option<More>,
    /// What is searched for.
    pub filter: String,
    /// The saved filter that finds just that; empty for none.
    pub saved: String,
    /// What is wrong with it; empty when nothing is.
    pub wrong: String,
    /// The deadline that a new task gets here, as `date` has it; empty for none.
    pub due: String,
    /// The list that a new task gets here; empty for none.
    pub list: String,
    /// Days to choose from, for several tasks at once.
    pub days: Vec<Choice>,
}

/// Somewhere to look.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Names it, for scripts: `today`, the identifier of a list.
    pub key: String,
    /// Its address.
    pub href: String,
    /// The icon in front.
    pub icon: String,
    /// What it is called.
    pub name: String,
    /// How many tasks wait there; 0 says nothing.
    pub count: usize,
    /// How many of them are late.
    pub late: usize,
    /// Whether it is looked at.
    pub here: bool,
    /// What a task gets that is put there, see [`TaskGroup::takes`].
    pub takes: String,
}

/// Tasks under one heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskGroup {
    /// Names it in styles and scripts.
    pub key: String,
    /// What it is called: `Tomorrow`, `Overdue`.
    pub title: String,
    /// Beside the title: a full date.
    pub note: String,
    /// How many there are, seen or not.
    pub count: usize,
    /// What a task gets that is put here: `day:2026-11-24`, `day:` for no deadline,
    /// `list:…`, `list:` for none; empty where none can be put.
    pub takes: String,
    /// Whether the order is made by hand.
    pub by_hand: bool,
    /// The tasks.
    pub rows: Vec<TaskView>,
}

/// What shows more.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct More {
    /// Its address.
    pub href: String,
    /// `Show 100 more of 812`.
    pub words: String,
}

/// One of several to choose from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What it is called.
    pub name: String,
    /// Beside it, such as the date of `Tomorrow`.
    pub note: String,
}
