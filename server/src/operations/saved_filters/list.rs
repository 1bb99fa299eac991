//! Listing saved filters.

use domain::saved_filter::SavedFilter;
use sea_orm::QueryOrder;

use crate::entity::saved_filters::{Column, Entity};
use crate::error::Error;
use crate::operations::{Effect, Operation, Row, Scope};

/// Lists a person's saved filters as they put them.
pub struct ListSavedFilters;

impl Operation for ListSavedFilters {
    type Input = ();
    type Output = Vec<SavedFilter>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_saved_filters";
    const SUMMARY: &'static str = "Lists the saved filters of tasks, in their order.";

    async fn run(scope: &mut Scope<'_>, (): ()) -> Result<Vec<SavedFilter>, Error> {
        let select = scope.own::<Entity>().order_by_asc(Column::Position).order_by_asc(Column::Id);
        let models = select.all(scope.database()).await?;
        models.into_iter().map(SavedFilter::from_model).collect()
    }
}
