//! What "undo" means when nothing is named.

use domain::Uuid;
use domain::history::{Door, HistoryFilter};

use super::RecentChanges;
use crate::context::Context;
use crate::error::Error;
use crate::operations::call;

/// The latest change of the person that stands, as a token that takes back everything
/// that was changed together with it. What the planner did by itself is no such change.
///
/// # Errors
/// The database's.
pub async fn latest(context: &Context) -> Result<Option<Uuid>, Error> {
    let recent = call::<RecentChanges>(context, HistoryFilter::default()).await?.value;
    let stands = recent.into_iter().find(|change| !change.undone && change.door != Door::Planner);
    Ok(stands.map(|change| change.turn))
}
