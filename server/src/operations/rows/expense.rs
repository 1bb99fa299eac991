//! Expenses in storage.

use domain::Uuid;
use domain::expense::Expense;
use domain::history::Door;
use domain::live::Kind;
use sea_orm::Set;

use super::{Row, amount, created};
use crate::entity::expenses::{ActiveModel, Column, Entity, Model};
use crate::error::Error;

impl Row for Expense {
    type ActiveModel = ActiveModel;
    type Entity = Entity;
    type Model = Model;

    const KIND: Kind = Kind::Expense;

    fn key() -> Column {
        Column::Id
    }

    fn from_model(model: Model) -> Result<Self, Error> {
        let amount = amount("expense", model.id, model.amount_minor)?;
        Ok(Self {
            id: model.id,
            amount,
            currency: model.currency.parse().unwrap_or_default(),
            category: model.category,
            description: model.description,
            notes: model.notes,
            incurred_at: model.incurred_at,
            rrule: model.rrule,
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
            category: Set(self.category.clone()),
            incurred_at: Set(self.incurred_at),
            created_at: Set(Some(self.created_at)),
            amount_minor: Set(self.amount.minor()),
            description: Set(self.description.clone()),
            notes: Set(self.notes.clone()),
            currency: Set(self.currency.code().to_owned()),
            rrule: Set(self.rrule.clone()),
            door: Set(self.door.name().to_owned()),
            updated_at: Set(self.updated_at),
            version: Set(self.version),
        }
    }

    counted!();
}
