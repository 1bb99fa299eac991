//! Reminders that hang on something on the calendar: "remind me 10 minutes before the meeting".

use crate::language::request::{Before, edits::bare_title, sentence::Sentence};

/// Openings of a reminder. Longer ones first.
const OPENINGS: [&str; 12] = [
    "remind me to",
    "remind me about",
    "remind me",
    "remind us to",
    "remind us",
    "set a reminder to",
    "set a reminder for",
    "set a reminder",
    "reminder to",
    "reminder",
    "ping me",
    "alert me",
];

/// What a reminder is to come before, and how long before it.
pub(super) fn hangs_on(sentence: &Sentence<'_, '_>) -> Option<Before> {
    let opening = sentence.starts(&OPENINGS)?;
    let (at, days, minutes, end) = lead(sentence)?;
    let joint = sentence.starts_at(end, &["before", "ahead of", "prior to"])?;
    let what = sentence.after(joint);
    // "2 days before christmas" is a day.
    if what.starts_with_date() || what.is_empty() {
        return None;
    }
    // "remind me an hour before the party to buy ice"
    let task = what.find(&["to"]).filter(|(at, _)| *at > what.from);
    let (what, behind) = match task {
        Some((at, to)) => (what.until(at), Some(what.after(to))),
        None => (what, None),
    };
    let said = behind.unwrap_or_else(|| sentence.after(opening).until(at.max(opening)));
    let title = said.verbatim();
    let name = what.title(&[]);
    let what = bare_title(&name).to_owned();
    let title = Some(title).filter(|title| !title.is_empty());
    (!what.is_empty()).then_some(Before { what, title, days, minutes })
}

/// How long before: where it stands, days, minutes, and the place behind it.
fn lead(sentence: &Sentence<'_, '_>) -> Option<(usize, u32, u32, usize)> {
    if let Some((at, end)) = sentence.find(&["the day", "a day", "one day"])
        && sentence.word(end) == "before"
    {
        return Some((at, 1, 0, end));
    }
    let (at, length, end) = sentence.length()?;
    let minutes = u32::try_from(length.seconds / 60).ok()?;
    (length.months == 0 && length.workdays == 0).then_some((at, length.days, minutes, end))
}
