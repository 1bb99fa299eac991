//! Saved filters in storage.

use domain::Uuid;
use domain::live::Kind;
use domain::saved_filter::SavedFilter;
use sea_orm::Set;

use super::Row;
use crate::entity::saved_filters::{ActiveModel, Column, Entity, Model};
use crate::error::Error;

impl Row for SavedFilter {
    type ActiveModel = ActiveModel;
    type Entity = Entity;
    type Model = Model;

    const KIND: Kind = Kind::Filter;

    fn key() -> Column {
        Column::Id
    }

    fn from_model(model: Model) -> Result<Self, Error> {
        Ok(Self {
            id: model.id,
            name: model.name,
            filter: model.filter,
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
            filter: Set(self.filter.clone()),
            position: Set(self.position),
            created_at: Set(self.created_at),
            updated_at: Set(self.updated_at),
            version: Set(self.version),
        }
    }

    counted!();
}
