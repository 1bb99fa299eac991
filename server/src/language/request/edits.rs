//! Changes to what exists: moving, renaming, amending, deleting, completing, taking back.

mod amend;
pub(super) mod becomes;
mod complete;
mod delete;
#[cfg(test)]
mod examples;
pub(super) mod facts;
mod instead;
mod rename;
mod reschedule;
pub(super) mod rows;
mod stands;
mod undo;

use super::{Change, Item, Outcome, Question, Request, Target, Which, sentence::Sentence, verbs};
use amend::amend;
use complete::complete;
use delete::delete;
use rename::rename;
use reschedule::reschedule;
use undo::undo;

/// Reads a change whose words can mean nothing else, before an opening like "mark" or "call"
/// makes something new of them.
pub(super) fn explicit(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    undo(&plain)
        .or_else(|| facts::named(&plain))
        .or_else(|| rename(&plain))
        .or_else(|| amend(&plain))
        .or_else(|| nameless(&plain))
        // "get rid of the taxi expense" looks like a wish to get to know something.
        .or_else(|| plain.starts(&["get rid of"]).and_then(|_| delete(&plain)))
        .or_else(|| needed(sentence))
}

/// Reads a change.
pub(super) fn read(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    facts::known(&plain)
        .or_else(|| complete(&plain))
        .or_else(|| facts::told(&plain))
        .or_else(|| stands::stands(&plain))
        .or_else(|| instead::instead(&plain))
        .or_else(|| delete(&plain))
        .or_else(|| reschedule(&plain))
        .or_else(|| facts::plainly(&plain))
}

/// "i need to move my dentist appointment to monday": an obligation to change what is planned is the
/// wish to have it changed here, where a row and its new time are named.
fn needed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    let said = plain.starts(&[
        "i need to",
        "we need to",
        "need to",
        "i have to",
        "we have to",
        "have to",
        "i've got to",
        "gotta",
        "i gotta",
        "i must",
        "i should",
        "we should",
        "i'll need to",
        "i'll have to",
        "i'd better",
        "got to",
    ])?;
    let wish = plain.after(said);
    let moving =
        |verb: &str, sure: bool| sure || matches!(verb, "push" | "shift" | "switch" | "kick");
    verbs::first(&verbs::MOVE, |verb| wish.at(wish.from, verb)).filter(|(end, verb, sure)| {
        moving(verb, *sure)
            && wish.after(*end).starts(&["my", "the", "our", "tomorrow's", "today's"]).is_some()
    })?;
    let outcome = reschedule(&wish)?;
    matches!(outcome, Outcome::Done(_)).then_some(outcome)
}

/// A change of "it" behind one of a row that was named: both are one change of that row.
pub(super) fn further(
    which: &Which,
    to: &[Change],
    request: &Request,
) -> Option<(Which, Vec<Change>)> {
    let Request::Change { which: last, to: more } = request else { return None };
    if which.leans() || last.target != Some(Target::Last) {
        return None;
    }
    let first = to.first()?;
    let both = more
        .iter()
        .map(|next| match first {
            Change::All(several) => several.iter().chain([next]).cloned().collect(),
            one => vec![one.clone(), next.clone()],
        })
        .map(Change::All)
        .collect();
    let item = if which.guessed { Item::Either } else { which.item };
    match amend::change(Which { item, ..which.clone() }, both) {
        Outcome::Done(Request::Change { which, to }) => Some((which, to)),
        _ => None,
    }
}

/// "the dentist to monday": a change whose verb was said before.
pub(super) fn moved(sentence: &Sentence<'_, '_>) -> Option<Request> {
    match reschedule::towards(sentence)? {
        Outcome::Done(request) => Some(request),
        Outcome::Ask(_) | Outcome::Nothing => None,
    }
}

/// "book it at 1", "swap it with Bob", "add it to that": a verb of the planner's own with nothing
/// behind it that names anything, and no rule that says what becomes of "it".
fn nameless(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = sentence.starts(&[
        "book", "swap", "put", "bring", "schedule", "add", "pencil", "stick", "slot", "pop",
    ])?;
    let body = sentence.after(verb);
    let at = body.starts(&["it", "that one", "this one", "them", "those"])?;
    // "put it back", "bring them in", "add it to the list" say what becomes of it.
    let rest = body.after(at);
    let used: Vec<(usize, usize)> =
        rest.scan(super::PLANS).iter().map(|found| (found.from, found.to)).collect();
    let swapped =
        sentence.tokens.is(sentence.from, "swap") && rest.starts(&["with", "for"]).is_some();
    let timed = rest.is_covered(&used, &["in", "at", "on", "for", "please", "then"]);
    (rest.only_marks(at) || timed || swapped).then_some(Outcome::Ask(Question::Which))
}

/// Hours of the day that are names of events as well.
const MEALS: [&str; 4] = ["lunch", "breakfast", "dinner", "brunch"];

/// The row a noun phrase names, once its dates are cut out, or the question which one is meant.
fn target(phrase: &Sentence<'_, '_>, cut: &[(usize, usize)]) -> Result<Target, Question> {
    if let Some(target) = rows::leaning(&phrase.without_tail(cut)) {
        return Ok(target);
    }
    let title = phrase.title(cut);
    let title = bare_title(&title);
    // "friday's lunch": the hour that was cut out is the name.
    if title.is_empty()
        && let Some(meal) =
            (phrase.from..phrase.to).map(|at| phrase.word(at)).find(|word| MEALS.contains(word))
    {
        return Ok(Target::Words(meal.to_owned()));
    }
    match title.to_lowercase().as_str() {
        "" | "my" | "the" | "our" | "thing" | "things" | "that thing" => Err(Question::Which),
        "it" | "that" | "this" | "one" => Ok(Target::Last),
        "them" | "those" | "these" => Ok(Target::AllLast),
        _ => Ok(Target::Words(title.to_owned())),
    }
}

/// A title without "the" or "my" before it, and without the "thing" or "one" that such a word
/// goes with: "that passport renewal thing", "the milk one".
pub(super) fn bare_title(title: &str) -> &str {
    let pointed = ["the ", "my ", "our ", "that ", "this ", "those ", "these "]
        .iter()
        .find_map(|word| title.strip_prefix(word));
    let title = pointed.unwrap_or(title);
    // "(the 2 o'clock) with Dev", "(the reminder) of the gas"
    let title = ["with ", "of the ", "of my ", "about the "]
        .iter()
        .find_map(|joint| title.strip_prefix(joint))
        .unwrap_or(title);
    let name = [" thing", " thingy", " stuff", " one"]
        .iter()
        .find_map(|noun| title.strip_suffix(noun))
        .filter(|name| !name.is_empty() && (pointed.is_some() || !title.ends_with(" one")));
    name.unwrap_or(title)
}
