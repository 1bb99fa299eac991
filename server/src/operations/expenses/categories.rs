//! The categories a person can choose from.

use domain::expense::CATEGORIES;
use sea_orm::sea_query::ExprTrait;
use sea_orm::{ColumnTrait, Order, QueryOrder, QuerySelect};

use crate::entity::expenses::{Column, Entity};
use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Lists categories: the person's own, most used first, then the offered ones.
pub struct ListCategories;

impl Operation for ListCategories {
    type Input = ();
    type Output = Vec<String>;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "list_categories";
    const SUMMARY: &'static str = "Lists the categories an expense can have.";

    async fn run(scope: &mut Scope<'_>, (): ()) -> Result<Vec<String>, Error> {
        let mut categories: Vec<String> = scope
            .own::<Entity>()
            .select_only()
            .column(Column::Category)
            .group_by(Column::Category)
            .order_by(Column::Id.into_expr().count(), Order::Desc)
            .order_by_asc(Column::Category)
            .limit(100)
            .into_tuple()
            .all(scope.database())
            .await?;
        for offered in CATEGORIES {
            if !categories.iter().any(|used| used.eq_ignore_ascii_case(offered)) {
                categories.push(offered.to_owned());
            }
        }
        Ok(categories)
    }
}
