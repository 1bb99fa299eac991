//! Occurrences of repeating events that differ from what the rule says.

use sea_orm::entity::prelude::*;

use super::Owned;

/// One occurrence. What is empty is as in the series.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_exceptions")]
pub struct Model {
    /// The person whose event it is.
    pub user_id: Uuid,
    /// The series.
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: Uuid,
    /// The start that the rule gives it; of an all-day series midnight UTC.
    #[sea_orm(primary_key, auto_increment = false)]
    pub occurrence: DateTimeUtc,
    /// `cancelled`, `changed` or `extra`.
    #[sea_orm(column_type = "Text")]
    pub deviation: String,
    /// Its own first instant.
    pub start_time: Option<DateTimeUtc>,
    /// Its own first instant after it; there if `start_time` is.
    pub end_time: Option<DateTimeUtc>,
    /// Whether its own times are dates.
    pub all_day: bool,
    /// Its own title.
    #[sea_orm(column_type = "Text", nullable)]
    pub title: Option<String>,
    /// Its own details; an empty text for none.
    #[sea_orm(column_type = "Text", nullable)]
    pub description: Option<String>,
    /// Its own place; an empty text for none.
    #[sea_orm(column_type = "Text", nullable)]
    pub location: Option<String>,
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
