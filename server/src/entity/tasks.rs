//! Tasks.

use sea_orm::entity::prelude::*;

use super::Owned;
use super::by_place::read_by_place;

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tasks")]
pub struct Model {
    /// Random (version 4).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person whose task it is.
    pub user_id: Uuid,
    /// What is to be done.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Whether it is done; none, which only other programs write, means no.
    pub is_complete: Option<bool>,
    /// When it is due, if ever.
    pub due_date: Option<DateTimeUtc>,
    /// When it was written down.
    pub created_at: Option<DateTimeUtc>,
    /// Anything more about it.
    #[sea_orm(column_type = "Text", nullable)]
    pub notes: Option<String>,
    /// `none`, `low`, `medium` or `high`.
    #[sea_orm(column_type = "Text")]
    pub priority: String,
    /// RFC 5545 recurrence without the `RRULE:` prefix.
    #[sea_orm(column_type = "Text", nullable)]
    pub rrule: Option<String>,
    /// What the next occurrence counts from: `due` or `completion`.
    #[sea_orm(column_type = "Text", nullable)]
    pub repeat_from: Option<String>,
    /// When it was done.
    pub completed_at: Option<DateTimeUtc>,
    /// Whether it is due on a date without a time; `due_date` is then the local
    /// midnight that begins it.
    pub due_all_day: bool,
    /// The door it came in by (`web`, `chat`, `api`, …).
    #[sea_orm(column_type = "Text")]
    pub door: String,
    /// When the row last changed.
    pub updated_at: DateTimeUtc,
    /// Counts the row's changes, from 1.
    pub version: i64,
    /// The list it is in, if it is no subtask.
    pub list_id: Option<Uuid>,
    /// The task that it is a part of.
    pub parent_id: Option<Uuid>,
    /// Its labels, each with a space before and behind it: ` home errands `.
    #[sea_orm(column_type = "Text")]
    pub labels: String,
    /// How long it takes.
    pub estimate_minutes: Option<i64>,
    /// Its place in the order by hand.
    pub position: i64,
}

read_by_place! {
    id: Id,
    user_id: UserId,
    title: Title,
    is_complete: IsComplete,
    due_date: DueDate,
    created_at: CreatedAt,
    notes: Notes,
    priority: Priority,
    rrule: Rrule,
    repeat_from: RepeatFrom,
    completed_at: CompletedAt,
    due_all_day: DueAllDay,
    door: Door,
    updated_at: UpdatedAt,
    version: Version,
    list_id: ListId,
    parent_id: ParentId,
    labels: Labels,
    estimate_minutes: EstimateMinutes,
    position: Position,
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
