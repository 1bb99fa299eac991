//! Changing a saved filter.

use domain::Uuid;
use domain::saved_filter::{SavedFilter, SavedFilterChanges, SavedFilterPatch};
use domain::target::Update;
use domain::validation::Change;

use crate::error::Error;
use crate::operations::tasks::check_filter;
use crate::operations::{Effect, Operation, Scope};

/// Changes name or text of a saved filter.
pub struct UpdateSavedFilter;

impl Operation for UpdateSavedFilter {
    type Input = Update<SavedFilterPatch>;
    type Output = SavedFilter;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_saved_filter";
    const SUMMARY: &'static str = "Changes a saved filter; what is left out stays.";

    async fn run(
        scope: &mut Scope<'_>,
        (id, changes): (Uuid, SavedFilterChanges),
    ) -> Result<SavedFilter, Error> {
        let before: SavedFilter = scope.find(id).await?;
        let mut filter = before.clone();
        if let Change::Set(text) = &changes.filter {
            check_filter(scope, text).await?;
        }
        changes.name.apply(&mut filter.name);
        changes.filter.apply(&mut filter.filter);
        scope.update(before, filter).await
    }
}
