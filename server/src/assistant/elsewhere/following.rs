//! Hears here what a turn says that another process answers.

use std::collections::VecDeque;
use std::time::Duration;

use domain::Uuid;
use domain::chat::{ChatEvent, Failed};
use domain::problem::Problem;
use futures::Stream;
use sea_orm::DbErr;
use tokio::sync::mpsc;

use super::hold::{self, Found};
use super::letter::{Ask, Letter, Part};
use super::telling::SIGNS;
use super::{Elsewhere, send};
use crate::context::Context;
use crate::database::Database;
use crate::live;

/// After how long without a sign of life it is looked whether the turn still runs: two
/// signs and a half.
const SILENCE: Duration = Duration::from_millis(2_500 * SIGNS.as_secs());

/// Hears one turn until it is dropped.
pub(super) struct Follower {
    elsewhere: Elsewhere,
    database: Database,
    turn: Found,
    /// Names what is told to us.
    stream: Uuid,
    parts: mpsc::UnboundedReceiver<Part>,
    /// Events that were heard and not told yet.
    ahead: VecDeque<ChatEvent>,
    /// The number of the next event to be heard.
    next: usize,
    /// How many letters of it have come, and their text.
    begun: (usize, String),
    asked: bool,
    is_over: bool,
}

impl Follower {
    /// One who has heard nothing yet.
    pub(super) fn new(elsewhere: Elsewhere, context: &Context, turn: Found) -> Self {
        let (stream, parts) = register(&elsewhere);
        Self {
            elsewhere,
            database: context.database.clone(),
            turn,
            stream,
            parts,
            ahead: VecDeque::new(),
            next: 0,
            begun: (0, String::new()),
            asked: false,
            is_over: false,
        }
    }

    /// Says that the turn is to be stopped.
    pub(super) async fn stop(&self) -> Result<(), DbErr> {
        let Found { person, id: turn, .. } = self.turn;
        let letter = Letter::Stop { person, turn }.write();
        live::post(&self.database, &self.turn.process, &letter).await
    }

    /// Everything from the beginning to the end.
    pub(super) fn listen(self) -> impl Stream<Item = ChatEvent> + Send + use<> {
        futures::stream::unfold(self, |mut follower| async {
            follower.hear().await.map(|event| (event, follower))
        })
    }

    async fn hear(&mut self) -> Option<ChatEvent> {
        loop {
            if let Some(event) = self.ahead.pop_front() {
                return Some(event);
            }
            if self.is_over {
                return None;
            }
            if !self.asked {
                self.ask().await;
            }
            match tokio::time::timeout(SILENCE, self.parts.recv()).await {
                Ok(Some(part)) => self.take(part),
                Ok(None) => self.is_over = true,
                // A letter was lost, or the process is.
                Err(_) if hold::still_runs(&self.database, &self.turn).await => {
                    self.asked = false;
                }
                Err(_) => {
                    self.is_over = true;
                    // Who has heard nothing finds what there is in the conversation.
                    return (self.next > 0).then(|| self.lost());
                }
            }
        }
    }

    /// Asks for everything that was not heard yet.
    async fn ask(&mut self) {
        if self.next > 0 || !self.begun.1.is_empty() {
            self.leave();
            (self.stream, self.parts) = register(&self.elsewhere);
        }
        self.begun = (0, String::new());
        self.asked = true;
        let ask = Ask {
            person: self.turn.person,
            turn: self.turn.id,
            to: self.database.live().process().to_owned(),
            stream: self.stream,
            from: self.next,
        };
        send(&self.database, &self.turn.process, &Letter::Tell(ask).write()).await;
    }

    fn take(&mut self, part: Part) {
        let (letters, text) = &mut self.begun;
        if part.from != self.next || part.part != *letters {
            self.asked = false;
            return;
        }
        *letters += 1;
        text.push_str(&part.text);
        if *letters < part.parts {
            return;
        }
        let events: Result<VecDeque<ChatEvent>, _> = serde_json::from_str(text);
        self.begun = (0, String::new());
        self.next = part.after;
        self.is_over = part.is_over;
        match events {
            Ok(events) => self.ahead = events,
            Err(cause) => {
                tracing::error!(%cause, "what another process tells cannot be read");
                self.is_over = true;
            }
        }
    }

    /// What is told last of a turn whose process is gone.
    fn lost(&self) -> ChatEvent {
        let problem = Problem::new(
            503,
            "Not available",
            "The part of the planner that was answering is gone. What was done stands; look at \
             the conversation.",
        );
        let conversation_id = Some(self.turn.conversation);
        ChatEvent::Error(Failed { problem, actions: Vec::new(), conversation_id })
    }

    /// Hears this stream no more.
    fn leave(&self) {
        self.elsewhere.following().remove(&self.stream);
        let Ok(runtime) = tokio::runtime::Handle::try_current() else { return };
        let (database, to) = (self.database.clone(), self.turn.process.clone());
        let letter = Letter::Enough { stream: self.stream }.write();
        runtime.spawn(async move { send(&database, &to, &letter).await });
    }
}

impl Drop for Follower {
    fn drop(&mut self) {
        if self.is_over {
            self.elsewhere.following().remove(&self.stream);
        } else {
            self.leave();
        }
    }
}

fn register(elsewhere: &Elsewhere) -> (Uuid, mpsc::UnboundedReceiver<Part>) {
    let (sender, parts) = mpsc::unbounded_channel();
    let stream = Uuid::new_v4();
    elsewhere.following().insert(stream, sender);
    (stream, parts)
}
