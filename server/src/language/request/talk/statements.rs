//! Sentences that tell something and ask for nothing.

use crate::language::request::sentence::Sentence;

/// Statements about the speaker or the world: "i love fridays", "today was a tiring day".
pub(in crate::language::request) fn is_statement(sentence: &Sentence<'_, '_>) -> bool {
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
    // "Sun Microsystems was bought by Oracle in 2010", "kids are driving me up the wall today"
    let word = |at: usize| sentence.word(at);
    let passive = (first + 1..sentence.to.saturating_sub(1)).any(|at| {
        matches!(word(at), "was" | "were") && word(at + 1).len() > 2 && subject != Some(at)
    });
    let about_me = (first + 1..sentence.to.saturating_sub(2)).any(|at| {
        matches!(word(at), "is" | "are" | "was" | "were" | "keeps" | "keep")
            && word(at + 1).ends_with("ing")
            && matches!(word(at + 2), "me" | "us" | "him" | "her" | "them" | "my")
    });
    // "it's dad's birthday on the 7th"
    if sentence.word(first) == "it's" && sentence.word(first + 1).ends_with("'s") {
        return false;
    }
    told || passive
        || about_me
        || past
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
