//! Events of the calendar.

use sea_orm::entity::prelude::*;

use super::Owned;
use super::by_place::read_by_place;

/// An event, or the pattern of a repeating one.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "calendar_events")]
pub struct Model {
    /// Random (version 4).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person whose event it is.
    pub user_id: Uuid,
    /// What it is called.
    #[sea_orm(column_type = "Text")]
    pub title: String,
    /// Anything more about it.
    #[sea_orm(column_type = "Text", nullable)]
    pub description: Option<String>,
    /// Its first instant.
    pub start_time: DateTimeUtc,
    /// The first instant after it; never before `start_time`.
    pub end_time: DateTimeUtc,
    /// When it was written down.
    pub created_at: Option<DateTimeUtc>,
    /// IANA zone of its wall clock; none means the person's.
    #[sea_orm(column_type = "Text", nullable)]
    pub time_zone: Option<String>,
    /// Whether it has dates but no times; then both ends are local midnights.
    pub all_day: bool,
    /// Where it takes place.
    #[sea_orm(column_type = "Text", nullable)]
    pub location: Option<String>,
    /// RFC 5545 recurrence without the `RRULE:` prefix.
    #[sea_orm(column_type = "Text", nullable)]
    pub rrule: Option<String>,
    /// The door it came in by (`web`, `chat`, `api`, …).
    #[sea_orm(column_type = "Text")]
    pub door: String,
    /// When the row last changed.
    pub updated_at: DateTimeUtc,
    /// Counts the row's changes, from 1.
    pub version: i64,
    /// When the last occurrence that the rule gives is over; none if it never ends.
    pub series_end: Option<DateTimeUtc>,
}

read_by_place! {
    id: Id,
    user_id: UserId,
    title: Title,
    description: Description,
    start_time: StartTime,
    end_time: EndTime,
    created_at: CreatedAt,
    time_zone: TimeZone,
    all_day: AllDay,
    location: Location,
    rrule: Rrule,
    door: Door,
    updated_at: UpdatedAt,
    version: Version,
    series_end: SeriesEnd,
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
