//! Turns of the assistant in progress, where several processes share a database.

use sea_orm::entity::prelude::*;

use super::Owned;

/// The turn of one person that a process answers.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "running_turns")]
pub struct Model {
    /// Whose turn it is; nobody has two.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// Which one.
    pub turn_id: Uuid,
    /// Its conversation.
    pub conversation_id: Uuid,
    /// The process that answers.
    #[sea_orm(column_type = "Text")]
    pub process: String,
    /// Until when it counts as running, by the database's clock, unless its process is
    /// heard of again.
    pub held_until: DateTimeUtc,
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
