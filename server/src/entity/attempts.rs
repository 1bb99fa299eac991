//! What has been tried lately.

use sea_orm::entity::prelude::*;

/// How much of a budget is in use.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "attempts")]
pub struct Model {
    /// Whose budget it is: a hash, so that no address is kept.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub subject: String,
    /// When all of the budget is free again, in milliseconds since 1970.
    pub free_at: i64,
}

/// No query follows a relation from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
