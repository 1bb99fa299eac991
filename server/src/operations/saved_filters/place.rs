//! Putting a saved filter somewhere else in the order.

use domain::Uuid;
use domain::order::{Anchor, MoveRow};
use domain::saved_filter::SavedFilter;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope, order};

/// Puts a saved filter directly behind or before another one.
pub struct PlaceSavedFilter;

impl Operation for PlaceSavedFilter {
    type Input = MoveRow;
    type Output = SavedFilter;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "move_saved_filter";
    const SUMMARY: &'static str = "Puts a saved filter directly behind or before another one.";

    async fn run(
        scope: &mut Scope<'_>,
        (id, anchor): (Uuid, Anchor),
    ) -> Result<SavedFilter, Error> {
        scope.find::<SavedFilter>(id).await?;
        let position = order::beside::<SavedFilter>(scope, id, anchor).await?;
        // Read again: the numbers may be new.
        let before: SavedFilter = scope.find(id).await?;
        let after = SavedFilter { position, ..before.clone() };
        scope.update(before, after).await
    }
}
