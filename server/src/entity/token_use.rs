//! Tokens of language models that people used, by day.

use sea_orm::entity::prelude::*;

use super::Owned;

/// What one person used of one model on one day.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "token_use")]
pub struct Model {
    /// Who used them.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// The day in the person's zone.
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: Date,
    /// The model.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub model: String,
    /// Tokens that the model read.
    pub tokens_in: i64,
    /// Tokens that the model wrote.
    pub tokens_out: i64,
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
