//! What is to go, named in front of the wish: "the lunch was refunded, take it off", "dentist:
//! cancel", "i logged the taxi twice, remove one", and "take that expense off".

use super::{is_row, reschedule};
use crate::language::request::{
    Item, Outcome, Request, Which, create,
    edits::{becomes, rows},
    phrases,
    sentence::Sentence,
};

/// Wishes that something goes, at the end of a message.
#[rustfmt::skip]
const WISHES: [&str; 38] = [
    "delete it", "delete that", "delete that one", "delete one", "remove it", "remove that",
    "remove that one", "remove one", "cancel it", "cancel that", "cancel it please", "take it off",
    "take that off", "take that one off", "take it out", "take that out", "get rid of it",
    "get rid of that", "get rid of one", "scrap it", "scrap that", "drop it", "drop that", "bin it",
    "bin that", "ditch it", "call it off", "erase it", "strike it", "scratch it", "scratch that",
    "take that expense off", "remove that expense", "delete that expense", "take the expense off",
    "remove the expense", "delete the expense", "void it",
];

/// The same behind a colon or a dash.
const SHORT: [&str; 6] = ["delete", "cancel", "remove", "scrap", "drop", "bin"];

/// What tells that an expense is to go, in front of its name.
#[rustfmt::skip]
const REFUNDED: [&str; 22] = [
    "i was refunded for", "i got refunded for", "i've been refunded for", "got refunded for",
    "got a refund for", "i got a refund for", "got my money back for", "i got my money back for",
    "i got my money back on", "i returned", "i never paid for", "i didn't pay for", "i never bought",
    "i didn't buy", "i didn't actually buy", "i logged", "i entered", "i noted", "i added",
    "they refunded", "they refunded me for", "i didn't end up buying",
];

/// The same behind its name.
#[rustfmt::skip]
const RETURNED: [&str; 20] = [
    "was refunded", "got refunded", "has been refunded", "is refunded", "were refunded",
    "was returned", "wasn't mine", "isn't mine", "is a duplicate", "was a duplicate",
    "is in there twice", "is there twice", "is on there twice", "is duplicated", "was a mistake",
    "is a mistake", "twice", "by mistake", "by accident", "was free",
];

/// What tells that something planned is to go, in front of its name.
#[rustfmt::skip]
const MISSED: [&str; 8] = [
    "i don't need", "i no longer need", "we don't need", "i'm not going to", "i'm sick so",
    "i'm ill so", "no need for", "i already have",
];

/// Reads such a wish.
pub(super) fn gone(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    behind(sentence).or_else(|| taken(sentence))
}

fn deleted(row: &Sentence<'_, '_>, item: Item) -> Option<Outcome> {
    let row = becomes::inner(row);
    if !is_row(&row) {
        return None;
    }
    let which = reschedule::renamed(&row, item)?.ok()?;
    let guessed = which.guessed && item != Item::Expense;
    Some(Outcome::Done(Request::Delete { which: Which { guessed, ..which } }))
}

