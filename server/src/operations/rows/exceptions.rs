//! The exceptions of repeating events in storage.

use domain::Uuid;
use domain::event::Event;
use domain::repeat::{Deviation, Exception};
use domain::time::Moment;
use sea_orm::{ColumnTrait, DatabaseExecutor, EntityTrait, QueryFilter, QueryOrder, Set};

use crate::entity::Owned;
use crate::entity::event_exceptions::{ActiveModel, Column, Entity, Model};
use crate::error::Error;

/// Reads a stored exception of a series.
///
/// # Errors
/// [`Error::Internal`] when another program stored what this one never would.
pub(in crate::operations) fn from_model(model: Model, all_day: bool) -> Result<Exception, Error> {
    let deviation = Deviation::from_name(&model.deviation).ok_or_else(|| {
        Error::Internal(format!("event {} has an unknown kind of exception", model.event_id))
    })?;
    let own = |at| Moment::from_stored(at, model.all_day);
    Ok(Exception {
        occurrence: Moment::from_stored(model.occurrence, all_day),
        deviation,
        times: model.start_time.zip(model.end_time).map(|(start, end)| (own(start), own(end))),
        title: model.title,
        description: model.description,
        location: model.location,
    })
}

pub(super) async fn read(
    rows: &mut [Event],
    owner: Uuid,
    database: &DatabaseExecutor<'_>,
) -> Result<(), Error> {
    let repeating: Vec<Uuid> =
        rows.iter().filter(|row| row.rrule.is_some()).map(|row| row.id).collect();
    if repeating.is_empty() {
        return Ok(());
    }
    let models = Entity::owned_by(owner)
        .filter(Column::EventId.is_in(repeating))
        .order_by_asc(Column::Occurrence)
        .all(database)
        .await?;
    for model in models {
        if let Some(row) = rows.iter_mut().find(|row| row.id == model.event_id) {
            let all_day = row.all_day;
            row.exceptions.push(from_model(model, all_day)?);
        }
    }
    Ok(())
}

pub(super) async fn write(
    event: &Event,
    owner: Uuid,
    database: &DatabaseExecutor<'_>,
) -> Result<(), Error> {
    Entity::delete_owned_by(owner).filter(Column::EventId.eq(event.id)).exec(database).await?;
    if event.exceptions.is_empty() {
        return Ok(());
    }
    let models = event.exceptions.iter().map(|exception| ActiveModel {
        user_id: Set(owner),
        event_id: Set(event.id),
        occurrence: Set(exception.occurrence.stored()),
        deviation: Set(exception.deviation.name().to_owned()),
        start_time: Set(exception.times.map(|(start, _)| start.stored())),
        end_time: Set(exception.times.map(|(_, end)| end.stored())),
        all_day: Set(exception.times.is_some_and(|(start, _)| start.is_date())),
        title: Set(exception.title.clone()),
        description: Set(exception.description.clone()),
        location: Set(exception.location.clone()),
    });
    Entity::insert_many(models).exec_without_returning(database).await?;
    Ok(())
}
