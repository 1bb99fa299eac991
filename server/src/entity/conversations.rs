//! Conversations with the assistant.

use sea_orm::entity::prelude::*;

use super::Owned;

/// A thread of messages.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "conversations")]
pub struct Model {
    /// Random (version 4).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person whose conversation it is.
    pub user_id: Uuid,
    /// What it is listed as.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// When its first message came.
    pub created_at: DateTimeUtc,
    /// When its last message came.
    pub updated_at: DateTimeUtc,
    /// Counts the row's changes, from 1.
    pub version: i64,
    /// When it was pinned, if it is.
    pub pinned_at: Option<DateTimeUtc>,
    /// Whether the person named it; the first message names it no more then.
    pub titled_by_person: bool,
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
