//! What a page or another program is told when something was changed elsewhere.

use serde::{Deserialize, Serialize};

/// Kinds of what can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "ChangedKind"))]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Events, with their exceptions.
    Event,
    /// Tasks.
    Task,
    /// Expenses.
    Expense,
    /// Budgets.
    Budget,
    /// Lists of tasks.
    List,
    /// Saved filters.
    Filter,
    /// Conversations with the assistant.
    Conversation,
    /// What the person has chosen for themselves.
    Settings,
    /// Sessions: one has ended.
    Session,
}

impl Kind {
    /// Every kind, in order.
    pub const ALL: [Self; 9] = [
        Self::Event,
        Self::Task,
        Self::Expense,
        Self::Budget,
        Self::List,
        Self::Filter,
        Self::Conversation,
        Self::Settings,
        Self::Session,
    ];
}

/// That something was changed. What it is now has to be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Changed {
    /// What kinds of rows, each once; all of them when more was changed than could be told.
    pub kinds: Vec<Kind>,
    /// Who changed it: what the request said in `Planner-Page`, if it did.
    pub by: Option<String>,
}

impl Changed {
    /// Anything may have been changed.
    pub fn anything() -> Self {
        Self { kinds: Kind::ALL.to_vec(), by: None }
    }

    /// Both changes as one: by whoever made both, else by nobody in particular.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.kinds.extend(other.kinds);
        self.kinds.sort_unstable();
        self.kinds.dedup();
        self.by = self.by.filter(|by| other.by.as_ref() == Some(by));
        self
    }
}
