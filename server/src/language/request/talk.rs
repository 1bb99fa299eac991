//! Greetings, thanks, calls for help, and sentences that look like requests but are none.

use super::{SmallTalk, sentence::Sentence};
use crate::language::lexer::Tokens;

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

/// Questions about the world, about how things work, and about opinions.
pub(super) fn is_idle(sentence: &Sentence<'_, '_>) -> bool {
    sentence
        .starts(&[
            "how can i",
            "how do i",
            "how do you",
            "how are you",
            "how long is",
            "how long does",
            "how old",
            "how far",
            "see you",
            "good night",
            "happy",
            "how is",
            "how's",
            "why",
            "who",
            "whose",
            "what is the weather",
            "what's the weather",
            "what time is it",
            "what do you think",
            "what is your",
            "what's your",
            "what are you",
            "who are you",
            "is it going to",
            "will it",
            "is it",
            "do you",
            "are you",
            "tell me a joke",
            "what does it",
            "what does this",
            "what does that",
            "drop table",
            "drop database",
            "select",
            "what is a",
            "what's a",
            "ignore all",
            "ignore previous",
            "ignore the",
            "disregard",
            "system",
            "find schematics",
            "tell me about",
            "should i",
            "what should i",
            "where is",
            "where's",
            "how would",
            "how should",
            "explain",
            "describe",
            "translate",
            "define",
            "can you tell me a",
            "what if",
            "could you repeat",
            "repeat this",
            "which is",
            "did you",
            "maybe",
            "lol",
            "call it a day",
            "call it quits",
        ])
        .is_some()
}

/// Statements about the speaker or the world: "i love fridays", "today was a tiring day".
pub(super) fn is_statement(sentence: &Sentence<'_, '_>) -> bool {
    const SUBJECTS: [&str; 16] = [
        "i", "we", "he", "she", "it", "they", "you", "i'm", "it's", "that's", "there", "we're",
        "that", "this", "those", "these",
    ];
    const PAST: [&str; 26] = [
        "was", "were", "had", "did", "went", "felt", "loved", "liked", "hated", "got", "saw",
        "met", "love", "hate", "like", "rains", "rain", "think", "feel", "hope", "wish", "believe",
        "won", "lost", "enjoyed", "thought",
    ];
    let subject = (sentence.from..sentence.to).find(|at| SUBJECTS.contains(&sentence.word(*at)));
    let past = (sentence.from..sentence.to).any(|at| PAST.contains(&sentence.word(at)));
    let first = sentence.from;
    let opens = subject == Some(first)
        || subject == Some(first + 1) && !sentence.tokens.is_mark(first, '"');
    // "had a great lunch with Sam", "the meeting on friday went really well"
    let told = matches!(
        sentence.word(first),
        "had" | "went" | "met" | "saw" | "ate" | "enjoyed" | "loved"
    ) || matches!(sentence.word(first), "the" | "my" | "our" | "that" | "this")
        && (first..sentence.to)
            .any(|at| matches!(sentence.word(at), "went" | "was" | "were" | "felt" | "got"));
    told || past
        && (subject.is_some() || matches!(sentence.word(first + 1), "was" | "were"))
        && (opens || matches!(sentence.word(first + 1), "was" | "were"))
        || opens
            && sentence
                .starts(&[
                    "i have",
                    "i've got",
                    "i've a",
                    "i got",
                    "we have",
                    "we've got",
                    "i need",
                    "we need",
                    "there's",
                    "there is",
                    "i'm meeting",
                    "we're meeting",
                    "i'm having",
                    "we're having",
                    "i'm seeing",
                    "i'm flying",
                    "we're going to",
                    "i'm going to",
                ])
                .is_none()
            && subject == Some(first)
}
