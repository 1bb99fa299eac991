//! The nouns and adjectives of free time: "a free hour", "any gaps", "space for lunch".

use crate::language::request::{PLANS, sentence::Sentence};

/// "is there a free hour on wednesday", "when do i have an hour free", "have i got any gaps".
pub(super) fn asks_for_gap(sentence: &Sentence<'_, '_>) -> bool {
    const GAPS: [&str; 14] = [
        "free",
        "available",
        "availability",
        "gap",
        "gaps",
        "opening",
        "openings",
        "slot",
        "slots",
        "space",
        "room",
        "window",
        "windows",
        "spare",
    ];
    /// What a gap is made of, where its word stands before it.
    const TIMES: [&str; 20] = [
        "evenings",
        "mornings",
        "afternoons",
        "weekends",
        "hour",
        "hours",
        "time",
        "half",
        "morning",
        "afternoon",
        "evening",
        "day",
        "minutes",
        "slot",
        "slots",
        "spot",
        "moment",
        "minute",
        "mins",
        "days",
    ];
    let opened = sentence
        .starts(&[
            "is there",
            "are there",
            "do i have",
            "do we have",
            "have i got",
            "when do i have",
            "when have i got",
            "where do i have",
            "when will i have",
            "what",
            "which",
            "where is there",
            "where's",
            "got",
            "any",
            "when is there",
            "when's",
            "when are there",
            "show me",
            "find me",
        ])
        .is_some();
    opened
        && (sentence.from..sentence.to).any(|at| {
            let word = sentence.word(at);
            let behind = sentence.word(at + 1);
            let dated = || sentence.scan(PLANS).iter().any(|found| found.from == at + 1);
            GAPS.contains(&word)
                && match word {
                    // "is there a free concert", "is there a room for the party"
                    "free" | "available" | "spare" => {
                        TIMES.contains(&behind)
                            || !sentence.tokens.is_word(at + 1)
                            || dated()
                            || matches!(
                                behind,
                                "on" | "in"
                                    | "this"
                                    | "between"
                                    | "after"
                                    | "before"
                                    | "at"
                                    | "for"
                            )
                    }
                    "space" | "room" => matches!(behind, "for" | "in" | "on" | "to") || dated(),
                    "window" | "windows" | "opening" | "openings" | "slot" | "slots" => {
                        !sentence.has(&["close", "clean", "shop"])
                    }
                    _ => true,
                }
        })
}

/// The length of "a free hour", "a spare half hour".
pub(super) fn free_hour(sentence: &Sentence<'_, '_>) -> Option<u32> {
    let (at, _) = sentence.find(&["free", "spare", "open", "clear"])?;
    match (sentence.word(at + 1), sentence.word(at + 2)) {
        ("hour", _) => Some(60),
        ("half", "hour") => Some(30),
        _ => None,
    }
}
