//! The undo journal: every change with the row before and after.

use sea_orm::entity::prelude::*;

use super::Owned;

/// One change of one row.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "undo_journal")]
pub struct Model {
    /// Random (version 4): knowing it, and owning the row, is what undo asks for.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person whose row was changed.
    pub user_id: Uuid,
    /// Groups the changes of one chat turn or one request.
    pub turn_id: Uuid,
    /// The change's place in its turn, ascending; undo goes backwards.
    pub position: i64,
    /// Name of the operation that made the change.
    #[sea_orm(column_type = "Text")]
    pub operation: String,
    /// What kind of row it was.
    pub kind: Kind,
    /// Which row it was.
    pub row_id: Uuid,
    /// The row before; none when it was created.
    pub before: Option<Json>,
    /// The row after; none when it was deleted.
    pub after: Option<Json>,
    /// The row's version after the change; another one now means that somebody
    /// changed it since. None when it was deleted.
    pub version_after: Option<i64>,
    /// The person who acted.
    pub actor: Uuid,
    /// The door that the change came in by (`web`, `chat`, `api`, …).
    #[sea_orm(column_type = "Text")]
    pub door: String,
    /// What happened, in words.
    #[sea_orm(column_type = "Text")]
    pub summary: String,
    /// When it happened.
    pub created_at: DateTimeUtc,
    /// When it was taken back, if it was.
    pub undone_at: Option<DateTimeUtc>,
}

/// The kinds of rows that can be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// A row of `calendar_events`.
    Event,
    /// A row of `tasks`.
    Task,
    /// A row of `expenses`.
    Expense,
    /// A row of `budgets`.
    Budget,
    /// A row of `task_lists`.
    List,
    /// A row of `saved_filters`.
    Filter,
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
