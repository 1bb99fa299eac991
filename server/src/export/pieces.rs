//! Files that are written while they are read: what is held at a time is a page of rows,
//! however much there is.

use std::marker::PhantomData;

use domain::Uuid;
use futures::{Stream, StreamExt, stream};
use sea_orm::{
    ColumnTrait, DatabaseConnection, DatabaseExecutor, QueryFilter, QueryOrder, QuerySelect,
};
use tokio::sync::{OnceCell, mpsc};

use crate::context::Context;
use crate::entity::Owned;
use crate::error::Error;
use crate::operations::Row;

/// How many rows are read at once.
const PAGE: u64 = 500;
/// How many pieces wait for a slow reader.
const AHEAD: usize = 4;

/// Where the pieces of a file go.
pub(super) struct Pieces {
    pub(super) context: Context,
    reader: OnceCell<DatabaseConnection>,
    sender: mpsc::Sender<Result<String, Error>>,
}

/// The beginning of a file, and its pieces in their order. A piece that cannot be read is
/// an error and the last; a reader that goes away ends the reading.
pub(super) fn begin(context: Context) -> (Pieces, impl Stream<Item = Result<String, Error>>) {
    let (sender, receiver) = mpsc::channel(AHEAD);
    let read = stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|piece| (piece, receiver))
    });
    // What compresses an answer asks once more after the end.
    (Pieces { context, reader: OnceCell::new(), sender }, read.fuse())
}

impl Pieces {
    /// What all of the file is read from: the primary, or a replica that has everything the
    /// person has written.
    pub(super) async fn reader(&self) -> &DatabaseConnection {
        let Context { database, actor, .. } = &self.context;
        let choose = async || database.lagging_reader(actor.user_id).await.clone();
        self.reader.get_or_init(choose).await
    }

    /// Adds a piece.
    pub(super) async fn say(&self, piece: String) -> Result<(), Error> {
        let gone = |_| Error::Internal("nobody reads the export any more".to_owned());
        self.sender.send(Ok(piece)).await.map_err(gone)
    }

    /// The end of the file, as it came about.
    pub(super) async fn end(self, result: Result<(), Error>) {
        if let Err(cause) = result {
            // Nobody is left to hear of it if this fails.
            let _ = self.sender.send(Err(cause)).await;
        }
    }
}

/// All rows of a kind, by their identifiers, a page at a time.
pub(super) struct Pages<R> {
    last: Option<Uuid>,
    over: bool,
    rows: PhantomData<fn() -> R>,
}

impl<R: Row> Pages<R> {
    /// From the first row on.
    pub(super) fn new() -> Self {
        Self { last: None, over: false, rows: PhantomData }
    }

    /// The next page; none after the last.
    pub(super) async fn next(&mut self, pieces: &Pieces) -> Result<Option<Vec<R>>, Error> {
        if self.over {
            return Ok(None);
        }
        let (owner, database) = (pieces.context.actor.user_id, pieces.reader().await);
        let mut select = R::Entity::owned_by(owner).order_by_asc(R::key()).limit(PAGE);
        if let Some(last) = self.last {
            select = select.filter(R::key().gt(last));
        }
        let models = select.all(database).await?;
        let mut rows = models.into_iter().map(R::from_model).collect::<Result<Vec<R>, Error>>()?;
        R::read_parts(&mut rows, owner, &DatabaseExecutor::Connection(database)).await?;
        self.over = (rows.len() as u64) < PAGE;
        self.last = rows.last().map(Row::id);
        Ok((!rows.is_empty()).then_some(rows))
    }
}
