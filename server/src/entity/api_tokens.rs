//! Tokens of people's own programs.

use sea_orm::entity::prelude::*;

use super::Owned;

/// One token, found by its hash.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "api_tokens")]
pub struct Model {
    /// Random (version 4).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// Whose rows it opens.
    pub user_id: Uuid,
    /// What its person calls it.
    #[sea_orm(column_type = "Text")]
    pub name: String,
    /// SHA-256 of the token, in hexadecimal. The token itself is stored nowhere.
    #[sea_orm(column_type = "Text", unique)]
    pub token_hash: String,
    /// `read` or `write`.
    #[sea_orm(column_type = "Text")]
    pub scope: String,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it was last used, to the hour; none before the first use.
    pub last_used_at: Option<DateTimeUtc>,
    /// When it ends; none when it does not.
    pub expires_at: Option<DateTimeUtc>,
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
