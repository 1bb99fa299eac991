//! A turn as the messages of a request: the rules, what was said before as far as
//! it fits, what the person says now, and what was called so far with its answers.

use async_openai::types::chat::{
    ChatCompletionMessageToolCall, ChatCompletionMessageToolCalls,
    ChatCompletionRequestAssistantMessage, ChatCompletionRequestMessage,
    ChatCompletionRequestSystemMessage, ChatCompletionRequestToolMessage,
    ChatCompletionRequestUserMessage, FunctionCall,
};
use domain::chat::{Role, Said};
use serde_json::Value;

use super::super::interpreter::Turn;
use super::super::tool::{Outcome, ToolCall};
use super::outcome;
use crate::words::Words;

/// How much of what was said before is passed on, in tokens: some twenty turns, and
/// a quarter of the window of a small local model.
const HISTORY: usize = 2_000;
/// How much of one earlier message is passed on, in tokens.
const EARLIER: usize = 400;

/// The messages of the next request.
pub(super) fn of(turn: &Turn<'_>, prompt: String) -> Vec<ChatCompletionRequestMessage> {
    let mut messages = vec![ChatCompletionRequestSystemMessage::from(prompt).into()];
    messages.extend(windowed(turn.history).into_iter().map(said));
    messages.push(ChatCompletionRequestUserMessage::from(turn.message).into());
    let words = Words::of(turn.context);
    let mut results = turn.results.iter().enumerate();
    for round in turn.rounds {
        let of_round: Vec<_> = results.by_ref().take(round.calls).collect();
        messages.push(called(&round.said, &of_round));
        messages.extend(of_round.iter().map(|(place, (_, outcome))| {
            let answer = outcome::of(&words, outcome).to_string();
            ChatCompletionRequestMessage::Tool(ChatCompletionRequestToolMessage {
                content: answer.into(),
                tool_call_id: identifier(*place),
            })
        }));
    }
    messages
}

/// The newest messages that fit into [`HISTORY`], oldest first, beginning with one
/// of the person's.
fn windowed(history: &[Said]) -> Vec<Said> {
    let mut left = HISTORY;
    let mut kept: Vec<Said> = Vec::new();
    for said in history.iter().rev() {
        if said.text.is_empty() {
            continue;
        }
        let text = shortened(&said.text, EARLIER);
        let Some(rest) = left.checked_sub(tokens(&text)) else { break };
        left = rest;
        kept.push(Said { role: said.role, text });
    }
    kept.reverse();
    let begin = kept.iter().position(|said| said.role == Role::User).unwrap_or(kept.len());
    kept.split_off(begin)
}

/// How many tokens a text is, roughly: four ASCII characters make one with the
/// tokenizers of GPT-4o, Llama and Qwen for English, others are counted as one
/// each. An estimate is enough here: it decides how far back the model sees.
pub(super) fn tokens(text: &str) -> usize {
    let ascii = text.bytes().filter(u8::is_ascii).count();
    let others = text.chars().filter(|c| !c.is_ascii()).count();
    ascii / 4 + others + 4
}

fn shortened(text: &str, limit: usize) -> String {
    match text.char_indices().nth(limit * 4) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn said(said: Said) -> ChatCompletionRequestMessage {
    match said.role {
        Role::User => ChatCompletionRequestUserMessage::from(said.text).into(),
        Role::Assistant => ChatCompletionRequestAssistantMessage::from(said.text).into(),
    }
}

/// What the model said and called in an earlier round.
fn called(said: &str, results: &[(usize, &(ToolCall, Outcome))]) -> ChatCompletionRequestMessage {
    let calls = results.iter().map(|(place, (call, _))| {
        ChatCompletionMessageToolCalls::Function(ChatCompletionMessageToolCall {
            id: identifier(*place),
            function: FunctionCall { name: call.tool.clone(), arguments: written(call) },
        })
    });
    ChatCompletionRequestMessage::Assistant(ChatCompletionRequestAssistantMessage {
        content: (!said.is_empty()).then(|| said.into()),
        tool_calls: Some(calls.collect()),
        ..Default::default()
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

#[cfg(test)]
mod tests {
    use super::*;

    fn message(role: Role, text: &str) -> Said {
        Said { role, text: text.to_owned() }
    }

    #[test]
    fn the_newest_that_fit_are_kept_and_the_person_begins() {
        let long = "word ".repeat(1_000);
        let mut history = Vec::new();
        for number in 0..20 {
            history.push(message(Role::User, &format!("question {number}")));
            history.push(message(Role::Assistant, &long));
        }
        let kept = windowed(&history);
        assert_eq!(kept.first().map(|said| said.role), Some(Role::User));
        let spent: usize = kept.iter().map(|said| tokens(&said.text)).sum();
        assert!(spent <= HISTORY && kept.len() >= 4, "{} messages, {spent} tokens", kept.len());
        assert!(kept.last().is_some_and(|said| said.text.ends_with('…')));
        assert!(windowed(&[message(Role::Assistant, "Hello")]).is_empty());
    }

    #[test]
    fn tokens_are_estimated_for_every_script() {
        assert_eq!(tokens("four"), 5);
        assert_eq!(tokens("日本"), 6);
    }
}
