//! Builds events and tasks from the words that are left when all others are understood.

use chrono::TimeDelta;

use super::before::hangs_on;
use super::labels::labels;
use crate::language::{
    numbers, offsets,
    request::{
        Outcome, PLANS, Question, Request, phrases,
        sentence::{Sentence, without_article},
    },
    resolve::Resolved,
    when::Moment,
};

/// Names that stand for nothing yet: "schedule something", "add an event".
#[rustfmt::skip]
pub(super) const NOTHING: [&str; 23] = [
    "", "something", "event", "events", "meeting me", "task", "reminder", "it", "that", "this",
    "an event", "a task", "a reminder", "something for me", "thing", "a thing", "please", "an expense",
    "expense", "an appointment", "appointment", "todo", "a todo",
];

/// "i have", "i've got": said before the thing itself.
pub(super) fn possession(head: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    // "got a viewing at 5", "do lunch with Kim", "it's dad's birthday"
    let short = head.starts(&["got", "having", "do", "have", "it's", "we've also got"]);
    let thing = |at: usize| {
        matches!(head.word(at), "a" | "an" | "the" | "my" | "another" | "some")
            && head.word(head.from) != "do"
            || phrases::EVENT_NOUNS.contains(&head.word(at))
            || head.word(at) == "coffee"
            || head.word(head.from) == "it's" && head.word(at).ends_with("'s")
    };
    if let Some(end) = short.filter(|end| thing(*end)) {
        return Some((head.from, end));
    }
    head.starts(&[
        "i am having",
        "i'm having",
        "we are having",
        "we're having",
        "i'm going to have",
        "i am going to have",
        "i will have",
        "i'll have",
        "we'll have",
        "i have got",
        "i've got",
        "i have",
        "i've",
        "we have got",
        "we've got",
        "we have",
        "there's also",
        "there's",
        "there is",
        "there will be",
        "there'll be",
        "i need",
        "we need",
        "i am",
        "i'm",
        "we're",
        "i got",
    ])
    .map(|end| (head.from, end))
}

/// Builds a task from the words that are no date, no urgency and no opening.
pub(super) fn task(sentence: &Sentence<'_, '_>, openings: &[(usize, usize)]) -> Outcome {
    let dated = match sentence.dated_beside(openings, PLANS) {
        Ok(dated) => dated,
        Err(question) => return Outcome::Ask(question),
    };
    if let Some(before) = hangs_on(sentence) {
        return Outcome::Ask(Question::BeforeWhat(before));
    }
    let priority = sentence.priority();
    let mut cut = dated.used;
    cut.extend(openings);
    cut.extend(priority.map(|(_, span)| span));
    let labels = labels(sentence);
    cut.extend(labels.iter().map(|(_, span)| *span));
    let title = sentence.title(&cut);
    if NOTHING.contains(&title.to_lowercase().as_str()) {
        return Outcome::Ask(Question::What);
    }
    let today = sentence.today();
    let due = dated.resolved.as_ref().map(|resolved| match (resolved.stretch, resolved.end) {
        // "next week" is due on its Monday, "this week" by its end.
        (true, Some(end)) if resolved.start.date() < today => end,
        _ => resolved.start,
    });
    let repeat = dated.resolved.and_then(|resolved| resolved.repeat);
    Outcome::Done(Request::CreateTask {
        title,
        due,
        priority: priority.map(|(priority, _)| priority),
        repeat,
        labels: labels.into_iter().map(|(label, _)| label).collect(),
        list: None,
    })
}

