//! Events in storage.

use domain::Uuid;
use domain::event::Event;
use domain::history::Door;
use domain::live::Kind;
use domain::time::Moment;
use sea_orm::{DatabaseExecutor, Set};

use super::{Row, created, exceptions};
use crate::entity::calendar_events::{ActiveModel, Column, Entity, Model};
use crate::error::Error;
use crate::repeat;

impl Row for Event {
    type ActiveModel = ActiveModel;
    type Entity = Entity;
    type Model = Model;

    const KIND: Kind = Kind::Event;

    fn key() -> Column {
        Column::Id
    }

    fn from_model(model: Model) -> Result<Self, Error> {
        Ok(Self {
            id: model.id,
            title: model.title,
            description: model.description,
            start_time: Moment::from_stored(model.start_time, model.all_day),
            end_time: Moment::from_stored(model.end_time, model.all_day),
            all_day: model.all_day,
            location: model.location,
            time_zone: model.time_zone,
            rrule: model.rrule,
            door: Door::from_name(&model.door),
            created_at: created(model.created_at, model.updated_at),
            updated_at: model.updated_at,
            version: model.version,
            occurrence: None,
            exceptions: Vec::new(),
            collision: None,
        })
    }

    fn to_active(&self, owner: Uuid) -> ActiveModel {
        ActiveModel {
            id: Set(self.id),
            user_id: Set(owner),
            title: Set(self.title.clone()),
            description: Set(self.description.clone()),
            start_time: Set(self.start_time.stored()),
            end_time: Set(self.end_time.stored()),
            created_at: Set(Some(self.created_at)),
            time_zone: Set(self.time_zone.clone()),
            all_day: Set(self.all_day),
            location: Set(self.location.clone()),
            rrule: Set(self.rrule.clone()),
            door: Set(self.door.name().to_owned()),
            updated_at: Set(self.updated_at),
            version: Set(self.version),
            series_end: Set(repeat::series_end(self)),
        }
    }

    counted!();

    async fn read_parts(
        rows: &mut [Self],
        owner: Uuid,
        database: &DatabaseExecutor<'_>,
    ) -> Result<(), Error> {
        exceptions::read(rows, owner, database).await
    }

    async fn write_parts(&self, owner: Uuid, database: &DatabaseExecutor<'_>) -> Result<(), Error> {
        exceptions::write(self, owner, database).await
    }
}
