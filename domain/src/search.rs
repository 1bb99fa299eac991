//! Finding anything by its words.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::event::Event;
use crate::expense::Expense;
use crate::input::{Field, FromScalar, Scalar};
use crate::task::Task;
use crate::validation::{Checker, Invalid, TITLE_LIMIT, Validate};

/// How many are found at most, when nothing is said.
const USUAL_LIMIT: u32 = 20;
/// How many are found at most.
pub const LIMIT: u32 = 50;

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum FoundKind {
    /// Events of the calendar.
    Event,
    /// Tasks and their steps.
    Task,
    /// Expenses.
    Expense,
    /// Conversations with the assistant.
    Conversation,
}

impl FoundKind {
    /// All of them, in the order in which people are asked.
    pub const ALL: [Self; 4] = [Self::Event, Self::Task, Self::Expense, Self::Conversation];

    /// The name on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Task => "task",
            Self::Expense => "expense",
            Self::Conversation => "conversation",
        }
    }
}

/// Some kinds, as they are sent: `task,expense`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundKinds(pub Vec<FoundKind>);

impl FromScalar for FoundKinds {
    const LIST_JOINT: Option<&str> = Some(",");

    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        let named = |name: &str| FoundKind::ALL.into_iter().find(|kind| kind.name() == name);
        match scalar {
            Scalar::Text(text) => {
                let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
                names.map(named).collect::<Option<_>>().map(Self)
            }
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be event, task, expense or conversation, or several.".to_owned())
    }
}

impl Serialize for FoundKinds {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let names: Vec<&str> = self.0.iter().map(|kind| kind.name()).collect();
        serializer.serialize_str(&names.join(","))
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for FoundKinds {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "FoundKinds".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "examples": ["task,expense"] })
    }
}

/// What is looked for, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct SearchRequest {
    /// Words, or the beginnings of words; each must occur. Case and accents make no difference.
    /// Where nothing has them, words that differ by a typing error count too.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub q: Field<String>,
    /// What is looked for: `event`, `task`, `expense` or `conversation`, or several of them with
    /// commas between; everything when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub kinds: Field<FoundKinds>,
    /// How many at most, 1 to 50; 20 when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub limit: Field<u32>,
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SearchQuery {
    /// The words; nothing is found without any.
    pub words: String,
    /// What kinds of rows.
    pub kinds: Vec<FoundKind>,
    /// How many at most.
    pub limit: u32,
}

impl Validate for SearchRequest {
    type Valid = SearchQuery;

    fn validate(self) -> Result<SearchQuery, Invalid> {
        let mut checker = Checker::default();
        let words = checker.optional_text("q", self.q, TITLE_LIMIT).unwrap_or_default();
        let kinds = checker.optional("kinds", self.kinds).unwrap_or_default().0;
        let kinds = if kinds.is_empty() { FoundKind::ALL.to_vec() } else { kinds };
        let limit = checker.optional("limit", self.limit).unwrap_or(USUAL_LIMIT);
        if !(1..=LIMIT).contains(&limit) {
            checker.complain("limit", "Must be between 1 and 50.");
        }
        checker.finish(Some(SearchQuery { words, kinds, limit }))
    }
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Hit {
    /// What it is.
    #[serde(flatten)]
    pub row: Found,
    /// A passage that has words which were looked for, where its title alone does not have them all.
    pub excerpt: Option<String>,
    /// The words of title and passage that matched, as they stand there.
    pub words: Vec<String>,
}

/// A row that was found, told apart by `kind`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(tag = "kind", content = "row", rename_all = "lowercase")]
pub enum Found {
    /// An event; of a repeating one the row itself.
    Event(Event),
    /// A task.
    Task(Task),
    /// An expense.
    Expense(Expense),
    /// A conversation.
    Conversation(FoundConversation),
}

/// A conversation that was found by its title or by what was said in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FoundConversation {
    /// Identifier.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// When something was said in it last.
    pub updated_at: DateTime<Utc>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_named_or_refused() {
        let request = |kinds: &str| SearchRequest {
            q: Field::Value(" lunch ".to_owned()),
            kinds: FoundKinds::from_scalar(Scalar::Text(kinds.to_owned()))
                .map_or_else(Field::Invalid, Field::Value),
            limit: Field::Absent,
        };
        let query = request("task, expense").validate().expect("good input");
        assert_eq!(query.words, "lunch");
        assert_eq!(query.kinds, [FoundKind::Task, FoundKind::Expense]);
        assert_eq!(request("").validate().expect("all").kinds, FoundKind::ALL);
        assert!(request("task,mail").validate().expect_err("unknown").message("kinds").is_some());
    }
}
