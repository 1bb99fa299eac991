//! What the assistant is told and what it answers, piece by piece or whole.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::history::Item;
use crate::input::Field;
use crate::problem::Problem;
use crate::validation::{Checker, Invalid, Validate};

/// Longest message, in characters.
pub const MESSAGE_LIMIT: usize = 4_000;

/// A message to the assistant, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["message"])))]
#[serde(default)]
pub struct ChatRequest {
    /// What the person says, at most 4,000 characters.
    pub message: Field<String>,
    /// The conversation it goes on in; a new one when left out.
    pub conversation_id: Field<Uuid>,
    /// A message of the person's whose place it takes. That message and everything
    /// said after it leave the conversation; what they did stays, and the answer
    /// offers under `replaced` to take it back.
    pub replaces: Field<Uuid>,
}

/// A message to the assistant whose fields are good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ChatMessage {
    /// What the person says.
    pub text: String,
    /// The conversation it goes on in.
    pub conversation_id: Option<Uuid>,
    /// The message whose place it takes.
    pub replaces: Option<Uuid>,
}

impl Validate for ChatRequest {
    type Valid = ChatMessage;

    fn validate(self) -> Result<ChatMessage, Invalid> {
        let mut checker = Checker::default();
        let text = checker.line("message", self.message, MESSAGE_LIMIT, "Write a message first.");
        let conversation_id = checker.optional("conversation_id", self.conversation_id);
        let replaces = checker.optional("replaces", self.replaces);
        checker.finish(text.map(|text| ChatMessage { text, conversation_id, replaces }))
    }
}

/// Who said something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// The person.
    User,
    /// The assistant.
    Assistant,
}

/// One thing said, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Message {
    /// Names it, as in `replaces`.
    pub id: Uuid,
    /// By whom.
    pub role: Role,
    /// What.
    pub text: String,
}

/// One thing done: the receipt that an operation returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Action {
    /// The tool that did it, such as `create_event`.
    pub tool: String,
    /// What happened, with the date spelled out.
    pub summary: String,
    /// The row as it is now; as it was, if it was deleted.
    pub item: Option<Item>,
    /// Takes it back.
    pub undo: Option<Uuid>,
}

/// A destructive or bulk step that waits for the person's yes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Proposal {
    /// Names it in `POST /api/chat/confirmations/{id}`.
    pub id: Uuid,
    /// What will happen.
    pub summary: String,
}

/// One reading of something ambiguous.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Choice {
    /// What the button says.
    pub label: String,
    /// What picking it sends.
    pub message: String,
}

/// The whole answer to one message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChatAnswer {
    /// The person's message and what the assistant said to it.
    pub messages: Vec<Message>,
    /// The conversation it belongs to.
    pub conversation_id: Uuid,
    /// Everything that was changed, in order.
    pub actions: Vec<Action>,
    /// What waits for a yes.
    pub confirm: Vec<Proposal>,
    /// Readings to choose from.
    pub choices: Vec<Choice>,
    /// Takes back everything in `actions` at once, when there is more than one.
    pub undo: Option<Uuid>,
    /// Whether the answer was stopped before it was complete; what it did stands.
    pub stopped: bool,
    /// Why the answer broke off after some of it was done, if it did; what it did
    /// stands. The words of the answer say it, too.
    pub failure: Option<String>,
    /// What was done by the messages whose place this one took.
    pub replaced: Option<Replaced>,
    /// Who answered, and what it cost.
    pub answered_by: AnsweredBy,
}

/// Which interpreter answered, and what it cost.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AnsweredBy {
    /// `built-in` or `openai`.
    pub interpreter: String,
    /// The language model, if it was one.
    pub model: Option<String>,
    /// The same in words, with the reason where there is one: `gpt-4o at
    /// api.openai.com`, `Built-in: the language model could not be reached`.
    pub label: String,
    /// Tokens that a language model read, if one was asked.
    pub tokens_in: Option<i64>,
    /// Tokens that a language model wrote, if one was asked.
    pub tokens_out: Option<i64>,
}

/// What was done by messages that have left their conversation; it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Replaced {
    /// Take it all back when used in this order: one token for each message that
    /// changed anything, the latest first.
    pub undo: Vec<Uuid>,
    /// What was done and not taken back until then, in order.
    pub actions: Vec<Action>,
}

/// The start of a streamed answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Started {
    /// The conversation it belongs to.
    pub conversation_id: Uuid,
    /// The person's message, kept by now.
    pub message_id: Uuid,
}

/// More of the assistant's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Delta {
    /// The words.
    pub delta: String,
}

/// What went wrong in a streamed answer, and what was done before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Failed {
    /// The problem.
    #[serde(flatten)]
    pub problem: Problem,
    /// What was done before it; it stands.
    pub actions: Vec<Action>,
    /// The conversation in which that is kept; none when the turn never began.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub conversation_id: Option<Uuid>,
}

/// One piece of a streamed answer; serialized as `{"event": …, "data": …}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "event", content = "data", rename_all = "lowercase")]
pub enum ChatEvent {
    /// The turn has begun.
    Start(Started),
    /// More words.
    Text(Delta),
    /// Something was done.
    Action(Action),
    /// Something waits for a yes.
    Confirm(Proposal),
    /// Something is ambiguous.
    Choices(Vec<Choice>),
    /// The whole answer; nothing follows.
    Done(ChatAnswer),
    /// It failed; nothing follows.
    Error(Failed),
}

/// The person's answer to a [`Proposal`], as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(extend("required" = ["accept"])))]
#[serde(default)]
pub struct ConfirmationReply {
    /// Yes or no.
    pub accept: Field<bool>,
}

impl Validate for ConfirmationReply {
    type Valid = bool;

    fn validate(self) -> Result<bool, Invalid> {
        let mut checker = Checker::default();
        let accept = checker.required("accept", self.accept, "Answer yes or no.");
        checker.finish(accept)
    }
}
