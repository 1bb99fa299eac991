//! What a conversation was about lately, beyond its last turn: a turn that led to nothing, or to
//! one row of a list, does not make the person begin anew.

use super::{Called, LedTo, Offered, Seen, SeenKind};
use crate::assistant::tool::ToolCall;

/// How many rows are remembered as touched: more than anybody means by "that expense".
const TOUCHED: usize = 20;

/// What was done, shown and asked lately in a conversation.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Lately {
    /// The calls of the latest turn that had some.
    pub calls: Vec<Called>,
    /// The rows of the latest list of two or more, in the order in which they were shown.
    pub listed: Vec<Seen>,
    /// The rows that were added or changed and not deleted since, the latest last.
    pub touched: Vec<Seen>,
    /// The latest change of something that was there, or the proposal of one.
    pub acted: Option<Called>,
    /// The latest question that was answered.
    pub asked: Option<ToolCall>,
}

impl Lately {
    /// Notes what an answer did and offered. Answers come in the order in which they were given.
    pub(in crate::assistant) fn note(&mut self, calls: &[Called], offered: &[Offered]) {
        if !calls.is_empty() {
            self.calls = calls.to_vec();
        }
        for called in calls {
            self.note_call(called);
        }
        let changed: Vec<&Called> =
            calls.iter().filter(|called| called.led_to == LedTo::Change).collect();
        if changed.iter().map(|called| called.rows.len()).sum::<usize>() > 1 {
            self.listed = changed.iter().flat_map(|called| called.rows.clone()).collect();
        }
        let offered: Vec<Seen> = offered.iter().filter_map(Offered::row).collect();
        if offered.len() > 1 {
            self.listed = offered;
        }
    }

    fn note_call(&mut self, called: &Called) {
        match called.led_to {
            LedTo::Change => {
                let gone = called.call.tool.starts_with("delete_");
                self.touched.retain(|known| called.rows.iter().all(|row| row.id != known.id));
                if !gone {
                    self.touched.extend(called.rows.iter().cloned());
                    let more = self.touched.len().saturating_sub(TOUCHED);
                    self.touched.drain(..more);
                }
                if is_act(&called.call.tool) {
                    self.acted = Some(called.clone());
                }
            }
            LedTo::Proposal => self.acted = Some(called.clone()),
            LedTo::Answer => {
                if called.rows.len() > 1 {
                    self.listed.clone_from(&called.rows);
                }
                self.asked = Some(called.call.clone());
            }
            LedTo::Choices | LedTo::Refusal => {}
        }
    }
}

/// Whether a tool does something to a row that is there.
fn is_act(tool: &str) -> bool {
    ["change_", "complete_", "reopen_", "delete_", "update_"]
        .iter()
        .any(|act| tool.starts_with(act))
}

impl Offered {
    /// The row that the choice means, called by its label.
    pub(in crate::assistant) fn row(&self) -> Option<Seen> {
        let call = self.call.as_ref()?;
        let kind =
            [("event", SeenKind::Event), ("task", SeenKind::Task), ("expense", SeenKind::Expense)]
                .into_iter()
                .find_map(|(name, kind)| call.tool.ends_with(name).then_some(kind))?;
        let id = call.arguments.get("id")?.as_str()?.parse().ok()?;
        let occurrence = call.arguments.get("occurrence");
        let occurrence = occurrence.and_then(|at| serde_json::from_value(at.clone()).ok());
        Some(Seen { kind, id, name: self.choice.label.clone(), occurrence })
    }
}
