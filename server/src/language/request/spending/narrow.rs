//! What a question about money narrows to: a category, a thing, or a place.

use crate::language::request::{Spending, categories, sentence::Sentence};

/// What a few words name: a category by its own name, or a thing with its category.
pub(in crate::language::request) fn narrowed(words: &Sentence<'_, '_>) -> Spending {
    let text = words.title(&[]);
    if let Some(own) = categories::own(&text.to_lowercase()) {
        return Spending { category: Some(own.to_owned()), words: None };
    }
    let category = categories::find(words.tokens, words.from, words.to).map(str::to_owned);
    Spending { category, words: Some(text).filter(|text| !text.is_empty()) }
}

/// Words behind "on", "at" or "for" that name nothing money is spent on.
const NOTHING: [&str; 28] = [
    "average",
    "total",
    "all",
    "everything",
    "my",
    "the",
    "me",
    "i",
    "a",
    "an",
    "this",
    "that",
    "last",
    "each",
    "per",
    "every",
    "far",
    "in",
    "it",
    "so",
    "most",
    "things",
    "stuff",
    "what",
    "money",
    "month",
    "week",
    "year",
];

/// What a whole question narrows to, its dates and other understood stretches left out.
pub(super) fn asked(sentence: &Sentence<'_, '_>, taken: &[(usize, usize)]) -> Spending {
    let outside = |at: usize| !taken.iter().any(|(from, to)| (*from..*to).contains(&at));
    let mut at = sentence.from;
    while at < sentence.to {
        if !outside(at) {
            at += 1;
            continue;
        }
        let end = (at..sentence.to).find(|end| !outside(*end)).unwrap_or(sentence.to);
        if let Some((category, from, to)) = categories::span(sentence.tokens, at, end) {
            let words = Sentence { from, to, ..*sentence };
            let narrowed = narrowed(&words);
            return Spending { category: Some(category.to_owned()), ..narrowed };
        }
        at = end;
    }
    // "at Zorba's", "on gardening": nobody's list has it, the person's descriptions may.
    let from = (sentence.from..sentence.to).find(|at| {
        matches!(sentence.word(*at), "on" | "at" | "for")
            && *at + 1 < sentence.to
            && outside(*at)
            && outside(at + 1)
            && sentence.tokens.is_word(at + 1)
            && !NOTHING.contains(&sentence.word(at + 1))
    });
    let words = from.and_then(|from| {
        let from = from + 1;
        let to = (from..sentence.to)
            .find(|at| {
                !outside(*at)
                    || sentence.tokens.mark(*at).is_some_and(|mark| mark != '&' && mark != '\'')
                    || matches!(
                        sentence.word(*at),
                        "in" | "on" | "per" | "a" | "compared" | "vs" | "than"
                    )
            })
            .unwrap_or(sentence.to);
        let title = Sentence { from, to, ..*sentence }.title(&[]);
        (!title.is_empty()).then_some(title)
    });
    Spending { category: None, words }
}
