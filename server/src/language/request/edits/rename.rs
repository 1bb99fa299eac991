//! Other names: "rename dentist to Dr. Chen checkup", "call it Lunch with Pat".

use super::rows;
use crate::language::request::{
    Change, Item, Outcome, Question, Request, Target, Which, sentence::Sentence,
};

/// Openings behind which the old name stands, then "to" and the new one.
const OPENINGS: [&str; 20] = [
    "change the title of",
    "change the name of",
    "change title of",
    "change name of",
    "update the title of",
    "update the name of",
    "update the description of",
    "edit the title of",
    "edit the name of",
    "set the title of",
    "set the name of",
    "change the description of",
    "change description of",
    "rename the event",
    "rename the task",
    "rename task",
    "rename event",
    "rename",
    "retitle",
    "relabel",
];

/// Reads another name.
pub(super) fn rename(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    called(sentence).or_else(|| passive(sentence)).or_else(|| opened(sentence))
}

/// "rename X to Y", "rename X as Y", "change the title of X to Y", "rename it Y".
fn opened(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = match sentence.starts(&OPENINGS) {
        Some(end) => sentence.after(end),
        None => {
            // "change the title to Y" speaks of the last one.
            let end = sentence.starts(&[
                "change the title",
                "change the name",
                "change its name",
                "change its title",
                "change the description",
            ])?;
            let to = sentence.at(end, "to")?;
            return Some(named(Which::last(), &sentence.after(to)));
        }
    };
    let joint = joint(&body);
    let Some((at, end)) = joint else {
        // "rename it Y"
        let rest = body.starts(&["it", "that", "this"])?;
        return Some(if rest >= body.to {
            Outcome::Ask(Question::ToWhat)
        } else {
            named(Which::last(), &body.after(rest))
        });
    };
    let old = body.until(at);
    let which = match rows::leaning(&old) {
        Some(target) => Which { target: Some(target), ..Which::default() },
        None => {
            let title = old.title(&[]);
            let title = title.trim_start_matches("from ");
            let title = super::bare_title(title);
            if title.is_empty() {
                return Some(Outcome::Ask(Question::Which));
            }
            let (item, title) = kind_of(title);
            Which { item, target: Some(Target::Words(title.to_owned())), ..Which::default() }
        }
    };
    Some(named(which, &body.after(end)))
}

/// "the dentist event" is an event named dentist.
fn kind_of(title: &str) -> (Item, &str) {
    for (ending, item) in [
        (" event", Item::Event),
        (" task", Item::Task),
        (" todo", Item::Task),
        (" reminder", Item::Task),
        (" expense", Item::Expense),
    ] {
        if let Some(rest) = title.strip_suffix(ending) {
            return (item, rest.trim_matches(['\'', '"', '‘', '’', '“', '”']));
        }
    }
    (Item::Either, title)
}

/// The "to" or "as" between the old name and the new: the first, or the last where more follow and
/// the first could belong to the old name ("rename trip to Rome to Rome holiday").
fn joint(body: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    // "rename X -> Y"
    let arrow = (body.from + 1..body.to).find_map(|at| match body.tokens.mark(at)? {
        '→' | '⇒' => Some((at, at + 1)),
        '-' | '=' if body.tokens.is_mark(at + 1, '>') => Some((at, at + 2)),
        _ => None,
    });
    if let Some((at, end)) = arrow.filter(|(_, end)| *end < body.to) {
        return Some((at, end));
    }
    let all: Vec<usize> = (body.from + 1..body.to)
        .filter(|at| matches!(body.word(*at), "to" | "as" | "into"))
        .collect();
    let to = |at: &&usize| body.word(**at) == "to";
    let first = *all.first()?;
    let capital =
        body.tokens.get(first + 1).is_some_and(|token| token.text.starts_with(char::is_uppercase));
    let at = match all.iter().filter(to).count() {
        0 | 1 => *all.iter().find(to).unwrap_or(&first),
        _ if capital => *all.iter().rev().find(to)?,
        _ => first,
    };
    (at + 1 < body.to).then_some((at, at + 1))
}

/// "call it Y", "name that Y", "title it Y".
fn called(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&["call", "name", "title", "label"])?;
    if let Some(outcome) = quoted(&sentence.after(verb)) {
        return Some(outcome);
    }
    let end = sentence.after(verb).starts(&["it", "that one", "that", "this one", "this"])?;
    let rest = sentence.after(end);
    // "call it a day", "call that number back", "call it off"
    let idiom = rest.starts(&["a day", "a night", "quits", "off", "number", "person", "guy"]);
    if rest.is_empty() || rest.only_marks(rest.from) || idiom.is_some() {
        return None;
    }
    Some(named(Which::last(), &rest))
}

/// "call the standup "daily sync"": a new name in quotes behind the old one.
fn quoted(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let at = (body.from + 1..body.to).find(|at| body.tokens.is_opaque(*at))?;
    let closing = body.after(at + 1);
    let ended = closing.only_marks(at + 1)
        || closing.starts(&["instead", "now", "please"]).is_some_and(|end| closing.only_marks(end));
    if !ended || body.tokens.is_mark(at - 1, ',') {
        return None;
    }
    let which = rows::single(&body.until(at), Item::Either).ok()?;
    Some(named(which, &body.after(at).until(at + 1)))
}

/// "the dentist should be called Y", "it's called Y".
fn passive(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = sentence
        .find(&[
            "should be called",
            "should be named",
            "should be titled",
            "is now called",
            "is called",
            "should say",
            "should read",
        ])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to)?;
    if sentence.is_question() {
        return None;
    }
    let which = match rows::single(&sentence.until(at), Item::Either) {
        Ok(which) => which,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let title = sentence.after(end);
    let last = title.last_word();
    let now = title.word(last) == "now" && last > title.from;
    Some(named(which, &if now { title.until(last) } else { title }))
}

fn named(which: Which, title: &Sentence<'_, '_>) -> Outcome {
    let last = title.last_word();
    let idle = title.tokens.any(last, &["instead", "please", "pls", "thanks"]) && last > title.from;
    let title = if idle { title.until(last) } else { *title };
    let title = title.verbatim();
    if title.is_empty() {
        return Outcome::Ask(Question::ToWhat);
    }
    Outcome::Done(Request::Change { which, to: vec![Change::Title(title)] })
}
