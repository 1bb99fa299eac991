//! What is a person's, in files: everything as one JSON document, tables for spreadsheets,
//! the calendar for calendars.

mod calendar;
mod pieces;
pub(crate) mod table;
mod zones;

pub use self::calendar::events as calendar;
pub use self::table::{events, tasks};

use domain::Uuid;
use domain::account::User;
use domain::budget::Budget;
use domain::event::Event;
use domain::expense::Expense;
use domain::list::TaskList;
use domain::saved_filter::SavedFilter;
use domain::target::Target;
use domain::task::Task;
use futures::Stream;
use sea_orm::{QueryOrder, QuerySelect};
use serde::Serialize;

use self::pieces::{Pages, Pieces, begin};
use crate::context::Context;
use crate::entity::{Owned, conversations, expense_occurrences};
use crate::error::Error;
use crate::operations::conversations::ExportConversation;
use crate::operations::import::ExpenseDay;
use crate::operations::{Row, call};

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
    let (pieces, read) = begin(context);
    tokio::spawn(async move {
        let written = Document(&pieces).write(&user).await;
        pieces.end(written).await;
    });
    read
}

struct Document<'a>(&'a Pieces);

impl Document<'_> {
    async fn write(&self, user: &User) -> Result<(), Error> {
        let account = json(&Account { user, settings: &user.settings })?;
        let made = json(&self.0.context.now)?;
        self.say(format!("{{\n\"exported_at\": {made},\n\"account\": {account}")).await?;
        self.rows::<Event>("events").await?;
        self.rows::<Task>("tasks").await?;
        self.rows::<TaskList>("lists").await?;
        self.rows::<SavedFilter>("filters").await?;
        self.rows::<Expense>("expenses").await?;
        self.days().await?;
        self.rows::<Budget>("budgets").await?;
        self.conversations().await?;
        self.say("\n}\n".to_owned()).await
    }

    async fn say(&self, piece: String) -> Result<(), Error> {
        self.0.say(piece).await
    }

    /// All rows of a kind, by their identifiers.
    async fn rows<R: Row + Serialize>(&self, name: &str) -> Result<(), Error> {
        self.say(format!(",\n\"{name}\": [")).await?;
        let mut before = "\n";
        let mut pages = Pages::<R>::new();
        while let Some(rows) = pages.next(self.0).await? {
            let mut piece = String::new();
            for row in &rows {
                piece.push_str(before);
                piece.push_str(&json(row)?);
                before = ",\n";
            }
            self.say(piece).await?;
        }
        self.say("\n]".to_owned()).await
    }

    /// Which days of repeating expenses have become rows, so that they do so once only, also
    /// where the file is taken over.
    async fn days(&self) -> Result<(), Error> {
        let context = &self.0.context;
        let days = expense_occurrences::Entity::owned_by(context.actor.user_id)
            .order_by_asc(expense_occurrences::Column::SeriesId)
            .order_by_asc(expense_occurrences::Column::Day)
            .all(self.0.reader().await)
            .await?;
        let days: Vec<ExpenseDay> = days
            .into_iter()
            .map(|row| ExpenseDay {
                series_id: row.series_id,
                day: row.day,
                expense_id: row.expense_id,
            })
            .collect();
        self.say(format!(",\n\"expense_days\": {}", json(&days)?)).await
    }

    /// All conversations, with what was said in them.
    async fn conversations(&self) -> Result<(), Error> {
        let context = &self.0.context;
        let ids: Vec<Uuid> = conversations::Entity::owned_by(context.actor.user_id)
            .select_only()
            .column(conversations::Column::Id)
            .order_by_asc(conversations::Column::CreatedAt)
            .order_by_asc(conversations::Column::Id)
            .into_tuple()
            .all(self.0.reader().await)
            .await?;
        self.say(",\n\"conversations\": [".to_owned()).await?;
        let mut before = "\n";
        for id in ids {
            let conversation = call::<ExportConversation>(context, Target::from(id));
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
