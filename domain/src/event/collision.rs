//! What else is planned at the time of an event.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::free_time::FreeSlot;
use crate::time::Moment;

/// Something that takes place at the same time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct InTheWay {
    /// The row.
    pub id: Uuid,
    /// What it is.
    pub title: String,
    /// When it begins.
    pub start_time: Moment,
    /// When it ends.
    pub end_time: Moment,
}

/// An event's time is taken already; it was kept there all the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Collision {
    /// What is in the way, by start.
    pub events: Vec<InTheWay>,
    /// Free times of the same length within working hours, nearest first.
    pub free: Vec<FreeSlot>,
    /// Which occurrence has no room, if it was looked at a whole series: the handle of
    /// the first one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occurrence: Option<Moment>,
}
