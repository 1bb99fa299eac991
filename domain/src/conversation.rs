//! Conversations as they are kept: listed, read, named, pinned and exported.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::chat::{Action, Choice, Proposal, Replaced, Role};
use crate::input::Field;
use crate::page::{PAGE_LIMIT, PageRequest};
use crate::validation::{Change, Checker, Invalid, TITLE_LIMIT, Validate};

const NO_TITLE: &str = "Give it a name.";
const NO_PIN: &str = "Say whether it is pinned.";

/// A conversation in a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ConversationEntry {
    /// Identifier.
    pub id: Uuid,
    /// What the person named it; else its first message, shortened.
    pub title: String,
    /// Whether it stands before all that are not.
    pub pinned: bool,
    /// When it was begun.
    pub created_at: DateTime<Utc>,
    /// When something was said in it last.
    pub updated_at: DateTime<Utc>,
}

/// A conversation with what was said in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Conversation {
    /// What a list says of it.
    #[serde(flatten)]
    pub entry: ConversationEntry,
    /// How many earlier messages are left out.
    pub left_out: u64,
    /// What was said, oldest first.
    pub messages: Vec<KeptMessage>,
}

/// A message of a kept conversation, with what was done and asked in its turn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptMessage {
    /// Identifier.
    pub id: Uuid,
    /// By whom.
    pub role: Role,
    /// What.
    pub text: String,
    /// When.
    pub created_at: DateTime<Utc>,
    /// What was done.
    pub actions: Vec<KeptAction>,
    /// Takes back everything in `actions` at once, when there is more than one and
    /// none was taken back.
    pub undo: Option<Uuid>,
    /// What waits for a yes, or waited and how it was answered.
    pub confirm: Vec<KeptProposal>,
    /// Readings to choose from.
    pub choices: Vec<Choice>,
    /// How the answer ended.
    pub ended: Ended,
    /// What went wrong, if anything did.
    pub failure: Option<String>,
    /// The interpreter that answered.
    pub interpreter: Option<String>,
    /// The language model that answered, if it was one.
    pub model: Option<String>,
    /// Tokens that the model read.
    pub tokens_in: Option<i64>,
    /// Tokens that the model wrote.
    pub tokens_out: Option<i64>,
    /// What was done by the messages whose place this one took.
    pub replaced: Option<KeptReplaced>,
}

/// How an answer ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Ended {
    /// It is complete.
    #[default]
    Done,
    /// The person stopped it, or the program was shut down.
    Stopped,
    /// Something went wrong.
    Failed,
}

/// A receipt and whether it was taken back since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptAction {
    /// The receipt.
    #[serde(flatten)]
    pub action: Action,
    /// Whether it was taken back.
    #[serde(default)]
    pub undone: bool,
}

/// What was done by messages that have left the conversation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptReplaced {
    /// What was done.
    #[serde(flatten)]
    pub replaced: Replaced,
    /// Whether it was all taken back since.
    pub undone: bool,
}

/// A proposal and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct KeptProposal {
    /// The proposal.
    #[serde(flatten)]
    pub proposal: Proposal,
    /// What became of it.
    pub state: ProposalState,
}

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ProposalState {
    /// Not answered yet.
    Waiting,
    /// Answered with yes.
    Accepted,
    /// Answered with no.
    Declined,
    /// Not answered in time, or what led to it was replaced.
    Expired,
}

/// Which conversations are wanted, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ConversationFilter {
    /// Only conversations with these words in the title or in one message.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub q: Field<String>,
    /// How many at most, 1 to 1000.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub limit: Field<u32>,
    /// Where an earlier page ended.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cursor: Field<String>,
}

/// Which conversations are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConversationQuery {
    /// Words to find.
    pub words: Option<String>,
    /// Which page.
    pub page: PageRequest,
}

impl Validate for ConversationFilter {
    type Valid = ConversationQuery;

    fn validate(self) -> Result<ConversationQuery, Invalid> {
        let mut checker = Checker::default();
        let query = ConversationQuery {
            words: checker.optional_text("q", self.q, TITLE_LIMIT),
            page: PageRequest::check(&mut checker, self.limit, self.cursor),
        };
        checker.finish(Some(query))
    }
}

/// Which conversation is wanted and how much of it, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ConversationRequest {
    /// The conversation's identifier.
    pub id: Field<Uuid>,
    /// How many messages at most, the latest ones, 1 to 1000.
    pub limit: Field<u32>,
}

impl Validate for ConversationRequest {
    type Valid = (Uuid, u32);

    fn validate(self) -> Result<(Uuid, u32), Invalid> {
        let mut checker = Checker::default();
        let id = checker.required("id", self.id, "Say which one.");
        let limit = checker.optional("limit", self.limit).unwrap_or(PAGE_LIMIT);
        if !(1..=PAGE_LIMIT).contains(&limit) {
            checker.complain("limit", "Must be between 1 and 1000.");
        }
        checker.finish(id.map(|id| (id, limit)))
    }
}

/// Changes to a conversation, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ConversationPatch {
    /// What to call it.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub title: Field<String>,
    /// Whether it stands before all that are not.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub pinned: Field<bool>,
}

/// Changes to a conversation whose fields are good.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConversationChanges {
    /// What to call it.
    pub title: Change<String>,
    /// Whether it stands before all that are not.
    pub pinned: Change<bool>,
}

impl Validate for ConversationPatch {
    type Valid = ConversationChanges;

    fn validate(self) -> Result<ConversationChanges, Invalid> {
        let mut checker = Checker::default();
        let changes = ConversationChanges {
            title: checker.change("title", self.title, NO_TITLE, |checker, field| {
                checker.line("title", field, TITLE_LIMIT, NO_TITLE)
            }),
            pinned: checker.change("pinned", self.pinned, NO_PIN, |checker, field| {
                checker.optional("pinned", field)
            }),
        };
        checker.finish(Some(changes))
    }
}
