//! Tasks in storage.

use domain::Uuid;
use domain::history::Door;
use domain::live::Kind;
use domain::repeat::RepeatFrom;
use domain::task::{Labels, Priority, Task};
use domain::time::Moment;
use sea_orm::Set;

use super::{Row, created};
use crate::entity::tasks::{ActiveModel, Column, Entity, Model};
use crate::error::Error;

impl Row for Task {
    type ActiveModel = ActiveModel;
    type Entity = Entity;
    type Model = Model;

    const KIND: Kind = Kind::Task;

    fn key() -> Column {
        Column::Id
    }

    fn from_model(model: Model) -> Result<Self, Error> {
        Ok(Self {
            id: model.id,
            title: model.title,
            notes: model.notes,
            is_complete: model.is_complete.unwrap_or(false),
            completed_at: model.completed_at,
            due_date: model.due_date.map(|due| Moment::from_stored(due, model.due_all_day)),
            priority: Priority::from_name(&model.priority).unwrap_or_default(),
            rrule: model.rrule,
            repeat_from: model.repeat_from.as_deref().and_then(RepeatFrom::from_name),
            list_id: model.list_id,
            parent_id: model.parent_id,
            labels: Labels::from_stored(&model.labels),
            estimate_minutes: model.estimate_minutes.and_then(|minutes| minutes.try_into().ok()),
            position: model.position,
            door: Door::from_name(&model.door),
            created_at: created(model.created_at, model.updated_at),
            updated_at: model.updated_at,
            version: model.version,
        })
    }

    fn to_active(&self, owner: Uuid) -> ActiveModel {
        ActiveModel {
            id: Set(self.id),
            user_id: Set(owner),
            title: Set(self.title.clone()),
            is_complete: Set(Some(self.is_complete)),
            due_date: Set(self.due_date.map(|due| due.stored())),
            created_at: Set(Some(self.created_at)),
            notes: Set(self.notes.clone()),
            priority: Set(self.priority.name().to_owned()),
            rrule: Set(self.rrule.clone()),
            repeat_from: Set(self.repeat_from.map(|from| from.name().to_owned())),
            completed_at: Set(self.completed_at),
            due_all_day: Set(self.due_date.is_some_and(|due| due.is_date())),
            door: Set(self.door.name().to_owned()),
            updated_at: Set(self.updated_at),
            version: Set(self.version),
            list_id: Set(self.list_id),
            parent_id: Set(self.parent_id),
            labels: Set(self.labels.stored()),
            estimate_minutes: Set(self.estimate_minutes.map(i64::from)),
            position: Set(self.position),
        }
    }

    counted!();
}
