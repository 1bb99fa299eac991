//! Whether a sentence begins with a verb that asks to do something.

use super::{
    acting::{acts_on, names_compound},
    openings::{event_cue, task_cue},
};
use crate::language::{
    offsets,
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
        // "spend 3 hours on the tax return"; "spend 20 on lunch" is money.
        || first == "spend" && offsets::length(head.tokens, head.from + 1).is_some()
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
