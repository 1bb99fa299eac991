//! A row by its very name and what it is to be, without an article that says there is one: "call
//! grandma is urgent", "make pilates friday", "tesco under housing". All these would be something
//! new if there were no such row, so they are read only where the person has one.

#[cfg(test)]
mod examples;

use super::values::{self, contrasted};
use crate::language::request::{
    Change, Item, Outcome, PLANS, Request, SPENT, Target, Which, categories,
    edits::{
        amend,
        becomes::{self, Cue},
        complete, rows,
    },
    sentence::Sentence,
};

/// Verbs that make something of a row.
const MAKING: [&str; 25] = [
    "make",
    "change",
    "set",
    "put",
    "have",
    "switch",
    "move",
    "shift",
    "bump",
    "push",
    "raise",
    "lower",
    "drop",
    "mark",
    "tag",
    "file",
    "flag",
    "give",
    "update",
    "fix",
    "correct",
    "let's do",
    "lets do",
    "let's have",
    "do",
];

/// Those of them that also begin something new: "do yoga friday".
const BOTH: [&str; 3] = ["do", "have", "put"];

/// Those that move what they are said of, without a "to".
const MOVING: [&str; 7] = ["make", "move", "shift", "bump", "push", "switch", "set"];

/// Verbs behind which a new name stands.
const NAMING: [&str; 4] = ["rename", "call", "name", "label"];

/// What stands between a row and what it is.
const BEING: [&str; 29] = [
    "is going to be",
    "has to be",
    "needs to be",
    "should be",
    "should go",
    "should",
    "will be",
    "can be",
    "is now",
    "are now",
    "is",
    "are",
    "was",
    "were",
    "costs",
    "cost",
    "now happens",
    "happens",
    "repeats",
    "now starts",
    "starts",
    "now",
    "goes",
    "under",
    "to be",
    "to",
    "in",
    "at",
    "on",
];

/// Reads what is said about a row of that name.
pub(super) fn known(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = becomes::inner(sentence);
    // "i'll do mop floor tomorrow instead"
    let will = ["i'll", "i will", "i'm going to", "we'll", "i want to"];
    let body = body.starts(&will).map_or(body, |end| body.after(end));
    let anew = sentence.tokens.any(sentence.last_word(), &["instead", "now", "anymore"]);
    ticked(&body)
        .or_else(|| dropped(&body))
        .or_else(|| named(&body, anew))
        .or_else(|| made(&body, anew))
        .or_else(|| stated(&body, anew))
        .or_else(|| given(&body))
}

/// The place behind a row's name, with its article.
fn row(words: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let from = words.starts(&["the", "my", "our"]).unwrap_or(words.from);
    Some((from, words.known(from)?))
}

fn which(words: &Sentence<'_, '_>, (from, to): (usize, usize)) -> Which {
    let name = words.after(from).until(to).verbatim();
    Which { guessed: true, target: Some(Target::Words(name)), ..Which::default() }
}

/// "did call grandma this morning", "call grandma not done after all".
fn ticked(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let said = ["did", "i did", "i've done", "already did", "already done", "just did", "done"];
    let whole = complete::without_past(body);
    // "did call grandma this morning" looks like a question.
    let over = |rest: &Sentence<'_, '_>| {
        let used = rest.dated(SPENT).map(|dated| dated.used).unwrap_or_default();
        rest.only_marks(rest.from) || rest.is_covered(&used, &["already", "just"])
    };
    let task = |which: Which, done: bool| {
        let which = Which { item: Item::Task, guessed: false, ..which };
        Some(Outcome::Done(Request::Complete { which, done }))
    };
    if let Some(end) = whole.starts(&said).or_else(|| whole.starts(&["finished", "check", "tick"]))
    {
        let rest = whole.after(end);
        let found = row(&rest).filter(|(_, end)| over(&rest.after(*end)))?;
        return task(which(&rest, found), true);
    }
    // "that's call grandma done"
    if let Some(end) = whole.starts(&["that's", "thats", "that is"]) {
        let rest = whole.after(end);
        let found = row(&rest)?;
        let behind = rest.after(found.1);
        let done = behind.starts(&["done", "sorted", "finished", "ticked off"])?;
        return behind.only_marks(done).then(|| task(which(&rest, found), true))?;
    }
    let found = row(&whole)?;
    let rest = whole.after(found.1);
    let open = rest.starts(&["not done after all", "not done yet", "not done", "undone"])?;
    rest.only_marks(open).then(|| task(which(&whole, found), false))?
}

/// "no dinner with Tariq this week".
fn dropped(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let rest = body.after(body.starts(&["no", "no more"])?);
    let (from, end) = row(&rest)?;
    let used = rest.after(end).dated(PLANS).ok()?.used;
    let whole = rest.after(end).is_covered(&used, &["on", "for"]);
    let which = rows::single(&rest.after(from), Item::Event).ok().filter(|_| whole)?;
    Some(Outcome::Done(Request::Delete { which }))
}

