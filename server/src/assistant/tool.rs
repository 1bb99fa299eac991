//! Tools: operations as an interpreter calls them.

use domain::agenda::Agenda;
use domain::budget::BudgetState;
use domain::chat::{Action, Proposal};
use domain::event::Event;
use domain::expense::{Analysis, Expense, ExpenseSummary};
use domain::free_time::FreeTime;
use domain::history::Item;
use domain::task::Task;
use futures::future::BoxFuture;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::context::Context;
use crate::error::Error;
use crate::operations::Effect;

/// One wish of an interpreter, not yet checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ToolCall {
    /// The tool's name.
    pub tool: String,
    /// Its arguments, an object.
    pub arguments: Value,
}

impl ToolCall {
    /// A call with arguments made of a `json!` object.
    pub fn new(tool: &str, arguments: Value) -> Self {
        Self { tool: tool.to_owned(), arguments }
    }
}

/// What a call led to.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// Something was changed; the receipt.
    Changed(Action),
    /// Several rows were changed in one step; its receipt, and the rows as they are now
    /// or were.
    ChangedMany(Action, Vec<Item>),
    /// Something was looked up.
    Found(Found),
    /// Something waits for the person's yes.
    Proposed(Proposal),
    /// Several rows fit; which one is meant?
    Ambiguous(Vec<Reading>),
    /// Nothing was done, and why: words for the person and for a model alike.
    Refused(String),
}

impl Outcome {
    /// The receipt, if something was changed.
    pub fn receipt(&self) -> Option<&Action> {
        match self {
            Self::Changed(action) | Self::ChangedMany(action, _) => Some(action),
            Self::Found(_) | Self::Proposed(_) | Self::Ambiguous(_) | Self::Refused(_) => None,
        }
    }
}

/// Rows and totals that were looked up.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Found {
    /// Events.
    Events(Vec<Event>),
    /// Tasks.
    Tasks(Vec<Task>),
    /// Expenses.
    Expenses(Vec<Expense>),
    /// Totals.
    Totals(ExpenseSummary),
    /// Averages, extremes and comparisons.
    Analysis(Analysis),
    /// Budgets and what is left of them.
    Budgets(Vec<BudgetState>),
    /// When nothing is planned.
    FreeTime(FreeTime),
    /// Events and deadlines.
    Agenda(Agenda),
}

/// One row that fits, and the call that means it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The row in words.
    pub label: String,
    /// The call with the row's identifier.
    pub call: ToolCall,
}

/// A tool that can be called by name.
pub struct Tool {
    /// Its name, that of its operation.
    pub name: &'static str,
    /// What it does, as one sentence.
    pub summary: &'static str,
    /// What it does to rows.
    pub effect: Effect,
    /// The JSON Schema of its arguments.
    pub parameters: fn() -> schemars::Schema,
    /// Resolves phrases and names into the operation's input.
    pub(super) prepare: Prepare,
    /// Runs the operation.
    pub(super) run: Run,
}

/// Turns arguments as an interpreter gave them into the operation's input.
pub(super) type Prepare = for<'a> fn(&'a Context, Value) -> BoxFuture<'a, Result<Prepared, Error>>;

/// Runs the operation on its input.
pub(super) type Run = for<'a> fn(&'a Context, Value) -> BoxFuture<'a, Result<Outcome, Error>>;

/// What preparing led to.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Prepared {
    /// It can be carried out.
    Input {
        /// The operation's input.
        input: Value,
        /// What will happen, in words, if it has to be confirmed.
        sentence: Option<String>,
        /// How many rows it changes at most.
        weight: usize,
    },
    /// Another call says the same more exactly.
    Instead(ToolCall),
    /// Several rows fit.
    Ambiguous(Vec<Reading>),
    /// It cannot be done, and why.
    Refused(String),
}
