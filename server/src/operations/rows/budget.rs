//! Budgets in storage.

use domain::Uuid;
use domain::budget::Budget;
use domain::history::Door;
use domain::live::Kind;
use sea_orm::Set;

use super::{Row, amount};
use crate::entity::budgets::{ActiveModel, Column, Entity, Model};
use crate::error::Error;

impl Row for Budget {
    type ActiveModel = ActiveModel;
    type Entity = Entity;
    type Model = Model;

    const KIND: Kind = Kind::Budget;

    fn key() -> Column {
        Column::Id
    }

    fn from_model(model: Model) -> Result<Self, Error> {
        let amount = amount("budget", model.id, model.amount_minor)?;
        Ok(Self {
            id: model.id,
            category: Some(model.category).filter(|category| !category.is_empty()),
            amount,
            currency: model.currency.parse().unwrap_or_default(),
            door: Door::from_name(&model.door),
            created_at: model.created_at,
            updated_at: model.updated_at,
            version: model.version,
        })
    }

    fn to_active(&self, owner: Uuid) -> ActiveModel {
        ActiveModel {
            id: Set(self.id),
            user_id: Set(owner),
            category: Set(self.category.clone().unwrap_or_default()),
            amount_minor: Set(self.amount.minor()),
            currency: Set(self.currency.code().to_owned()),
            created_at: Set(self.created_at),
            door: Set(self.door.name().to_owned()),
            updated_at: Set(self.updated_at),
            version: Set(self.version),
        }
    }

    counted!();
}
