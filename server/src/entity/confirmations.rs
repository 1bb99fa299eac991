//! Destructive or bulk steps that wait for the person's yes.

use sea_orm::entity::prelude::*;

use super::Owned;

/// A step that the assistant proposed.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "confirmations")]
pub struct Model {
    /// Random (version 4).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person who may answer.
    pub user_id: Uuid,
    /// The conversation in which it was proposed.
    pub conversation_id: Uuid,
    /// The turn in which it was proposed.
    pub turn_id: Uuid,
    /// What would happen, in words.
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    /// The tool call that a yes runs.
    pub call: Json,
    /// What has become of it.
    pub status: Status,
    /// Until when it may be answered.
    pub expires_at: DateTimeUtc,
    /// When it was proposed.
    pub created_at: DateTimeUtc,
}

/// What has become of a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Status {
    /// Not answered yet.
    Waiting,
    /// The person said yes.
    Accepted,
    /// The person said no.
    Declined,
    /// The message that led to it was replaced.
    Lapsed,
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
