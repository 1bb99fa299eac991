//! Deleting: "cancel tomorrow's meeting", "clear my calendar for saturday".

use super::{bare_title, rows, target};
use crate::language::{
    money,
    request::{
        Days, Item, Outcome, PLANS, Question, Request, SPENT, Target, Which, create, phrases,
        sentence::Sentence,
    },
    when::Moment,
};

#[rustfmt::skip]
pub(super) const DELETING: [&str; 26] = [
    "get rid of", "forget about", "never mind about", "nevermind about", "bin off", "call off",
    "take off", "cross out", "delete", "cancel", "remove", "erase", "drop", "scrap", "rm", "del",
    "clear", "bin", "discard", "scratch", "wipe", "never mind", "forget", "ditch", "unschedule",
    "empty",
];

/// Verbs that delete only where nothing else can be meant.
pub(super) const WEAK: [&str; 8] =
    ["drop", "clear", "take off", "forget", "bin", "wipe", "scratch", "empty"];

/// "cancel tomorrow's meeting with Jordan", "clear my calendar for saturday", "rm todo email HR".
pub(super) fn delete(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(outcome) = not_needed(sentence) {
        return Some(outcome);
    }
    if let Some(outcome) = off_the_list(sentence) {
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
    // "cancel the subscription by 15 october" is something to do by then.
    let due = body.scan(PLANS).iter().any(|found| {
        found.parts.deadline
            && !found.parts.until
            && matches!(body.word(found.from), "by" | "before")
    });
    if due && verb == "cancel" {
        return None;
    }
    if body.exactly(body.from, "something").is_some_and(|end| body.only_marks(end)) {
        return Some(Outcome::Ask(Question::Which));
    }
    if let Some(leaning) = rows::leaning(&body) {
        return Some(gone(Which { target: Some(leaning), ..Which::default() }));
    }
    if !WEAK.contains(&verb)
        && let Some(bulk) = rows::bulk(&body)
    {
        return Some(bulk.map_or_else(Outcome::Ask, gone));
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
    let at = match dated.resolved.as_ref().map(|resolved| resolved.start) {
        Some(Moment::At(time)) if dated.parts.clock.is_some() => Some(time),
        _ => None,
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
        let title = bare_title(&body.title(&cut)).to_owned();
        let target = Some(title).filter(|title| !title.is_empty() && !is_generic(title));
        return Some(gone(Which {
            item: Item::Expense,
            target: target.map(Target::Words),
            days,
            hundredths: amount.map(|found| found.hundredths),
            ..Which::default()
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
            return Some(gone(Which { item: Item::Task, all: true, ..Which::default() }));
        }
        let lead =
            if at == body.from + lead && end < body.to { lead } else { lead.min(at - body.from) };
        cut.push((at - lead, end));
        return Some(match target(&body, &cut) {
            Ok(target) => {
                gone(Which { item: Item::Task, target: Some(target), ..Which::default() })
            }
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
        return Some(gone(Which {
            item: Item::Event,
            all: named.is_none(),
            target: named.map(Target::Words),
            at,
            days,
            ..Which::default()
        }));
    }
    if everything && calendar.is_none() && body.find(&["event", "day"]).is_none() {
        return Some(Outcome::Ask(Question::Which));
    }
    if everything {
        return Some(gone(Which { item: Item::Event, days, at, all: true, ..Which::default() }));
    }
    let title = body.title(&cut);
    if days == Days::default() && calendar.is_none() && create::is_imperative(&body) {
        return Some(gone(Which::named(Item::Task, title)));
    }
    Some(match target(&body, &cut) {
        Ok(Target::Last) => gone(Which { days, at, ..Which::last() }),
        Ok(target) => {
            gone(Which { item: Item::Event, target: Some(target), days, at, ..Which::default() })
        }
        Err(_) if days != Days::default() && dated.parts.clock.is_some() => {
            gone(Which { item: Item::Event, days, at, ..Which::default() })
        }
        Err(question) => Outcome::Ask(question),
    })
}

fn gone(which: Which) -> Outcome {
    Outcome::Done(Request::Delete { which })
}

/// Whether a title names a whole list and no item of it.
pub(super) fn is_generic(title: &str) -> bool {
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

/// "take buy oat milk off my list"
fn off_the_list(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&["take", "get", "strike", "knock", "scratch"])?;
    let body = sentence.after(end);
    let (at, behind) = body.find(&[
        "off my list",
        "off the list",
        "off my to do list",
        "off my todo list",
        "off my tasks",
        "from my list",
        "off my shopping list",
        "off the shopping list",
        "off my to-do list",
    ])?;
    if at <= body.from || !body.only_marks(behind) {
        return None;
    }
    Some(match target(&body.until(at), &[]) {
        Ok(target) => gone(Which { item: Item::Task, target: Some(target), ..Which::default() }),
        Err(question) => Outcome::Ask(question),
    })
}

/// "i don't need to file taxes anymore, remove it", "the flu shot reminder, delete it".
pub(super) fn not_needed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
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
    Some(match target(&sentence.until(stop).after(end), &[]) {
        Ok(target) => gone(Which { item: Item::Task, target: Some(target), ..Which::default() }),
        Err(question) => Outcome::Ask(question),
    })
}
