//! Removing a saved filter.

use domain::Uuid;
use domain::saved_filter::SavedFilter;
use domain::target::Target;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Removes a saved filter; what it finds stays.
pub struct DeleteSavedFilter;

impl Operation for DeleteSavedFilter {
    type Input = Target;
    type Output = SavedFilter;

    const EFFECT: Effect = Effect::Destructive;
    const NAME: &'static str = "delete_saved_filter";
    const SUMMARY: &'static str = "Removes a saved filter; what it finds stays.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<SavedFilter, Error> {
        let filter: SavedFilter = scope.find(id).await?;
        scope.delete(filter).await
    }
}
