//! A conversation with the assistant, and its answers while they come.

use domain::problem::Problem;
use serde::{Deserialize, Serialize};

/// Stands in an address for the identifier of a conversation that is yet to begin.
pub const NEW: &str = "new";

/// Something that was done, as a card.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CardView {
    /// `event`, `task` or `expense`; empty when the row is gone.
    pub kind: String,
    /// The row's name.
    pub name: String,
    /// When and how much: `tomorrow (Mon 23 Nov), 13:00–14:00`.
    pub detail: String,
    /// The same before it was changed; empty unless it was.
    pub before: String,
    /// What is to be known besides: `Overlaps with “Standup”, 9:00–9:30.`; may be empty.
    pub note: String,
    /// The rows, where several were changed in one step.
    pub rows: Vec<RowChangeView>,
    /// How many more there are.
    pub more: usize,
    /// What happened: `Added`, `Deleted`.
    pub verb: String,
    /// Where the row is shown.
    pub open: String,
    /// Takes it back; empty when nothing was changed.
    pub undo: String,
    /// Whether it was taken back.
    pub undone: bool,
}

/// One of several rows that were changed in one step.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RowChangeView {
    /// Its name.
    pub name: String,
    /// What it was.
    pub before: String,
    /// What it is now; empty when it was removed.
    pub after: String,
}

/// A step that waits for a yes, or waited.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ProposalView {
    /// Names it in the answer.
    pub id: String,
    /// What will happen.
    pub summary: String,
    /// What became of it; empty while it waits.
    pub outcome: String,
}

/// One reading of something ambiguous.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ChoiceView {
    /// What the button says.
    pub label: String,
    /// What picking it sends.
    pub message: String,
}

/// What an earlier wording of a message had done.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReplacedView {
    /// What was done, a sentence each.
    pub done: Vec<String>,
    /// Takes it all back; empty once that has happened.
    pub undo: String,
}

/// One message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MessageView {
    /// Identifier; empty while it is being written.
    pub id: String,
    /// Whether the person said it.
    pub own: bool,
    /// What was said.
    pub text: String,
    /// The same as safe HTML, where a language model said it; else empty.
    pub html: String,
    /// What was done.
    pub cards: Vec<CardView>,
    /// Takes back everything in `cards` at once; empty when that is not offered.
    pub undo: String,
    /// What waits for a yes.
    pub proposals: Vec<ProposalView>,
    /// Readings to choose from.
    pub choices: Vec<ChoiceView>,
    /// Why the answer failed; empty when it did not.
    pub failure: String,
    /// When, by whom and at what cost: `13:05 · gpt-4o · 312 + 45 tokens`.
    pub note: String,
    /// What an earlier wording of the message had done.
    pub replaced: Option<ReplacedView>,
}

/// A conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatView {
    /// Identifier; empty before the first message.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether it stands before others.
    pub pinned: bool,
    /// How many earlier messages are left out.
    pub earlier: u64,
    /// What was said, oldest first.
    pub messages: Vec<MessageView>,
    /// Whether an answer is being written.
    pub running: bool,
    /// Which interpreter answers, and why.
    pub interpreter: String,
}

/// A conversation in the list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct EntryView {
    /// Identifier.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether it stands before others.
    pub pinned: bool,
    /// When something was said in it last.
    pub when: String,
}

/// One piece of a streamed answer, a line of JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// The turn has begun.
    Start {
        /// In this conversation.
        conversation: String,
        /// With this message of the person's.
        message: String,
    },
    /// More words.
    Words(String),
    /// More of a language model's words, which it writes in Markdown.
    Rich(Vec<RichView>),
    /// Something was done.
    Card(CardView),
    /// Something waits for a yes.
    Proposal(ProposalView),
    /// Something is ambiguous.
    Choices(Vec<ChoiceView>),
    /// The whole answer; nothing follows.
    Done(MessageView),
    /// It failed; nothing follows.
    Failed(Problem),
}

/// What more words change in the HTML of an answer that grows: the end of a block,
/// the last one as a rule. Blocks before it never change again.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RichView {
    /// Which block of the answer, from zero; a new one when it is not there yet.
    pub block: usize,
    /// How many bytes of it stay.
    pub keep: usize,
    /// What follows them.
    pub more: String,
}

/// What the quick line understood: one thing that sending it would do.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReadingView {
    /// `event`, `task`, `expense`, `change`, `question` or `unclear`.
    pub kind: String,
    /// What it would do: `New event`, `Delete (asks first)`.
    pub does: String,
    /// What it would be called; empty when it has no name.
    pub title: String,
    /// Its facts: when, how much, how often.
    pub facts: Vec<FactView>,
}

/// A fact that was understood.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct FactView {
    /// In words.
    pub text: String,
    /// The line in which its words are none; empty when it cannot be taken away.
    pub without: String,
}
