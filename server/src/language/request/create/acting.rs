//! What the first words show about a verb: that it is part of a name, or that an unknown word is one.

use crate::language::request::{PLANS, phrases, sentence::Sentence};

/// "back to work meeting", "drop in session": verbs inside the name of an event. Articles and
/// other prepositions show that the verb has an object.
pub(super) fn names_compound(head: &Sentence<'_, '_>) -> bool {
    const WITHIN: [&str; 24] = [
        "back", "open", "check", "drop", "pick", "catch", "kick", "clean", "wrap", "sign", "stand",
        "work", "run", "swap", "walk", "follow", "read", "study", "build", "talk", "close",
        "watch", "sing", "bake",
    ];
    const OBJECT: [&str; 19] = [
        "the", "a", "an", "my", "our", "his", "her", "their", "your", "some", "for", "from",
        "about", "before", "after", "at", "of", "that", "this",
    ];
    if !WITHIN.contains(&head.word(head.from)) {
        return false;
    }
    let dates = head.scan(PLANS);
    let free = |at: &usize| !dates.iter().any(|date| (date.from..date.to).contains(at));
    let end = (head.from + 1..head.to)
        .find(|at| !free(at) || !head.tokens.is_word(*at) || head.word(*at) == "with")
        .unwrap_or(head.to);
    let between = head.from + 1..end.saturating_sub(1);
    end > head.from + 2
        && phrases::EVENT_NOUNS.contains(&head.word(end - 1))
        && between.clone().all(|at| !OBJECT.contains(&head.word(at)))
        && between.clone().any(|at| {
            matches!(head.word(at), "in" | "up" | "off" | "out" | "to" | "down" | "mic" | "house")
        })
}

/// "worm the dog", "lodge my return": an unknown word before an article is a verb.
pub(super) fn acts_on(head: &Sentence<'_, '_>) -> bool {
    let first = head.word(head.from);
    let lower = head.tokens.get(head.from).is_some_and(|token| token.text == first);
    let article =
        matches!(head.word(head.from + 1), "the" | "my" | "our" | "his" | "her" | "their" | "some");
    lower
        && article
        && first.len() > 3
        && !first.contains('\'')
        && head.to > head.from + 2
        && !first.ends_with("ed")
        && !first.ends_with("ing")
        && !first.ends_with('s')
        && !phrases::EVENT_NOUNS.contains(&first)
        && !matches!(
            first,
            "with"
                | "from"
                | "into"
                | "over"
                | "under"
                | "about"
                | "after"
                | "before"
                | "until"
                | "till"
                | "than"
                | "that"
                | "what"
                | "when"
                | "where"
                | "which"
                | "have"
                | "spent"
                | "paid"
                | "bought"
                | "lost"
                | "went"
                | "were"
                | "love"
                | "hate"
                | "like"
                | "know"
                | "think"
                | "hope"
                | "both"
                | "half"
                | "near"
                | "around"
                | "during"
                | "since"
                | "saw"
                | "made"
                | "told"
                | "took"
                | "gave"
                | "left"
                | "sent"
                | "done"
                | "only"
                | "just"
                | "then"
                | "also"
                | "even"
                | "maybe"
                | "despite"
                | "without"
                | "because"
                | "ignore"
                | "hear"
                | "enjoy"
                | "need"
                | "want"
                | "sold"
                | "kept"
                | "forgot"
                | "thought"
                | "felt"
                | "found"
                | "brought"
                | "could"
                | "would"
                | "will"
                | "should"
                | "does"
                | "not"
                | "show"
                | "list"
                | "total"
                | "tell"
        )
}
