//! What a running operation may touch: the person's own rows, inside its
//! transaction, every change recorded.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::Uuid;
use domain::history::Item;
use domain::live::Kind;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, DatabaseExecutor, DatabaseTransaction, EntityTrait, QueryFilter,
    QuerySelect, Select,
};

use super::rows::Row;
use crate::context::{Actor, Context};
use crate::entity::Owned;
use crate::error::Error;
use crate::undo::{self, Change};

/// The world of one running operation.
pub struct Scope<'a> {
    context: &'a Context,
    operation: &'static str,
    database: DatabaseExecutor<'a>,
    /// Whether rows are held that are read, to be written.
    writes: bool,
    changes: Vec<Change>,
    /// The kinds of what was written.
    touched: Mutex<BTreeSet<Kind>>,
}

impl<'a> Scope<'a> {
    pub(super) fn reading(context: &'a Context, operation: &'static str) -> Self {
        let database = DatabaseExecutor::Connection(context.database.reader());
        Self::new(context, operation, database, false)
    }

    /// A scope that reads what this transaction sees.
    pub(super) fn reading_within(
        context: &'a Context,
        operation: &'static str,
        view: &'a DatabaseTransaction,
    ) -> Self {
        Self::new(context, operation, DatabaseExecutor::Transaction(view), false)
    }

    pub(super) fn writing(
        context: &'a Context,
        operation: &'static str,
        transaction: &'a DatabaseTransaction,
    ) -> Self {
        Self::new(context, operation, DatabaseExecutor::Transaction(transaction), true)
    }

    fn new(
        context: &'a Context,
        operation: &'static str,
        database: DatabaseExecutor<'a>,
        writes: bool,
    ) -> Self {
        let (changes, touched) = (Vec::new(), Mutex::default());
        Self { context, operation, database, writes, changes, touched }
    }

    /// Writes the journal of everything that was changed.
    ///
    /// Returns what takes it back, the only change or the turn of several, and the kinds of
    /// what was written.
    pub(super) async fn finish(self) -> Result<(Option<Uuid>, BTreeSet<Kind>), Error> {
        let undo =
            undo::record(&self.database, self.context, self.operation, &self.changes).await?;
        Ok((undo, self.touched.into_inner().unwrap_or_else(PoisonError::into_inner)))
    }

    /// Says that something of that kind is written; rows say it by themselves.
    pub(crate) fn touch(&self, kind: Kind) {
        self.touched.lock().unwrap_or_else(PoisonError::into_inner).insert(kind);
    }

    /// Whether it may write.
    pub(crate) fn writes(&self) -> bool {
        self.writes
    }

