//! Which rows the words of a change name: "it", "the second one", "all overdue tasks", "my
//! meetings next week", "the taxi expense from yesterday".

use crate::language::{
    money, numbers,
    request::{
        Item, PLANS, Question, SPENT, Target, Which, categories,
        sentence::{Dated, Sentence},
    },
    when::Moment,
};

/// Words that stand for the row just spoken of.
const LAST: [&str; 20] = [
    "it",
    "that",
    "this",
    "that one",
    "this one",
    "the last one",
    "that last one",
    "one",
    "the one",
    "the last thing",
    "the last entry",
    "the event",
    "the task",
    "the expense",
    "the entry",
    "that event",
    "that task",
    "that expense",
    "that last expense",
    "my last entry",
];

/// Words that stand for all rows just spoken of.
const ALL_LAST: [&str; 14] = [
    "them",
    "those",
    "these",
    "both",
    "all of them",
    "all of those",
    "all of these",
    "them all",
    "both of them",
    "all those",
    "all these",
    "every one of them",
    "the lot",
    "them both",
];

/// The kind a noun names, and whether it is a plural.
pub(super) fn kind(word: &str) -> Option<(Item, bool)> {
    Some(match word {
        "events" | "meetings" | "appointments" | "appts" | "bookings" => (Item::Event, true),
        "event" => (Item::Event, false),
        "tasks" | "todos" | "reminders" | "chores" => (Item::Task, true),
        "task" | "todo" | "reminder" => (Item::Task, false),
        "expenses" | "purchases" | "transactions" | "spendings" => (Item::Expense, true),
        "expense" | "purchase" | "transaction" => (Item::Expense, false),
        _ => return None,
    })
}

/// Words that add nothing to which rows are meant.
#[rustfmt::skip]
const LINKS: [&str; 41] = [
    "of", "my", "the", "our", "in", "on", "from", "for", "that", "are", "is", "which", "i", "have",
    "i've", "got", "scheduled", "planned", "due", "open", "pending", "remaining", "outstanding",
    "left", "at", "calendar", "schedule", "list", "diary", "agenda", "to", "do", "and", "were",
    "was", "entire", "whole", "a", "still", "so", "far",
];

/// A row named by what was said or shown before.
pub(super) fn leaning(sentence: &Sentence<'_, '_>) -> Option<Target> {
    let whole = |phrases: &[&str]| {
        phrases.iter().any(|phrase| {
            sentence.exactly(sentence.from, phrase).is_some_and(|end| sentence.only_marks(end))
        })
    };
    if whole(&LAST) {
        return Some(Target::Last);
    }
    if whole(&ALL_LAST) {
        return Some(Target::AllLast);
    }
    place(sentence).map(Target::Place)
}

/// "the second one", "number 2", "#2", "the 3rd task": a place in a list, and nothing else.
pub(in crate::language::request) fn place(sentence: &Sentence<'_, '_>) -> Option<i32> {
    let tokens = sentence.tokens;
    let mut at = sentence.from;
    at += usize::from(tokens.is(at, "the"));
    if tokens.is(at, "last") && tokens.any(at + 1, &["one", "option", "choice"]) {
        return sentence.only_marks(at + 2).then_some(-1);
    }
    let label = tokens.any(at, &["number", "option", "choice", "no"]) || tokens.is_mark(at, '#');
    if label {
        at += 1 + usize::from(tokens.is_mark(at + 1, '.') && tokens.glued(at + 1));
        let (number, end) = tokens
            .number(at)
            .map(|number| (number, at + 1))
            .or_else(|| numbers::words(tokens, at))?;
        return in_list(number).filter(|_| sentence.only_marks(end));
    }
    let (number, end) = numbers::ordinal(tokens, at)?;
    let noun = kind(tokens.word(end)).is_some_and(|(_, plural)| !plural);
    let end = end + usize::from(noun || tokens.any(end, &["one", "option", "choice"]));
    in_list(number).filter(|_| sentence.only_marks(end))
}

/// Longer lists are not shown, so a larger number is a day or an amount.
fn in_list(number: u32) -> Option<i32> {
    i32::try_from(number).ok().filter(|number| (1..=50).contains(number))
}

/// What the words of a noun phrase say, piece by piece.
struct Phrase {
    which: Which,
    cut: Vec<(usize, usize)>,
    all: bool,
    plural: bool,
}

