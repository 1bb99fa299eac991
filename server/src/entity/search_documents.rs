//! The search index: the words of every row that can be found. Triggers write it.

use sea_orm::entity::prelude::*;

use super::Owned;

/// What is found of one row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "search_documents")]
pub struct Model {
    /// Its number in the index.
    #[sea_orm(primary_key)]
    pub place: i64,
    /// The person whose row it is.
    pub user_id: Uuid,
    /// The row's kind: `event`, `task`, `expense`, `conversation` or `message`.
    #[sea_orm(column_type = "Text")]
    pub kind: String,
    /// The row.
    pub row_id: Uuid,
    /// The words that count most.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Words beside the title, such as a place or a category.
    #[sea_orm(column_type = "Text")]
    pub details: String,
    /// Everything else that was written.
    #[sea_orm(column_type = "Text")]
    pub notes: String,
    /// From when on the row is of interest, in seconds since 1970.
    pub since: Option<i64>,
    /// Until when.
    pub until: Option<i64>,
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
