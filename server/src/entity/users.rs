//! People.

use chrono::NaiveTime;
use domain::free_time::Clock;
use domain::input::{FromScalar, Scalar};
use domain::settings::{ClockStyle, DateOrder, Settings, WeekStart};
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
    /// On which day a week begins: `monday`, …, or `locale`.
    #[sea_orm(column_type = "Text")]
    pub week_start: String,
    /// How clock times are written: `12`, `24` or `locale`.
    #[sea_orm(column_type = "Text")]
    pub clock: String,
    /// What stands first in a date: `day_first`, `month_first` or `locale`.
    #[sea_orm(column_type = "Text")]
    pub date_order: String,
    /// The clock time of "in the morning", as `09:00`.
    #[sea_orm(column_type = "Text")]
    pub morning: String,
    /// The clock time of "in the afternoon".
    #[sea_orm(column_type = "Text")]
    pub afternoon: String,
    /// The clock time of "in the evening".
    #[sea_orm(column_type = "Text")]
    pub evening: String,
    /// The clock time of "tonight".
    #[sea_orm(column_type = "Text")]
    pub night: String,
    /// How many minutes an event lasts that says no end.
    pub event_minutes: i64,
    /// When the person showed that they read letters to the address; none before.
    pub email_verified_at: Option<DateTimeUtc>,
}

/// No query follows a relation from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// What the person has chosen. What another program wrote and is none of the choices
    /// counts as the usual one.
    pub fn settings(&self) -> Settings {
        let usual = Settings::default();
        let clock = |text: &str, usual: Clock| {
            Clock::from_scalar(Scalar::Text(text.to_owned())).unwrap_or(usual)
        };
        Settings {
            time_zone: self.time_zone.clone(),
            locale: self.locale.clone(),
            currency: self.currency.parse().unwrap_or_default(),
            week_start: WeekStart::from_name(&self.week_start).unwrap_or_default(),
            clock: ClockStyle::from_name(&self.clock).unwrap_or_default(),
            date_order: DateOrder::from_name(&self.date_order).unwrap_or_default(),
            work_from: clock(&self.work_from, Clock(NaiveTime::MIN)),
            work_until: clock(&self.work_until, Clock(NaiveTime::MIN)),
            buffer_minutes: u32::try_from(self.buffer_minutes).unwrap_or_default(),
            week_numbers: self.week_numbers,
            event_minutes: u32::try_from(self.event_minutes).unwrap_or(usual.event_minutes),
            morning: clock(&self.morning, usual.morning),
            afternoon: clock(&self.afternoon, usual.afternoon),
            evening: clock(&self.evening, usual.evening),
            night: clock(&self.night, usual.night),
        }
    }
}
