//! Monthly budgets.

use sea_orm::entity::prelude::*;

use super::Owned;

/// What a person means to spend in a month.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "budgets")]
pub struct Model {
    /// Identifier.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person whose budget it is.
    pub user_id: Uuid,
    /// For which category; empty for all spending. Each has one, whatever its case.
    #[sea_orm(column_type = "Text")]
    pub category: String,
    /// The amount in hundredths, whatever the currency.
    pub amount_minor: i64,
    /// ISO 4217 code.
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// When it was first set.
    pub created_at: DateTimeUtc,
    /// The door it came in by (`web`, `chat`, `api`, …).
    #[sea_orm(column_type = "Text")]
    pub door: String,
    /// When the row last changed.
    pub updated_at: DateTimeUtc,
    /// Counts the row's changes, from 1.
    pub version: i64,
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
