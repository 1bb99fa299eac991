//! Questions that are none of the planner's business.

use crate::language::request::{agenda, create, sentence::Sentence};

/// An attempt to talk the planner out of its rules. What stands behind it is no request either.
pub(in crate::language::request) fn is_injection(whole: &Sentence<'_, '_>) -> bool {
    let plain = whole.plain();
    plain.has(&["system prompt", "developer mode", "jailbreak", "debug mode", "admin mode"])
        || plain.starts(&["ignore", "disregard", "forget", "override"]).is_some_and(|end| {
            let rest = plain.after(end).until((end + 7).min(plain.to));
            rest.has(&["instructions", "instruction", "prompt", "prompts", "rules", "guidelines"])
                && rest.has(&["all", "previous", "prior", "above", "your", "earlier", "any", "the"])
        })
}

/// Questions about the world, about how things work, and about opinions.
pub(in crate::language::request) fn is_idle(sentence: &Sentence<'_, '_>) -> bool {
    // "how's my spending looking"
    let own = sentence.starts(&["how's", "how is", "tell me about"]).is_some()
        && sentence.has(&["spending", "expenses", "budget", "calendar", "schedule"]);
    // Who laughs asks for nothing.
    let laughs = matches!(
        sentence.word(sentence.last_word()),
        "lol" | "ugh" | "argh" | "meh" | "haha" | "lmao" | "hahaha"
    );
    laughs
        && sentence.from < sentence.last_word()
        && (sentence.asks()
            || sentence.word(sentence.from) == "do"
            || !sentence.dated_at_all() && !create::is_imperative(sentence))
        || !own
            && !agenda::is_own(sentence)
            && sentence
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
                    "play some music",
                    "play music",
                    "play a song",
                    "set a timer",
                    "set timer",
                    "start a timer",
                    "read me the news",
                    "sing me",
                    "tell me a story",
                    "what's new",
                    "what's the time",
                    "turn up the volume",
                    "ask you",
                    "tell me something",
                    "write me a",
                    "write a poem",
                    "ask a question",
                    "ask something",
                    "ask u",
                    "tell you something",
                    "what time does the sun",
                    "what time is sunset",
                    "what time is sunrise",
                ])
                .is_some()
}
