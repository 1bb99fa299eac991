//! What the assistant remembers of a conversation when the next message comes:
//! what "it", "the second one" and "yes" may refer to.

mod lately;

use domain::Uuid;
use domain::chat::{Choice, Role};
use domain::conversation::KeptAction;
use domain::history::Item;
use domain::time::Moment;
use serde::{Deserialize, Serialize};

use super::foreign;
use super::tool::{Found, Outcome, ToolCall};
pub use lately::Lately;

/// How many rows of one call are remembered: more than anybody counts.
const SEEN: usize = 50;

/// The last turn of a conversation, and what waits in it. Empty at its beginning.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Memory {
    /// What the person said.
    pub said: String,
    /// What the assistant said to it.
    pub answered: String,
    /// What was called, questions too, in order.
    pub calls: Vec<Called>,
    /// What was changed, in order; what was taken back since is marked.
    pub receipts: Vec<KeptAction>,
    /// Takes back everything that the turn changed; none when it changed nothing
    /// or when something of it was taken back.
    pub undo: Option<Uuid>,
    /// The readings to choose from.
    pub offered: Vec<Offered>,
    /// What waits for a yes anywhere in the conversation, oldest first.
    pub waiting: Vec<Waiting>,
    /// The rows that were spoken of last anywhere in the conversation, the last one
    /// last; those of text from elsewhere are marked.
    pub recent: Vec<(Seen, bool)>,
    /// What was done, shown and asked lately.
    pub lately: Lately,
}

/// A call and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Called {
    /// What was called, with what was asked.
    #[serde(flatten)]
    pub call: ToolCall,
    /// What came of it.
    pub led_to: LedTo,
    /// The rows that it changed or showed, in the order in which they were shown.
    pub rows: Vec<Seen>,
    /// Whether text from elsewhere was among what came of it.
    #[serde(default)]
    pub foreign: bool,
}

/// What came of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LedTo {
    /// Something was changed.
    Change,
    /// Something was looked up.
    Answer,
    /// A proposal that waits for a yes.
    Proposal,
    /// Readings to choose from.
    Choices,
    /// Nothing.
    Refusal,
}

/// Something that was said before, as a language model reads it again.
#[derive(Debug, Clone, PartialEq)]
pub struct Earlier {
    /// Who said it.
    pub role: Role,
    /// What was said; none where it may quote text from elsewhere or was not true.
    pub text: Option<String>,
    /// What was called to answer, as far as it came to something.
    pub calls: Vec<ToolCall>,
}

/// A row that the person has seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    /// What kind of row.
    pub kind: SeenKind,
    /// Which row.
    pub id: Uuid,
    /// What it was called then.
    pub name: String,
    /// Which occurrence of it, where it was one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<Moment>,
}

/// The kinds of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeenKind {
    /// An event.
    Event,
    /// A task.
    Task,
    /// An expense.
    Expense,
}

/// A choice and the call that picking it carries out, if it is one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Offered {
    /// What the person sees.
    #[serde(flatten)]
    pub choice: Choice,
    /// What it means; none when its message speaks for itself.
    pub call: Option<ToolCall>,
}

/// A proposal that waits for the person's yes.
#[derive(Debug, Clone, PartialEq)]
pub struct Waiting {
    /// Names it, as in [`super::Step::Answer`].
    pub id: Uuid,
    /// The turn that proposed it.
    pub turn: Uuid,
    /// What will happen.
    pub summary: String,
    /// The call that a yes carries out.
    pub call: ToolCall,
}

impl Memory {
    /// What a plain yes or no answers: everything that was proposed together last.
    /// Nothing where more waits and something else was spoken of since.
    pub(super) fn asked(&self) -> &[Waiting] {
        let Some(last) = self.waiting.last() else { return &[] };
        let first = self.waiting.iter().position(|one| one.turn == last.turn).unwrap_or_default();
        let is_fresh = self.calls.iter().any(|called| called.led_to == LedTo::Proposal);
        if first == 0 || is_fresh { self.waiting.get(first..).unwrap_or_default() } else { &[] }
    }
}

impl Called {
    /// What is remembered of a call.
    pub(super) fn of(call: &ToolCall, outcome: &Outcome) -> Self {
        let (led_to, mut rows) = match outcome {
            Outcome::Changed(action) => {
                (LedTo::Change, action.item.iter().filter_map(seen).collect())
            }
            Outcome::ChangedMany(_, items) => {
                (LedTo::Change, items.iter().filter_map(seen).collect())
            }
            Outcome::Found(found) => (LedTo::Answer, shown(found)),
            Outcome::Proposed(_) => (LedTo::Proposal, Vec::new()),
            Outcome::Ambiguous(_) => (LedTo::Choices, Vec::new()),
            Outcome::Refused(_) => (LedTo::Refusal, Vec::new()),
        };
        rows.truncate(SEEN);
        Self { call: call.clone(), led_to, rows, foreign: foreign::is_in(outcome) }
    }
}

/// A row that may be spoken of again; a budget is named by its category.
fn seen(item: &Item) -> Option<Seen> {
    let kind = match item {
        Item::Event(_) => SeenKind::Event,
        Item::Task(_) => SeenKind::Task,
        Item::Expense(_) => SeenKind::Expense,
        Item::Budget(_) => return None,
        // Words of the chat name none of these.
        Item::List(_) | Item::Filter(_) => return None,
    };
    let occurrence = match item {
        Item::Event(event) => event.occurrence,
        _ => None,
    };
    Some(Seen { kind, id: item.id(), name: item.name().to_owned(), occurrence })
}

/// The rows of an answer, in the order in which it names them.
fn shown(found: &Found) -> Vec<Seen> {
    let rows = |items: Vec<Item>| items.iter().filter_map(seen).collect();
    match found {
        Found::Events(events) => rows(events.iter().cloned().map(Item::from).collect()),
        Found::Tasks(tasks) => rows(tasks.iter().cloned().map(Item::from).collect()),
        Found::Expenses(expenses) => rows(expenses.iter().cloned().map(Item::from).collect()),
        Found::Totals(_) | Found::Budgets(_) | Found::FreeTime(_) => Vec::new(),
        Found::Analysis(analysis) => {
            rows(analysis.largest.iter().cloned().map(Item::from).collect())
        }
        Found::Agenda(agenda) => {
            let overdue = agenda.overdue.iter().cloned().map(Item::from);
            let events = agenda.events.iter().cloned().map(Item::from);
            let due = agenda.due.iter().cloned().map(Item::from);
            rows(overdue.chain(events).chain(due).collect())
        }
    }
}