/// "rename pilates team thing", "call pilates team thing instead".
fn named(body: &Sentence<'_, '_>, anew: bool) -> Option<Outcome> {
    let verb = body.starts(&NAMING)?;
    let sure = matches!(body.word(body.from), "rename" | "label");
    let rest = body.after(verb);
    let found = row(&rest).filter(|_| sure || anew)?;
    let title = becomes::inner(&rest.after(found.1)).verbatim();
    (!title.is_empty()).then(|| amend::change(which(&rest, found), vec![Change::Title(title)]))
}

/// "make pilates friday", "put tesco in housing", "let's do pilates at Costa".
fn made(body: &Sentence<'_, '_>, anew: bool) -> Option<Outcome> {
    let verb = body.starts(&MAKING)?;
    let rest = body.after(verb);
    let found = row(&rest)?;
    let new = rest.after(found.1);
    let joint = new.starts(&["to be", "to", "as", "until", "till"]);
    let mut to = becoming(&joint.map_or(new, |end| new.after(end)));
    let says = |list: &[&str]| list.iter().any(|word| body.at(body.from, word) == Some(verb));
    let (begins, moves) = (says(&BOTH), says(&MOVING));
    to.retain(|change| match change {
        // "put tesco in housing" files it.
        Change::Category(_) => true,
        // "put milk in the fridge" is something to do, "let's do pilates at Costa" is not.
        Change::Location(_) => !says(&["put"]) && new.starts(&["at", "on"]).is_some() || !begins,
        // "do yoga friday" plans another one, "fix car friday" repairs one.
        Change::Move(_) => anew || moves || joint.is_some() && !begins,
        _ => anew || !begins,
    });
    let mut which = which(&rest, found);
    // Money that was spent is spent on its day.
    if matches!(to.first(), Some(Change::Move(_))) {
        which.item = Item::Event;
    }
    (!to.is_empty()).then(|| amend::change(which, to))
}

/// "call grandma is urgent", "pilates is weekly now", "tesco under housing".
fn stated(body: &Sentence<'_, '_>, anew: bool) -> Option<Outcome> {
    let found = row(body)?;
    let rest = body.after(found.1);
    let joint = rest.starts(&BEING);
    let new = rest.after(joint.unwrap_or(rest.from));
    let news = anew || joint.is_some_and(|end| rest.until(end).has(&["now"]));
    // "gym at 6" is another one, "gym at 6 instead" is not.
    let weak = joint.is_none() || matches!(rest.word(rest.from), "at" | "on" | "in");
    let priority = || new.priority().is_some() || new.level().is_some();
    let mut to = match rest.word(rest.from) {
        "was" | "were" | "cost" | "costs" => becomes::changes(&new, Cue::Cost).ok()?,
        _ if weak && !anew && (joint.is_some() || !priority()) => Vec::new(),
        "at" | "on" | "in" => becoming(&rest),
        _ => becoming(&new),
    };
    if to.is_empty() && news && joint.is_some() && !weak {
        let title = becomes::inner(&new).verbatim();
        to.extend((!title.is_empty()).then_some(Change::Title(title)));
    }
    (!to.is_empty()).then(|| amend::change(which(body, found), to))
}

/// "give me until friday for the essay".
fn given(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let rest = body.after(body.starts(&["give me until", "give me till", "i have until"])?);
    let (at, end) = rest.find(&["for", "to"]).filter(|(at, _)| *at > rest.from)?;
    let task = rest.after(end);
    let found = row(&task).filter(|(_, end)| task.only_marks(*end))?;
    let new = rest.until(at);
    let dated = new.dated(PLANS).ok()?;
    let to = becomes::settled(&dated).filter(|_| new.is_covered(&dated.used, &["the"]))?;
    let which = Which { item: Item::Task, ..which(&task, found) };
    Some(amend::change(which, vec![to]))
}

/// What the words say that a row is to be; nothing where they could say anything.
fn becoming(new: &Sentence<'_, '_>) -> Vec<Change> {
    let (body, _) = contrasted(new);
    if body.is_empty() {
        return Vec::new();
    }
    if let Some(place) = values::place(&body) {
        // "in housing" is a category before it is a place.
        let own = body.starts(&["in", "under"]).and_then(|end| category(&body.after(end)));
        return vec![own.map_or(Change::Location(place), Change::Category)];
    }
    if values::is_place(&body) {
        return vec![Change::Location(body.title(&[]))];
    }
    if let Some(category) = category(&body) {
        return vec![Change::Category(category)];
    }
    let idle = ["due", "by", "more", "very", "really", "super", "so", "pretty"];
    let due = body.starts(&idle).map_or(body, |end| body.after(end));
    let mut to = becomes::changes(&due, Cue::Untitled).unwrap_or_default();
    // Goods of a category are none: "pilates is yoga".
    to.retain(|change| !matches!(change, Change::Category(_)));
    to
}

/// A category by its own name.
fn category(words: &Sentence<'_, '_>) -> Option<String> {
    let words = becomes::inner(words);
    categories::own(&words.title(&[]).to_lowercase()).map(str::to_owned)
}
