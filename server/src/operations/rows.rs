//! Between stored rows and the types that doors answer with.

/// The part of a row's `Row` that its fields `id`, `version` and `updated_at` answer.
macro_rules! counted {
    () => {
        fn id(&self) -> domain::Uuid {
            self.id
        }

        fn version(&self) -> i64 {
            self.version
        }

        fn touch(&mut self, version: i64, now: chrono::DateTime<chrono::Utc>) {
            self.version = version;
            self.updated_at = now;
        }
    };
}

mod budget;
mod event;
mod exceptions;
mod expense;
mod list;
mod saved_filter;
mod task;

pub(super) use exceptions::from_model as exception;

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::history::Item;
use domain::live::Kind;
use domain::money::Amount;
use sea_orm::{ActiveModelTrait, DatabaseExecutor, EntityTrait};

use crate::entity::Owned;
use crate::error::Error;

/// A kind of row that belongs to one person, counts its changes and can be
/// brought back as it was.
pub trait Row: Clone + PartialEq + Into<Item> + Send + Sync + 'static {
    /// Its table.
    type Entity: Owned + EntityTrait<ActiveModel = Self::ActiveModel, Model = Self::Model>;
    /// Its table's row, to be written.
    type ActiveModel: ActiveModelTrait<Entity = Self::Entity> + sea_orm::ActiveModelBehavior + Send;
    /// Its table's row, as read.
    type Model: sea_orm::ModelTrait<Entity = Self::Entity> + Send;

    /// What it is told to be when it is changed.
    const KIND: Kind;

    /// The column that identifies it.
    fn key() -> <Self::Entity as EntityTrait>::Column;

    /// Reads a stored row.
    ///
    /// # Errors
    /// [`Error::Internal`] when another program stored what this one never would.
    fn from_model(model: Self::Model) -> Result<Self, Error>;

    /// The row as it is stored for `owner`. Columns that the type does not carry
    /// are left alone.
    fn to_active(&self, owner: Uuid) -> Self::ActiveModel;

    /// Identifier.
    fn id(&self) -> Uuid;

    /// Counts the row's changes, from 1.
    fn version(&self) -> i64;

    /// Marks a change.
    fn touch(&mut self, version: i64, now: DateTime<Utc>);

    /// Reads what is stored of some rows beside their own table.
    ///
    /// # Errors
    /// The database's.
    fn read_parts(
        _rows: &mut [Self],
        _owner: Uuid,
        _database: &DatabaseExecutor<'_>,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Ok(()) }
    }

    /// Writes what is stored of the row beside its own table.
    ///
    /// # Errors
    /// The database's.
    fn write_parts(
        &self,
        _owner: Uuid,
        _database: &DatabaseExecutor<'_>,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        async { Ok(()) }
    }
}

/// Rows that other programs inserted may lack the creation time, which the
/// documented schema leaves nullable.
fn created(created_at: Option<DateTime<Utc>>, updated_at: DateTime<Utc>) -> DateTime<Utc> {
    created_at.unwrap_or(updated_at)
}

/// A stored amount, in hundredths; a program that stored one out of bounds was not this one.
pub(super) fn amount(kind: &str, id: Uuid, hundredths: i64) -> Result<Amount, Error> {
    Amount::from_minor(hundredths)
        .ok_or_else(|| Error::Internal(format!("{kind} {id} has an amount out of bounds")))
}
