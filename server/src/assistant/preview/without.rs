//! Ways out of a reading: the message with the words of one chip in quotes, which are
//! never interpreted, so that they stay in the title.
//!
//! No reader tells which words a fact came from. Those are its words which change or
//! end it when they alone are quoted; the reading of the result is the proof.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use domain::preview::{About, Intent, Preview};

/// Longer messages, in bytes, have no ways out: each word is one more reading.
const LONGEST: usize = 300;
/// How often words are looked for that say the same once more ("Mon, 23 Nov").
const ROUNDS: usize = 4;
/// What stands around a word and is none of it.
const MARKS: [char; 9] = [',', '.', ';', ':', '!', '?', '(', ')', '…'];
/// What opens or closes a quotation.
const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];

/// Readings whose chips know the message without them.
pub(super) fn with_ways_out(text: &str, read: impl Fn(&str) -> Vec<Preview>) -> Vec<Preview> {
    let mut previews = read(text);
    if text.len() > LONGEST {
        return previews;
    }
    let reader = Reader { text, words: words(text), read, known: RefCell::default() };
    let original = previews.clone();
    for (index, preview) in previews.iter_mut().enumerate() {
        for chip in &mut preview.chips {
            chip.without = reader.without(&original, index, chip.about);
        }
    }
    previews
}

/// Reads one message with some of its words in quotes.
struct Reader<'t, R> {
    text: &'t str,
    words: Vec<Range<usize>>,
    read: R,
    known: RefCell<HashMap<Vec<usize>, Vec<Preview>>>,
}

impl<R: Fn(&str) -> Vec<Preview>> Reader<'_, R> {
    /// The message in which no words say that fact of the reading at `index`; none
    /// when there are no such words, or when more than the fact would change.
    fn without(&self, original: &[Preview], index: usize, about: About) -> Option<String> {
        let mut chosen = Vec::new();
        for _ in 0..ROUNDS {
            let now = self.fact(&chosen, index, about, original.len());
            let says = |word: &usize| {
                let more = with(&chosen, *word);
                let then = self.fact(&more, index, about, original.len());
                then.is_some() && then != now
            };
            let all = 0..self.words.len();
            let found: Vec<_> = all.filter(|word| !chosen.contains(word)).filter(says).collect();
            if found.is_empty() {
                break;
            }
            chosen.extend(found);
            chosen.sort_unstable();
            let fact = self.fact(&chosen, index, about, original.len());
            if !matches!(fact, Some(Some(_))) {
                break;
            }
        }
        if chosen.is_empty() {
            return None;
        }
        let line = self.quoted(&chosen);
        // "Lunch with Sam" is an event by its time alone; without, it has to be said what it is.
        let task = format!("todo: {line}");
        [line, task].into_iter().find(|line| {
            let then = (self.read)(line);
            self.is_only_without(original, index, about, &chosen, &then)
        })
    }

    /// What a chip says when these words are quoted: `Some(None)` once it is gone,
    /// `None` when other things would be asked for.
    fn fact(
        &self,
        quoted: &[usize],
        index: usize,
        about: About,
        count: usize,
    ) -> Option<Option<String>> {
        let previews = self.preview(quoted);
        let preview = previews.get(index).filter(|_| previews.len() == count)?;
        let chip = preview.chips.iter().find(|chip| chip.about == about);
        Some(chip.map(|chip| chip.text.clone()))
    }

    /// Whether nothing else changes, and the words are in the title, where they
    /// were not before.
    fn is_only_without(
        &self,
        original: &[Preview],
        index: usize,
        about: About,
        quoted: &[usize],
        then: &[Preview],
    ) -> bool {
        let others_stay = then.len() == original.len()
            && then
                .iter()
                .zip(original)
                .enumerate()
                .all(|(at, (then, now))| at == index || then == now);
        let (Some(now), Some(then)) = (original.get(index), then.get(index)) else { return false };
        // An event without a time is a task, which has no place: that is in the title then.
        let loses_time = (now.intent, then.intent) == (Intent::AddEvent, Intent::AddTask);
        let facts_stay = now.chips.iter().filter(|chip| chip.about != about).all(|chip| {
            then.chips.iter().any(|other| (other.about, &other.text) == (chip.about, &chip.text))
                || loses_time && chip.about == About::Place && then.title.contains(&chip.text)
        });
        let words = || quoted.iter().filter_map(|word| self.text.get(self.words[*word].clone()));
        others_stay
            && facts_stay
            && (now.intent == then.intent || loses_time)
            && words().all(|word| then.title.contains(word))
            && !words().all(|word| now.title.contains(word))
    }

    fn preview(&self, quoted: &[usize]) -> Vec<Preview> {
        if let Some(known) = self.known.borrow().get(quoted) {
            return known.clone();
        }
        let previews = (self.read)(&self.quoted(quoted));
        self.known.borrow_mut().insert(quoted.to_vec(), previews.clone());
        previews
    }

    /// The message with these words in quotes; neighbours share them.
    fn quoted(&self, quoted: &[usize]) -> String {
        let mut message = String::with_capacity(self.text.len() + 2 * quoted.len());
        let mut place = 0;
        for (at, word) in quoted.iter().enumerate() {
            let span = self.words[*word].clone();
            let joins = |one: usize, other: usize| {
                one + 1 == other
                    && self.text[self.words[one].end..self.words[other].start].trim().is_empty()
            };
            message.push_str(&self.text[place..span.start]);
            if at == 0 || !joins(quoted[at - 1], *word) {
                message.push('"');
            }
            message.push_str(&self.text[span.clone()]);
            if quoted.get(at + 1).is_none_or(|next| !joins(*word, *next)) {
                message.push('"');
            }
            place = span.end;
        }
        message.push_str(&self.text[place..]);
        message
    }
}

fn with(chosen: &[usize], word: usize) -> Vec<usize> {
    let mut more = [chosen, &[word]].concat();
    more.sort_unstable();
    more
}

/// The words that no quotation holds yet.
fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut place = 0;
    for piece in text.split_whitespace() {
        let Some(found) = text[place..].find(piece) else { break };
        let start = place + found;
        place = start + piece.len();
        let word = piece.trim_matches(MARKS);
        let is_inside = text[..start].chars().filter(|c| QUOTES.contains(c)).count() % 2 == 1;
        if word.is_empty() || is_inside || word.contains(QUOTES) {
            continue;
        }
        let from = start + (piece.len() - piece.trim_start_matches(MARKS).len());
        words.push(from..from + word.len());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_cut_without_marks_and_outside_of_quotations() {
        let text = "Lunch (tomorrow), “1 pm” é, \"p1\" end.";
        let cut: Vec<&str> = words(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(cut, ["Lunch", "tomorrow", "é", "end"]);
    }
}
