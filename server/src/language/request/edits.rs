//! Changes to what exists: moving, deleting, completing, taking back.

use super::{
    Days, Item, Move, Outcome, PLANS, Question, Request, SPENT, create, phrases, sentence::Sentence,
};
use crate::language::{Direction, money, offsets, resolve, scan::Scene, when::Moment};

/// Words that stand for something said earlier.
const PRONOUNS: [&str; 8] =
    ["it", "that", "this", "them", "that one", "this one", "the last one", "one"];

/// Reads a change.
pub(super) fn read(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    undo(&plain)
        .or_else(|| complete(&plain))
        .or_else(|| delete(&plain))
        .or_else(|| reschedule(&plain))
}

fn undo(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "undo that",
        "undo this",
        "undo it",
        "undo the last",
        "undo my last",
        "undo last",
        "undo",
        "take that back",
        "take it back",
        "revert that",
        "revert",
        "roll that back",
    ])?;
    (sentence.to - end <= 2).then_some(Outcome::Done(Request::Undo))
}

/// A target, or the question which one is meant.
fn target(title: String) -> Result<String, Question> {
    if title.is_empty() || PRONOUNS.contains(&title.to_lowercase().as_str()) {
        Err(Question::Which)
    } else {
        Ok(title)
    }
}

/// "check off call mom", "set X to done", "I did the car inspection", "taxes are filed!".
fn complete(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
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
        Some(match target(sentence.title(&cut)) {
            Ok(target) => Outcome::Done(Request::CompleteTask { target: noun(&target) }),
            Err(question) => Outcome::Ask(question),
        })
    };
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
    if verbs == 0 && !dash
        || dated
        || matches!(sentence.word(sentence.from), "get" | "i" | "have" | "need" | "needs")
    {
        return None;
    }
    done(sentence.until(last - verbs - usize::from(dash)), &[])
}

/// "that passport renewal thing" is the passport renewal.
fn noun(title: &str) -> String {
    let title =
        title.strip_prefix("that ").or_else(|| title.strip_prefix("this ")).unwrap_or(title);
    title.strip_suffix(" thing").or_else(|| title.strip_suffix(" task")).unwrap_or(title).to_owned()
}

const DELETING: [&str; 26] = [
    "get rid of",
    "forget about",
    "never mind about",
    "nevermind about",
    "bin off",
    "call off",
    "take off",
    "cross out",
    "delete",
    "cancel",
    "remove",
    "erase",
    "drop",
    "scrap",
    "rm",
    "del",
    "clear",
    "bin",
    "discard",
    "scratch",
    "wipe",
    "never mind",
    "forget",
    "ditch",
    "unschedule",
    "empty",
];

/// Verbs that delete only where nothing else can be meant.
const WEAK: [&str; 8] = ["drop", "clear", "take off", "forget", "bin", "wipe", "scratch", "empty"];

