//! Signed-in browsers and programs.

use sea_orm::entity::prelude::*;

/// One session, found by the hash of its token.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sessions")]
pub struct Model {
    /// SHA-256 of the token, in hexadecimal. The token itself is stored nowhere.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub token_hash: String,
    /// Who is signed in; none before sign-in.
    pub user_id: Option<Uuid>,
    /// What the session layer keeps.
    pub data: Json,
    /// When it began.
    pub created_at: DateTimeUtc,
    /// When it was last used, for the idle limit.
    pub last_used_at: DateTimeUtc,
    /// When it ends, however much it is used.
    pub expires_at: DateTimeUtc,
    /// The browser or program as it named itself at sign-in.
    #[sea_orm(column_type = "Text", nullable)]
    pub user_agent: Option<String>,
}

/// No query follows a relation from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