    /// On whose behalf.
    pub fn actor(&self) -> &'a Actor {
        &self.context.actor
    }

    /// The person's time zone.
    pub fn zone(&self) -> Tz {
        self.context.actor.zone
    }

    /// Now, the same for the whole request.
    pub fn now(&self) -> DateTime<Utc> {
        self.context.now
    }

    /// Today in the person's zone.
    pub fn today(&self) -> NaiveDate {
        self.context.today()
    }

    /// The door the request came through.
    pub fn door(&self) -> domain::history::Door {
        self.context.door
    }

    /// Where queries are sent.
    pub fn database(&self) -> &DatabaseExecutor<'a> {
        &self.database
    }

    /// The person's own rows of a table.
    pub fn own<E: Owned>(&self) -> Select<E> {
        E::owned_by(self.context.actor.user_id)
    }

    /// One of the person's own rows.
    ///
    /// # Errors
    /// [`Error::NotFound`] when there is none, or it is someone else's.
    pub async fn find<R: Row>(&self, id: Uuid) -> Result<R, Error> {
        self.look_up(id).await?.ok_or(Error::NotFound)
    }

    /// One of the person's own rows, if it exists; held until the transaction
    /// ends, so that what is written next fits what was read.
    pub(crate) async fn look_up<R: Row>(&self, id: Uuid) -> Result<Option<R>, Error> {
        let mut select = self.own::<R::Entity>().filter(R::key().eq(id));
        if self.writes {
            select = select.lock_exclusive();
        }
        let mut rows = Vec::new();
        rows.extend(select.one(&self.database).await?.map(R::from_model).transpose()?);
        R::read_parts(&mut rows, self.actor().user_id, &self.database).await?;
        let row = rows.pop();
        if self.writes {
            self.check_expected(row.as_ref())?;
        }
        Ok(row)
    }

    /// Refuses to change a row that is not as the client knows it.
    fn check_expected<R: Row>(&self, row: Option<&R>) -> Result<(), Error> {
        match (&self.context.expected, row) {
            (Some(expected), Some(row))
                if expected.row == row.id() && !expected.versions.contains(&row.version()) =>
            {
                Err(Error::Stale)
            }
            _ => Ok(()),
        }
    }

    /// Adds a row.
    ///
    /// # Errors
    /// The database's.
    pub async fn insert<R: Row>(&mut self, row: R) -> Result<R, Error> {
        self.write_new(&row).await?;
        self.changes.push(Change { before: None, after: Some(row.clone().into()) });
        Ok(row)
    }

    /// Replaces a row by its changed self, as its next version. A change that
    /// changes nothing is not written.
    ///
    /// # Errors
    /// The database's.
    pub async fn update<R: Row>(&mut self, before: R, mut after: R) -> Result<R, Error> {
        if before == after {
            return Ok(before);
        }
        after.touch(before.version() + 1, self.now());
        self.write_over(&after).await?;
        self.changes
            .push(Change { before: Some(before.into()), after: Some(after.clone().into()) });
        Ok(after)
    }

    /// Removes a row.
    ///
    /// # Errors
    /// The database's.
    pub async fn delete<R: Row>(&mut self, row: R) -> Result<R, Error> {
        self.remove(&row).await?;
        self.changes.push(Change { before: Some(row.clone().into()), after: None });
        Ok(row)
    }

    /// Writes a row that does not exist, without a record of it.
    pub(crate) async fn write_new<R: Row>(&self, row: &R) -> Result<(), Error> {
        self.touch(R::KIND);
        let model = row.to_active(self.context.actor.user_id);
        R::Entity::insert(model).exec_without_returning(&self.database).await?;
        row.write_parts(self.context.actor.user_id, &self.database).await
    }

    /// Writes over a row that exists and is the person's own, without a record of it.
    pub(crate) async fn write_over<R: Row>(&self, row: &R) -> Result<(), Error> {
        self.touch(R::KIND);
        let mut model = row.to_active(self.context.actor.user_id);
        model.not_set(R::key());
        R::Entity::update_owned_by(self.context.actor.user_id)
            .set(model)
            .filter(R::key().eq(row.id()))
            .exec(&self.database)
            .await?;
        row.write_parts(self.context.actor.user_id, &self.database).await
    }

    /// Removes a row that is the person's own, without a record of it.
    pub(crate) async fn remove<R: Row>(&self, row: &R) -> Result<(), Error> {
        self.touch(R::KIND);
        R::Entity::delete_owned_by(self.context.actor.user_id)
            .filter(R::key().eq(row.id()))
            .exec(&self.database)
            .await?;
        Ok(())
    }

    /// The same for a row whose kind is known at run time only.
    pub(crate) async fn look_up_item(&self, like: &Item) -> Result<Option<Item>, Error> {
        Ok(match like {
            Item::Event(event) => {
                self.look_up::<domain::event::Event>(event.id).await?.map(Item::Event)
            }
            Item::Task(task) => self.look_up::<domain::task::Task>(task.id).await?.map(Item::Task),
            Item::Expense(expense) => {
                self.look_up::<domain::expense::Expense>(expense.id).await?.map(Item::Expense)
            }
            Item::Budget(budget) => {
                self.look_up::<domain::budget::Budget>(budget.id).await?.map(Item::Budget)
            }
            Item::List(list) => {
                self.look_up::<domain::list::TaskList>(list.id).await?.map(Item::List)
            }
            Item::Filter(filter) => self
                .look_up::<domain::saved_filter::SavedFilter>(filter.id)
                .await?
                .map(Item::Filter),
        })
    }
}
