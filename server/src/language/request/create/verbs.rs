//! Whether a sentence begins with a verb that asks to do something.

use super::openings::{event_cue, task_cue};
use crate::language::{
    request::{PLANS, phrases, sentence::Sentence},
    vocabulary,
};

/// The sentence from its first word on that is no date and no mark of urgency.
pub(in crate::language::request) fn head<'s, 't>(sentence: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let fragments = sentence.scan(PLANS);
    let priority = sentence.priority().map(|(_, span)| span);
    let mut at = sentence.from;
    loop {
        let before = at;
        if let Some(fragment) =
            fragments.iter().find(|fragment| fragment.from == at && fragment.parts.is_dated())
        {
            at = fragment.to;
        }
        if let Some((_, to)) = priority.filter(|(from, _)| *from == at) {
            at = to;
        }
        while at < sentence.to
            && sentence
                .tokens
                .mark(at)
                .is_some_and(|mark| matches!(mark, ',' | ':' | '-' | '–' | '—' | '!' | '.' | '…'))
        {
            at += 1;
        }
        if at == before || at >= sentence.to {
            break;
        }
    }
    if at >= sentence.to { *sentence } else { sentence.after(at).plain() }
}

/// Whether the first word is a verb that asks to do something, and no part of a name.
pub(in crate::language::request) fn is_imperative(sentence: &Sentence<'_, '_>) -> bool {
    let head = head(sentence);
    let first = head.word(head.from);
    let verb = phrases::IMPERATIVES.contains(&first)
        || phrases::IMPERATIVES.iter().any(|verb| vocabulary::one_error(first, verb))
        || acts_on(&head)
        || first == "e" && head.at(head.from, "e-mail").is_some();
    let second = head.word(head.from + 1);
    let compound = names_compound(&head)
        || phrases::NOUN_VERBS.contains(&first)
            && phrases::EVENT_NOUNS.contains(&second)
            && (second != "with" || first == "call");
    // "do coffee with Nina": who does that meets somebody.
    let meets = matches!(first, "do" | "grab" | "get" | "have")
        && (matches!(second, "coffee" | "drinks" | "tea" | "cocktails" | "pizza")
            || matches!(second, "lunch" | "dinner" | "breakfast" | "brunch"))
        && head.has(&["with"]);
    // "email from April" is an e-mail that came.
    let came = phrases::NOUN_VERBS.contains(&first) && matches!(second, "from" | "of" | "by");
    let taken = came
        || matches!(
            first,
            "email"
                | "text"
                | "post"
                | "report"
                | "call"
                | "back"
                | "water"
                | "plant"
                | "top"
                | "look"
                | "rent"
                | "train"
                | "service"
                | "study"
                | "book"
                | "work"
                | "watch"
                | "set"
                | "walk"
                | "paint"
                | "review"
                | "practice"
                | "exercise"
        ) && head.to == head.from + 1;
    // "check-in at 3pm"
    let joined = head.tokens.is_dash(head.from + 1)
        && head.tokens.glued(head.from + 2)
        && matches!(head.word(head.from + 2), "in" | "up" | "out" | "off");
    verb && !compound
        && !taken
        && !meets
        && !joined
        && !head.asks()
        && !head.tokens.is_mark(head.from + 1, '\'')
}

/// "back to work meeting", "drop in session": verbs inside the name of an event. Articles and
/// other prepositions show that the verb has an object.
fn names_compound(head: &Sentence<'_, '_>) -> bool {
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
fn acts_on(head: &Sentence<'_, '_>) -> bool {
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

/// Whether an opening asks for an event or a task.
pub(in crate::language::request) fn is_commanded(sentence: &Sentence<'_, '_>) -> bool {
    let head = head(&sentence.plain());
    task_cue(&head).is_some() || event_cue(&head).is_some() || sentence.has(&phrases::CALENDARS)
}

/// Whether the sentence is something to do, so that an amount in it is part of it.
pub(in crate::language::request) fn is_task_like(sentence: &Sentence<'_, '_>) -> bool {
    let head = head(&sentence.plain());
    if matches!(
        head.word(head.from),
        "add"
            | "put"
            | "record"
            | "log"
            | "note"
            | "report"
            | "charge"
            | "train"
            | "rent"
            | "book"
            | "service"
            | "water"
            | "post"
    ) {
        return false;
    }
    task_cue(&head).is_some() || is_imperative(&head)
}

/// Whether the thing at the start of a sentence is something that takes place: "lunch with
/// Marco", "put a dentist in".
pub(in crate::language::request) fn names_event(plain: &Sentence<'_, '_>) -> bool {
    let head = head(plain);
    (head.from..head.to.min(head.from + 5)).any(|at| {
        let word = head.word(at);
        word != "with"
            && (phrases::EVENT_NOUNS.contains(&word) || phrases::BOOKABLE.contains(&word))
    })
}
