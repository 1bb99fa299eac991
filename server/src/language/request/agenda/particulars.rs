//! Questions about one row: "where is my dentist appointment", "is my haircut on saturday?", "what
//! priority is the report".

use super::{asked, fillers, last_time, named};
use crate::language::request::{
    Days, Outcome, PLANS, Request, Spending, edits::bare_title, phrases, sentence::Sentence,
};

/// What is asked of a row, by the words in front of its name and behind it.
struct Form {
    front: &'static [&'static str],
    behind: &'static [&'static str],
    kind: Kind,
}

/// Which list knows the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Event,
    /// Of somebody, so that any name may be meant.
    Met,
    Task,
    Expense,
}

/// Forms of such questions. A particular that only one kind of row has says which list it is in.
const FORMS: [Form; 8] = [
    Form {
        front: &["where is", "where's", "where will", "where are"],
        behind: &["be", "at", "happening", "held", "taking place", "again"],
        kind: Kind::Event,
    },
    Form {
        front: &["how long is", "how long's", "how long does", "how long will", "how long are"],
        behind: &["last", "be", "take", "go on", "go on for", "going to be", "going to last"],
        kind: Kind::Event,
    },
    Form {
        front: &[
            "how long until",
            "how long till",
            "how long before",
            "how long to",
            "how many days until",
            "how many days till",
            "how many days to",
            "how soon is",
            "how far off is",
            "how far away is",
        ],
        behind: &[],
        kind: Kind::Event,
    },
    Form {
        front: &["when do i get", "when am i getting", "when do i go to", "when am i going to"],
        behind: &[],
        kind: Kind::Event,
    },
    Form {
        front: &[
            "when do i see",
            "when do i meet",
            "when am i seeing",
            "when am i meeting",
            "when will i see",
            "when will i meet",
            "when are we seeing",
            "when are we meeting",
        ],
        behind: &["next", "again"],
        kind: Kind::Met,
    },
    Form {
        front: &[
            "what priority is",
            "what's the priority of",
            "what is the priority of",
            "how urgent is",
            "how important is",
            "what's the due date of",
            "what is the due date of",
            "what's the deadline for",
            "what is the deadline for",
            "what's the deadline of",
            "is there a deadline for",
        ],
        behind: &[],
        kind: Kind::Task,
    },
    Form {
        front: &[
            "what category is",
            "which category is",
            "what's the category of",
            "what is the category of",
            "what category did i put",
        ],
        behind: &["in", "under"],
        kind: Kind::Expense,
    },
    Form {
        front: &[
            "what's the location of",
            "what is the location of",
            "what's the address of",
            "what is the address of",
            "what's the place of",
            "what's the address for",
            "where do i go for",
            "where do i need to be for",
        ],
        behind: &[],
        kind: Kind::Event,
    },
];

/// Things of the world that the same words ask about: "where is the nearest pharmacy".
const WORLD: [&str; 18] = [
    "nearest",
    "closest",
    "best",
    "capital",
    "bathroom",
    "toilet",
    "flight",
    "drive",
    "movie",
    "film",
    "walk",
    "train",
    "bus",
    "ride",
    "world",
    "christmas",
    "easter",
    "weather",
];

/// Reads a question about one row.
pub(in crate::language::request) fn particular(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    last_time::last_time(sentence)
        .or_else(|| formed(sentence))
        .or_else(|| is_it(sentence))
        .or_else(|| who(sentence))
}

fn formed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    FORMS.iter().find_map(|form| {
        let end = asked(sentence, form.front)?;
        let rest = sentence.after(end);
        let rest = rest.until((rest.from..rest.to).rev().find(|at| rest.tokens.is_word(*at))? + 1);
        let tail = form.behind.iter().find_map(|words| {
            (rest.from..rest.to).find(|at| rest.exactly(*at, words) == Some(rest.to))
        });
        about(&rest.until(tail.unwrap_or(rest.to)), form.kind)
    })
}

/// The question about the row that a noun phrase names, where that can be one of the planner's.
fn about(phrase: &Sentence<'_, '_>, kind: Kind) -> Option<Outcome> {
    let own = phrase.starts(&["my", "our"]).is_some();
    let defined = own || phrase.starts(&["the", "that", "this"]).is_some();
    let (days, dated) = phrase.days(PLANS).ok()?;
    let title = phrase.title(&dated.used);
    let name = bare_title(&title).to_owned();
    let event = (phrase.from..phrase.to).any(|at| phrases::EVENT_NOUNS.contains(&phrase.word(at)));
    let known = own || kind != Kind::Event || defined && name.split(' ').count() <= 3 || event;
    let world = !own && (phrase.from..phrase.to).any(|at| WORLD.contains(&phrase.word(at)));
    if name.is_empty() || !known || world {
        return None;
    }
    Some(Outcome::Done(match kind {
        Kind::Event | Kind::Met => next_of(days, name),
        Kind::Task => Request::ListTasks {
            days,
            overdue: false,
            done: false,
            priority: None,
            words: Some(name),
        },
        Kind::Expense => Request::ListExpenses {
            days,
            spending: Spending { category: None, words: Some(name) },
            at_least: None,
            at_most: None,
        },
    }))
}

fn next_of(days: Days, name: String) -> Request {
    Request::ListEvents { days, hours: None, words: Some(name), next: true }
}

/// "is my haircut on saturday?", "is the dentist at 3 or 4?".
fn is_it(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&["is", "are", "was", "isn't", "wasn't"])?;
    let rest = sentence.after(end);
    let (days, dated) = rest.days(PLANS).ok()?;
    let free = sentence.tokens.any(sentence.last_word(), &["free", "available", "open", "clear"]);
    if days.is_any() || free {
        return None;
    }
    // Whatever follows the day is no part of the name.
    let first = dated.used.iter().map(|span| span.0).min()?;
    let name = bare_title(&rest.until(first).title(&[])).trim_end_matches(" still").to_owned();
    let mine = rest.starts(&["my", "our"]).is_some()
        || (rest.from..first).any(|at| {
            let word = rest.word(at);
            phrases::EVENT_NOUNS.contains(&word) || phrases::BOOKABLE.contains(&word)
        });
    let general = name.split(' ').all(|word| fillers::FILLER.contains(&word));
    if !mine || general || name.is_empty() {
        return None;
    }
    Some(Outcome::Done(Request::ListEvents { days, hours: None, words: Some(name), next: false }))
}

/// "who am i meeting on monday", "who do i have lunch with tomorrow".
fn who(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "who am i meeting",
        "who am i seeing",
        "who do i meet",
        "who do i see",
        "who are we meeting",
        "who do i have",
        "who's coming",
        "who am i having",
        "whom am i meeting",
        "who will i meet",
    ])?;
    let (days, dated) = sentence.days(PLANS).ok()?;
    let words = named(&sentence.after(end), &dated.used);
    Some(Outcome::Done(Request::ListEvents { days, hours: None, words, next: false }))
}
