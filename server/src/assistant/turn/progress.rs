//! What a turn has led to so far.

use domain::chat::{Action, Proposal};

use super::super::memory::{Called, Offered};
use super::super::tool::{Outcome, ToolCall};

/// What a turn has led to so far.
#[derive(Default)]
pub(in crate::assistant) struct Progress {
    /// What was called, and what came of it, in order.
    pub(in crate::assistant) results: Vec<(ToolCall, Outcome)>,
    /// The readings to choose from.
    pub(in crate::assistant) choices: Vec<Offered>,
    /// Whether it was cut short.
    pub(in crate::assistant) stopped: bool,
    /// Why it broke off after some of it was done, as it was said.
    pub(in crate::assistant) broke_off: Option<String>,
}

impl Progress {
    /// What is remembered of the calls.
    pub(in crate::assistant) fn calls(&self) -> Vec<Called> {
        self.results.iter().map(|(call, outcome)| Called::of(call, outcome)).collect()
    }

    /// What was changed.
    pub(in crate::assistant) fn actions(&self) -> Vec<Action> {
        self.results.iter().filter_map(|(_, outcome)| outcome.receipt().cloned()).collect()
    }

    /// What waits for a yes.
    pub(in crate::assistant) fn proposals(&self) -> Vec<Proposal> {
        let outcomes = self.results.iter().map(|(_, outcome)| outcome);
        outcomes
            .filter_map(|outcome| match outcome {
                Outcome::Proposed(proposal) => Some(proposal.clone()),
                _ => None,
            })
            .collect()
    }

    /// How many changes were made or proposed.
    pub(super) fn steps(&self) -> usize {
        let steps = self.results.iter().filter(|(_, outcome)| {
            outcome.receipt().is_some() || matches!(outcome, Outcome::Proposed(_))
        });
        steps.count()
    }

    /// Whether anything was changed.
    pub(super) fn has_changed(&self) -> bool {
        self.results.iter().any(|(_, outcome)| outcome.receipt().is_some())
    }
}
