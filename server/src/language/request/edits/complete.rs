//! Ticking tasks off: "check off call mom", "taxes are filed!".

mod finished;
mod reopened;
mod told;
mod words;

pub(super) use told::without_past;

use super::{rows, target};
use crate::language::request::{Item, Outcome, PLANS, Request, Target, Which, sentence::Sentence};
use words::{DONE, FINISHED, MARKED};

/// "check off call mom", "set X to done", "I did the car inspection", "taxes are filed!".
pub(super) fn complete(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(outcome) = reopened::reopened(sentence) {
        return Some(outcome);
    }
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
        // "everything" without a word more is all that is open.
        if sentence
            .starts(&["everything", "all of it", "all"])
            .is_some_and(|end| sentence.only_marks(end))
        {
            let which = Which { item: Item::Task, all: true, ..Which::default() };
            return Some(Outcome::Done(Request::Complete { which, done: true }));
        }
        // "everything on my list"
        let listed =
            sentence.starts(&["everything on", "all on", "everything in", "the whole"]).is_some()
                && sentence.has(&["list", "my tasks", "todos"]);
        if listed {
            let which = Which { item: Item::Task, all: true, ..Which::default() };
            return Some(Outcome::Done(Request::Complete { which, done: true }));
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
        // "milk's done"
        let named = target(&sentence, &cut).map(|target| match target {
            Target::Words(name) => Target::Words(name.trim_end_matches("'s").to_owned()),
            other => other,
        });
        Some(match named {
            Ok(target) => Outcome::Done(Request::Complete {
                which: Which { item: Item::Task, target: Some(target), ..Which::default() },
                done: true,
            }),
            Err(question) => Outcome::Ask(question),
        })
    };
    let sentence = &told::without_past(sentence);
    if DONE.iter().any(|phrase| {
        sentence.exactly(sentence.from, phrase).is_some_and(|end| sentence.only_marks(end))
    }) && !sentence.is_question()
    {
        return Some(Outcome::Done(Request::Complete { which: Which::last(), done: true }));
    }
    if let Some((at, _)) = sentence.find(&MARKED).filter(|(at, _)| *at > sentence.from + 1) {
        let said = sentence.until(at);
        let said = said
            .starts(&[
                "i've just finished",
                "i've finished",
                "i just finished",
                "i finished",
                "finished",
                "i've done",
                "i did",
                "done with",
                "i'm done with",
                "i've completed",
                "i completed",
                "i just",
                "just",
                "i've just",
                "i have",
                "i've",
                "i already",
                "already",
                "i",
            ])
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
    // "posted the parcel, that's done"
    if let Some((at, _)) = sentence
        .find(&["that's done", "that's sorted", "it's done", "all done", "that's finished", "done"])
        .filter(|(at, end)| {
            *at > sentence.from + 1
                && sentence.tokens.is_mark(at - 1, ',')
                && sentence.only_marks(*end)
        })
    {
        let said = sentence.until(at - 1);
        return match told::told(&said) {
            Some(target) => {
                let which = Which { item: Item::Task, target: Some(target), ..Which::default() };
                Some(Outcome::Done(Request::Complete { which, done: true }))
            }
            None => done(said, &[]),
        };
    }
    // "close the report", "close out the invoice task": a window has another name
    if let Some(end) = sentence.starts(&["close off", "close out"])
        && sentence.after(end).starts(&["the", "my", "that"]).is_some()
        && !sentence.dated_at_all()
    {
        return done(sentence.after(end), &[]);
    }
    let dated = !sentence.scan(PLANS).is_empty();
    if let Some(end) = sentence.starts(&["check off", "tick off", "cross off", "mark off"]) {
        return done(sentence.after(end), &[]);
    }
    // "got the taxes done"
    if let Some(end) = sentence.starts(&["got", "i got", "i've got", "finally got", "have"])
        && matches!(sentence.word(sentence.last_word()), "done" | "finished" | "sorted")
        && sentence.after(end).starts(&["the", "my", "our"]).is_some()
        && !sentence.is_question()
    {
        return done(sentence.after(end).until(sentence.last_word()), &[]);
    }
    for verb in ["mark", "set", "check", "tick", "flag", "cross"] {
        let Some(end) = sentence.starts(&[verb]) else { continue };
        for tail in [
            "as done",
            "as complete",
            "as completed",
            "as finished",
            "as paid",
            "as sent",
            "as sorted",
            "as bought",
            "as ticked off",
            "paid",
            "sent",
            "sorted",
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
                            "please"
                                | "pls"
                                | "now"
                                | "my"
                                | "list"
                                | "from"
                                | "the"
                                | "to"
                                | "do"
                                | "to-do"
                                | "todo"
                                | "shopping"
                                | "and"
                                | "thanks"
                                | "thank"
                                | "thx"
                                | "cheers"
                                | "you"
                        )
                })
            }) {
                return done(sentence.until(at).after(end), &[]);
            }
        }
    }
    if let Some(end) = sentence.starts(&FINISHED) {
        let rest = sentence.after(end).plain();
        return (!rest.is_empty() && !sentence.tokens.is_mark(sentence.to - 1, '?'))
            .then(|| done(rest, &[]))
            .flatten();
    }
    if let Some(end) = sentence.starts(&["complete", "finish"])
        && rows::bulk(&sentence.after(end)).is_some_and(|bulk| bulk.is_ok())
    {
        return done(sentence.after(end), &[]);
    }
    if let Some(end) =
        sentence.starts(&["complete the task", "complete task", "complete"]).filter(|_| !dated)
    {
        return done(sentence.after(end), &[]);
    }
    if let Some(target) = told::told(sentence) {
        let which = Which { item: Item::Task, target: Some(target), ..Which::default() };
        return Some(Outcome::Done(Request::Complete { which, done: true }));
    }
    // "tick taxes": a verb with no other meaning, where only a name follows.
    if let Some(end) = sentence.starts(&["tick"]).filter(|end| sentence.to - *end <= 3 && !dated) {
        return done(sentence.after(end), &[]);
    }
    // "taxes can be ticked off"
    if let Some((at, _)) = sentence
        .find(&[
            "can be ticked off",
            "can be crossed off",
            "can be checked off",
            "can be marked as done",
            "can be marked done",
            "should be marked as done",
            "should be ticked off",
        ])
        .filter(|(at, end)| *at > sentence.from && sentence.only_marks(*end))
    {
        return done(sentence.until(at), &[]);
    }
    finished::finished(sentence).and_then(|task| done(task, &[]))
}
