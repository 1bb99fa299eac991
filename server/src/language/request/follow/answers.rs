//! "Yes", "no" and a place in a list, when a message is nothing else.

use super::{from_correction, words_of};
use crate::language::request::{
    FollowUp,
    edits::{becomes, rows},
    sentence::Sentence,
};

const YES: [&str; 22] = [
    "yes",
    "yep",
    "yeah",
    "yup",
    "ya",
    "yea",
    "aye",
    "sure",
    "ok",
    "okay",
    "confirm",
    "confirmed",
    "correct",
    "absolutely",
    "definitely",
    "certainly",
    "affirmative",
    "right",
    "fine",
    "k",
    "y",
    "indeed",
];

/// Whole answers that agree without one of these words.
const AGREED: [&str; 11] = [
    "do it",
    "go ahead",
    "go for it",
    "please do",
    "sounds good",
    "that's right",
    "of course",
    "that works",
    "looks good",
    "make it so",
    "do that",
];

/// What may stand beside a yes.
#[rustfmt::skip]
const BESIDE: [&str; 39] = [
    "please", "do", "it", "that", "go", "ahead", "for", "all", "of", "them", "thing", "sounds",
    "good", "thanks", "thank", "you", "then", "delete", "cancel", "remove", "move", "complete", "the", "is",
    "that's", "right", "i", "am", "i'm", "want", "to", "both", "everything", "great", "perfect", "now", "both", "add", "mark",
];

const NO: [&str; 32] = [
    "no",
    "nope",
    "nah",
    "never mind",
    "nevermind",
    "nvm",
    "no thanks",
    "no thank you",
    "not now",
    "don't",
    "do not",
    "stop",
    "cancel",
    "leave it",
    "forget it",
    "no don't",
    "no don't do that",
    "don't do that",
    "don't do it",
    "keep it",
    "keep them",
    "n",
    "no leave it",
    "no stop",
    "no cancel",
    "on second thought no",
    "on second thoughts no",
    "no wait",
    "wait no",
    "not yet",
    "no way",
    "better not",
];

/// Yes, no, or a place in a list, when the message is nothing else; "actually, don't" too.
pub(super) fn answer(whole: &Sentence<'_, '_>) -> Option<FollowUp> {
    plainly(whole)
        .or_else(|| plainly(&from_correction(whole)?))
        .or_else(|| plainly(&whole.after(whole.starts(&["ok", "okay", "oh"])?)))
}

fn plainly(whole: &Sentence<'_, '_>) -> Option<FollowUp> {
    let said = |phrases: &[&str]| {
        phrases
            .iter()
            .any(|phrase| words_of(phrase, whole).is_some_and(|end| polite_end(whole, end)))
    };
    if said(&NO) {
        return Some(FollowUp::No);
    }
    if said(&AGREED) {
        return Some(FollowUp::Yes);
    }
    let words: Vec<&str> = (whole.from..whole.to)
        .filter(|at| whole.tokens.is_word(*at))
        .map(|at| whole.word(at))
        .collect();
    let marks_only = (whole.from..whole.to).all(|at| {
        whole.tokens.is_word(at) || matches!(whole.tokens.mark(at), Some(',' | '.' | '!' | '-'))
    });
    if marks_only
        && !words.iter().all(|word| {
            matches!(
                *word,
                "ok" | "okay" | "k" | "fine" | "thanks" | "thank" | "you" | "great" | "perfect"
            )
        })
        && words.first().is_some_and(|word| YES.contains(word))
        && words.iter().all(|word| YES.contains(word) || BESIDE.contains(word))
    {
        return Some(FollowUp::Yes);
    }
    const REFUSING: [&str; 4] = ["no", "nope", "nah", "don't"];
    const REFUSED: [&str; 25] = [
        "no", "nope", "nah", "leave", "it", "as", "is", "them", "alone", "don't", "do", "that",
        "thanks", "thank", "you", "keep", "never", "mind", "please", "not", "now", "ok", "forget",
        "cancel", "any",
    ];
    if marks_only
        && words.first().is_some_and(|word| REFUSING.contains(word))
        && words.iter().all(|word| REFUSED.contains(word))
    {
        return Some(FollowUp::No);
    }
    let body = becomes::inner(whole);
    let body = body
        .starts(&["pick", "take", "i mean", "i meant", "choose", "option", "number"])
        .filter(|end| *end < body.to && !matches!(body.word(body.from), "option" | "number"))
        .map_or(body, |end| body.after(end));
    if let Some(number) = body.tokens.number(body.from).filter(|_| body.only_marks(body.from + 1)) {
        let plain = whole.tokens.clean_left(body.from) && whole.tokens.digits(body.from) <= 2;
        return i32::try_from(number)
            .ok()
            .filter(|number| plain && (1..=50).contains(number))
            .map(FollowUp::Pick);
    }
    if let Some(end) = body.starts(&["the latter", "the former"]) {
        let first = body.word(end - 1) == "former";
        return body.only_marks(end).then_some(FollowUp::Pick(if first { 1 } else { 2 }));
    }
    rows::place(&body).map(FollowUp::Pick)
}

/// Whether only politeness follows.
pub(super) fn polite_end(whole: &Sentence<'_, '_>, from: usize) -> bool {
    (from..whole.to).all(|at| {
        whole.tokens.mark(at).is_some_and(|mark| mark != '?')
            || matches!(
                whole.word(at),
                "thanks" | "thank" | "you" | "please" | "then" | "ok" | "now"
            )
    })
}
