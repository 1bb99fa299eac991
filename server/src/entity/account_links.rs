//! Links that open one thing once.

use sea_orm::entity::prelude::*;

/// One link, found by the hash of what it carries. It is deleted when it is used.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_links")]
pub struct Model {
    /// SHA-256 of the token, in hexadecimal. The token itself is stored nowhere.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub token_hash: String,
    /// What it opens.
    pub kind: Kind,
    /// Whose account it is about; none for an invitation.
    pub user_id: Option<Uuid>,
    /// The address that whoever follows it can read.
    #[sea_orm(column_type = "Text", nullable)]
    pub email: Option<String>,
    /// When it was made.
    pub created_at: DateTimeUtc,
    /// When it ends unused.
    pub expires_at: DateTimeUtc,
}

/// What a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// A new account.
    Invitation,
    /// A new password.
    Reset,
    /// An address as the person's own.
    Confirm,
}

/// No query follows a relation from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
