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
    /// What was called to answer, in order: an array of what the assistant remembers.
    pub calls: Json,
    /// The interpreter that answered.
    #[sea_orm(column_type = "Text", nullable)]
    pub interpreter: Option<String>,
    /// The language model that answered, if it was one.
    #[sea_orm(column_type = "Text", nullable)]
    pub model: Option<String>,
    /// Tokens that the model read.
    pub tokens_in: Option<i64>,
    /// Tokens that the model wrote.
    pub tokens_out: Option<i64>,
    /// How the answer ended.
    pub ended: Ended,
    /// What went wrong, in the person's words, if anything did.
    #[sea_orm(column_type = "Text", nullable)]
    pub failure: Option<String>,
    /// What the exchange had done whose place this message took: the wire's own shape.
    pub replaced: Option<Json>,
}

/// How an answer ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Ended {
    /// It is complete.
    Done,
    /// The person stopped it, or the program was shut down.
    Stopped,
    /// Something went wrong.
    Failed,
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