/// Several rows at once: "all events tomorrow", "my meetings next week", "everything on friday",
/// "all overdue tasks". `None` where one row is meant.
pub(super) fn bulk(sentence: &Sentence<'_, '_>) -> Option<Result<Which, Question>> {
    let phrase = match read(sentence) {
        Ok(phrase) => phrase,
        Err(question) => return Some(Err(question)),
    };
    let leads = (sentence.from..sentence.to)
        .find(|at| sentence.tokens.is_word(*at) && !LINKS.contains(&sentence.word(*at)))
        .is_some_and(|at| is_all(sentence.word(at)));
    let first_plural = phrase.plural && sentence.title(&phrase.cut).is_empty();
    if !(leads && phrase.all || first_plural) {
        return None;
    }
    let title = sentence.title(&phrase.cut);
    let title = title.strip_prefix("with ").unwrap_or(&title).to_owned();
    let bare = phrase.which.item == Item::Either
        && phrase.which.days.is_any()
        && !phrase.which.overdue
        && !phrase.which.done;
    if bare && title.is_empty() {
        return Some(Err(Question::Which));
    }
    let target = Some(title).filter(|title| !title.is_empty()).map(Target::Words);
    Some(Ok(Which { target, all: true, ..phrase.which }))
}

/// One row: "the taxi expense from yesterday", "lunch with Sam tomorrow", "it".
pub(super) fn single(sentence: &Sentence<'_, '_>, item: Item) -> Result<Which, Question> {
    if let Some(target) = leaning(sentence) {
        return Ok(Which { target: Some(target), ..Which::default() });
    }
    let phrase = read(sentence)?;
    let title = sentence.title(&phrase.cut);
    let title = super::bare_title(&title).to_owned();
    let item = if phrase.which.item == Item::Either { item } else { phrase.which.item };
    if title.is_empty() {
        let known = !phrase.which.days.is_any() || phrase.which.hundredths.is_some();
        return if known { Ok(Which { item, ..phrase.which }) } else { Err(Question::Which) };
    }
    Ok(Which { item, target: Some(Target::Words(title)), ..phrase.which })
}

fn is_all(word: &str) -> bool {
    matches!(word, "all" | "every" | "everything" | "each")
}

fn read(sentence: &Sentence<'_, '_>) -> Result<Phrase, Question> {
    let (mut item, mut all, mut plural) = (Item::Either, false, false);
    let (mut overdue, mut done) = (false, false);
    let mut cut = Vec::new();
    let last = sentence.last_word();
    for at in sentence.from..sentence.to {
        let word = sentence.word(at);
        if is_all(word) {
            all = true;
            cut.push((at, at + 1));
        } else if matches!(word, "overdue" | "late") {
            overdue = true;
            cut.push((at, at + 1));
        } else if let Some((found, many)) = kind(word) {
            // "task list review" is a name, "the gym task" and "task: gym" are kinds.
            let edge = many || at == last || all || at <= sentence.from + 1;
            let dated = sentence.scan(PLANS).iter().any(|fragment| fragment.from == at + 1);
            if edge || dated || found == Item::Expense {
                item = found;
                plural |= many;
                cut.push((at, at + 1));
            }
        } else if matches!(word, "completed" | "done" | "finished" | "ticked") {
            done = true;
            cut.push((at, at + 1));
        } else if all && LINKS.contains(&word) {
            cut.push((at, at + 1));
        }
    }
    let amount = money::best(&sentence.amounts())
        .filter(|found| found.weight == money::Weight::Marked || item == Item::Expense);
    if amount.is_some() {
        item = Item::Expense;
    }
    let direction = if item == Item::Expense { SPENT } else { PLANS };
    let (days, dated) = sentence.days(direction)?;
    cut.extend(&dated.used);
    cut.extend(amount.map(|found| (found.from, found.to)));
    cut.extend(links(sentence, &cut));
    if overdue || done {
        item = Item::Task;
    }
    let category = (item == Item::Expense && (all || plural))
        .then(|| own_category(sentence, &mut cut))
        .flatten();
    let which = Which {
        item,
        target: None,
        days,
        at: instant(&dated),
        hundredths: amount.map(|found| found.hundredths),
        category,
        overdue,
        done,
        all: false,
    };
    Ok(Phrase { which, cut, all, plural })
}

/// The joining words of a phrase of which nothing but them is left.
fn links(sentence: &Sentence<'_, '_>, cut: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let is_cut = |at: usize| cut.iter().any(|(from, to)| (*from..*to).contains(&at));
    let left = (sentence.from..sentence.to)
        .filter(|at| sentence.tokens.is_word(*at) && !is_cut(*at))
        .collect::<Vec<_>>();
    if left.iter().all(|at| LINKS.contains(&sentence.word(*at))) {
        left.into_iter().map(|at| (at, at + 1)).collect()
    } else {
        Vec::new()
    }
}

/// A category's own name in the phrase: "all food expenses".
fn own_category(sentence: &Sentence<'_, '_>, cut: &mut Vec<(usize, usize)>) -> Option<String> {
    (sentence.from..sentence.to).find_map(|at| {
        let name = categories::own(sentence.word(at))?;
        cut.push((at, at + 1));
        Some(name.to_owned())
    })
}

/// The instant a phrase names, when it says a clock time.
fn instant(dated: &Dated) -> Option<chrono::DateTime<chrono_tz::Tz>> {
    match dated.resolved.as_ref()?.start {
        Moment::At(time) if dated.parts.clock.is_some() => Some(time),
        Moment::At(_) | Moment::Day(_) => None,
    }
}
