//! Ticking tasks off: "check off call mom", "taxes are filed!".

use super::{rows, target};
use crate::language::request::{Item, Outcome, PLANS, Request, Target, Which, sentence::Sentence};

/// Said of the task just spoken of.
const DONE: [&str; 21] = [
    "done",
    "it's done",
    "its done",
    "that's done",
    "thats done",
    "all done",
    "i did it",
    "did it",
    "did that",
    "i did that",
    "already did it",
    "i already did it",
    "i already did that",
    "already done",
    "finished",
    "finished it",
    "i finished it",
    "completed",
    "that one's done",
    "that one is done",
    "i've done it",
];

/// "check off call mom", "set X to done", "I did the car inspection", "taxes are filed!".
pub(super) fn complete(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let done = |sentence: Sentence<'_, '_>, cut: &[(usize, usize)]| {
        let mut cut = cut.to_vec();
        if let Some(list) = sentence.find(&[
            "from my to do list",
            "from my list",
            "off my list",
            "on my list",
            "on my to do list",
            "from my todo list",
            "off my to do list",
            "off the list",
            "task",
        ]) {
            cut.push(list);
        }
        if let Some(bulk) = rows::bulk(&sentence) {
            return Some(match bulk {
                Ok(which) => Outcome::Done(Request::Complete {
                    which: Which { item: Item::Task, ..which },
                    done: true,
                }),
                Err(question) => Outcome::Ask(question),
            });
        }
        Some(match target(&sentence, &cut) {
            Ok(target) => Outcome::Done(Request::Complete {
                which: Which { item: Item::Task, target: Some(noun(target)), ..Which::default() },
                done: true,
            }),
            Err(question) => Outcome::Ask(question),
        })
    };
    if DONE.iter().any(|phrase| {
        sentence.exactly(sentence.from, phrase).is_some_and(|end| sentence.only_marks(end))
    }) && !sentence.is_question()
    {
        return Some(Outcome::Done(Request::Complete { which: Which::last(), done: true }));
    }
    if let Some((at, _)) = sentence
        .find(&[
            "check it off",
            "tick it off",
            "cross it off",
            "mark it off",
            "mark it done",
            "mark it as done",
            "mark it complete",
            "mark it as complete",
            "so it's done",
            "tick that off",
            "check that off",
        ])
        .filter(|(at, _)| *at > sentence.from + 1)
    {
        let said = sentence.until(at);
        let said = said
            .starts(&["i just", "just", "i've just", "i have", "i've", "i already", "already", "i"])
            .map_or(said, |end| said.after(end));
        let said = said.until(
            (said.from..said.to)
                .rev()
                .find(|at| {
                    said.tokens.is_word(*at) && said.word(*at) != "so" && said.word(*at) != "and"
                })
                .map_or(said.to, |at| at + 1),
        );
        return done(said, &[]);
    }
    let dated = !sentence.scan(PLANS).is_empty();
    if let Some(end) = sentence.starts(&["check off", "tick off", "cross off", "mark off"]) {
        return done(sentence.after(end), &[]);
    }
    for verb in ["mark", "set", "check", "tick", "flag"] {
        let Some(end) = sentence.starts(&[verb]) else { continue };
        for tail in [
            "as done",
            "as complete",
            "as completed",
            "as finished",
            "to done",
            "to complete",
            "to completed",
            "done",
            "complete",
            "completed",
            "finished",
            "off",
        ] {
            let found =
                (end..sentence.to).rev().find_map(|at| sentence.at(at, tail).map(|to| (at, to)));
            if let Some((at, _)) = found.filter(|(_, to)| {
                (*to..sentence.to).all(|place| {
                    !sentence.tokens.is_word(place)
                        || matches!(
                            sentence.word(place),
                            "please" | "now" | "my" | "list" | "from" | "the"
                        )
                })
            }) {
                return done(sentence.until(at).after(end), &[]);
            }
        }
    }
    if let Some(end) = sentence.starts(&[
        "i finished",
        "i've finished",
        "i have finished",
        "i just finished",
        "just finished",
        "finished with",
        "finished",
        "i'm done with",
        "i am done with",
        "done with",
        "all done with",
        "i completed",
        "i've completed",
        "completed",
        "i just did",
        "i already did",
        "i've done",
        "i did",
        "done",
    ]) {
        let rest = sentence.after(end).plain();
        return (!rest.is_empty() && !sentence.tokens.is_mark(sentence.to - 1, '?'))
            .then(|| done(rest, &[]))
            .flatten();
    }
    if let Some(end) =
        sentence.starts(&["complete the task", "complete task", "complete"]).filter(|_| !dated)
    {
        return done(sentence.after(end), &[]);
    }
    // "taxes are filed", "that passport renewal thing is done", "email HR - done"
    let last = (sentence.from..sentence.to).rev().find(|at| sentence.tokens.is_word(*at))?;
    let finished = matches!(
        sentence.word(last),
        "done"
            | "finished"
            | "complete"
            | "completed"
            | "sorted"
            | "filed"
            | "sent"
            | "submitted"
            | "paid"
            | "fixed"
            | "cleaned"
            | "posted"
            | "mailed"
            | "delivered"
            | "renewed"
            | "handled"
    );
    if !finished
        || sentence.is_question()
        || last == sentence.from
        || !sentence.amounts().is_empty()
    {
        return None;
    }
    let verbs = (sentence.from..last)
        .rev()
        .take_while(|at| {
            matches!(
                sentence.word(*at),
                "is" | "are"
                    | "was"
                    | "been"
                    | "has"
                    | "have"
                    | "now"
                    | "all"
                    | "got"
                    | "were"
                    | "already"
                    | "finally"
                    | "just"
            )
        })
        .count();
    let dash = sentence.tokens.is_dash(last - 1)
        || sentence.tokens.is_mark(last - 1, ':')
        || sentence.tokens.is_mark(last - 1, ',');
    // "laundry done"
    let terse = sentence.to - sentence.from <= 5
        && matches!(sentence.word(last), "done" | "finished" | "completed");
    if verbs == 0 && !dash && !terse
        || dated
        || matches!(sentence.word(sentence.from), "get" | "i" | "have" | "need" | "needs")
    {
        return None;
    }
    done(sentence.until(last - verbs - usize::from(dash)), &[])
}

/// "that passport renewal thing" is the passport renewal.
fn noun(target: Target) -> Target {
    let Target::Words(title) = &target else { return target };
    let title =
        title.strip_prefix("that ").or_else(|| title.strip_prefix("this ")).unwrap_or(title);
    let title =
        title.strip_suffix(" thing").or_else(|| title.strip_suffix(" task")).unwrap_or(title);
    Target::Words(title.to_owned())
}
