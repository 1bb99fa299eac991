//! A turn as the messages of a request: the rules, what was said before as far as
//! it fits, what the person says now, and what was called so far with its answers.

use async_openai::types::chat::{
    ChatCompletionMessageToolCall, ChatCompletionMessageToolCalls,
    ChatCompletionRequestAssistantMessage, ChatCompletionRequestMessage,
    ChatCompletionRequestSystemMessage, ChatCompletionRequestToolMessage,
    ChatCompletionRequestUserMessage, FunctionCall,
};
use domain::chat::Role;
use serde_json::Value;

use super::super::interpreter::Turn;
use super::super::memory::Earlier;
use super::super::tool::ToolCall;
use super::outcome;
use super::prompt::Prompt;
use super::window::windowed;
use crate::config::Offer;
use crate::words::Words;

/// Stands for what came of a call of an earlier turn: the words after it tell that.
const CARRIED_OUT: &str = "Carried out.";

/// The messages of the next request.
///
/// To a small model the moment is told with the person's message: templates such as
/// Qwen's put the tools behind the rules, and the server would read all of them anew
/// whenever something before them changed. `retold` is a call of an earlier turn as
/// the model could have made it.
pub(super) fn of(
    turn: &Turn<'_>,
    prompt: Prompt,
    offer: Offer,
    retold: impl Fn(ToolCall) -> Option<ToolCall>,
) -> Vec<ChatCompletionRequestMessage> {
    let Prompt { rules, moment } = prompt;
    let (rules, message) = match offer {
        Offer::All => (format!("{rules}\n{moment}"), turn.message.to_owned()),
        Offer::Few => (rules, format!("({moment})\n{}", turn.message)),
    };
    let mut messages = vec![ChatCompletionRequestSystemMessage::from(rules).into()];
    let mut place = 0;
    for earlier in windowed(turn.history, offer) {
        messages.extend(said(earlier, &retold, &mut place));
    }
    messages.push(ChatCompletionRequestUserMessage::from(message).into());
    let words = Words::of(turn.context);
    let mut results = turn.results.iter().enumerate();
    for round in turn.rounds {
        let of_round: Vec<_> = results.by_ref().take(round.calls).collect();
        let calls = of_round.iter().map(|(place, (call, _))| (identifier(*place), call));
        messages.push(calling(&round.said, calls));
        messages.extend(of_round.iter().map(|(place, (_, outcome))| {
            answering(identifier(*place), outcome::of(&words, outcome).to_string())
        }));
    }
    messages
}

/// Something said before. What was called for it is told as calls: a model that
/// reads of earlier changes in words alone writes such words instead of calling.
fn said(
    said: Earlier,
    retold: impl Fn(ToolCall) -> Option<ToolCall>,
    place: &mut usize,
) -> Vec<ChatCompletionRequestMessage> {
    let text = said.text.unwrap_or_default();
    if said.role == Role::User {
        return vec![ChatCompletionRequestUserMessage::from(text).into()];
    }
    let calls: Vec<(String, ToolCall)> = said
        .calls
        .into_iter()
        .filter_map(retold)
        .map(|call| {
            *place += 1;
            (format!("past{place:05}"), call)
        })
        .collect();
    let mut messages = Vec::new();
    if !calls.is_empty() {
        messages.push(calling("", calls.iter().map(|(id, call)| (id.clone(), call))));
        messages.extend(calls.into_iter().map(|(id, _)| answering(id, CARRIED_OUT.to_owned())));
    }
    messages.push(ChatCompletionRequestAssistantMessage::from(text).into());
    messages
}

/// A message that calls tools.
fn calling<'a>(
    said: &str,
    calls: impl Iterator<Item = (String, &'a ToolCall)>,
) -> ChatCompletionRequestMessage {
    let calls = calls.map(|(id, call)| {
        ChatCompletionMessageToolCalls::Function(ChatCompletionMessageToolCall {
            id,
            function: FunctionCall { name: call.tool.clone(), arguments: written(call) },
        })
    });
    ChatCompletionRequestMessage::Assistant(ChatCompletionRequestAssistantMessage {
        content: (!said.is_empty()).then(|| said.into()),
        tool_calls: Some(calls.collect()),
        ..Default::default()
    })
}

/// What came of a call.
fn answering(id: String, answer: String) -> ChatCompletionRequestMessage {
    ChatCompletionRequestMessage::Tool(ChatCompletionRequestToolMessage {
        content: answer.into(),
        tool_call_id: id,
    })
}

/// Our own name for a call: servers repeat theirs, and some take nine letters or
/// digits only.
fn identifier(place: usize) -> String {
    format!("call{place:05}")
}

/// Arguments as JSON. What was none is not repeated: the templates of some servers
/// fail on it.
fn written(call: &ToolCall) -> String {
    match &call.arguments {
        object @ Value::Object(_) => object.to_string(),
        _ => "{}".to_owned(),
    }
}
