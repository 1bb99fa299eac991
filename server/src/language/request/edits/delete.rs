//! Deleting: "cancel tomorrow's meeting", "clear my calendar for saturday".

mod expenses;
mod missed;
mod needless;
mod weak;
mod whole;

use super::{rows, target};
use crate::language::{
    request::{
        Days, Item, Outcome, PLANS, Question, Request, Target, Which, create, phrases,
        sentence::{Dated, Sentence},
        verbs,
    },
    when::Moment,
};

/// "cancel tomorrow's meeting with Jordan", "clear my calendar for saturday", "rm todo email HR".
pub(super) fn delete(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(outcome) = needless::needless(sentence) {
        return Some(outcome);
    }
    // "undo the tesco expense": what it names is taken back, and not what was done last.
    if let Some(end) = sentence.starts(&["undo the", "undo my"])
        && rows::kind(sentence.word(sentence.last_word())).is_some()
        && sentence.last_word() > end
    {
        let body = sentence.after(end);
        return expenses::expense(&body)
            .or_else(|| rows::single(&body, Item::Either).ok().map(gone));
    }
    let (end, verb, sure) = verbs::first(&verbs::DELETE, |verb| sentence.at(sentence.from, verb))?;
    let body = once(&sentence.after(end));
    let body =
        body.starts(&["me"]).filter(|end| *end < body.to).map_or(body, |end| body.after(end));
    if verb == "cancel" && is_due(&body) {
        return None;
    }
    if body.exactly(body.from, "something").is_some_and(|end| body.only_marks(end)) {
        return Some(Outcome::Ask(Question::Which));
    }
    if let Some(which) = rows::leaning_which(&body) {
        return Some(gone(which));
    }
    if weak::is_compound(&body) {
        return None;
    }
    let is_weak = !sure;
    if is_weak && !weak::is_meant(&body, verb) {
        return None;
    }
    // "clear the list" and its kin have words of their own for whole lists.
    let bulk = if !is_weak || whole::is_everything(&body, verb) { rows::bulk(&body) } else { None };
    if let Some(bulk) = bulk.filter(|bulk| !is_weak || bulk.is_ok()) {
        return Some(bulk.map_or_else(Outcome::Ask, gone));
    }
    if let Some(outcome) = expenses::expense(&body) {
        return Some(outcome);
    }
    let (days, dated) = match body.days(PLANS) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let said = When { days, at: at(&dated), dated };
    whole::of_list(&body, verb, &said)
        .or_else(|| whole::of_calendar(&body, verb, &said))
        .or_else(|| Some(one(&body, said)))
}

/// When the rows of a wish are: its days, its clock time, and the words that say so.
struct When {
    days: Days,
    at: Option<chrono::DateTime<chrono_tz::Tz>>,
    dated: Dated,
}

fn at(dated: &Dated) -> Option<chrono::DateTime<chrono_tz::Tz>> {
    match dated.resolved.as_ref().map(|resolved| resolved.start) {
        Some(Moment::At(time)) if dated.parts.clock.is_some() => Some(time),
        _ => None,
    }
}

/// Without ", delete it" at the end, which repeats the wish.
fn once<'s, 't>(body: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let again = body.find(&[
        "delete it",
        "remove it",
        "cancel it",
        "drop it",
        "delete that",
        "get rid of it",
    ]);
    again.map_or(*body, |(from, _)| body.until(from))
}

/// "cancel the subscription by 15 october" is something to do by then.
fn is_due(body: &Sentence<'_, '_>) -> bool {
    body.scan(PLANS).iter().any(|found| {
        found.parts.deadline
            && !found.parts.until
            && matches!(body.word(found.from), "by" | "before")
    })
}

/// One row by its name or its time: "the meeting with Jordan", "my 3pm", "the thing on friday".
fn one(body: &Sentence<'_, '_>, said: When) -> Outcome {
    let hours = rows::stretch(&said.dated);
    let mut cut = said.dated.used;
    cut.extend(body.find(&phrases::CALENDARS));
    cut.extend(body.find(&[
        "i have scheduled",
        "i have planned",
        "i've scheduled",
        "i have",
        "i've got",
        "that's scheduled",
        "which is scheduled",
        "scheduled",
    ]));
    let When { days, at, .. } = said;
    let title = body.title(&cut);
    let calendar = body.has(&phrases::CALENDARS) || body.has(&weak::CALENDAR);
    if days == Days::default() && !calendar && create::is_imperative(body) {
        return gone(Which::named(Item::Task, title));
    }
    let which = Which { days, at, guessed: true, ..Which::default() };
    match target(body, &cut) {
        Ok(Target::Last) => gone(Which { guessed: false, target: Some(Target::Last), ..which }),
        Ok(target) => gone(Which { item: Item::Event, target: Some(target), ..which }),
        // "the thing on friday": whatever is there.
        Err(_) if days != Days::default() && is_thing(&title) => gone(which),
        Err(_) if at.is_some() => gone(Which { item: Item::Event, ..which }),
        // "cancel my monday", "cancel the rest of today": whatever is planned then.
        Err(_) if days != Days::default() && weak::is_time_only(body) => {
            gone(Which { item: Item::Event, guessed: false, all: true, hours, ..which })
        }
        // "remove new year from my calendar": the day is the name of what is on it.
        Err(question) => {
            let kept: Vec<_> = body.find(&phrases::CALENDARS).into_iter().collect();
            match target(body, &kept).ok().filter(|_| calendar && at.is_none()) {
                Some(target) => gone(Which {
                    item: Item::Event,
                    target: Some(target),
                    guessed: true,
                    ..Which::default()
                }),
                None => Outcome::Ask(question),
            }
        }
    }
}

fn is_thing(title: &str) -> bool {
    matches!(title.to_lowercase().as_str(), "the thing" | "that thing" | "thing" | "my thing")
}

fn gone(which: Which) -> Outcome {
    Outcome::Done(Request::Delete { which })
}
