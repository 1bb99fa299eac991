//! Turns that another process answers: joined and stopped from here, while ours are told to
//! processes that ask. Only on PostgreSQL; on SQLite there is one process and nothing is done.
//!
//! Nothing of a turn is written down while it goes on but one row, which says whose turn it
//! is and who answers (`hold`). Whoever wants to hear it asks that process by a letter
//! (`live::post`) and is told by letters what was said so far and what is said from then
//! on. So a turn that nobody follows from elsewhere costs nothing more for each word.

mod following;
mod hold;
mod letter;
mod telling;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use domain::Uuid;
use domain::chat::ChatEvent;
use futures::StreamExt;
use futures::stream::BoxStream;
use sea_orm::{DbBackend, DbErr};
use tokio::sync::mpsc;
use tokio::task::{AbortHandle, JoinSet};

use self::following::Follower;
use self::hold::find;
pub(super) use self::hold::{Held, claim, release};
use self::letter::{Ask, Letter, Part};
use super::running::Running;
use crate::context::Context;
use crate::database::Database;
use crate::live;

/// How long the end of the program waits until others have heard the last of a turn.
const PARTING: Duration = Duration::from_millis(500);

/// What this process hears of other processes' turns, and tells of its own. Clones share it.
#[derive(Debug, Clone, Default)]
pub(super) struct Elsewhere(Arc<Shared>);

#[derive(Debug, Default)]
struct Shared {
    /// Who waits here for the parts of which stream.
    following: Mutex<HashMap<Uuid, mpsc::UnboundedSender<Part>>>,
    telling: Mutex<Telling>,
}

/// Which streams are being told to others.
#[derive(Debug, Default)]
struct Telling {
    tasks: JoinSet<()>,
    by_stream: HashMap<Uuid, AbortHandle>,
}

/// Whether several processes may share the database.
fn is_shared(database: &Database) -> bool {
    database.backend() == DbBackend::Postgres
}

impl Elsewhere {
    /// Whether another process answers in this conversation of the person's.
    pub(super) async fn is_running(
        &self,
        context: &Context,
        conversation: Uuid,
    ) -> Result<bool, DbErr> {
        Ok(find(context, conversation).await?.is_some())
    }

    /// Joins the turn that another process answers in a conversation; none if there is
    /// none.
    pub(super) async fn join(
        &self,
        context: &Context,
        conversation: Uuid,
    ) -> Result<Option<BoxStream<'static, ChatEvent>>, DbErr> {
        let Some(turn) = find(context, conversation).await? else { return Ok(None) };
        let mut events = Follower::new(self.clone(), context, turn).listen().boxed();
        // It may have ended since it was found.
        let Some(first) = events.next().await else { return Ok(None) };
        Ok(Some(futures::stream::once(std::future::ready(first)).chain(events).boxed()))
    }

    /// Stops the turn that another process answers in a conversation, and says how it
    /// ended; none if there is none.
    pub(super) async fn stop(
        &self,
        context: &Context,
        conversation: Uuid,
    ) -> Result<Option<ChatEvent>, DbErr> {
        let Some(turn) = find(context, conversation).await? else { return Ok(None) };
        let follower = Follower::new(self.clone(), context, turn);
        follower.stop().await?;
        let ends = |event: &ChatEvent| matches!(event, ChatEvent::Done(_) | ChatEvent::Error(_));
        let last = follower.listen().filter(|event| std::future::ready(ends(event)));
        Ok(std::pin::pin!(last).next().await)
    }

    /// Answers other processes, for as long as it is polled.
    pub(super) async fn keep_answering(&self, running: &Running, database: &Database) {
        if !is_shared(database) {
            return;
        }
        let mut letters = database.live().letters();
        while let Some(letter) = letters.recv().await {
            match Letter::read(&letter) {
                Some(Letter::Tell(ask)) => self.begin_telling(running, database, ask),
                Some(Letter::Enough { stream }) => self.end_telling(stream),
                Some(Letter::Stop { person, turn }) => {
                    if let Some(turn) = running.named(person, turn) {
                        turn.stop.cancel();
                    }
                }
                Some(Letter::Part(part)) => {
                    if let Some(follower) = self.following().get(&part.stream) {
                        // It may have gone away just now.
                        let _ = follower.send(part);
                    }
                }
                None => tracing::warn!("a letter of another process cannot be read"),
            }
        }
    }

    fn begin_telling(&self, running: &Running, database: &Database, ask: Ask) {
        let told = running.named(ask.person, ask.turn).map(|turn| turn.told);
        let stream = ask.stream;
        let mut telling = self.telling();
        while telling.tasks.try_join_next().is_some() {}
        telling.by_stream.retain(|_, task| !task.is_finished());
        let task = telling.tasks.spawn(telling::tell(told, database.clone(), ask));
        telling.by_stream.insert(stream, task);
    }

    fn end_telling(&self, stream: Uuid) {
        if let Some(task) = self.telling().by_stream.remove(&stream) {
            task.abort();
        }
    }

    /// Waits until what has ended is told, but not for long.
    pub(super) async fn finish(&self) {
        let mut tasks = std::mem::take(&mut self.telling().tasks);
        let told = async { while tasks.join_next().await.is_some() {} };
        if tokio::time::timeout(PARTING, told).await.is_err() {
            tracing::warn!("another process did not hear the end of a turn");
        }
    }

    fn following(&self) -> MutexGuard<'_, HashMap<Uuid, mpsc::UnboundedSender<Part>>> {
        self.0.following.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn telling(&self) -> MutexGuard<'_, Telling> {
        self.0.telling.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Sends a letter; who waits for it asks again if it is lost.
async fn send(database: &Database, to: &str, letter: &str) {
    if let Err(cause) = live::post(database, to, letter).await {
        tracing::warn!(%cause, "a letter to another process was not sent");
    }
}
