//! The built-in interpreter: reads English requests by rules. No network, no key,
//! and the same words on the same day always mean the same.

mod calls;
mod replies;
mod report;

use async_trait::async_trait;

use super::interpreter::{Interpreter, Step, Turn, Voice};
use crate::error::Error;
use crate::language::request::{self, Reading};

pub(super) use report::report;

/// What people call it.
pub(super) const NAME: &str = "built-in";

/// The built-in interpreter.
#[derive(Debug, Clone, Copy)]
pub(super) struct Builtin;

#[async_trait]
impl Interpreter for Builtin {
    fn name(&self) -> &'static str {
        NAME
    }

    /// First the calls that the message asks for, then what they led to.
    async fn step(&self, turn: Turn<'_>, voice: &mut Voice) -> Result<Step, Error> {
        if !turn.results.is_empty() {
            voice.say_line(&report(turn.context, turn.results));
            if calls::repeats(turn.results) {
                voice.say_line(replies::REPEATS_LATER);
            }
            return Ok(Step::Finish(Vec::new()));
        }
        let requests = match request::read(turn.message, &turn.context.reference()) {
            Reading::Requests(requests) => requests,
            Reading::Ask(question) => {
                voice.say_line(&replies::question(turn.context, &question));
                return Ok(Step::Finish(replies::choices(turn.message, &question)));
            }
            Reading::SmallTalk(talk) => {
                voice.say_line(&replies::small_talk(talk));
                return Ok(Step::Finish(Vec::new()));
            }
            Reading::Choices(readings) => {
                voice.say_line(replies::WHICH);
                return Ok(Step::Finish(replies::offered(readings)));
            }
            Reading::FollowUp(_) => {
                voice.say_line(replies::NOT_YET);
                return Ok(Step::Finish(Vec::new()));
            }
            Reading::NotUnderstood => {
                voice.say_line(&replies::not_understood());
                return Ok(Step::Finish(Vec::new()));
            }
        };
        let (calls, unable): (Vec<_>, Vec<_>) = requests
            .into_iter()
            .map(|request| calls::of(turn.context, request))
            .partition(Result::is_ok);
        for reason in unable.into_iter().filter_map(Result::err) {
            voice.say_line(reason);
        }
        let calls: Vec<_> = calls.into_iter().filter_map(Result::ok).collect();
        Ok(if calls.is_empty() { Step::Finish(Vec::new()) } else { Step::Call(calls) })
    }
}
