//! How much of what was said before a language model reads again.

use domain::chat::Role;

use super::super::memory::Earlier;
use super::super::tool::ToolCall;
use crate::config::Offer;

/// How much of what was said before is passed on, in tokens: some twenty turns.
const HISTORY: usize = 2_000;
/// The same for a small model: a turn or two. It copies what it reads there.
const HISTORY_OF_SMALL: usize = 250;
/// How much of one earlier message is passed on, in tokens.
const EARLIER: usize = 400;
/// Stands for an answer that may quote text from elsewhere or was not true.
const LEFT_OUT: &str = "(What I said is left out here.)";

/// The newest messages that fit, oldest first, beginning with one of the person's.
pub(super) fn windowed(history: &[Earlier], offer: Offer) -> Vec<Earlier> {
    let mut left = match offer {
        Offer::All => HISTORY,
        Offer::Few => HISTORY_OF_SMALL,
    };
    let mut kept: Vec<Earlier> = Vec::new();
    let mut is_unanswered = false;
    for Earlier { role, text, calls } in history.iter().rev() {
        if offer == Offer::Few && *role == Role::Assistant {
            is_unanswered = text.is_none();
        }
        let text = shortened(text.as_deref().unwrap_or(LEFT_OUT), EARLIER);
        if text.is_empty() || is_unanswered {
            continue;
        }
        let cost = tokens(&text) + calls.iter().map(weight).sum::<usize>();
        let Some(rest) = left.checked_sub(cost) else { break };
        left = rest;
        kept.push(Earlier { role: *role, text: Some(text), calls: calls.clone() });
    }
    kept.reverse();
    let begin = kept.iter().position(|said| said.role == Role::User).unwrap_or(kept.len());
    kept.split_off(begin)
}

/// A call and its answer, in tokens: the braces and names around them are some ten.
fn weight(call: &ToolCall) -> usize {
    tokens(&call.tool) + tokens(&call.arguments.to_string()) + 10
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

#[cfg(test)]
mod tests {
    use super::*;

    fn message(role: Role, text: &str) -> Earlier {
        Earlier { role, text: Some(text.to_owned()), calls: Vec::new() }
    }

    #[test]
    fn the_newest_that_fit_are_kept_and_the_person_begins() {
        let long = "word ".repeat(1_000);
        let mut history = Vec::new();
        for number in 0..20 {
            history.push(message(Role::User, &format!("question {number}")));
            history.push(message(Role::Assistant, &long));
        }
        let kept = windowed(&history, Offer::All);
        assert_eq!(kept.first().map(|said| said.role), Some(Role::User));
        let spent: usize = kept.iter().filter_map(|said| said.text.as_deref()).map(tokens).sum();
        assert!(spent <= HISTORY && kept.len() >= 4, "{} messages, {spent} tokens", kept.len());
        assert!(
            kept.last()
                .is_some_and(|said| said.text.as_ref().is_some_and(|text| text.ends_with('…')))
        );
        assert!(windowed(&[message(Role::Assistant, "Hello")], Offer::All).is_empty());
    }

    #[test]
    fn a_small_model_reads_little_and_no_exchange_whose_answer_is_left_out() {
        let untold = Earlier { role: Role::Assistant, text: None, calls: Vec::new() };
        let mut history = vec![message(Role::User, "one"), message(Role::Assistant, "1")];
        history.extend([message(Role::User, "two"), untold]);
        let few = windowed(&history, Offer::Few);
        assert_eq!(few, history[..2]);
        let all = windowed(&history, Offer::All);
        assert_eq!(all[3].text.as_deref(), Some(LEFT_OUT));
    }

    #[test]
    fn tokens_are_estimated_for_every_script() {
        assert_eq!(tokens("four"), 5);
        assert_eq!(tokens("日本"), 6);
    }
}