/// "cancel tomorrow's meeting with Jordan", "clear my calendar for saturday", "rm todo email HR".
fn delete(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(outcome) = not_needed(sentence) {
        return Some(outcome);
    }
    let (end, verb) = DELETING
        .iter()
        .find_map(|verb| sentence.at(sentence.from, verb).map(|end| (end, *verb)))?;
    let mut body = sentence.after(end);
    // ", delete it" behind it repeats the wish.
    if let Some((from, _)) = body.find(&[
        "delete it",
        "remove it",
        "cancel it",
        "drop it",
        "delete that",
        "get rid of it",
    ]) {
        body = body.until(from);
    }
    let list = body.find(&[
        "to do list",
        "todo list",
        "to-do list",
        "task list",
        "shopping list",
        "list",
        "tasks",
        "todos",
        "reminders",
        "todo",
        "task",
        "reminder",
        "to do",
    ]);
    let calendar = body.find(&phrases::CALENDARS).or_else(|| {
        body.find(&[
            "calendar",
            "schedule",
            "diary",
            "agenda",
            "events",
            "meetings",
            "appointments",
        ])
    });
    if WEAK.contains(&verb) {
        let meant = match verb {
            "clear" | "wipe" | "empty" => {
                calendar.is_some()
                    || list.is_some()
                    || body.has(&["my day", "my afternoon", "my morning", "my evening", "my week"])
            }
            "forget" => body.starts(&["about"]).is_some() || body.has(&["reminder", "task"]),
            // "drop off the package" is something to do, "drop gym tonight" is not.
            _ => {
                body.starts(&["off", "by", "in", "out", "the kids", "the car", "the package", "a"])
                    .is_none()
                    && !body.has(&["off"])
            }
        };
        if !meant {
            return None;
        }
    }
    let expense = body.find(&["expense", "expenses", "purchase", "transaction", "spending"]);
    let amount = money::best(&body.amounts())
        .filter(|found| found.weight == money::Weight::Marked || expense.is_some());
    let direction = if expense.is_some() || amount.is_some() { SPENT } else { PLANS };
    let (days, dated) = match body.days(direction) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let mut cut = dated.used;
    if expense.is_some() || amount.is_some() {
        cut.extend(amount.map(|found| (found.from, found.to)));
        cut.extend(body.find(&[
            "from my expenses",
            "expense for",
            "expense of",
            "expense",
            "purchase",
            "transaction",
        ]));
        let title = body.title(&cut);
        let target = Some(title).filter(|title| !title.is_empty() && !is_generic(title));
        return Some(Outcome::Done(Request::DeleteExpense {
            target,
            days,
            hundredths: amount.map(|found| found.hundredths),
        }));
    }
    let everything = body.starts(&["all", "everything", "every"]).is_some()
        || matches!(verb, "clear" | "wipe" | "empty")
        || body.has(&["all items", "all events", "all tasks", "everything"]);
    if let Some((at, end)) = list.filter(|_| body.find(&phrases::CALENDARS).is_none()) {
        // "from my to do list", "the task buy milk", "garage cleaning task"
        let lead = (body.from..at)
            .rev()
            .take_while(|place| {
                matches!(body.word(*place), "from" | "off" | "my" | "the" | "on" | "of" | "in")
            })
            .count();
        if everything {
            return Some(Outcome::Done(Request::DeleteTask { target: None, all: true }));
        }
        let lead =
            if at == body.from + lead && end < body.to { lead } else { lead.min(at - body.from) };
        cut.push((at - lead, end));
        return Some(match target(body.title(&cut)) {
            Ok(target) => Outcome::Done(Request::DeleteTask { target: Some(target), all: false }),
            Err(question) => Outcome::Ask(question),
        });
    }
    cut.extend(body.find(&phrases::CALENDARS));
    if let Some((from, to)) = body.find(&[
        "i have scheduled",
        "i have planned",
        "i've scheduled",
        "i have",
        "i've got",
        "that's scheduled",
        "which is scheduled",
        "scheduled",
    ]) {
        cut.push((from, to));
    }
    if everything && days != Days::default() {
        let title = body.title(&cut);
        let named = (!is_generic(&title)).then_some(title).filter(|title| !title.is_empty());
        return Some(Outcome::Done(Request::DeleteEvent {
            all: named.is_none(),
            target: named,
            days,
        }));
    }
    if everything {
        return Some(Outcome::Done(Request::DeleteEvent { target: None, days, all: true }));
    }
    let title = body.title(&cut);
    if days == Days::default() && calendar.is_none() && create::is_imperative(&body) {
        return Some(Outcome::Done(Request::DeleteTask { target: Some(title), all: false }));
    }
    Some(match target(title) {
        Ok(target) => {
            Outcome::Done(Request::DeleteEvent { target: Some(target), days, all: false })
        }
        Err(_) if days != Days::default() && dated.parts.clock.is_some() => {
            Outcome::Done(Request::DeleteEvent { target: None, days, all: false })
        }
        Err(question) => Outcome::Ask(question),
    })
}

