//! "what does friday look like", "how's my week looking": a question about all of a stretch.

use super::{days_of, hours, spoken_days};
use crate::language::request::{Days, Outcome, Request, sentence::Sentence};

/// The words such a question is made of, beside its days.
#[rustfmt::skip]
const WORDS: [&str; 36] = [
    "what", "what's", "does", "do", "is", "are", "how", "how's", "my", "the",
    "look", "looks", "looking", "like", "day", "week", "weekend", "schedule", "calendar", "going",
    "to", "be", "so", "far", "for", "will", "on", "in", "things", "stuff", "agenda", "diary", "shaping",
    "up", "busy", "s",
];

/// Reads such a question.
pub(super) fn looks(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    sentence.starts(&["what", "what's", "how", "how's"])?;
    if !sentence.has(&["look", "looks", "looking", "like", "shaping up"]) && !today_alone(sentence)
    {
        return None;
    }
    let (days, used) = days_of(sentence).ok()?;
    let days = if days.is_any() { spoken_days(sentence) } else { days };
    let mut spans = used;
    spans.push((sentence.from, sentence.from + 1));
    if days == Days::default() || !sentence.is_covered(&spans, &WORDS) {
        return None;
    }
    let hours = hours::said(sentence);
    Some(Outcome::Done(Request::ListEvents { days, hours, words: None, next: false }))
}

/// "what's today?", "what's tomorrow": a day and nothing else is asked about.
fn today_alone(sentence: &Sentence<'_, '_>) -> bool {
    sentence
        .starts(&["what's today", "what's tomorrow"])
        .is_some_and(|end| sentence.only_marks(end))
}
