//! What forms say to the assistant: whole answers, for pages without scripts and
//! for the quick line.

use domain::chat::{ChatAnswer, ChatEvent, ConfirmationReply};
use domain::history::Item;
use domain::input::{Field, FromScalar, Scalar};
use domain::problem::Problem;
use domain::validation::Validate;
use futures::StreamExt;
use server::error::Error;
use server::operations::call;
use server::operations::conversations::{ReadConversation, latest_messages};
use server::words::Words;

use super::{CHAT, asked, context, known, message, take_back};
use crate::present::chat::said;
use crate::present::clash::clash;
use crate::view::outcome::{ClashView, Outcome, Receipt, Refusal};

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
            let wording = Words::of(&context);
            let mut events = Box::pin(asked.planner.assistant.turn(context, message));
            loop {
                match events.next().await {
                    Some(ChatEvent::Done(answer)) => {
                        break Ok(receipt(&wording, &answer, from_chat, asked.is_plain()));
                    }
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
            Err(error) => Err(error),
            Ok(Some(_)) => Ok(()),
            // Nothing to stop is as good as stopped.
            Ok(None) => {
                call::<ReadConversation>(&context, latest_messages(id, 1)).await.map(|_| ())
            }
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
        Ok((context, id, accept)) => {
            let wording = Words::of(&context);
            let answer = asked.planner.assistant.confirm(context, id, accept).await;
            answer.map(|answer| receipt(&wording, &answer, true, asked.is_plain()))
        }
        Err(error) => Err(error),
    };
    Ok(asked.answer(result.map_err(Problem::from)))
}

/// What a toast says of an answer. One that asks something back is read where it can be
/// answered; where an event collides, the toast itself has the free times, but for a page
/// without scripts, whose toast has nothing to choose.
fn receipt(wording: &Words, answer: &ChatAnswer, from_chat: bool, is_plain: bool) -> Receipt {
    let clash = if from_chat || is_plain { None } else { only_clash(wording, answer) };
    let slots = clash.as_ref().map_or(0, |clash| clash.slots.len());
    let asks = !answer.confirm.is_empty()
        || answer.choices.len() > slots
        || answer.actions.is_empty()
        || answer.failure.is_some();
    let first = answer.actions.first().and_then(|action| action.undo);
    Receipt {
        summary: match (from_chat, &clash) {
            // In the conversation the answer itself says it.
            (true, _) => String::new(),
            (false, None) => said(answer),
            // The free times are buttons, not words.
            (false, Some(_)) => done(answer),
        },
        undo: answer.undo.or(first).map(|token| token.to_string()),
        go: (asks || from_chat).then(|| format!("{CHAT}/{}", answer.conversation_id)),
        clash,
    }
}

/// What the one event collides with that does, of all that an answer made or moved.
fn only_clash(wording: &Words, answer: &ChatAnswer) -> Option<ClashView> {
    let events = answer.actions.iter().filter_map(|action| match &action.item {
        Some(Item::Event(event)) => clash(wording, event),
        _ => None,
    });
    let mut clashes = events.fuse();
    let clash = clashes.next().filter(|_| clashes.next().is_none())?;
    // What was done says already what it overlaps with.
    Some(ClashView { text: String::new(), ..clash })
}

fn done(answer: &ChatAnswer) -> String {
    answer.actions.iter().map(|action| action.summary.as_str()).collect::<Vec<_>>().join("\n")
}
