//! What a person has chosen for themselves.

use chrono::{NaiveTime, TimeDelta};
use domain::free_time::Clock;
use domain::settings::{Settings, SettingsChanges, SettingsPatch};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Effect, Operation, Scope};
use crate::accounts::locality;
use crate::entity::users::{Column, Entity, Model};
use crate::error::Error;

/// Reads the person's settings.
pub struct ReadSettings;

impl Operation for ReadSettings {
    type Input = ();
    type Output = Settings;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_settings";
    const SUMMARY: &'static str =
        "Reads time zone, locale, currency, working hours and the other settings.";

    async fn run(scope: &mut Scope<'_>, (): ()) -> Result<Settings, Error> {
        Ok(person(scope).await?.settings())
    }
}

/// Changes the person's settings. They are no rows, so there is nothing to undo.
pub struct UpdateSettings;

impl Operation for UpdateSettings {
    type Input = SettingsPatch;
    type Output = Settings;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_settings";
    const SUMMARY: &'static str =
        "Changes time zone, locale, currency, working hours or other settings.";

    async fn run(scope: &mut Scope<'_>, changes: SettingsChanges) -> Result<Settings, Error> {
        let mut settings = changes.onto(person(scope).await?.settings())?;
        let zone: chrono_tz::Tz = settings.time_zone.parse().map_err(|_| {
            Error::field("time_zone", "Must be a zone's name such as Europe/Berlin.")
        })?;
        settings.time_zone = zone.name().to_owned();
        settings.locale = locality::tag(&settings.locale)
            .ok_or_else(|| Error::field("locale", "Must be a language tag such as en-GB."))?;
        let clock = |clock: Clock| Expr::value(clock.0.format("%H:%M").to_string());
        let number = |number: u32| Expr::value(i64::from(number));
        Entity::update_many()
            .col_expr(Column::TimeZone, Expr::value(settings.time_zone.clone()))
            .col_expr(Column::Locale, Expr::value(settings.locale.clone()))
            .col_expr(Column::Currency, Expr::value(settings.currency.to_string()))
            .col_expr(Column::WeekStart, Expr::value(settings.week_start.name()))
            .col_expr(Column::Clock, Expr::value(settings.clock.name()))
            .col_expr(Column::DateOrder, Expr::value(settings.date_order.name()))
            .col_expr(Column::WorkFrom, clock(settings.work_from))
            .col_expr(Column::WorkUntil, clock(settings.work_until))
            .col_expr(Column::BufferMinutes, number(settings.buffer_minutes))
            .col_expr(Column::WeekNumbers, Expr::value(settings.week_numbers))
            .col_expr(Column::EventMinutes, number(settings.event_minutes))
            .col_expr(Column::Morning, clock(settings.morning))
            .col_expr(Column::Afternoon, clock(settings.afternoon))
            .col_expr(Column::Evening, clock(settings.evening))
            .col_expr(Column::Night, clock(settings.night))
            .col_expr(Column::UpdatedAt, Expr::value(scope.now()))
            .col_expr(Column::Version, Expr::col(Column::Version).add(1))
            .filter(Column::Id.eq(scope.actor().user_id))
            .exec(scope.database())
            .await?;
        Ok(settings)
    }
}

/// When the person works, and how much room they want between events.
#[derive(Debug, Clone, Copy)]
pub(super) struct Workday {
    /// The hours.
    pub(super) hours: (NaiveTime, NaiveTime),
    /// What stays free beside an event.
    pub(super) buffer: TimeDelta,
}

/// The person's working hours and buffer.
///
/// # Errors
/// The database's.
pub(super) async fn workday(scope: &Scope<'_>) -> Result<Workday, Error> {
    let settings = person(scope).await?.settings();
    Ok(Workday {
        hours: (settings.work_from.0, settings.work_until.0),
        buffer: TimeDelta::minutes(i64::from(settings.buffer_minutes)),
    })
}

async fn person(scope: &Scope<'_>) -> Result<Model, Error> {
    Entity::find_by_id(scope.actor().user_id).one(scope.database()).await?.ok_or(Error::NotFound)
}
