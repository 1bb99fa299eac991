//! What an interpreter is: it reads what the person said and asks for tools.
//!
//! It changes nothing itself. The built-in one and language models stand behind
//! the same trait and emit the same calls, so what can be done, and what has to
//! be confirmed, is decided once, by the executor.

use async_trait::async_trait;
use domain::Uuid;
use domain::chat::{AnsweredBy, ChatEvent, Choice, Delta};
use tokio_util::sync::CancellationToken;

use super::builtin;
use super::memory::{Earlier, Memory};
use super::running::InProgress;
use super::told::Told;
use super::tool::{Outcome, ToolCall};
use crate::context::Context;
use crate::error::Error;
use crate::metrics;

/// What is known in the middle of a turn.
pub struct Turn<'a> {
    /// Who speaks, when and where.
    pub context: &'a Context,
    /// What was said before, oldest first.
    pub history: &'a [Earlier],
    /// What the person says now.
    pub message: &'a str,
    /// What the last turn was about, and what waits for an answer.
    pub memory: &'a Memory,
    /// What the calls of this turn led to so far, in order.
    pub results: &'a [(ToolCall, Outcome)],
    /// The rounds in which they were called.
    pub rounds: &'a [Round],
}

/// One time that an interpreter asked for calls.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// What it said before.
    pub said: String,
    /// How many calls it asked for: the next ones of the turn's results.
    pub calls: usize,
}

/// What an interpreter wants next.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Carry these out and ask again.
    Call(Vec<ToolCall>),
    /// The person answers what [`Memory::waiting`] holds: carry it out after a yes,
    /// and ask again. Only for the person's own words: a model never says it.
    Answer {
        /// Which proposal.
        proposal: Uuid,
        /// Yes or no.
        accept: bool,
    },
    /// Everything is said; readings to choose from, if it asked.
    Finish(Vec<Choice>),
    /// It cannot go on, and why: the beginning of a sentence for the person. What
    /// was carried out before stands.
    GiveUp(String),
}

/// Which interpreter answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The interpreter: `built-in` or `openai`.
    pub interpreter: &'static str,
    /// The language model, if it is one.
    pub model: Option<String>,
    /// What people call it, such as `gpt-4o at api.openai.com`.
    pub label: String,
}

impl Identity {
    /// An interpreter without a model.
    pub fn named(interpreter: &'static str) -> Self {
        Self { interpreter, model: None, label: interpreter.to_owned() }
    }

    /// The built-in interpreter, and why it is the one that answers.
    pub(super) fn builtin(why: &str) -> Self {
        Self { label: format!("Built-in: {why}"), ..Self::named(builtin::NAME) }
    }

    fn answering(&self) -> AnsweredBy {
        AnsweredBy {
            interpreter: self.interpreter.to_owned(),
            model: self.model.clone(),
            label: self.label.clone(),
            ..AnsweredBy::default()
        }
    }
}

/// Reads requests.
#[async_trait]
pub trait Interpreter: std::fmt::Debug + Send + Sync {
    /// Its name in logs and in the database.
    fn name(&self) -> &'static str;

    /// Who it is, for the person.
    fn identity(&self) -> Identity {
        Identity::named(self.name())
    }

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
    told: Told,
    stop: CancellationToken,
    said: String,
    source: AnsweredBy,
}

impl Voice {
    /// The voice of a turn.
    pub(super) fn of(turn: &InProgress, interpreter: &Identity) -> Self {
        Self {
            told: turn.told.clone(),
            stop: turn.stop.clone(),
            said: String::new(),
            source: interpreter.answering(),
        }
    }

    /// Says some more words.
    pub fn say(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.said.push_str(words);
        self.tell(ChatEvent::Text(Delta { delta: words.to_owned() }));
    }

    /// Says a sentence on a line of its own.
    pub fn say_line(&mut self, sentence: &str) {
        let words =
            if self.said.is_empty() { sentence.to_owned() } else { format!("\n{sentence}") };
        self.say(&words);
    }

    /// Notes what the words cost, in tokens read and written.
    pub fn spend(&mut self, read: u64, written: u64) {
        let more = |counted: &mut Option<i64>, tokens: u64| {
            let tokens = i64::try_from(tokens).unwrap_or(i64::MAX);
            *counted = Some(counted.unwrap_or(0).saturating_add(tokens));
        };
        metrics::spent(read, written);
        more(&mut self.source.tokens_in, read);
        more(&mut self.source.tokens_out, written);
    }

    /// Everything said so far.
    pub fn said(&self) -> &str {
        &self.said
    }

    /// Who answers, and what it has cost so far; it is kept with the answer.
    pub fn source(&self) -> &AnsweredBy {
        &self.source
    }

    /// Hands over to another interpreter. What was spent until then stays spent.
    pub(super) fn hand_over(&mut self, interpreter: &Identity) {
        let AnsweredBy { tokens_in, tokens_out, .. } = self.source;
        self.source = AnsweredBy { tokens_in, tokens_out, ..interpreter.answering() };
    }

    /// Cancelled when the turn is to be cut short. What waits for somebody else is
    /// given up by then; a write that has begun is finished.
    pub fn stop(&self) -> CancellationToken {
        self.stop.clone()
    }

    /// Tells the listener something that is not words.
    pub(super) fn tell(&self, event: ChatEvent) {
        self.told.tell(event);
    }
}
