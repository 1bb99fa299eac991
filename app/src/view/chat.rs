//! The conversation with the assistant.

use domain::problem::Problem;
use serde::{Deserialize, Serialize};

/// Something that was done, as a card.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardView {
    /// `event`, `task` or `expense`; empty when the row is gone.
    pub kind: String,
    /// The row's name.
    pub name: String,
    /// When and how much: `Tomorrow 13:00–14:00`.
    pub detail: String,
    /// What happened: `Added`, `Deleted`.
    pub verb: String,
    /// Where the row is shown.
    pub open: String,
    /// Takes it back; empty when nothing was changed.
    pub undo: String,
    /// Whether it was taken back.
    pub undone: bool,
}

/// A step that waits for a yes, or waited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalView {
    /// Names it in the answer.
    pub id: String,
    /// What will happen.
    pub summary: String,
    /// What became of it; empty while it waits.
    pub outcome: String,
}

/// One reading of something ambiguous.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChoiceView {
    /// What the button says.
    pub label: String,
    /// What picking it sends.
    pub message: String,
}

/// One message.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageView {
    /// Identifier; empty while it is being written.
    pub id: String,
    /// Whether the person said it.
    pub own: bool,
    /// What was said.
    pub text: String,
    /// What was done.
    pub cards: Vec<CardView>,
    /// What waits for a yes.
    pub proposals: Vec<ProposalView>,
    /// Readings to choose from.
    pub choices: Vec<ChoiceView>,
    /// Takes back everything on the cards at once; empty when there are not several.
    pub undo: String,
    /// How the answer ended: empty when it is complete, else `stopped` or `failed`.
    pub ended: String,
    /// What went wrong; empty when nothing did.
    pub failure: String,
    /// Who answered, such as `gpt-4o at api.openai.com`; empty while it is written.
    pub source: String,
    /// What the messages had done whose place this one took.
    pub replaced: Option<ReplacedView>,
}

/// What was done by messages that have left the conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplacedView {
    /// Take it all back when used in this order.
    pub undo: Vec<String>,
    /// What was done, a sentence each.
    pub done: Vec<String>,
    /// Whether it was all taken back.
    pub undone: bool,
}

/// A conversation in the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConversationView {
    /// Identifier.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether it stands before all that are not.
    pub pinned: bool,
    /// When something was said in it last: `Today 13:00`.
    pub when: String,
}

/// A conversation.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChatView {
    /// Identifier; empty before the first message.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// Whether it stands before all that are not.
    pub pinned: bool,
    /// Whether an answer is in progress, which can be joined.
    pub running: bool,
    /// How many earlier messages are left out.
    pub left_out: u64,
    /// Everything said, oldest first.
    pub messages: Vec<MessageView>,
}

/// One piece of a streamed answer, a line of JSON.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// The turn has begun in this conversation.
    Start(String),
    /// More words.
    Words(String),
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
