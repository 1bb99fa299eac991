//! Messages of conversations.

use sea_orm::entity::prelude::*;

use super::Owned;

/// One thing that was said.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "messages")]
pub struct Model {
    /// Random (version 4).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The conversation it is part of.
    pub conversation_id: Uuid,
    /// The person whose conversation it is.
    pub user_id: Uuid,
    /// The turn it is part of, as in the undo journal.
    pub turn_id: Uuid,
    /// Who said it.
    pub role: Role,
    /// What was said.
    #[sea_orm(column_type = "Text")]
    pub text: String,
    /// The cards of what was changed: an array of the wire's actions.
    pub cards: Json,
    /// The readings to choose from: an array of the wire's choices.
    pub choices: Json,
    /// When it was said.
    pub created_at: DateTimeUtc,
    /// Its place in the conversation, ascending.
    pub position: i64,
}

/// Who said a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Role {
    /// The person.
    User,
    /// The assistant.
    Assistant,
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
