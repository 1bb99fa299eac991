//! The built-in interpreter: reads English requests by rules. No network, no key,
//! and the same words on the same day always mean the same.

mod again;
mod before;
mod budgets;
mod calls;
mod changes;
mod follow_up;
mod meaning;
mod part;
mod questions;
mod replies;
mod report;
mod spoken_of;

use async_trait::async_trait;

use self::meaning::Meaning;
use super::interpreter::{Identity, Interpreter, Step, Turn, Voice};
use super::tool::ToolCall;
use crate::error::Error;

pub(super) use report::report;

/// What people call it.
pub(super) const NAME: &str = "built-in";

/// The calls that a message asks for beyond doubt; none when it was not understood,
/// is talk, or has something to ask back.
///
/// # Errors
/// The database's.
pub(super) async fn plain(turn: &Turn<'_>) -> Result<Vec<ToolCall>, Error> {
    Ok(match meaning::of(turn).await? {
        Meaning::Calls { calls, unable } if unable.is_empty() => calls,
        _ => Vec::new(),
    })
}

/// The built-in interpreter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Builtin;

#[async_trait]
impl Interpreter for Builtin {
    fn name(&self) -> &'static str {
        NAME
    }

    fn identity(&self) -> Identity {
        Identity::builtin("no language model is set up")
    }

    /// First the calls that the message asks for, then what they led to.
    async fn step(&self, turn: Turn<'_>, voice: &mut Voice) -> Result<Step, Error> {
        if !turn.results.is_empty() {
            // A proposal that was put aside for a part of it is no news.
            let mut news = turn.results;
            if !turn.memory.waiting.is_empty()
                && let Meaning::Instead { calls, .. } = meaning::of(&turn).await?
            {
                if news.len() == 1 {
                    return Ok(Step::Call(calls));
                }
                news = &news[1..];
            }
            voice.say_line(&report(turn.context, news));
            return Ok(Step::Finish(Vec::new()));
        }
        Ok(match meaning::of(&turn).await? {
            Meaning::Instead { proposal, .. } => Step::Answer { proposal, accept: false },
            Meaning::Calls { calls, unable } => {
                for reason in unable {
                    voice.say_line(&reason);
                }
                if calls.is_empty() { Step::Finish(Vec::new()) } else { Step::Call(calls) }
            }
            Meaning::Answer { proposal, accept } => Step::Answer { proposal, accept },
            Meaning::Say { words, choices } => {
                voice.say_line(&words);
                Step::Finish(choices)
            }
        })
    }
}
