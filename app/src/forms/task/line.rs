//! The line that adds a task, read as the chat reads it: "Send the invoice fri 3pm p1".

use domain::repeat::{RepeatFrom, Rule};
use domain::task::{Label, Labels, Priority};
use domain::time::When;
use server::language::request::{self, Reading, Request};
use server::language::{Direction, Reference, when};

use crate::texts;

/// Said before the line, so that whatever it is, it is read as a task.
pub(crate) const OPENING: &str = "todo ";

/// What a line says.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Line {
    /// The words that are left for the title.
    pub(super) title: String,
    pub(super) due: Option<When>,
    pub(super) priority: Option<Priority>,
    pub(super) rule: Option<Rule>,
    pub(super) repeat_from: Option<RepeatFrom>,
    pub(super) labels: Option<Labels>,
}

impl Line {
    /// Reads it. What asks for anything but one task is a title as it stands.
    pub(super) fn read(text: &str, reference: &Reference) -> Self {
        let (text, labels) = labelled(text);
        let text = text.as_str();
        let literal = || Self { title: text.to_owned(), labels: labels.clone(), ..Self::default() };
        let reading = request::read(&format!("{OPENING}{text}"), reference);
        let Reading::Requests(requests) = reading else { return literal() };
        let Ok([Request::CreateTask { title, due, priority, repeat, .. }]) =
            <[Request; 1]>::try_from(requests)
        else {
            return literal();
        };
        if title.trim().is_empty() {
            return literal();
        }
        let labels = labels.clone();
        let rule = repeat.as_ref().and_then(|repeat| Rule::parse(&repeat.rule).ok());
        Self {
            title,
            due: due.map(moment),
            priority: priority.map(|priority| match priority {
                request::Priority::None => Priority::None,
                request::Priority::Low => Priority::Low,
                request::Priority::Medium => Priority::Medium,
                request::Priority::High => Priority::High,
            }),
            repeat_from: repeat
                .filter(|_| rule.is_some())
                .filter(|repeat| repeat.from_completion)
                .map(|_| RepeatFrom::Completion),
            rule,
            labels,
        }
    }
}

/// A line without its `#labels`, and those. Nothing in quotes is one.
pub(crate) fn labelled(text: &str) -> (String, Option<Labels>) {
    let mut labels = Labels::default();
    let mut is_quoted = false;
    let words = text.split(' ').filter(|word| {
        let is_label = !is_quoted && word.starts_with('#');
        let quotes = word.matches(['"', '“', '”']).count();
        is_quoted ^= quotes % 2 == 1;
        let label = Label::parse(word.trim_end_matches(['.', ',', ';'])).ok();
        !(is_label && label.is_some_and(|label| labels.add(label).is_ok()))
    });
    let title = words.collect::<Vec<_>>().join(" ").trim().to_owned();
    let is_title = !labels.is_empty() && !title.is_empty();
    if is_title { (title, Some(labels)) } else { (text.to_owned(), None) }
}

/// A deadline in words.
///
/// # Errors
/// A sentence for the person who typed it.
pub(crate) fn deadline(text: &str, reference: &Reference) -> Result<When, String> {
    let unread = || texts::problems::no_deadline(text);
    if let Ok(said) = When::parse(text) {
        return Ok(said);
    }
    let read = when::read(text, reference, Direction::Forward).map_err(|why| capital(&why))?;
    let read = read.ok_or_else(unread)?;
    let rest = [text.get(..read.span.start), text.get(read.span.end..)];
    if rest.into_iter().flatten().any(|part| part.contains(char::is_alphanumeric)) {
        return Err(unread());
    }
    Ok(moment(read.start))
}

fn moment(moment: when::Moment) -> When {
    match moment {
        when::Moment::Day(date) => When::Date(date),
        when::Moment::At(time) => When::Instant(time.to_utc()),
    }
}

fn capital(why: &impl ToString) -> String {
    let text = why.to_string();
    let mut letters = text.chars();
    letters
        .next()
        .map(|first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    /// Monday 23 November 2026, 10:00 in Berlin.
    fn reference() -> Reference {
        let now = chrono_tz::Europe::Berlin.with_ymd_and_hms(2026, 11, 23, 10, 0, 0);
        Reference::at(now.unwrap())
    }

    fn when(text: &str) -> Option<When> {
        When::parse(text).ok()
    }

    #[test]
    fn a_line_says_more_than_a_title() {
        let line = Line::read("Send the invoice friday 3pm p1", &reference());
        assert_eq!(line.title, "Send the invoice");
        assert_eq!(line.due, when("2026-11-27T15:00:00+01:00"));
        assert_eq!(line.priority, Some(Priority::High));
        let line = Line::read("Water the plants every 3 days", &reference());
        assert_eq!(line.title, "Water the plants");
        assert_eq!(
            line.rule.map(|rule| rule.to_string()).as_deref(),
            Some("FREQ=DAILY;INTERVAL=3")
        );
    }

    #[test]
    fn what_says_no_more_is_a_title_as_it_stands() {
        for title in [
            "Read the chapter",
            "Call Ana and Ben",
            "Lunch, then coffee",
            "\"Tomorrow\" by Daft",
            "?",
        ] {
            let line = Line::read(title, &reference());
            assert_eq!((line.due, line.rule), (None, None), "{title}");
            assert!(
                line.title.contains(title.trim_matches('"').split('"').next().unwrap()),
                "{title}"
            );
        }
    }

    #[test]
    fn words_with_a_hash_are_labels() {
        let line = Line::read("Send the invoice #work tomorrow #Home", &reference());
        assert_eq!(line.title, "Send the invoice");
        assert_eq!(line.due, when("2026-11-24"));
        assert_eq!(line.labels, Labels::parse("work home").ok());
        for (line, title) in [
            ("Fix issue #12!", "Fix issue #12!"),
            ("Read \"the #one\"", "Read \"the #one\""),
            ("#home", "#home"),
        ] {
            assert_eq!(labelled(line), (title.to_owned(), None), "{line}");
        }
    }

    #[test]
    fn a_deadline_is_said_in_words_or_figures() {
        let read = |text: &str| deadline(text, &reference()).ok();
        assert_eq!(read("fri 3pm"), when("2026-11-27T15:00:00+01:00"));
        assert_eq!(read("tomorrow"), when("2026-11-24"));
        assert_eq!(read("Fri 27 Nov 16:30"), when("2026-11-27T16:30:00+01:00"));
        assert_eq!(read("2026-12-01"), when("2026-12-01"));
        for nonsense in ["soon", "tomorrow with Ana", ""] {
            assert_eq!(read(nonsense), None, "{nonsense}");
        }
        assert!(deadline("30 february", &reference()).is_err());
    }
}
