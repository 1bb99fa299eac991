//! Other particulars: "change the lunch expense to 15", "the taxi was 18 not 12", "set the report
//! to p1", "move that to transport", "make the meeting an hour later".

use super::{
    becomes::{self, Cue},
    rows,
};
use crate::language::request::{
    Change, Item, Move, Outcome, Priority, Question, Request, Target, Which, categories,
    sentence::Sentence,
};

/// Reads a change of an amount, a category, a priority, a place, a length, or of the row that was
/// just spoken of.
pub(super) fn amend(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    field(sentence)
        .or_else(|| priority(sentence))
        .or_else(|| filed(sentence))
        .or_else(|| copula(sentence))
        .or_else(|| longer(sentence))
        .or_else(|| made(sentence))
        .or_else(|| repeating(sentence))
}

fn change(which: Which, to: Vec<Change>) -> Outcome {
    if to.is_empty() {
        return Outcome::Ask(Question::ToWhat);
    }
    let kind = |change: &Change| match change {
        Change::Amount { .. } | Change::Currency(_) | Change::Category(_) => Item::Expense,
        Change::Priority(_) | Change::Undated => Item::Task,
        Change::Length(_) | Change::Longer(_) | Change::Location(_) => Item::Event,
        Change::Move(_) | Change::Title(_) | Change::Repeat(_) => Item::Either,
    };
    let item = match (which.item, to.as_slice()) {
        (Item::Either, [one]) if which.target != Some(Target::Last) => kind(one),
        (item, _) => item,
    };
    // "change lunch to 15" keeps both readings, "change the lunch expense to 15" only one.
    let fits = |change: &Change| match item {
        Item::Either => true,
        Item::Expense => !matches!(
            change,
            Change::Move(Move::Time(_) | Move::By(_))
                | Change::Priority(_)
                | Change::Length(_)
                | Change::Longer(_)
                | Change::Location(_)
        ),
        Item::Event | Item::Task => {
            !matches!(change, Change::Amount { .. } | Change::Currency(_) | Change::Category(_))
        }
    };
    let mut to: Vec<Change> = to.into_iter().filter(fits).collect();
    if item == Item::Expense {
        to.sort_by_key(|change| !matches!(change, Change::Amount { .. } | Change::Category(_)));
    }
    if to.is_empty() {
        return Outcome::Ask(Question::ToWhat);
    }
    Outcome::Done(Request::Change { which: Which { item, ..which }, to })
}

fn about(old: &Sentence<'_, '_>, item: Item, to: Result<Vec<Change>, Question>) -> Option<Outcome> {
    let which = if let Some(target) = rows::leaning(old) {
        Ok(Which { target: Some(target), ..Which::default() })
    } else if let Some(bulk) = rows::bulk(old) {
        bulk
    } else {
        rows::single(old, item)
    };
    Some(match (which, to) {
        (Ok(which), Ok(to)) => change(which, to),
        (Err(question), _) | (_, Err(question)) => Outcome::Ask(question),
    })
}

/// "change the amount of the taxi to 18", "set the category of lunch to food".
fn field(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&[
        "change", "set", "update", "correct", "fix", "edit", "make", "lower", "raise", "bump up",
        "bump", "increase", "drop",
    ])?;
    let body = sentence.after(verb);
    let body = body.starts(&["the", "its"]).map_or(body, |end| body.after(end));
    let (name, end) = [
        "amount",
        "price",
        "cost",
        "total",
        "category",
        "priority level",
        "priority",
        "location",
        "place",
        "venue",
        "due date",
        "date",
        "time",
        "currency",
        "deadline",
        "length",
        "duration",
    ]
    .iter()
    .find_map(|name| body.exactly(body.from, name).map(|end| (*name, end)))?;
    let body = body.after(end);
    let joint = last_to(&body)?;
    let new = body.after(joint + 1);
    let old = body.until(joint);
    let old = old.starts(&["of", "for", "on"]).map_or(old, |end| old.after(end));
    let to = match name {
        "amount" | "price" | "cost" | "total" => becomes::changes(&new, Cue::Cost),
        "category" => Ok(vec![Change::Category(category_named(&new))]),
        "priority" => {
            let level = new.level().or_else(|| new.priority().map(|(level, _)| level))?;
            Ok(vec![Change::Priority(level)])
        }
        "location" | "place" | "venue" => Ok(vec![Change::Location(new.title(&[]))]),
        _ => becomes::changes(&new, Cue::Untitled),
    };
    if old.is_empty() || old.only_marks(old.from) {
        return Some(match to {
            Ok(to) => change(Which::last(), to),
            Err(question) => Outcome::Ask(question),
        });
    }
    about(&old, Item::Either, to)
}

