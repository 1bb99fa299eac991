//! The calls of one round: which are carried out, in which order, and which are not
//! even tried.

use futures::future::try_join_all;

use super::super::interpreter::Voice;
use super::super::tool::{Outcome, ToolCall};
use super::super::{executor, tools};
use super::{Progress, World, offer};
use crate::error::Error;
use crate::operations::Effect;

/// How many changes a language model may make in one turn.
pub(super) const CHANGES: usize = 20;

/// With how much care calls are carried out.
#[derive(Clone, Copy)]
pub(super) struct Care {
    /// Whether a language model asks.
    pub(super) is_model: bool,
    /// Whether it has read text from elsewhere, so that its writes wait for a yes.
    pub(super) wary: bool,
}

/// Carries out the calls of one round: reads that follow each other at once, writes
/// one after the other. When the turn is cut short, those that have begun are
/// finished and no other begins.
pub(super) async fn carry_out(
    world: &World<'_>,
    calls: Vec<ToolCall>,
    care: Care,
    voice: &Voice,
    progress: &mut Progress,
) -> Result<(), Error> {
    let earlier = progress.results.len();
    let mut calls = calls.into_iter().peekable();
    let stop = voice.stop();
    while let Some(call) = calls.next() {
        if stop.is_cancelled() {
            return Ok(());
        }
        let mut together = vec![call];
        while is_read(&together[0])
            && let Some(next) = calls.next_if(is_read)
        {
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
        let stands = outcome.receipt().is_some() || matches!(outcome, Outcome::Proposed(_));
        done == call && stands
    });
    is_again.then(|| "This is done already.".to_owned())
}