/// Whether a title names a whole list and no item of it.
fn is_generic(title: &str) -> bool {
    title.to_lowercase().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).all(
        |word| {
            matches!(
                word,
                "all"
                    | "everything"
                    | "my"
                    | "the"
                    | "calendar"
                    | "schedule"
                    | "diary"
                    | "events"
                    | "meetings"
                    | "appointments"
                    | "of"
                    | "on"
                    | "from"
                    | "in"
                    | "day"
                    | "for"
                    | "last"
                    | "agenda"
                    | "plans"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "that"
                    | "is"
                    | "every"
                    | "event"
                    | "meeting"
                    | "appointment"
                    | "i"
                    | "have"
                    | "week"
                    | "entire"
                    | "whole"
                    | "items"
            )
        },
    )
}

/// "i don't need to file taxes anymore, remove it", "the flu shot reminder, delete it".
fn not_needed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "i don't need to",
        "i dont need to",
        "i do not need to",
        "i no longer need to",
        "don't need to",
        "no need to",
    ])?;
    let stop = sentence
        .find(&["anymore", "any more", "any longer", "remove it", "delete it", "cancel it"])
        .map_or(sentence.to, |(from, _)| from);
    Some(match target(sentence.until(stop).after(end).title(&[])) {
        Ok(target) => Outcome::Done(Request::DeleteTask { target: Some(target), all: false }),
        Err(question) => Outcome::Ask(question),
    })
}

const MOVING: [&str; 18] = [
    "move",
    "reschedule",
    "reshedule",
    "re-schedule",
    "shift",
    "push back",
    "push",
    "postpone",
    "delay",
    "snooze",
    "swap",
    "bring forward",
    "pull forward",
    "bring",
    "rebook",
    "defer",
    "change",
    "switch",
];

