//! Tasks that somebody tells to have done: "I bought the eggs", "called the bank".

use crate::language::request::{
    Target,
    edits::{bare_title, becomes},
    sentence::Sentence,
};

/// What people tell to have done. What was spent has an amount and is read elsewhere.
#[rustfmt::skip]
const DID: [&str; 67] = [
    "sent off", "filled in", "filled out", "put away", "took back", "gave", "turned in", "wrapped up", "cleared", "handed over", "rinsed", "swept", "dusted", "changed", "finished off",
    "bought", "got", "called", "phoned", "rang", "paid", "emailed", "e-mailed", "sent", "cleaned",
    "washed", "booked", "picked up", "dropped off", "submitted", "renewed", "ordered", "returned",
    "mailed", "posted", "fixed", "watered", "fed", "walked", "replied to", "texted", "messaged",
    "signed", "packed", "filed", "took out", "hoovered", "vacuumed", "mowed", "ironed", "repaired",
    "scheduled", "printed", "answered", "backed up", "cancelled", "canceled", "collected",
    "delivered", "handed in", "sorted out", "sorted", "wrote", "prepared", "reviewed", "updated",
    "cooked",
];

/// The task that the words tell to be done; only one that is spoken of as known ("the eggs",
/// "mom"), since "I bought a car" tells news.
pub(super) fn told(sentence: &Sentence<'_, '_>) -> Option<Target> {
    if sentence.is_question() || !sentence.amounts().is_empty() || sentence.dated_at_all() {
        return None;
    }
    let said = sentence.starts(&[
        "i've already",
        "i have already",
        "i already",
        "i've just",
        "i have just",
        "i just",
        "i've",
        "i have",
        "i",
        "we've",
        "we just",
        "we",
        "just",
        "already",
    ]);
    let verb = sentence.after(said.unwrap_or(sentence.from));
    let object = becomes::inner(&verb.after(verb.starts(&DID)?));
    let known = object.starts(&["the", "my", "our", "all the"]).is_some();
    let news = object
        .starts(&[
            "a", "an", "some", "it", "that", "to", "in", "up", "home", "there", "so", "very",
            "new", "lots", "married", "back", "into", "out", "off", "on", "with",
        ])
        .is_some();
    // Without a subject, "got the bread" is said of what was to be got, and "called mum" of whom.
    let person = sentence.starts(&["called", "phoned", "rang", "emailed", "texted", "messaged"]);
    let known = known || person.is_some() && object.to - object.from <= 3;
    if object.is_empty() || news || !known && said.is_none() || object.to - object.from > 6 {
        return None;
    }
    let title = object.title(&[]);
    let name = bare_title(title.strip_prefix("all ").unwrap_or(&title)).to_owned();
    (!name.is_empty()).then_some(Target::Words(name))
}

/// Whether a sentence begins with what somebody has done.
fn tells(sentence: &Sentence<'_, '_>) -> bool {
    sentence.starts(&DID).is_some()
}

/// A sentence that tells what was done, without when that was: "did the report this morning".
pub(in crate::language::request::edits) fn without_past<'s, 't>(
    sentence: &Sentence<'s, 't>,
) -> Sentence<'s, 't> {
    let told = sentence
        .starts(&["i", "i've", "we", "we've", "did", "done", "finished", "just", "already", "that"])
        .is_some()
        || tells(sentence);
    if !told || sentence.is_question() {
        return *sentence;
    }
    sentence
        .find(&[
            "this morning",
            "this afternoon",
            "yesterday",
            "last night",
            "earlier today",
            "earlier",
            "already",
            "just now",
            "today",
            "on the way home",
            "at lunch",
        ])
        .filter(|(at, end)| *at > sentence.from + 1 && sentence.only_marks(*end))
        .map_or(*sentence, |(at, _)| sentence.until(at))
}
