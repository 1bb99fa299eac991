//! The loop of a turn: ask, carry out, tell what came of it, ask again, within
//! bounds; and what is said when that does not end well.

use std::time::Duration;

use futures::future::try_join_all;
use tokio::time::{Instant, timeout_at};

use super::super::builtin::{self, Builtin};
use super::super::interpreter::{Identity, Interpreter, Round, Step, Turn, Voice};
use super::super::memory::Offered;
use super::super::tool::{Outcome, ToolCall};
use super::super::{executor, foreign, tools};
use super::{Progress, World, claims, offer, settle};
use crate::context::Context;
use crate::error::Error;
use crate::operations::Effect;

/// How often an interpreter may ask for tools in one turn.
const ROUNDS: usize = 8;
/// How long a language model may take for one turn.
const TURN: Duration = Duration::from_secs(60);
/// How many changes a language model may make in one turn.
const CHANGES: usize = 20;

/// Said when a bound is reached.
const TOO_MANY_STEPS: &str =
    "I stopped here: this took too many steps. What is listed above is done.";
/// Said under words that claim a change when there was none.
const NOTHING_CHANGED: &str = "Nothing was changed.";
/// The same while something waits.
const NOT_YET: &str = "Nothing is changed until you say yes.";

/// How the rounds came to their end.
enum End {
    /// Everything is said.
    Said,
    /// The interpreter could not go on, and why.
    GaveUp(String),
    /// A bound was reached.
    Bound,
    /// The person is asked which row is meant.
    Unclear,
    /// The turn is to be cut short.
    Stopped,
}

/// Rounds of asking the interpreter and carrying out what it asks for.
pub(super) async fn run(
    interpreter: &dyn Interpreter,
    world: &World<'_>,
    voice: &mut Voice,
    progress: &mut Progress,
) -> Result<(), Error> {
    let is_model = interpreter.identity().model.is_some();
    let end = rounds(interpreter, is_model, world, voice, progress).await?;
    match end {
        End::Said if is_model => own_up(world.context, voice, progress),
        End::Said => {}
        End::Unclear => {
            let unclear = progress.results.iter();
            let unclear = unclear.filter(|(_, outcome)| matches!(outcome, Outcome::Ambiguous(_)));
            let unclear: Vec<_> = unclear.cloned().collect();
            voice.say_line(&builtin::report(world.context, &unclear));
        }
        End::Bound => voice.say_line(TOO_MANY_STEPS),
        End::Stopped => progress.stopped = true,
        End::GaveUp(why) if progress.steps() > 0 => {
            voice.say_line(&format!("{why}. What is listed above is done; say the rest again."));
        }
        End::GaveUp(why) => {
            // Nothing was changed, so the message can be read afresh.
            voice.say_line(&format!("{why}, so I read this myself."));
            progress.results.clear();
            voice.hand_over(Identity::named(builtin::NAME));
            let end = rounds(&Builtin, false, world, voice, progress).await?;
            progress.stopped = matches!(end, End::Stopped);
        }
    }
    Ok(())
}

async fn rounds(
    interpreter: &dyn Interpreter,
    is_model: bool,
    world: &World<'_>,
    voice: &mut Voice,
    progress: &mut Progress,
) -> Result<End, Error> {
    let deadline = Instant::now() + TURN;
    let mut rounds: Vec<Round> = Vec::new();
    for _ in 0..ROUNDS {
        let wary = is_model && progress.results.iter().any(|(_, outcome)| foreign::is_in(outcome));
        let turn = Turn {
            context: world.context,
            history: &world.recalled.history,
            message: world.message,
            memory: &world.recalled.memory,
            results: &progress.results,
            rounds: &rounds,
        };
        let before = voice.said().len();
        let stop = voice.stop();
        let step = async {
            if !is_model {
                return interpreter.step(turn, voice).await;
            }
            let too_long = |_| Ok(Step::GiveUp("The language model took too long".to_owned()));
            timeout_at(deadline, interpreter.step(turn, voice)).await.unwrap_or_else(too_long)
        };
        let step = tokio::select! {
            biased;
            () = stop.cancelled() => return Ok(End::Stopped),
            step = step => step?,
        };
        let calls = match step {
            Step::Call(calls) => calls,
            Step::Finish(choices) => {
                let plain = |choice| Offered { choice, call: None };
                progress.choices.extend(choices.into_iter().map(plain));
                return Ok(End::Said);
            }
            Step::Answer { proposal, accept } if !is_model => {
                settle(world.context, proposal, accept, voice, progress).await?;
                rounds.push(Round { said: voice.said()[before..].to_owned(), calls: 1 });
                continue;
            }
            Step::Answer { .. } => {
                let why = "The language model answered what only you can answer";
                return Ok(End::GaveUp(why.to_owned()));
            }
            Step::GiveUp(why) => return Ok(End::GaveUp(why)),
        };
        let said = voice.said()[before..].to_owned();
        rounds.push(Round { said, calls: calls.len() });
        let earlier = progress.results.len();
        carry_out(world, calls, Care { is_model, wary }, voice, progress).await?;
        if stop.is_cancelled() {
            return Ok(End::Stopped);
        }
        let is_unclear =
            |(_, outcome): &(ToolCall, Outcome)| matches!(outcome, Outcome::Ambiguous(_));
        if is_model && progress.results[earlier..].iter().any(is_unclear) {
            return Ok(End::Unclear);
        }
        if is_model && progress.steps() >= CHANGES {
            return Ok(End::Bound);
        }
    }
    Ok(End::Bound)
}

