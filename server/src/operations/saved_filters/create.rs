//! Saving a filter.

use domain::Uuid;
use domain::list::LISTS_LIMIT;
use domain::saved_filter::{NewSavedFilter, SavedFilter, SavedFilterDraft};
use sea_orm::PaginatorTrait;

use crate::entity::saved_filters::Entity;
use crate::error::Error;
use crate::operations::tasks::check_filter;
use crate::operations::{Effect, Operation, Scope, order};

/// Saves a filter behind the others.
pub struct CreateSavedFilter;

impl Operation for CreateSavedFilter {
    type Input = NewSavedFilter;
    type Output = SavedFilter;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "create_saved_filter";
    const SUMMARY: &'static str = "Saves a filter of tasks under a name.";

    async fn run(scope: &mut Scope<'_>, draft: SavedFilterDraft) -> Result<SavedFilter, Error> {
        check_filter(scope, &draft.filter).await?;
        if scope.own::<Entity>().count(scope.database()).await? >= LISTS_LIMIT {
            return Err(Error::field("name", "There are 200 filters already, which is the most."));
        }
        let filter = SavedFilter {
            id: Uuid::now_v7(),
            name: draft.name,
            filter: draft.filter,
            position: order::last::<SavedFilter>(scope).await?,
            created_at: scope.now(),
            updated_at: scope.now(),
            version: 1,
        };
        scope.insert(filter).await
    }
}
