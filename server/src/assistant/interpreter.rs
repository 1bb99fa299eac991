//! What an interpreter is: it reads what the person said and asks for tools.
//!
//! It changes nothing itself. The built-in one and language models stand behind
//! the same trait and emit the same calls, so what can be done, and what has to
//! be confirmed, is decided once, by the executor.

use async_trait::async_trait;
use domain::chat::{ChatEvent, Choice, Delta, Said};
use tokio::sync::mpsc;

use super::tool::{Outcome, ToolCall};
use crate::context::Context;
use crate::error::Error;

/// What is known in the middle of a turn.
pub struct Turn<'a> {
    /// Who speaks, when and where.
    pub context: &'a Context,
    /// What was said before, oldest first.
    pub history: &'a [Said],
    /// What the person says now.
    pub message: &'a str,
    /// What the calls of this turn led to so far, in order.
    pub results: &'a [(ToolCall, Outcome)],
}

/// What an interpreter wants next.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Carry these out and ask again.
    Call(Vec<ToolCall>),
    /// Everything is said; readings to choose from, if it asked.
    Finish(Vec<Choice>),
}

/// Reads requests.
#[async_trait]
pub trait Interpreter: std::fmt::Debug + Send + Sync {
    /// What people call it.
    fn name(&self) -> &'static str;

    /// Says what comes next in the turn.
    ///
    /// # Errors
    /// When it cannot go on; what was done before stands.
    async fn step(&self, turn: Turn<'_>, voice: &mut Voice) -> Result<Step, Error>;
}

/// How the assistant is heard while a turn runs, and what it has said so far.
///
/// A listener that has gone away stops nothing: the turn ends and is kept.
#[derive(Debug)]
pub struct Voice {
    listener: mpsc::UnboundedSender<ChatEvent>,
    said: String,
}

impl Voice {
    /// A voice that one listener hears.
    pub(super) fn new(listener: mpsc::UnboundedSender<ChatEvent>) -> Self {
        Self { listener, said: String::new() }
    }

    /// Says some more words.
    pub fn say(&mut self, words: &str) {
        self.said.push_str(words);
        self.tell(ChatEvent::Text(Delta { delta: words.to_owned() }));
    }

    /// Says a sentence on a line of its own.
    pub fn say_line(&mut self, sentence: &str) {
        let words =
            if self.said.is_empty() { sentence.to_owned() } else { format!("\n{sentence}") };
        self.say(&words);
    }

    /// Everything said so far.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// Tells the listener something that is not words.
    pub(super) fn tell(&self, event: ChatEvent) {
        // An error only says that nobody listens any more.
        drop(self.listener.send(event));
    }
}