/// With how much care calls are carried out.
#[derive(Clone, Copy)]
struct Care {
    /// Whether a language model asks.
    is_model: bool,
    /// Whether it has read text from elsewhere, so that its writes wait for a yes.
    wary: bool,
}

/// Carries out the calls of one round: reads that follow each other at once, writes
/// one after the other.
async fn carry_out(
    world: &World<'_>,
    calls: Vec<ToolCall>,
    care: Care,
    voice: &Voice,
    progress: &mut Progress,
) -> Result<(), Error> {
    let earlier = progress.results.len();
    let mut calls = calls.into_iter().peekable();
    while let Some(call) = calls.next_if(|_| !voice.stop().is_cancelled()) {
        let mut together = vec![call];
        while is_read(&together[0]) && let Some(next) = calls.next_if(is_read) {
            together.push(next);
        }
        let executed = together.iter().map(|call| {
            let refused = refusal(call, care, &progress.results[..earlier], progress.steps());
            async move {
                match refused {
                    Some(reason) => Ok(Outcome::Refused(reason)),
                    None => {
                        let World { context, conversation, .. } = world;
                        executor::execute(context, *conversation, call, care.wary, voice).await
                    }
                }
            }
        });
        let outcomes = try_join_all(executed).await?;
        for (call, outcome) in together.into_iter().zip(outcomes) {
            if let Outcome::Ambiguous(readings) = &outcome {
                progress.choices.extend(readings.iter().map(offer));
            }
            progress.results.push((call, outcome));
        }
    }
    Ok(())
}

fn is_read(call: &ToolCall) -> bool {
    tools::find(&call.tool).is_some_and(|tool| tool.effect == Effect::Read)
}

/// Why a language model's call is not even tried.
///
/// A write that an earlier round has carried out already is a model that lost its
/// thread; the same write twice in one round is what the person asked for.
fn refusal(
    call: &ToolCall,
    care: Care,
    earlier: &[(ToolCall, Outcome)],
    steps: usize,
) -> Option<String> {
    if !care.is_model {
        return None;
    }
    if !call.arguments.is_object() {
        return Some("The arguments are no JSON object. Nothing was done.".to_owned());
    }
    if is_read(call) {
        return None;
    }
    if steps >= CHANGES {
        return Some(format!("{CHANGES} changes are enough for one turn. This was not done."));
    }
    let is_again = earlier.iter().any(|(done, outcome)| {
        done == call && matches!(outcome, Outcome::Changed(_) | Outcome::Proposed(_))
    });
    is_again.then(|| "This is done already.".to_owned())
}

/// Makes the model's words agree with what happened.
fn own_up(context: &Context, voice: &mut Voice, progress: &Progress) {
    if voice.said().trim().is_empty() {
        voice.say_line(&builtin::report(context, &progress.results));
        return;
    }
    let has_changed =
        progress.results.iter().any(|(_, outcome)| matches!(outcome, Outcome::Changed(_)));
    if has_changed || !claims::claim(voice.said()) {
        return;
    }
    let is_waiting = !progress.proposals().is_empty();
    voice.say_line(if is_waiting { NOT_YET } else { NOTHING_CHANGED });
}
