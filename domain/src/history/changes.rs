//! The list of changes that can be looked back at.

use serde::{Deserialize, Serialize};

use super::{Door, HistoryEntry, Item};
use crate::bulk::Kind;
use crate::input::{Field, FromScalar, Scalar};
use crate::page::PageRequest;
use crate::validation::{Checker, Invalid, Validate};

impl FromScalar for Kind {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        let kinds =
            [Self::Event, Self::Task, Self::Expense, Self::Budget, Self::List, Self::Filter];
        let named = |name: &str| kinds.into_iter().find(|kind| kind.name() == name);
        match scalar {
            Scalar::Text(name) => named(&name),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be event, task, expense, budget, list or filter.".to_owned())
    }
}

impl FromScalar for Door {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        let doors = [Self::Web, Self::Chat, Self::Api, Self::Planner];
        let named = |name: &str| doors.into_iter().find(|door| door.name() == name);
        match scalar {
            Scalar::Text(name) => named(&name),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => None,
        }
        .ok_or_else(|| "Must be web, chat, api or planner.".to_owned())
    }
}

/// Which changes of the last 30 days are wanted, as sent.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ChangesFilter {
    /// Only of rows of this kind: `event`, `task`, `expense`, `budget`, `list` or `filter`.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub kind: Field<Kind>,
    /// Only what came through this door: `web`, `chat`, `api`, or `planner` for what the planner
    /// did by itself.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub door: Field<Door>,
    /// How many at most, 1 to 1,000.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub limit: Field<u32>,
    /// Where an earlier page ended.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub cursor: Field<String>,
}

/// Which changes are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangesQuery {
    /// Only of rows of this kind.
    pub kind: Option<Kind>,
    /// Only what came through this door.
    pub door: Option<Door>,
    /// Which page of them.
    pub page: PageRequest,
}

impl Validate for ChangesFilter {
    type Valid = ChangesQuery;

    fn validate(self) -> Result<ChangesQuery, Invalid> {
        let mut checker = Checker::default();
        let kind = checker.optional("kind", self.kind);
        let door = checker.optional("door", self.door);
        let page = PageRequest::check(&mut checker, self.limit, self.cursor);
        checker.finish(Some(ChangesQuery { kind, door, page }))
    }
}

/// A change with its row before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ChangeEntry {
    /// What happened.
    #[serde(flatten)]
    pub entry: HistoryEntry,
    /// The row before; none when it was added.
    pub before: Option<Item>,
    /// The row after; none when it was removed.
    pub after: Option<Item>,
    /// Whether it can be taken back: it stands, and its row is as it left it.
    pub can_undo: bool,
}
