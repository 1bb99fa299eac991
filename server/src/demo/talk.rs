//! A conversation or two with the assistant.

use chrono::{DateTime, Utc};
use domain::Uuid;
use domain::chat::{ChatEvent, ChatMessage};
use domain::history::Door;
use futures::StreamExt;

use super::Filler;
use crate::context::{Context, Planner};
use crate::error::Error;

/// What was said on one day, in one conversation each.
const SAID: [(i64, &[&str]); 2] = [
    (-6, &["how much did I spend on food last month?", "and on groceries?"]),
    (
        0,
        &[
            "what do I have tomorrow?",
            "lunch with Sam tomorrow at 1pm and remind me to call grandma on sunday",
            "spent 18.40 on books",
        ],
    ),
];

impl Filler {
    pub(super) async fn talk(&self, planner: &Planner) -> Result<(), Error> {
        for (later, sentences) in SAID {
            let at = self.instant(self.day(later), (8, 5)).min(self.context.now);
            let mut conversation = None;
            for sentence in sentences {
                conversation = Some(self.say(planner, at, conversation, sentence).await?);
            }
        }
        Ok(())
    }

    /// Says a sentence and answers in which conversation.
    async fn say(
        &self,
        planner: &Planner,
        at: DateTime<Utc>,
        conversation_id: Option<Uuid>,
        sentence: &str,
    ) -> Result<Uuid, Error> {
        let (database, actor) = (self.context.database.clone(), self.context.actor.clone());
        let context = Context::at(database, actor, Door::Chat, at);
        let message = ChatMessage { text: sentence.to_owned(), conversation_id, replaces: None };
        let mut events = Box::pin(planner.assistant.turn(context, message));
        while let Some(event) = events.next().await {
            match event {
                ChatEvent::Done(answer) => return Ok(answer.conversation_id),
                ChatEvent::Error(failed) => return Err(Error::Internal(failed.problem.detail)),
                _ => {}
            }
        }
        Err(Error::Internal("a turn had no end".to_owned()))
    }
}
