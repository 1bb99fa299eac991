//! Finding the row that a person means by its words.

use domain::Uuid;

use super::super::tool::Prepared;
use crate::error::Error;

/// Words that people add to a name without their being part of it.
const FILLERS: [&str; 24] = [
    "a",
    "an",
    "the",
    "my",
    "our",
    "to",
    "with",
    "at",
    "for",
    "of",
    "on",
    "in",
    "and",
    "that",
    "this",
    "task",
    "event",
    "todo",
    "reminder",
    "appointment",
    "meeting",
    "expense",
    "item",
    "thing",
];

/// How many readings are offered at most.
const OFFERED: usize = 5;

/// What a name is compared by.
struct Name {
    words: Vec<String>,
    telling: Vec<String>,
}

impl Name {
    fn of(text: &str) -> Self {
        let words: Vec<String> = text
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(stem)
            .collect();
        let telling: Vec<String> =
            words.iter().filter(|word| !FILLERS.contains(&word.as_str())).cloned().collect();
        // "the meeting" is all fillers; then they have to do.
        let telling = if telling.is_empty() { words.clone() } else { telling };
        Self { words, telling }
    }

    /// How well a row's name fits, in percent of the words that tell it apart;
    /// an exact name beats every other.
    fn fit(&self, name: &Self) -> usize {
        if self.words == name.words {
            return 200;
        }
        let found = self.telling.iter().filter(|word| name.words.contains(word)).count();
        (found * 100).checked_div(self.telling.len()).unwrap_or(0)
    }
}

/// Plurals and possessives are the same word ("dentists", "Sam's").
fn stem(word: &str) -> String {
    match word.strip_suffix('s') {
        Some(stem) if stem.chars().count() > 3 && !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

/// A candidate: its identifier, its name and its label.
pub(super) type Candidate = (Uuid, String, String);

/// The rows that `target` may mean: those whose names fit best, if at least half
/// of the telling words fit.
pub(super) fn best(target: &str, candidates: Vec<Candidate>) -> Vec<(Uuid, String)> {
    let wanted = Name::of(target);
    let scored: Vec<(usize, Uuid, String)> = candidates
        .into_iter()
        .map(|(id, name, label)| (wanted.fit(&Name::of(&name)), id, label))
        .filter(|(fit, _, _)| *fit >= 50)
        .collect();
    let best = scored.iter().map(|(fit, _, _)| *fit).max().unwrap_or(0);
    scored
        .into_iter()
        .filter(|(fit, _, _)| *fit == best)
        .map(|(_, id, label)| (id, label))
        .collect()
}

/// None is refused, one is meant, several are offered.
pub(super) fn settle(
    mut rows: Vec<(Uuid, String)>,
    none: String,
    prepared: impl FnOnce(Uuid, String) -> Result<Prepared, Error>,
) -> Result<Prepared, Error> {
    match rows.len() {
        0 => Ok(Prepared::Refused(none)),
        1 => {
            let (id, label) = rows.remove(0);
            prepared(id, label)
        }
        _ => {
            rows.truncate(OFFERED);
            Ok(Prepared::Ambiguous(rows))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(target: &str, name: &str) -> usize {
        Name::of(target).fit(&Name::of(name))
    }

    #[test]
    fn the_words_that_tell_decide() {
        assert_eq!(fit("the dentist appointment", "Dentist"), 100);
        assert_eq!(fit("dentist", "dentist"), 200);
        assert_eq!(fit("passport renewal thing", "Renew passport"), 50);
        assert_eq!(fit("call mom", "Buy milk"), 0);
        assert_eq!(fit("", "Buy milk"), 0);
    }
}
