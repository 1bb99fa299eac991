//! People.

use sea_orm::entity::prelude::*;

/// A person who can sign in.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "users")]
pub struct Model {
    /// Random (version 4).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The address, lower-cased before it is stored or looked up.
    #[sea_orm(column_type = "Text", unique)]
    pub email: String,
    /// An argon2id hash in PHC form. Never leaves the server.
    #[sea_orm(column_type = "Text")]
    pub hashed_password: String,
    /// When the person signed up.
    pub created_at: Option<DateTimeUtc>,
    /// IANA name of the zone in which the person's words are read.
    #[sea_orm(column_type = "Text")]
    pub time_zone: String,
    /// BCP 47 tag: how dates, times and money are written.
    #[sea_orm(column_type = "Text")]
    pub locale: String,
    /// ISO 4217 code of amounts that name no currency.
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// When the row last changed.
    pub updated_at: DateTimeUtc,
    /// Counts the row's changes, from 1.
    pub version: i64,
    /// The clock time at which work begins, as `09:00`.
    #[sea_orm(column_type = "Text")]
    pub work_from: String,
    /// The clock time at which work ends; `00:00` is the day's end.
    #[sea_orm(column_type = "Text")]
    pub work_until: String,
    /// How many minutes stay free between an event and what is fitted in beside it.
    pub buffer_minutes: i64,
    /// Whether the calendar names weeks by their numbers.
    pub week_numbers: bool,
}

/// No query follows a relation from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
