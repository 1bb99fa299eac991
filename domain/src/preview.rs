//! What a message would be read as, before anything is done.

use serde::{Deserialize, Serialize};

/// One thing that a message asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// What it would do.
    pub intent: Intent,
    /// What it would be called, or which row is meant; empty when no name was said.
    pub title: String,
    /// What else was understood, in words.
    pub chips: Vec<Chip>,
}

/// What a message would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Put something on the calendar.
    AddEvent,
    /// Put something on the task list.
    AddTask,
    /// Note what was spent.
    AddExpense,
    /// Tick something off, or open it again.
    Tick,
    /// Change a row, or several.
    Change,
    /// Take rows away; it is asked first.
    Delete,
    /// Take the last change back.
    Undo,
    /// Answer a question.
    Answer,
    /// Something is missing: it will be asked for.
    Ask,
}

/// One fact that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chip {
    /// What it is about.
    pub about: About,
    /// The fact, in words.
    pub text: String,
    /// The message with the words that say so in quotes: they are no fact then, and
    /// belong to the title. None when no words of their own say it.
    pub without: Option<String>,
}

/// What a [`Chip`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum About {
    /// The day and time.
    When,
    /// The place.
    Place,
    /// How much was spent.
    Amount,
    /// On what it was spent.
    Category,
    /// How pressing it is.
    Priority,
    /// How it repeats.
    Repeats,
    /// The words it is found by.
    Label,
}