/// "set the report to p1", "mark X as urgent", "make X high priority", "prioritise X".
fn priority(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(end) = sentence.starts(&["prioritize", "prioritise"]) {
        return about(&sentence.after(end), Item::Task, Ok(vec![Change::Priority(Priority::High)]));
    }
    if let Some(end) = sentence.starts(&["deprioritize", "deprioritise"]) {
        return about(&sentence.after(end), Item::Task, Ok(vec![Change::Priority(Priority::Low)]));
    }
    let verb = sentence.starts(&[
        "set", "make", "mark", "change", "bump", "flag", "raise", "lower", "give", "update", "move",
    ])?;
    let body = sentence.after(verb);
    let (level, (at, end)) = body.priority()?;
    if !body.only_marks(end)
        && body.exactly(end, "priority").is_none_or(|end| !body.only_marks(end))
        || at <= body.from
    {
        return None;
    }
    let joints = (body.from..at)
        .rev()
        .take_while(|at| matches!(body.word(*at), "to" | "as" | "a" | "is" | "from"))
        .count();
    // "mark the meeting important" needs no joint, "set up the high priority list" has none.
    let old = body.until(at - joints);
    let old = old.find(&["priority"]).map_or(old, |(at, _)| old.until(at));
    about(&old, Item::Task, Ok(vec![Change::Priority(level)]))
}

/// "put it under travel", "file the taxi under transport", "recategorize X as Y", "move X to food".
fn filed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(end) = sentence.starts(&[
        "recategorize",
        "recategorise",
        "categorize",
        "categorise",
        "reclassify",
        "classify",
    ]) {
        let body = sentence.after(end);
        let (at, end) = body.find(&["as", "to", "under", "into"])?;
        let to = vec![Change::Category(category_named(&body.after(end)))];
        return about(&body.until(at), Item::Expense, Ok(to));
    }
    let verb = sentence.starts(&[
        "put", "file", "tag", "move", "log", "mark", "change", "switch", "set", "count", "make",
    ])?;
    let body = sentence.after(verb);
    let (at, end) = (body.from..body.to).rev().find_map(|at| {
        body.starts_at(at, &["under", "as", "to", "into", "in"]).map(|end| (at, end))
    })?;
    let joint = body.word(at);
    let new = becomes::inner(&body.after(end));
    let new = new.starts(&["the"]).map_or(new, |end| new.after(end));
    if at == body.from && !matches!(joint, "under") {
        return None;
    }
    // "put $60 under shopping" is something new.
    let taken: Vec<_> =
        body.until(at).amounts().iter().map(|found| (found.from, found.to)).collect();
    if body.until(at).is_covered(&taken, &["the", "a"]) {
        return None;
    }
    let name = new.title(&[]).to_lowercase();
    let name = name.strip_suffix(" category").unwrap_or(&name).trim_start_matches('#');
    let own = categories::own(name);
    let old = body.until(at);
    let leans = rows::leaning(&old).is_some();
    let expense = old.has(&["expense", "purchase"]) || !old.amounts().is_empty();
    let category = match (own, joint) {
        (Some(own), _) if joint != "in" => own.to_owned(),
        (_, "under") => category_named(&new),
        _ if leans || expense => becomes::category(&new)?,
        _ => return None,
    };
    if new.is_empty() || !(leans || expense || own.is_some()) {
        return None;
    }
    about(&old, Item::Expense, Ok(vec![Change::Category(category)]))
}

/// "the taxi was 18 not 12", "lunch should be 15", "that was 40 euros, not 30", "it's transport".
fn copula(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() {
        return None;
    }
    let (at, end) = sentence
        .find(&[
            "should have been",
            "should've been",
            "was actually",
            "were actually",
            "were really",
            "came to",
            "is actually",
            "actually cost",
            "actually was",
            "should be",
            "was only",
            "was really",
            "was",
            "cost",
            "is",
            "were",
        ])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to)?;
    let firm = end > at + 1;
    let new = sentence.after(end);
    let (new, old_value) = match new.find(&["not", "instead of", "rather than"]) {
        Some((not, behind)) if not > new.from => (new.until(not), Some(new.after(behind))),
        _ => (new, None),
    };
    if !firm && old_value.is_none() {
        return None;
    }
    let old = sentence.until(at);
    let plans = old.has(&["meeting", "appointment", "event", "task"]);
    let mut to = match becomes::changes(&new, if plans { Cue::Untitled } else { Cue::Any }) {
        Ok(to) => to,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    to.retain(|change| !matches!(change, Change::Title(_) | Change::Location(_)));
    if to.is_empty() {
        return None;
    }
    // What something was is what it cost, before it is when it was.
    if old_value.is_some() || sentence.word(at) != "should" {
        to.sort_by_key(|change| !matches!(change, Change::Amount { .. }));
    }
    let old_amount =
        old_value.and_then(|value| match becomes::changes(&value, Cue::Cost).ok()?.first()? {
            Change::Amount { hundredths, .. } => Some(*hundredths),
            _ => None,
        });
    let outcome = about(&old, Item::Either, Ok(to))?;
    Some(match outcome {
        Outcome::Done(Request::Change { which, to })
            if matches!(to.first(), Some(Change::Amount { .. })) && !which.leans() =>
        {
            let which = Which { hundredths: old_amount, item: Item::Expense, ..which };
            Outcome::Done(Request::Change { which, to })
        }
        other => other,
    })
}

