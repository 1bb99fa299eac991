//! A particular by its name: "change the amount of the taxi to 18", "make the report urgent".

use super::{about, change, filed::category_named, last_to};
use crate::language::{
    money,
    request::{
        Change, Item, Outcome, Priority, Question, Target, Which,
        edits::{
            becomes::{self, Cue},
            reschedule, rows,
        },
        sentence::Sentence,
    },
};

/// What a row has, by its name. Longer ones stand before their beginnings.
#[rustfmt::skip]
const FIELDS: [&str; 26] = [
    "hour", "day",
    "amount", "price", "cost", "total", "category", "priority level", "priority", "location", "place", "venue", "due date", "start date", "date", "start time", "starting time", "start", "time", "currency", "deadline", "length", "duration", "title", "name",
    "description",
];

/// "set the report's priority to high", "change the dentist's time to 4".
fn owned(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let owner =
        (body.from..body.to.min(body.from + 6)).find(|at| body.word(*at).ends_with("'s"))?;
    let (name, end) =
        FIELDS.iter().find_map(|name| body.exactly(owner + 1, name).map(|end| (*name, end)))?;
    let to = body.after(end).starts(&["to", "as"])?;
    let mut which = rows::single(&body.until(owner + 1), Item::Either).ok()?;
    if let Some(Target::Words(words)) = &mut which.target {
        *words = words.trim_end_matches("'s").trim_end_matches("’s").to_owned();
    }
    Some(match becoming(name, &body.after(to))? {
        Ok(to) => change(which, to),
        Err(question) => Outcome::Ask(question),
    })
}

/// What a field of a name becomes.
fn becoming(name: &str, new: &Sentence<'_, '_>) -> Option<Result<Vec<Change>, Question>> {
    Some(match name {
        "amount" | "price" | "cost" | "total" => becomes::changes(new, Cue::Cost),
        "category" => Ok(vec![Change::Category(category_named(new))]),
        "priority" | "priority level" => {
            let level = new.level().or_else(|| new.priority().map(|(level, _)| level))?;
            Ok(vec![Change::Priority(level)])
        }
        "location" | "place" | "venue" => Ok(vec![Change::Location(new.title(&[]))]),
        "title" | "name" | "description" => Ok(vec![Change::Title(new.verbatim())]),
        "currency" => Ok(vec![Change::Currency(money::currency_named(new.tokens, new.from)?)]),
        _ => becomes::changes(new, Cue::Untitled),
    })
}

/// "remove the due date from the report", "take the deadline off the report".
fn undated(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&[
        "remove",
        "delete",
        "clear",
        "take",
        "drop",
        "get rid of",
        "lose",
        "scrap",
    ])?;
    let body = sentence.after(verb);
    let named =
        body.starts(&["the due date", "the deadline", "due date", "deadline", "the date"])?;
    let rest = body.after(named);
    let old = rest.after(rest.starts(&["from", "off of", "off", "of", "for", "on"])?);
    (!old.is_empty()).then(|| about(&old, Item::Task, Ok(vec![Change::Undated])))?
}

/// "change the amount of the taxi to 18", "set the category of lunch to food".
pub(super) fn field(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(outcome) = undated(sentence) {
        return Some(outcome);
    }
    let verb = sentence.starts(&[
        "change",
        "set",
        "update",
        "correct",
        "fix",
        "edit",
        "make",
        "lower",
        "raise",
        "bump up",
        "up",
        "bump",
        "increase",
        "drop",
        "extend",
        "push back",
        "push",
        "move",
    ])?;
    let body = sentence.after(verb);
    let body = body.starts(&["the", "its"]).map_or(body, |end| body.after(end));
    // "move the day trip to sunday" is about a trip.
    let ends = |end: usize| {
        !body.tokens.is_word(end)
            || matches!(
                body.word(end),
                "of" | "for" | "on" | "to" | "from" | "it" | "in" | "is" | ""
            )
    };
    let at = |at: usize| {
        FIELDS.iter().find_map(|name| {
            body.exactly(at, name).filter(|end| ends(*end)).map(|end| (*name, end))
        })
    };
    let Some((name, end)) = at(body.from) else {
        return owned(&body).or_else(|| {
            // "bump the report's priority"
            let last = body.last_word();
            let owner = body.until(last);
            (body.word(last) == "priority" && owner.word(owner.last_word()).ends_with("'s"))
                .then(|| lowered_of(sentence, &owner))?
        });
    };
    // Names have a room of their own.
    if matches!(name, "title" | "name" | "description") {
        return None;
    }
    let body = body.after(end);
    let Some(joint) = last_to(&body) else {
        return lowered(sentence, &body, name).or_else(|| told(&body, name));
    };
    let new = body.after(joint + 1);
    let old = body.until(joint);
    let old = old.starts(&["of", "for", "on"]).map_or(old, |end| old.after(end));
    let to = becoming(name, &new)?;
    if old.is_empty() || old.only_marks(old.from) {
        return Some(match to {
            Ok(to) => change(Which::last(), to),
            Err(question) => Outcome::Ask(question),
        });
    }
    let item = if matches!(name, "due date" | "deadline") { Item::Task } else { Item::Either };
    about(&old, item, to)
}