/// Builds an event from the words that are no date and no opening.
pub(super) fn event(sentence: &Sentence<'_, '_>, openings: &[(usize, usize)]) -> Outcome {
    let dated = match sentence.dated_beside(openings, PLANS) {
        Ok(dated) => dated,
        Err(question) => return Outcome::Ask(question),
    };
    let mut cut = dated.used;
    cut.extend(openings);
    cut.extend(sentence.find(&phrases::CALENDARS));
    // "i need a meeting scheduled with bob", "mark that i have a meeting"
    for words in ["scheduled", "booked", "called", "titled", "named"] {
        cut.extend(
            sentence.find(&[words]).filter(|(at, end)| *at > sentence.from && *end < sentence.to),
        );
    }
    let rest = openings
        .iter()
        .map(|(_, to)| *to)
        .filter(|to| *to < sentence.to)
        .min()
        .unwrap_or(sentence.from);
    cut.extend(possession(&sentence.after(rest)));
    let named = sentence.title(&cut);
    let Some(mut resolved) = dated.resolved else {
        return Outcome::Ask(Question::What);
    };
    if let Some((end, words)) = said_length(sentence, &cut, &resolved) {
        resolved.end = Some(end);
        cut.push(words);
    }
    let place = location(sentence, &cut);
    if let Some((_, from, to)) = &place {
        cut.push((*from, *to));
    }
    let title = Some(sentence.title(&cut)).filter(|title| !title.is_empty()).unwrap_or(named);
    let title = without_article(title);
    if NOTHING.contains(&title.to_lowercase().as_str()) {
        return Outcome::Ask(Question::What);
    }
    let (start, end, all_day) = span(&resolved, sentence.tokens.habits.event_minutes);
    let zone = dated.parts.zone.and_then(|zone| zone.named_at(&resolved.start));
    Outcome::Done(Request::CreateEvent {
        title,
        start,
        end,
        all_day,
        location: place.map(|(name, ..)| name),
        repeat: resolved.repeat,
        zone,
    })
}

/// "block 2 hours tomorrow morning", "a 30 minute call at 4": how long it lasts, said in its name.
pub(super) fn said_length(
    sentence: &Sentence<'_, '_>,
    cut: &[(usize, usize)],
    resolved: &Resolved,
) -> Option<(Moment, (usize, usize))> {
    let Moment::At(start) = resolved.start else { return None };
    let kept = |at: &usize| !cut.iter().any(|(from, to)| (*from..*to).contains(at));
    if resolved.end.is_some() {
        return None;
    }
    (sentence.from..sentence.to).filter(kept).find_map(|at| {
        let (length, end) = offsets::length(sentence.tokens, at)?;
        let inside = end <= sentence.to && (at..end).all(|at| kept(&at)) && !length.is_calendar();
        let moved = length.shift(start, false).filter(|_| inside)?;
        Some((Moment::At(moved), (at, end)))
    })
}

/// Start and end of an event, with the usual length where none was said.
pub(super) fn span(resolved: &Resolved, minutes: u32) -> (Moment, Moment, bool) {
    match resolved.start {
        Moment::Day(_) => (resolved.start, resolved.end.unwrap_or(resolved.start), true),
        Moment::At(start) => {
            let usual = TimeDelta::minutes(minutes.into());
            let usual = start.checked_add_signed(usual).unwrap_or(start);
            (resolved.start, resolved.end.unwrap_or(Moment::At(usual)), false)
        }
    }
}

/// The place behind "at", up to a comma, a preposition or a date.
pub(super) fn location(
    sentence: &Sentence<'_, '_>,
    cut: &[(usize, usize)],
) -> Option<(String, usize, usize)> {
    let kept =
        |at: usize| at < sentence.to && !cut.iter().any(|(from, to)| (*from..*to).contains(&at));
    let at = (sentence.from + 1..sentence.to).find(|at| {
        kept(*at)
            && matches!(sentence.word(*at), "at" | "@")
            && kept(at + 1)
            && sentence.tokens.number(at + 1).is_none()
            && numbers::words(sentence.tokens, at + 1).is_none()
    })?;
    // "at Moe and Kim's" is one place.
    let is_name = |at: usize| {
        sentence.tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase))
    };
    let ends = |place: usize| {
        !kept(place)
            || sentence.tokens.is_mark(place, ',')
            || sentence.tokens.is_mark(place, '.') && !sentence.tokens.glued(place + 1)
            || sentence.word(place) == "and" && !is_name(place + 1)
            || matches!(sentence.word(place), "with" | "for" | "to" | "on" | "about" | "from")
    };
    let end = (at + 1..sentence.to).find(|place| ends(*place)).unwrap_or(sentence.to);
    let text = sentence.tokens.text.get(sentence.tokens.span(at + 1, end))?.trim();
    (end > at + 1 && !text.is_empty())
        .then(|| (text.trim_end_matches(['.', ',', '!', '?', ';']).to_owned(), at, end))
}
