//! What a person has chosen for themselves.

use chrono::{NaiveTime, TimeDelta};
use domain::free_time::Clock;
use domain::input::{FromScalar, Scalar};
use domain::live::Kind;
use domain::settings::{Settings, SettingsChanges, SettingsPatch};
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::{Effect, Operation, Scope};
use crate::entity::users::{Column, Entity, Model};
use crate::error::Error;

/// Reads the person's settings.
pub struct ReadSettings;

impl Operation for ReadSettings {
    type Input = ();
    type Output = Settings;

    const EFFECT: Effect = Effect::Read;
    const NAME: &'static str = "read_settings";
    const SUMMARY: &'static str = "Reads time zone, working hours and what the calendar shows.";

    async fn run(scope: &mut Scope<'_>, (): ()) -> Result<Settings, Error> {
        Ok(settings(&person(scope).await?))
    }
}

/// Changes the person's settings. They are no rows, so there is nothing to undo.
pub struct UpdateSettings;

impl Operation for UpdateSettings {
    type Input = SettingsPatch;
    type Output = Settings;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "update_settings";
    const SUMMARY: &'static str = "Changes time zone, working hours or what the calendar shows.";

    async fn run(scope: &mut Scope<'_>, changes: SettingsChanges) -> Result<Settings, Error> {
        let mut settings = settings(&person(scope).await?);
        if let Some(zone) = changes.time_zone {
            let zone: chrono_tz::Tz = zone.parse().map_err(|_| {
                Error::field("time_zone", "Must be a zone's name such as Europe/Berlin.")
            })?;
            settings.time_zone = zone.name().to_owned();
        }
        settings.work_from = changes.work_from.unwrap_or(settings.work_from);
        settings.work_until = changes.work_until.unwrap_or(settings.work_until);
        settings.buffer_minutes = changes.buffer_minutes.unwrap_or(settings.buffer_minutes);
        settings.week_numbers = changes.week_numbers.unwrap_or(settings.week_numbers);
        let (from, until) = (settings.work_from.0, settings.work_until.0);
        if until <= from && until != NaiveTime::MIN {
            return Err(Error::field("work_until", "Must be later than when work begins."));
        }
        scope.touch(Kind::Settings);
        Entity::update_many()
            .col_expr(Column::TimeZone, Expr::value(settings.time_zone.clone()))
            .col_expr(Column::WorkFrom, Expr::value(from.format("%H:%M").to_string()))
            .col_expr(Column::WorkUntil, Expr::value(until.format("%H:%M").to_string()))
            .col_expr(Column::BufferMinutes, Expr::value(i64::from(settings.buffer_minutes)))
            .col_expr(Column::WeekNumbers, Expr::value(settings.week_numbers))
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
    let settings = settings(&person(scope).await?);
    Ok(Workday {
        hours: (settings.work_from.0, settings.work_until.0),
        buffer: TimeDelta::minutes(i64::from(settings.buffer_minutes)),
    })
}

async fn person(scope: &Scope<'_>) -> Result<Model, Error> {
    Entity::find_by_id(scope.actor().user_id).one(scope.database()).await?.ok_or(Error::NotFound)
}

/// Hours that another program wrote and that are none count as the day's ends.
fn settings(person: &Model) -> Settings {
    let clock = |text: &str| {
        Clock::from_scalar(Scalar::Text(text.to_owned())).unwrap_or(Clock(NaiveTime::MIN))
    };
    Settings {
        time_zone: person.time_zone.clone(),
        work_from: clock(&person.work_from),
        work_until: clock(&person.work_until),
        buffer_minutes: u32::try_from(person.buffer_minutes).unwrap_or_default(),
        week_numbers: person.week_numbers,
    }
}
