//! Reading one saved filter.

use domain::Uuid;
use domain::saved_filter::SavedFilter;
use domain::target::Target;

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Reads one saved filter.
pub struct ReadSavedFilter;

impl Operation for ReadSavedFilter {
    type Input = Target;
    type Output = SavedFilter;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_saved_filter";
    const SUMMARY: &'static str = "Reads one saved filter of tasks.";

    async fn run(scope: &mut Scope<'_>, id: Uuid) -> Result<SavedFilter, Error> {
        scope.find(id).await
    }
}
