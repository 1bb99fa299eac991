//! Lists of tasks in storage.

use domain::Uuid;
use domain::list::{TaskList, name_key};
use domain::live::Kind;
use sea_orm::Set;

use super::Row;
use crate::entity::task_lists::{ActiveModel, Column, Entity, Model};
use crate::error::Error;

impl Row for TaskList {
    type ActiveModel = ActiveModel;
    type Entity = Entity;
    type Model = Model;

    const KIND: Kind = Kind::List;

    fn key() -> Column {
        Column::Id
    }

    fn from_model(model: Model) -> Result<Self, Error> {
        Ok(Self {
            id: model.id,
            name: model.name,
            position: model.position,
            created_at: model.created_at,
            updated_at: model.updated_at,
            version: model.version,
        })
    }

    fn to_active(&self, owner: Uuid) -> ActiveModel {
        ActiveModel {
            id: Set(self.id),
            user_id: Set(owner),
            name: Set(self.name.clone()),
            name_key: Set(name_key(&self.name)),
            position: Set(self.position),
            created_at: Set(self.created_at),
            updated_at: Set(self.updated_at),
            version: Set(self.version),
        }
    }

    counted!();
}