/// "the lunch was refunded, take it off", "dentist - cancel it".
fn behind(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = |end: usize| {
        let rest = sentence.after(end);
        let rest = rest
            .starts(&[
                "please",
                "pls",
                "then",
                "from the list",
                "from my list",
                "from my calendar",
                "the list",
                "my list",
                "my calendar",
                "the calendar",
            ])
            .map_or(rest, |end| rest.after(end));
        rest.only_marks(rest.from)
    };
    let pause = |at: usize| {
        sentence.tokens.mark(at - 1).is_some()
            || matches!(sentence.word(at - 1), "so" | "please")
            || matches!(sentence.word(at - 1), "and" | "you" | "just")
    };
    let (at, short) = (sentence.from + 1..sentence.to).filter(|at| pause(*at)).find_map(|at| {
        let long = sentence.starts_at(at, &WISHES).is_some_and(end)
            || WISHES.iter().any(|wish| sentence.at(at, wish).is_some_and(end));
        let dashed = matches!(sentence.tokens.mark(at - 1), Some(':' | '-' | '–' | '—'));
        let brief = dashed && SHORT.iter().any(|wish| sentence.at(at, wish).is_some_and(end));
        (long || brief).then_some((at, brief))
    })?;
    let polite = (sentence.from..at)
        .rev()
        .take_while(|at| {
            sentence.tokens.mark(*at).is_some()
                || matches!(
                    sentence.word(*at),
                    "so" | "please" | "can" | "could" | "you" | "and" | "just"
                )
        })
        .count();
    let front = sentence.until(at - polite);
    if let Some(end) = front.starts(&REFUNDED) {
        let row = front.after(end);
        let row = row.find(&RETURNED).map_or(row, |(at, _)| row.until(at));
        return deleted(&row, Item::Expense);
    }
    if let Some((at, _)) =
        front.find(&RETURNED).filter(|(at, end)| *at > front.from && front.only_marks(*end))
    {
        return deleted(&front.until(at), Item::Expense);
    }
    // "i don't need to file taxes anymore" is about a task and has a room of its own.
    if let Some(end) = front.starts(&MISSED).filter(|end| front.word(*end) != "to") {
        let row = front.after(end);
        let row = row.find(&["anymore", "any more"]).map_or(row, |(at, _)| row.until(at));
        return deleted(&row, Item::Event);
    }
    let deed = create::is_imperative(&front) && !short;
    let told = front.starts(&["i", "we", "it", "that", "i'm", "i've", "can't", "don't"]).is_some();
    let clause = (front.from..front.to).any(|at| {
        front.tokens.mark(at).is_some()
            || matches!(front.word(at), "is" | "was" | "has" | "can't" | "said" | "are" | "isn't")
    });
    let known = short
        || front.starts(&["the", "my", "our"]).is_some()
        || create::names_event(&front)
        || front.to - front.from <= 3;
    (!deed && !told && !clause && known).then(|| deleted(&front, Item::Event))?
}

/// "take the lunch expense off", "call the dentist off", "get that taxi off my list".
fn taken(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&["take", "call", "get", "strike", "pull"])?;
    let called = sentence.word(sentence.from) == "call";
    let body = sentence.after(verb);
    let body = body.find(&phrases::CALENDARS).filter(|(at, _)| *at > body.from).map_or(
        body,
        |(at, end)| {
            if body.only_marks(end) { body.until(at) } else { body }
        },
    );
    // "take the taxi off my expenses"
    let listed = body.find(&["off my expenses", "off my spending", "out of my expenses"]);
    if let Some((at, _)) = listed.filter(|(at, end)| *at > body.from && body.only_marks(*end)) {
        return deleted(&body.until(at), Item::Expense);
    }
    let last = body.last_word();
    if !matches!(body.word(last), "off" | "out")
        || last <= body.from
        || called && body.word(last) != "off"
    {
        return None;
    }
    let row = body.until(last);
    if let Some(which) = rows::leaning_which(&row).filter(|_| row.to > row.from) {
        return (!called || row.word(row.from) == "it")
            .then_some(Outcome::Done(Request::Delete { which }));
    }
    let noun = rows::kind(row.word(row.last_word())).filter(|(_, plural)| !plural);
    let defined = row.starts(&["the", "my", "our", "that", "this"]).is_some()
        || (row.from..row.to).any(|at| row.word(at).ends_with("'s"));
    let calendar = body.to < sentence.to && sentence.has(&phrases::CALENDARS);
    let event = create::names_event(&row) || phrases::BOOKABLE.contains(&row.word(row.last_word()));
    let sure = noun.is_some() || (event || calendar) && body.word(last) == "off";
    let item = noun.map_or(Item::Event, |(item, _)| item);
    (sure && defined || called && event).then(|| deleted(&row, item))?
}