/// "fix the amount of the taxi, it was 18": what it should be is told behind.
fn told(body: &Sentence<'_, '_>, name: &str) -> Option<Outcome> {
    let (at, behind) = body.find(&["it was", "it's", "it should be", "it is", "should be"])?;
    let old = body.starts(&["of", "for", "on"]).map_or(*body, |end| body.after(end)).until(at);
    let money = matches!(name, "amount" | "price" | "cost" | "total");
    let to = becomes::changes(&body.after(behind), Cue::Cost).ok()?;
    (money && !to.is_empty() && old.to > old.from).then(|| about(&old, Item::Expense, Ok(to)))?
}

/// "bump the report's (priority)".
fn lowered_of(sentence: &Sentence<'_, '_>, owner: &Sentence<'_, '_>) -> Option<Outcome> {
    let level = level_of(sentence)?;
    let which = reschedule::renamed(owner, Item::Task)?.ok()?;
    Some(change(Which { item: Item::Task, ..which }, vec![Change::Priority(level)]))
}

/// The level that a verb of raising or lowering names.
fn level_of(sentence: &Sentence<'_, '_>) -> Option<Priority> {
    match sentence.word(sentence.from) {
        "drop" | "lower" => Some(Priority::Low),
        "raise" | "bump" | "increase" | "up" => Some(Priority::High),
        _ => None,
    }
}

/// "drop the priority of the car wash", "raise the priority of the report".
fn lowered(sentence: &Sentence<'_, '_>, body: &Sentence<'_, '_>, name: &str) -> Option<Outcome> {
    let level = level_of(sentence)?;
    let old = body.starts(&["of", "for", "on"]).map(|end| body.after(end))?;
    (name.starts_with("priority") && !old.is_empty())
        .then(|| about(&old, Item::Task, Ok(vec![Change::Priority(level)])))?
}

/// "set the report to p1", "mark X as urgent", "make X high priority", "prioritise X".
pub(super) fn priority(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(end) = sentence.starts(&["prioritize", "prioritise"]) {
        return about(&sentence.after(end), Item::Task, Ok(vec![Change::Priority(Priority::High)]));
    }
    if let Some(end) = sentence.starts(&["deprioritize", "deprioritise"]) {
        return about(&sentence.after(end), Item::Task, Ok(vec![Change::Priority(Priority::Low)]));
    }
    let verb = sentence.starts(&[
        "set",
        "make",
        "mark",
        "change",
        "bump",
        "flag",
        "raise",
        "lower",
        "give",
        "update",
        "move",
        "drop",
        "put",
        "push",
        "knock",
        "bring",
        "take",
        "turn",
        "downgrade",
        "upgrade",
        "demote",
        "promote",
        "treat",
        "label",
        "rate",
        "rank",
    ])?;
    let body = sentence.after(verb);
    let Some((level, (at, end))) = body.priority() else { return levelled(sentence, &body) };
    if !body.only_marks(end)
        && body.exactly(end, "priority").is_none_or(|end| !body.only_marks(end))
        || at <= body.from
    {
        return None;
    }
    let joints = (body.from..at)
        .rev()
        .take_while(|at| {
            matches!(
                body.word(*at),
                "to" | "as" | "a" | "is" | "from" | "down" | "up" | "at" | "on" | "into" | "an"
            )
        })
        .count();
    // "update cv - urgent" is to be done.
    let doubtful = !matches!(
        sentence.word(sentence.from),
        "set" | "make" | "mark" | "flag" | "bump" | "raise"
    );
    // "give the report top priority"
    let given = sentence.word(sentence.from) == "give"
        && (at..end).any(|at| body.word(at) == "priority")
        && body.starts(&["the", "my", "our"]).is_some();
    if doubtful && joints == 0 && !given {
        return None;
    }
    // "mark the meeting important" needs no joint, "set up the high priority list" has none.
    let old = body.until(at - joints);
    let old = old.find(&["priority"]).map_or(old, |(at, _)| old.until(at));
    about(&old, Item::Task, Ok(vec![Change::Priority(level)]))
}

/// "lower the report to medium", "drop call insurance down to low": a level by its name alone.
fn levelled(sentence: &Sentence<'_, '_>, body: &Sentence<'_, '_>) -> Option<Outcome> {
    let turns = [
        "lower",
        "raise",
        "drop",
        "bump",
        "knock",
        "set",
        "downgrade",
        "upgrade",
        "demote",
        "promote",
    ];
    if !turns.contains(&sentence.word(sentence.from)) {
        return None;
    }
    let joint = last_to(body)?;
    let level = becomes::inner(&body.after(joint + 1)).level()?;
    let way = usize::from(matches!(body.word(joint - 1), "down" | "up") && joint > body.from + 1);
    about(&body.until(joint - way), Item::Task, Ok(vec![Change::Priority(level)]))
}
