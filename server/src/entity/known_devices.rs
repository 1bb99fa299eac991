//! Browsers in which people have signed in before.

use sea_orm::entity::prelude::*;

use super::Owned;

/// One browser and one of the people who use it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "known_devices")]
pub struct Model {
    /// SHA-256 of the token that the browser keeps, as hexadecimal digits.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub token_hash: String,
    /// Who signed in there.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// When they last did.
    pub used_at: DateTimeUtc,
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