/// "extend the meeting by 30 minutes", "make the call 15 minutes shorter".
fn longer(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&["extend", "lengthen", "prolong", "shorten", "cut", "make"])?;
    let word = sentence.word(sentence.from);
    let body = sentence.after(verb);
    let (at, length, end) = body.length()?;
    let tail = body.after(end);
    let said = tail.starts(&["longer", "shorter"]);
    if !body.only_marks(said.unwrap_or(end)) || word == "make" && said.is_none() {
        return None;
    }
    let minutes = i64::from(crate::language::resolve::minutes(&length)?);
    let shorter = tail.starts(&["shorter"]).is_some() || matches!(word, "shorten" | "cut");
    let old = body.until(at);
    let joint = usize::from(at > body.from && matches!(body.word(at - 1), "by" | "to"));
    let to = if joint == 1 && body.word(at - 1) == "to" {
        Change::Length(minutes)
    } else {
        Change::Longer(if shorter { -minutes } else { minutes })
    };
    about(&old.until(at - joint), Item::Event, Ok(vec![to]))
}

/// "make it 3pm", "change it to friday", "make the meeting an hour later", "change lunch to 15".
fn made(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&[
        "make",
        "change",
        "switch",
        "set",
        "update",
        "correct",
        "fix",
        "edit",
        "move",
        "push",
        "bump",
        "shift",
        "put",
        "bring",
        "reschedule",
        "delay",
        "postpone",
    ])?;
    let word = sentence.word(sentence.from);
    let body = sentence.after(verb);
    let pronoun = body.starts(&["it", "that one", "that", "this one", "this"]).filter(|end| {
        *end < body.to
            && (matches!(
                body.word(*end),
                "to" | "a" | "an" | "at" | "on" | "by" | "back" | "for" | "until" | "till" | "due"
            ) || !body.tokens.is_word(*end)
                || word == "make"
                || body.after(*end).starts_with_date())
    });
    if let Some(end) = pronoun {
        let rest = body.after(end);
        let rest = rest.starts(&["to be", "to", "into", "due"]).map_or(rest, |end| rest.after(end));
        let to = becomes::changes(
            &rest,
            if word == "make" || word == "change" { Cue::Any } else { Cue::Untitled },
        );
        return match to {
            Ok(to) if to.is_empty() => None,
            Ok(to) => Some(change(Which::last(), to)),
            Err(question) => Some(Outcome::Ask(question)),
        };
    }
    match word {
        // "make the meeting an hour later": what is made is a thing with an article.
        "make" => {
            body.starts(&["the", "my", "our"])?;
            let (at, _, _) = body.length()?;
            let shift = becomes::shift(&becomes::inner(&body.after(at)))?;
            about(&body.until(at), Item::Either, Ok(vec![Change::Move(shift)]))
        }
        "change" | "update" | "correct" | "fix" | "edit" | "set" | "switch" => {
            let joint = last_to(&body)?;
            let new = body.after(joint + 1);
            let old = body.until(joint);
            let old = old.find(&["from"]).map_or(old, |(at, _)| old.until(at));
            let to = becomes::changes(&new, Cue::Any);
            let money = |to: &[Change]| {
                matches!(to.first(), Some(Change::Amount { .. }))
                    || to.iter().any(|change| matches!(change, Change::Amount { .. }))
                    || matches!(
                        to.first(),
                        Some(
                            Change::Title(_)
                                | Change::Category(_)
                                | Change::Length(_)
                                | Change::Repeat(_)
                        )
                    )
            };
            // A day or time alone is what "reschedule" reads, with what the thing has now.
            if to.as_ref().is_ok_and(|to| !money(to))
                || old.is_empty()
                || matches!(word, "set" | "switch")
                    && to.as_ref().is_ok_and(|to| matches!(to.first(), Some(Change::Title(_))))
            {
                return None;
            }
            about(&old, Item::Either, to)
        }
        _ => None,
    }
}

/// "repeat gym every monday", "stop repeating the standup".
fn repeating(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(end) =
        sentence.starts(&["stop repeating", "don't repeat", "dont repeat", "unrepeat"])
    {
        return about(&sentence.after(end), Item::Either, Ok(vec![Change::Repeat(None)]));
    }
    let end = sentence.starts(&["repeat"])?;
    let body = sentence.after(end);
    let dated = body.dated(super::super::PLANS).ok()?;
    let repeat = dated.resolved?.repeat?;
    let first = dated.used.first().map(|span| span.0)?;
    about(&body.until(first), Item::Either, Ok(vec![Change::Repeat(Some(repeat))]))
}

/// The category that words name; words of nobody's list are the person's own category.
fn category_named(words: &Sentence<'_, '_>) -> String {
    let words = becomes::inner(words);
    becomes::category(&words).unwrap_or_else(|| {
        let title = words.title(&[]);
        let title = title.trim_start_matches('#');
        let mut letters = title.chars();
        letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
    })
}

/// The last "to" with something on both sides.
fn last_to(body: &Sentence<'_, '_>) -> Option<usize> {
    (body.from..body.to.saturating_sub(1)).rev().find(|at| body.word(*at) == "to")
}
