//! Words that convention leaves open and where a wrong guess would hurt: the person picks.
//!
//! `conventions/language.md`, section 1, leaves "next monday" said on a weekend and "friday after
//! next" undecided. The message is read once with each day written in their place, so that a
//! choice says outright what it means.

use std::{mem::discriminant, ops::Range};

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

use super::{Choice, Names, Reading, Request, create, read_one, segments, sentence::Sentence};
use crate::language::{Reference, day, lexer::Tokens, vocabulary};

/// The readings of a message that can mean several days.
pub(super) fn choices(text: &str, tokens: &Tokens<'_>, reference: &Reference) -> Option<Reading> {
    let (span, days) = open_day(tokens, reference.now.date_naive())?;
    let mut choices = Vec::new();
    for day in days {
        let (before, behind) = (text.get(..span.start)?, text.get(span.end..)?);
        let message = format!("{before}{day}{behind}");
        let Reading::Requests(requests) = read_one(&message, reference, &Names::default()) else {
            return None;
        };
        choices.push(Choice { label: day.format("%A %-d %B").to_string(), message, requests });
    }
    // Where the day changes nothing, there is nothing to pick.
    let differ = choices.windows(2).all(|pair| pair[0].requests != pair[1].requests);
    (differ && choices.len() > 1).then_some(Reading::Choices(choices))
}

/// The choice between two things that a message would make as well as each other.
pub(super) fn either(sentence: &Sentence<'_, '_>, requests: &[Request; 2]) -> Option<Reading> {
    let thing = create::thing(&sentence.plain());
    let text = thing.tokens.text.get(thing.tokens.span(thing.from, thing.to))?;
    let choices: Vec<Choice> = requests
        .iter()
        .filter_map(|request| {
            let (label, opening) = match request {
                Request::CreateEvent { .. } => ("On the calendar", "add an event"),
                Request::CreateTask { .. } => ("On the task list", "add a task"),
                Request::RecordExpense { .. } => ("Among the expenses", "add an expense"),
                _ => return None,
            };
            let message = format!("{opening}: {text}");
            // What was asked once is not asked again.
            let read = {
                let tokens = Tokens::said(&message, sentence.reference);
                segments::read(&tokens, sentence.reference, false)
            };
            let Reading::Requests(requests) = read else { return None };
            let same = |read: &Request| discriminant(read) == discriminant(request);
            requests.iter().all(same).then(|| Choice { label: label.to_owned(), message, requests })
        })
        .collect();
    (choices.len() == requests.len()).then_some(Reading::Choices(choices))
}

/// A day expression that is left open, its bytes and the days it can mean.
fn open_day(tokens: &Tokens<'_>, today: NaiveDate) -> Option<(Range<usize>, [NaiveDate; 2])> {
    let monday = |weeks: u64| day::week(today, Weekday::Mon).checked_add_days(Days::new(7 * weeks));
    (0..tokens.len()).find_map(|at| {
        let weekend = matches!(today.weekday(), Weekday::Sat | Weekday::Sun);
        let weekday = |at: usize| vocabulary::weekday(tokens.word(at));
        if weekend && tokens.is(at, "next") && weekday(at + 1) == Some(Weekday::Mon) {
            return Some((tokens.span(at, at + 2), [monday(1)?, monday(2)?]));
        }
        let day = weekday(at)?;
        let next = tokens.is(at + 1, "after") && tokens.is(at + 2, "next");
        // "the friday after next week's review" names a week.
        if !next || tokens.any(at + 3, &["week", "weekend", "week's", "month"]) {
            return None;
        }
        let ahead = u64::from(day.num_days_from_monday());
        let day = |weeks| monday(weeks)?.checked_add_days(Days::new(ahead));
        let from = at - usize::from(at > 0 && tokens.is(at - 1, "the"));
        // The Friday behind next Friday, or the one behind the coming one.
        Some((tokens.span(from, at + 3), [day(1)?, day(2)?]))
    })
}
