//! The end of a turn: what it came to is kept, then answered whole.

use domain::chat::{ChatAnswer, Message, Role};
use domain::problem::Problem;

use super::conversations::{self, Begun, Exchange};
use super::interpreter::Voice;
use super::turn::Progress;
use crate::context::Context;
use crate::entity::messages::Ended;
use crate::error::Error;

/// Keeps a turn that is over, `message` and all, and answers it whole. One that
/// failed is kept as far as it came, with what went wrong.
pub(super) async fn conclude(
    context: &Context,
    begun: Begun,
    message: String,
    voice: &mut Voice,
    progress: Progress,
    failure: Option<&Problem>,
) -> Result<ChatAnswer, Error> {
    let ended = match failure {
        Some(_) => Ended::Failed,
        None if progress.stopped => Ended::Stopped,
        None if progress.broke_off.is_some() => Ended::Failed,
        None => Ended::Done,
    };
    let actions = progress.actions();
    if ended == Ended::Stopped {
        voice.say_line(&stopped_words(actions.len()));
    }
    let source = voice.source().clone();
    let exchange = Exchange {
        answer: voice.said(),
        calls: &progress.calls(),
        actions: &actions,
        choices: &progress.choices,
        source: &source,
        ended,
        failure: failure.map(|problem| problem.detail.as_str()).or(progress.broke_off.as_deref()),
    };
    let id = conversations::keep(context, &begun, &exchange).await?;
    Ok(ChatAnswer {
        messages: vec![
            Message { id: begun.message, role: Role::User, text: message },
            Message { id, role: Role::Assistant, text: voice.said().to_owned() },
        ],
        conversation_id: begun.conversation,
        confirm: progress.proposals(),
        undo: (actions.len() > 1).then_some(context.turn_id),
        actions,
        stopped: progress.stopped,
        failure: progress.broke_off,
        choices: progress.choices.into_iter().map(|offered| offered.choice).collect(),
        replaced: begun.replaced,
        answered_by: source,
    })
}

/// What a turn says of itself that was cut short.
fn stopped_words(changes: usize) -> String {
    match changes {
        0 => "Stopped. Nothing was changed.".to_owned(),
        1 => "Stopped. One change was made before; it stands.".to_owned(),
        changes => format!("Stopped. {changes} changes were made before; they stand."),
    }
}
