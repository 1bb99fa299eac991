//! Everything that is a person's, as one JSON document, written while it is read: what is held
//! at a time is a page of rows, however much there is.

use domain::Uuid;
use domain::account::User;
use domain::budget::Budget;
use domain::event::Event;
use domain::expense::Expense;
use domain::list::TaskList;
use domain::saved_filter::SavedFilter;
use domain::target::Target;
use domain::task::Task;
use futures::{Stream, StreamExt, stream};
use sea_orm::{ColumnTrait, DatabaseExecutor, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use tokio::sync::mpsc;

use crate::context::Context;
use crate::entity::{Owned, conversations};
use crate::error::Error;
use crate::operations::conversations::ExportConversation;
use crate::operations::{Row, call};

/// How many rows are read at once.
const PAGE: u64 = 500;
/// How many pieces wait for a slow reader.
const AHEAD: usize = 4;

/// The account in the document. How somebody signs in is theirs alone, and no part of it.
#[derive(Serialize)]
struct Account<'a> {
    #[serde(flatten)]
    user: &'a User,
    settings: &'a domain::settings::Settings,
}

/// The pieces of the document, in their order. A piece that cannot be read is an error and the
/// last; a reader that goes away ends the reading.
pub fn everything(context: Context, user: User) -> impl Stream<Item = Result<String, Error>> {
    let (pieces, receiver) = mpsc::channel(AHEAD);
    tokio::spawn(async move {
        let mut document = Document { context, pieces };
        if let Err(cause) = document.write(&user).await {
            // Nobody is left to hear of it if this fails.
            let _ = document.pieces.send(Err(cause)).await;
        }
    });
    let pieces = stream::unfold(receiver, |mut receiver| async move {
        receiver.recv().await.map(|piece| (piece, receiver))
    });
    // What compresses an answer asks once more after the end.
    pieces.fuse()
}

struct Document {
    context: Context,
    pieces: mpsc::Sender<Result<String, Error>>,
}

impl Document {
    async fn write(&mut self, user: &User) -> Result<(), Error> {
        let account = json(&Account { user, settings: &user.settings })?;
        let made = json(&self.context.now)?;
        self.say(format!("{{\n\"exported_at\": {made},\n\"account\": {account}")).await?;
        self.rows::<Event>("events").await?;
        self.rows::<Task>("tasks").await?;
        self.rows::<TaskList>("lists").await?;
        self.rows::<SavedFilter>("filters").await?;
        self.rows::<Expense>("expenses").await?;
        self.rows::<Budget>("budgets").await?;
        self.conversations().await?;
        self.say("\n}\n".to_owned()).await
    }

    async fn say(&self, piece: String) -> Result<(), Error> {
        let gone = |_| Error::Internal("nobody reads the export any more".to_owned());
        self.pieces.send(Ok(piece)).await.map_err(gone)
    }

    /// All rows of a kind, by their identifiers.
    async fn rows<R: Row + Serialize>(&self, name: &str) -> Result<(), Error> {
        let (owner, database) = (self.context.actor.user_id, self.context.database.reader());
        let mut last: Option<Uuid> = None;
        self.say(format!(",\n\"{name}\": [")).await?;
        loop {
            let mut select = R::Entity::owned_by(owner).order_by_asc(R::key()).limit(PAGE);
            if let Some(last) = last {
                select = select.filter(R::key().gt(last));
            }
            let models = select.all(database).await?;
            let rows: Result<Vec<R>, Error> = models.into_iter().map(R::from_model).collect();
            let mut rows = rows?;
            R::read_parts(&mut rows, owner, &DatabaseExecutor::Connection(database)).await?;
            let mut piece = String::new();
            for row in &rows {
                piece.push_str(if last.is_none() && piece.is_empty() { "\n" } else { ",\n" });
                piece.push_str(&json(row)?);
            }
            let read = rows.len() as u64;
            last = rows.last().map(Row::id).or(last);
            self.say(piece).await?;
            if read < PAGE {
                break;
            }
        }
        self.say("\n]".to_owned()).await
    }

    /// All conversations, with what was said in them.
    async fn conversations(&self) -> Result<(), Error> {
        let ids: Vec<Uuid> = conversations::Entity::owned_by(self.context.actor.user_id)
            .select_only()
            .column(conversations::Column::Id)
            .order_by_asc(conversations::Column::CreatedAt)
            .order_by_asc(conversations::Column::Id)
            .into_tuple()
            .all(self.context.database.reader())
            .await?;
        self.say(",\n\"conversations\": [".to_owned()).await?;
        let mut before = "\n";
        for id in ids {
            let conversation = call::<ExportConversation>(&self.context, Target::from(id));
            // One that was deleted meanwhile is no longer a part of everything.
            let conversation = match conversation.await {
                Err(Error::NotFound) => continue,
                other => other?.value,
            };
            self.say(format!("{before}{}", json(&conversation)?)).await?;
            before = ",\n";
        }
        self.say("\n]".to_owned()).await
    }
}

fn json(value: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(value)
        .map_err(|cause| Error::Internal(format!("the export cannot be written: {cause}")))
}