/// "move gym to 7am", "delay the call 30 minutes", "dentist moved to thursday 4pm".
fn reschedule(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let passive = sentence.find(&[
        "moved to",
        "rescheduled to",
        "rescheduled for",
        "got moved to",
        "was moved to",
        "is moved to",
        "has moved to",
        "has been moved to",
        "pushed to",
        "postponed to",
        "postponed until",
        "is now at",
        "is now on",
        "changed to",
    ]);
    let verb =
        MOVING.iter().find_map(|verb| sentence.at(sentence.from, verb).map(|end| (end, *verb)));
    let (body, weak) = match (verb, passive) {
        (Some((end, verb)), _) => (
            sentence.after(end),
            matches!(verb, "change" | "switch" | "swap" | "bring" | "shift" | "push"),
        ),
        (None, Some((from, _))) if from > sentence.from => (*sentence, true),
        _ => return None,
    };
    if let Some(by) = shift(&body) {
        return Some(by);
    }
    let Some((joint, right)) = destination(&body) else {
        return (!weak).then_some(Outcome::Ask(Question::What));
    };
    let old = body.until(joint);
    let old = passive.filter(|_| verb.is_none()).map_or(old, |(from, _)| sentence.until(from));
    let old = old.until(old.to - trailing(&old));
    let (parts, from) = match old.dated(PLANS) {
        Ok(dated) => (dated.used, dated.resolved.map(|resolved| resolved.start)),
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let new = match right.dated(PLANS) {
        Ok(dated) => dated,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let resolved = new.resolved?;
    let only_time = new.parts.day.is_none() && new.parts.instant.is_none();
    let to = match (only_time, from, resolved.start) {
        (true, Some(day), Moment::At(time)) => {
            Move::To { start: on_day(day, time, sentence).unwrap_or(resolved.start), end: None }
        }
        (true, None, Moment::At(time)) => Move::Time(resolve::wall_time(&time)),
        _ => Move::To {
            start: resolved.start,
            end: if resolved.stretch { None } else { resolved.end },
        },
    };
    let mut cut = parts;
    cut.extend(old.find(&phrases::CALENDARS));
    let title = old.title(&cut);
    let item = if create::is_imperative(&old) { Item::Task } else { Item::Event };
    let named = target(title);
    if named.is_err() && from.is_none() {
        return Some(Outcome::Ask(Question::Which));
    }
    Some(Outcome::Done(Request::Reschedule { item, target: named.ok(), from, to }))
}

/// The same wall-clock time on the day of another moment.
fn on_day(
    day: Moment,
    time: chrono::DateTime<chrono_tz::Tz>,
    sentence: &Sentence<'_, '_>,
) -> Option<Moment> {
    let local = day.date().and_time(resolve::wall_time(&time));
    crate::language::zones::settle(sentence.reference.now.timezone(), local).map(Moment::At)
}

/// How many loose words ("is", "has been") end a sentence.
fn trailing(sentence: &Sentence<'_, '_>) -> usize {
    (sentence.from..sentence.to)
        .rev()
        .take_while(|at| {
            matches!(sentence.word(*at), "is" | "was" | "has" | "been" | "got" | "from")
        })
        .count()
}

/// The last "to", "till", "until" or "for" with a time behind it.
fn destination<'s, 't>(sentence: &Sentence<'s, 't>) -> Option<(usize, Sentence<'s, 't>)> {
    let scene = Scene::new(sentence.tokens, sentence.reference, Direction::Forward);
    (sentence.from..sentence.to)
        .rev()
        .filter(|at| {
            matches!(
                sentence.word(*at),
                "to" | "till" | "til" | "until" | "for" | "on" | "at" | "by"
            )
        })
        .filter(|at| {
            scene
                .expression(at + 1, true)
                .is_some_and(|fragment| fragment.to <= sentence.to && fragment.parts.is_dated())
        })
        .reduce(|best, next| {
            // "to thursday at 4pm": the words before join the same time.
            let joined = matches!(sentence.word(best), "on" | "at" | "by" | "for")
                || sentence.word(next) == "to"
                    && next + 1 < best
                    && scene.expression(next + 1, true).is_some_and(|fragment| fragment.to > best);
            if joined { next } else { best }
        })
        .map(|at| (at, sentence.after(at + 1)))
}

/// "an hour earlier", "by 30 minutes", "back half an hour".
fn shift(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, length, end) = (sentence.from..sentence.to).find_map(|at| {
        offsets::length(sentence.tokens, at)
            .filter(|(length, end)| {
                *end <= sentence.to && (length.seconds != 0 || length.days != 0)
            })
            .map(|(length, end)| (at, length, end))
    })?;
    let rest = sentence.after(end);
    let by =
        at > sentence.from && matches!(sentence.word(at - 1), "by" | "back" | "forward" | "up");
    let tail = rest.starts(&["later", "earlier", "back", "forward", "ahead", "sooner", "out"]);
    if tail.is_none()
        && !by
        && !(rest.is_empty() || (rest.from..rest.to).all(|at| sentence.tokens.mark(at).is_some()))
    {
        return None;
    }
    // "to in 5 days" is no shift.
    if at > sentence.from && matches!(sentence.word(at - 1), "to" | "in" | "for" | "until" | "till")
    {
        return None;
    }
    let earlier = rest.starts(&["earlier", "forward", "ahead", "sooner"]).is_some()
        || sentence.word(at.wrapping_sub(1)) == "forward"
        || sentence.from > 0 && sentence.tokens.any(sentence.from - 1, &["forward"]);
    let minutes = (length.seconds + i64::from(length.days) * 86_400) / 60;
    let old = sentence.until(at - usize::from(by));
    let dated = match old.dated(PLANS) {
        Ok(dated) => dated,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let from = dated.resolved.map(|resolved| resolved.start);
    let item = if create::is_imperative(&old) { Item::Task } else { Item::Event };
    Some(match (target(old.title(&dated.used)), from) {
        (Err(question), None) => Outcome::Ask(question),
        (named, from) => Outcome::Done(Request::Reschedule {
            item,
            target: named.ok(),
            from,
            to: Move::By(if earlier { -minutes } else { minutes }),
        }),
    })
}
