//! How often each person has written, where a replica is read from.

use sea_orm::entity::prelude::*;

use super::Owned;

/// The count of one person.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "write_marks")]
pub struct Model {
    /// Who wrote.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// How often.
    pub writes: i64,
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
