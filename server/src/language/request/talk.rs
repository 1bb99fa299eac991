//! Greetings, thanks and calls for help; and sentences that look like requests but are none.

mod foreign;
mod idle;
mod others;
mod statements;

use super::SmallTalk;
use crate::language::lexer::Tokens;
pub(super) use foreign::is_foreign;
pub(super) use idle::{is_idle, is_injection};
pub(super) use others::is_of_others;
pub(super) use statements::is_statement;

const GREETINGS: [&str; 12] = [
    "hi",
    "hello",
    "hey",
    "hey there",
    "hi there",
    "hello there",
    "good morning",
    "good evening",
    "good afternoon",
    "yo",
    "morning",
    "howdy",
];
const THANKS: [&str; 9] = [
    "thanks",
    "thank you",
    "thx",
    "ty",
    "cheers",
    "thanks a lot",
    "thank you so much",
    "many thanks",
    "ta",
];
const HELP: [&str; 8] = [
    "help",
    "help me",
    "what can you do",
    "what can you do for me",
    "what do you do",
    "what can i say",
    "how does this work",
    "what can i ask",
];

const TODAY: [&str; 14] = [
    "what day is it",
    "what day is it today",
    "what day is today",
    "what's the date",
    "what is the date",
    "what's the date today",
    "what is the date today",
    "what's today's date",
    "what is today's date",
    "what date is it",
    "what date is it today",
    "what time is it",
    "what's the time",
    "what time is it now",
];

/// Talk that asks for nothing, when the message is nothing else.
pub(super) fn small(tokens: &Tokens<'_>) -> Option<SmallTalk> {
    let is = |phrases: &[&str]| {
        phrases
            .iter()
            .filter_map(|phrase| tokens.phrase(0, phrase))
            .any(|end| (end..tokens.len()).all(|at| tokens.mark(at).is_some()))
    };
    if is(&GREETINGS) {
        return Some(SmallTalk::Greeting);
    }
    if is(&TODAY) {
        return Some(SmallTalk::Today);
    }
    if is_help_after_greeting(tokens) {
        return Some(SmallTalk::Help);
    }
    // "ok thanks", "thanks, that's all"
    let grateful = (0..tokens.len())
        .find(|at| {
            tokens.is_word(*at)
                && !tokens.any(
                    *at,
                    &[
                        "ok", "okay", "great", "perfect", "cool", "nice", "awesome", "lovely",
                        "good", "alright", "no",
                    ],
                )
        })
        .is_some_and(|at| {
            tokens.any(at, &["thanks", "thx", "cheers"]) || tokens.phrase(at, "thank you").is_some()
        });
    let words = (0..tokens.len()).filter(|at| tokens.is_word(*at)).count();
    let rest = [
        "that's all",
        "that is all",
        "for that",
        "for now",
        "for the help",
        "a lot",
        "so much",
        "very much",
        "a bunch",
        "again",
        "buddy",
        "mate",
        "you're the best",
        "that's it",
        "that's great",
    ];
    let closing = words <= 2
        || rest
            .iter()
            .any(|phrase| (0..tokens.len()).any(|at| tokens.phrase(at, phrase).is_some()));
    if grateful && closing && words <= 7 && !tokens.is(0, "no") {
        return Some(SmallTalk::Thanks);
    }
    if is(&THANKS) {
        return Some(SmallTalk::Thanks);
    }
    is(&HELP).then_some(SmallTalk::Help)
}

/// "hi, what can you do?"
fn is_help_after_greeting(tokens: &Tokens<'_>) -> bool {
    let words_from = |at: usize| (at..tokens.len()).find(|at| tokens.is_word(*at));
    GREETINGS
        .iter()
        .filter_map(|greeting| tokens.phrase(0, greeting))
        .filter_map(words_from)
        .flat_map(|start| HELP.iter().filter_map(move |help| tokens.phrase(start, help)))
        .any(|end| words_from(end).is_none())
}
