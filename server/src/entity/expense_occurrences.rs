//! The days of repeating expenses that have become rows.

use sea_orm::entity::prelude::*;

use super::Owned;

/// A day of a series. Its key makes sure that it becomes a row once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "expense_occurrences")]
pub struct Model {
    /// The person whose expense it is.
    pub user_id: Uuid,
    /// The expense that repeats; it may be gone.
    #[sea_orm(primary_key, auto_increment = false)]
    pub series_id: Uuid,
    /// The day, in the person's zone at the time.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// The row that it became; it may be gone.
    pub expense_id: Uuid,
}

impl Owned for Entity {
    fn owner() -> Column {
        Column::UserId
    }
}

/// No query follows a relation from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
