//! The loop of a turn: ask, carry out, tell what came of it, ask again, within
//! bounds; and what is said when that does not end well.

use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::super::builtin::{self, Builtin};
use super::super::conversations::Recalled;
use super::super::interpreter::{Identity, Interpreter, Round, Step, Turn, Voice};
use super::super::memory::Offered;
use super::super::tool::{Outcome, ToolCall};
use super::super::{allowance, foreign};
use super::calls::{CHANGES, Care, carry_out};
use super::{Progress, World, claims, notices, settle};
use crate::context::Context;
use crate::error::Error;
use crate::metrics;

/// How often an interpreter may ask for tools in one turn.
const ROUNDS: usize = 8;
/// How long a language model may take for one turn.
const TURN: Duration = Duration::from_secs(60);

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
    /// It was cut short.
    Stopped,
}

/// Rounds of asking the interpreter and carrying out what it asks for.
pub(super) async fn run(
    interpreter: &dyn Interpreter,
    world: &World<'_>,
    voice: &mut Voice,
    progress: &mut Progress,
) -> Result<(), Error> {
    let Some(model) = interpreter.identity().model else {
        rounds(interpreter, false, world, voice, progress).await?;
        return Ok(());
    };
    let end = if world.allowances.has_tokens(world.context).await? {
        let end = rounds(interpreter, true, world, voice, progress).await;
        allowance::record(world.context, &model, voice.source()).await?;
        end?
    } else {
        End::GaveUp("Your share of the language model is used up for today".to_owned())
    };
    match end {
        End::Stopped => {}
        End::Said => own_up(world.context, voice, progress),
        End::Unclear => {
            let unclear = progress.results.iter();
            let unclear = unclear.filter(|(_, outcome)| matches!(outcome, Outcome::Ambiguous(_)));
            let unclear: Vec<_> = unclear.cloned().collect();
            voice.say_line(&builtin::report(world.context, &unclear));
        }
        End::Bound => voice.say_line(notices::TOO_MANY_STEPS),
        End::GaveUp(why) if progress.steps() > 0 => {
            let why = notices::broken_off(&why);
            voice.say_line(&why);
            progress.broke_off = Some(why);
        }
        End::GaveUp(why) => {
            // Nothing was changed, so the message can be read afresh.
            voice.say_line(&notices::taken_over(&why));
            voice.hand_over(&Identity::builtin(&lower_first(&why)));
            progress.results.clear();
            rounds(&Builtin, false, world, voice, progress).await?;
        }
    }
    Ok(())
}

/// The beginning of a sentence as its middle.
fn lower_first(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

async fn rounds(
    interpreter: &dyn Interpreter,
    is_model: bool,
    world: &World<'_>,
    voice: &mut Voice,
    progress: &mut Progress,
) -> Result<End, Error> {
    let World { context, message, recalled: Recalled { history, memory }, .. } = *world;
    let stop = voice.stop();
    let deadline = Instant::now() + TURN;
    let mut rounds: Vec<Round> = Vec::new();
    for _ in 0..ROUNDS {
        let wary = is_model && progress.results.iter().any(|(_, outcome)| foreign::is_in(outcome));
        let results = &progress.results;
        let turn = Turn { context, history, message, memory, results, rounds: &rounds };
        let before = voice.said().len();
        metrics::asked(interpreter.name());
        let step = tokio::select! {
            biased;
            () = stop.cancelled() => return Ok(stopped(progress)),
            step = interpreter.step(turn, voice) => step?,
            () = sleep_until(deadline), if is_model => Step::GiveUp(notices::TOO_SLOW.to_owned()),
        };
        let calls = match step {
            Step::Call(calls) => calls,
            Step::Answer { proposal, accept } => {
                settle(context, proposal, accept, voice, progress).await?;
                continue;
            }
            Step::Finish(choices) => {
                let plain = |choice| Offered { choice, call: None };
                progress.choices.extend(choices.into_iter().map(plain));
                return Ok(End::Said);
            }
            Step::GiveUp(why) => return Ok(End::GaveUp(why)),
        };
        let said = voice.said()[before..].to_owned();
        rounds.push(Round { said, calls: calls.len() });
        let earlier = progress.results.len();
        carry_out(world, calls, Care { is_model, wary }, voice, progress).await?;
        if stop.is_cancelled() {
            return Ok(stopped(progress));
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

fn stopped(progress: &mut Progress) -> End {
    progress.stopped = true;
    End::Stopped
}

/// Makes the model's words agree with what happened.
fn own_up(context: &Context, voice: &mut Voice, progress: &Progress) {
    if voice.said().trim().is_empty() {
        voice.say_line(&builtin::report(context, &progress.results));
        return;
    }
    if progress.has_changed() || !claims::claim(voice.said()) {
        return;
    }
    let is_waiting = !progress.proposals().is_empty();
    voice.say_line(if is_waiting { notices::NOT_YET } else { notices::NOTHING_CHANGED });
}
