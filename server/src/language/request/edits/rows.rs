//! Which rows the words of a change name: "it", "the second one", "all overdue tasks", "my
//! meetings next week", "the taxi expense from yesterday".

mod leaning;

use crate::language::{
    money,
    request::{
        Hours, Item, PLANS, Question, SPENT, Target, Which,
        agenda::hours,
        categories,
        sentence::{Dated, Sentence},
    },
    when::Moment,
};

pub(in crate::language::request) use leaning::{leaning, place, which as leaning_which};

/// The kind a noun names, and whether it is a plural.
pub(in crate::language::request) fn kind(word: &str) -> Option<(Item, bool)> {
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
    // "my whole day", "the entire schedule"
    let whole = sentence.find(&["whole of", "entire", "whole"]).is_some_and(|(_, end)| {
        sentence.after(end).has(&["day", "calendar", "schedule", "diary", "week", "list"])
    });
    let leads = (sentence.from..sentence.to)
        .find(|at| sentence.tokens.is_word(*at) && !LINKS.contains(&sentence.word(*at)))
        .is_some_and(|at| is_all(sentence, at));
    let first_plural = phrase.plural && sentence.title(&phrase.cut).is_empty();
    if !(leads && phrase.all || first_plural || whole && !phrase.which.days.is_any()) {
        return None;
    }
    let mut cut = phrase.cut;
    if whole {
        let plain = |at: &usize| {
            matches!(
                sentence.word(*at),
                "whole"
                    | "entire"
                    | "day"
                    | "calendar"
                    | "schedule"
                    | "diary"
                    | "week"
                    | "of"
                    | "my"
                    | "the"
            )
        };
        cut.extend((sentence.from..sentence.to).filter(plain).map(|at| (at, at + 1)));
    }
    let title = sentence.title(&cut);
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
pub(in crate::language::request) fn single(
    sentence: &Sentence<'_, '_>,
    item: Item,
) -> Result<Which, Question> {
    if let Some(which) = leaning_which(sentence) {
        return Ok(which);
    }
    let phrase = read(sentence)?;
    let title = sentence.title(&phrase.cut);
    let title = super::bare_title(&title).to_owned();
    let guessed = phrase.which.item == Item::Either;
    let item = if guessed { item } else { phrase.which.item };
    if title.is_empty() {
        let known = !phrase.which.days.is_any() || phrase.which.hundredths.is_some();
        return if known {
            Ok(Which { item, guessed, ..phrase.which })
        } else {
            Err(Question::Which)
        };
    }
    Ok(Which { item, guessed, target: Some(Target::Words(title)), ..phrase.which })
}

/// Whether a word says that all rows are meant; "all hands" is one of them.
fn is_all(sentence: &Sentence<'_, '_>, at: usize) -> bool {
    let named = matches!(
        sentence.word(at + 1),
        "hands" | "saints" | "stars" | "star" | "nighter" | "inclusive" | "clear" | "blacks"
    ) || sentence.tokens.is_dash(at + 1) && sentence.tokens.glued(at + 1);
    matches!(sentence.word(at), "all" | "every" | "everything" | "each") && !named
}

fn read(sentence: &Sentence<'_, '_>) -> Result<Phrase, Question> {
    let (mut item, mut all, mut plural) = (Item::Either, false, false);
    let (mut overdue, mut done) = (false, false);
    let mut cut = Vec::new();
    let last = sentence.last_word();
    for at in sentence.from..sentence.to {
        let word = sentence.word(at);
        if is_all(sentence, at) {
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
        guessed: false,
        target: None,
        days,
        at: instant(&dated),
        hours: stretch(&dated),
        hundredths: amount.map(|found| found.hundredths),
        category,
        overdue,
        done,
        all: false,
        extent: None,
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

/// The stretch of the day that a phrase names: "on friday afternoon".
pub(in crate::language::request) fn stretch(dated: &Dated) -> Option<Hours> {
    if dated.parts.clock.is_some() || dated.parts.day.is_none() {
        return None;
    }
    hours::part(dated.parts.part?)
}
