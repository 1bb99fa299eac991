//! Verbs that ask the assistant for what the planner does not do.

use super::{names_event, words};
use crate::language::request::{phrases::EVENT_NOUNS, sentence::Sentence};

/// "tell me how tall everest is", "look up the exchange rate": to know is no task. `opens` is what
/// stood in front as politeness.
pub(super) fn tells(opens: &Sentence<'_, '_>, head: &Sentence<'_, '_>) -> bool {
    // "concert" is no slip of "convert".
    words::TELLING.iter().any(|words| head.exactly(head.from, words).is_some())
        || opens.has(&["tell me", "let me know", "need to know", "want to know"])
}

/// "let me know in two hours that i have to leave" is a wish to be reminded.
pub(super) fn reminds(plain: &Sentence<'_, '_>) -> bool {
    plain.starts(&["let me know", "tell me to", "give me a"]).is_some()
}

/// "check my inbox", "share my location": what lies in the machine or in the net. With a day or a
/// time it may be somebody's habit.
pub(super) fn looks_up(head: &Sentence<'_, '_>) -> bool {
    let Some(end) = head.starts(&words::LOOKUPS) else { return false };
    let rest = head.after(end);
    let mails = matches!(head.word(head.from), "add" | "send" | "make" | "give" | "forward");
    rest.has(&words::ELSEWHERE) || !mails && rest.has(&words::LOOKED)
}

/// "do people like chipotle": no deed, but a question about many.
pub(super) fn asks_of_many(head: &Sentence<'_, '_>) -> bool {
    head.word(head.from) == "do"
        && (head.from + 2..head.to.min(head.from + 7)).any(|at| {
            matches!(
                head.word(at),
                "need"
                    | "like"
                    | "have"
                    | "use"
                    | "still"
                    | "require"
                    | "charge"
                    | "accept"
                    | "know"
            )
        })
        && !(head.from..head.to).any(|at| head.tokens.is_mark(at, ','))
}

/// "look up the exchange rate", "find out who won".
pub(super) fn studies(head: &Sentence<'_, '_>) -> bool {
    words::STUDYING.iter().any(|words| head.exactly(head.from, words).is_some())
}

/// "turn the lights off", "play some jazz", "go back to factory settings".
pub(super) fn controls(head: &Sentence<'_, '_>) -> bool {
    let Some(end) = head.starts(&words::CONTROLS) else { return false };
    let verb = head.word(head.from);
    let switched = matches!(verb, "turn" | "switch")
        && (end..head.to).any(|at| matches!(head.word(at), "on" | "off" | "down" | "up"));
    // "play with the kids", "play date"
    let played = verb == "play"
        && !EVENT_NOUNS.contains(&head.word(end))
        && !matches!(head.word(end), "with" | "dates");
    let stopped = matches!(verb, "stop" | "pause" | "resume")
        && matches!(head.word(end), "play" | "playing" | "playback");
    // "turn the oven to 350"
    let degrees = matches!(verb, "turn" | "set")
        && head.has(&["oven", "stove", "heat"])
        && head.to > end + 1
        && matches!(head.word(head.to - 2), "to" | "at")
        && head.tokens.number(head.to - 1).is_some();
    // "put some music on", "change the lights to green" against "put the fan in the attic".
    let broad = words::BROAD.contains(&verb)
        && !(verb == "put" && head.has(&["on"]))
        && !(verb == "change" && head.has(&["to"]));
    let devices: &[&str] = if broad { &words::NARROW } else { &words::DEVICES };
    switched || played || stopped || degrees || named(head, end, devices)
}

/// Whether one of the devices is named, and not as a part of something that takes place or that is
/// bought and mended: "music lesson", "light bulb".
fn named(head: &Sentence<'_, '_>, from: usize, devices: &[&str]) -> bool {
    (from..head.to).any(|at| {
        devices.contains(&head.word(at))
            && !names_event(head, at)
            && !matches!(
                head.word(at + 1),
                "bulb" | "bulbs" | "box" | "case" | "licence" | "license" | "shop" | "table"
            )
    })
}

/// "call me charlie", "change your accent".
pub(super) fn of_itself(opens: &Sentence<'_, '_>, head: &Sentence<'_, '_>) -> bool {
    let addressed = opens.has(&["you", "u"]);
    head.starts(&words::ITSELF).is_some()
        || head.has(&[
            "your",
            "yourself",
            "yours",
            "for you",
            "you use",
            "name you",
            "call you",
            "change my name",
            "my name to",
            "you name",
            "name of you",
            "ai name",
        ])
        || addressed && head.has(&["you"])
}

/// "can you get me a taxi", "will you cook dinner": asked of the assistant, with a verb that none
/// of its operations has. "can i …" asks whether something is allowed.
pub(super) fn serves(opens: &Sentence<'_, '_>, head: &Sentence<'_, '_>) -> bool {
    let addressed = opens.has(&["you", "u", "ya", "help me"]);
    let allowed =
        opens.has(&["can i", "could i", "may i", "might i", "can we", "may we", "might we"]);
    (addressed || allowed) && !words::OWN.contains(&head.word(head.from))
}

/// "put $200 into my savings from checking", "set my pin to 1234", "my 401k": what only a bank does.
pub(super) fn of_account(head: &Sentence<'_, '_>) -> bool {
    // The lexer parts the number of the pension plan from its letter.
    let pension = (head.from..head.to).any(|at| head.tokens.number(at) == Some(401));
    let moved = head.has(&words::ACCOUNTS)
        && head.has(&["from", "into", "between", "transfer", "transferred", "block on", "hold on"]);
    let event = (head.from..head.to)
        .any(|at| EVENT_NOUNS.contains(&head.word(at)) && head.word(at) != "with");
    let spent = head.has(&["spent", "paid", "bought", "cost", "expense", "bill"]);
    (pension || moved || head.has(&words::NUMBERS)) && !event && !spent
}

/// "weather on tuesday", "daily news": a topic, said with hardly anything else.
pub(super) fn of_topic(head: &Sentence<'_, '_>) -> bool {
    head.find(&words::TOPICS).is_some_and(|(at, end)| {
        at <= head.from + 2 && !EVENT_NOUNS.contains(&head.word(end)) && head.to <= head.from + 6
    })
}
