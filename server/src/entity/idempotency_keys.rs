//! What requests that name themselves were answered first.

use sea_orm::entity::prelude::*;

use super::Owned;

/// One change that a request made. Its key makes sure that it is made once.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "idempotency_keys")]
pub struct Model {
    /// The person who sent the request.
    #[sea_orm(primary_key, auto_increment = false)]
    pub user_id: Uuid,
    /// The name that the client gave it.
    #[sea_orm(primary_key, auto_increment = false, column_type = "Text")]
    pub key: String,
    /// Which of the request's changes, from 0.
    #[sea_orm(primary_key, auto_increment = false)]
    pub position: i32,
    /// SHA-256 of what was asked, so that a name stands for one request only.
    #[sea_orm(column_type = "Text")]
    pub fingerprint: String,
    /// What it was answered; nothing while that is not known.
    pub answer: Option<Json>,
    /// When it was first sent.
    pub created_at: DateTimeUtc,
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
