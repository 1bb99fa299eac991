//! What forms say to the assistant: whole answers, for pages without scripts and
//! for the quick line.

use domain::chat::{ChatAnswer, ChatEvent, ConfirmationReply};
use domain::input::{Field, FromScalar, Scalar};
use domain::problem::Problem;
use domain::validation::Validate;
use futures::StreamExt;
use server::error::Error;
use server::operations::call;
use server::operations::conversations::{ReadConversation, latest_messages};

use super::{CHAT, asked, context, known, message, take_back};
use crate::present::chat::said;
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// Answers a message as a whole.
pub(crate) async fn say(
    text: String,
    conversation: String,
    replaces: String,
    undo: String,
) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let from_chat = asked.is_within(CHAT);
    let spoken =
        context(&asked).and_then(|context| Ok((context, message(text, &conversation, &replaces)?)));
    let spoken = match spoken {
        Ok((context, message)) => take_back(&context, &undo).await.map(|()| (context, message)),
        Err(error) => Err(error),
    };
    let result = match spoken {
        Ok((context, message)) => {
            let mut events = Box::pin(asked.planner.assistant.turn(context, message));
            loop {
                match events.next().await {
                    Some(ChatEvent::Done(answer)) => break Ok(receipt(&answer, from_chat)),
                    Some(ChatEvent::Error(failed)) => break Err(failed.problem),
                    Some(_) => {}
                    None => break Err(Problem::from(Error::Internal("a turn had no end".into()))),
                }
            }
        }
        Err(error) => Err(Problem::from(error)),
    };
    Ok(asked.answer(result))
}

/// Stops the answer in progress; what it did stands, and it says so itself.
pub(crate) async fn stop(conversation: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let result = match context(&asked).and_then(|context| Ok((context, known(&conversation)?))) {
        Ok((context, id)) => match asked.planner.assistant.stop(&context, id).await {
            Some(_) => Ok(()),
            // Nothing to stop is as good as stopped.
            None => call::<ReadConversation>(&context, latest_messages(id, 1)).await.map(|_| ()),
        },
        Err(error) => Err(error),
    };
    let result = result.map(|()| Receipt::default());
    Ok(asked.answer(result.map_err(Problem::from)))
}

/// Takes the answer to a proposal.
pub(crate) async fn confirm(id: String, accept: String) -> Result<Outcome, Refusal> {
    let asked = asked()?;
    let reply = || {
        let accept =
            FromScalar::from_scalar(Scalar::Text(accept)).map_or_else(Field::Invalid, Field::Value);
        let id = known(&id)?;
        Ok((context(&asked)?, id, ConfirmationReply { accept }.validate()?))
    };
    let result = match reply() {
        Ok((context, id, accept)) => asked.planner.assistant.confirm(context, id, accept).await,
        Err(error) => Err(error),
    };
    Ok(asked.answer(result.map(|answer| receipt(&answer, true)).map_err(Problem::from)))
}

/// What a toast says of an answer. One that asks something back is read where it
/// can be answered.
fn receipt(answer: &ChatAnswer, from_chat: bool) -> Receipt {
    let asks =
        !answer.confirm.is_empty() || !answer.choices.is_empty() || answer.actions.is_empty();
    let first = answer.actions.first().and_then(|action| action.undo);
    Receipt {
        // In the conversation the answer itself says it.
        summary: if from_chat { String::new() } else { said(answer) },
        undo: answer.undo.or(first).map(|token| token.to_string()),
        go: (asks || from_chat).then(|| format!("{CHAT}/{}", answer.conversation_id)),
        clash: None,
    }
}
