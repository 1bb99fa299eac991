//! What a turn has led to so far.

use domain::chat::{Action, Proposal};

use super::super::conversations::Offered;
use super::super::tool::{Outcome, ToolCall};

/// What a turn has led to so far.
#[derive(Default)]
pub(in crate::assistant) struct Progress {
    /// What was called, and what came of it, in order.
    pub(in crate::assistant) results: Vec<(ToolCall, Outcome)>,
    pub(super) choices: Vec<Offered>,
}

impl Progress {
    /// What was changed.
    pub(in crate::assistant) fn actions(&self) -> Vec<Action> {
        let outcomes = self.results.iter().map(|(_, outcome)| outcome);
        outcomes
            .filter_map(|outcome| match outcome {
                Outcome::Changed(action) => Some(action.clone()),
                _ => None,
            })
            .collect()
    }

    pub(super) fn proposals(&self) -> Vec<Proposal> {
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
            matches!(outcome, Outcome::Changed(_) | Outcome::Proposed(_))
        });
        steps.count()
    }
}
