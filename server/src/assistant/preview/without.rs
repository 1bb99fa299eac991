//! Ways out of a reading: the message with the words of one chip in quotes, which are
//! never interpreted, so that they stay in the title.
//!
//! No reader tells which words a fact came from. Those are its words which change or
//! end it when they alone are quoted; the reading of the result is the proof.

mod parts;

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

use domain::preview::{About, Intent, Preview};

use parts::{MARKS, parted, words};

/// Longer messages, in bytes, have no ways out: each word is one more reading.
const LONGEST: usize = 300;
/// How often words are looked for that say the same once more ("Mon, 23 Nov").
const ROUNDS: usize = 4;
/// Readings whose chips know the message without them.
pub(super) fn with_ways_out(text: &str, read: impl Fn(&str) -> Vec<Preview>) -> Vec<Preview> {
    let mut previews = read(text);
    if text.len() > LONGEST {
        return previews;
    }
    let original = previews.clone();
    let (text, starts) = parted(text, &original, &read);
    let text = text.as_str();
    let reader = Reader { text, words: words(text), starts, read, known: RefCell::default() };
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
    /// Where each thing begins, if that is known of all of them.
    starts: Vec<usize>,
    read: R,
    known: RefCell<HashMap<String, Vec<Preview>>>,
}

impl<R: Fn(&str) -> Vec<Preview>> Reader<'_, R> {
    /// The message in which no words say that fact of the reading at `index`; none
    /// when there are no such words, or when more than the fact would change.
    fn without(&self, original: &[Preview], index: usize, about: About) -> Option<String> {
        let fact = |quoted: &[usize]| {
            let (_, then) = self.reading(original, index, about, quoted)?;
            Some(then.get(index).and_then(|then| said(then, about).map(str::to_owned)))
        };
        let mut chosen = Vec::new();
        for _ in 0..ROUNDS {
            let now = fact(&chosen);
            let says = |word: &usize| {
                let then = fact(&with(&chosen, *word));
                then.is_some() && then != now
            };
            let others = (0..self.words.len())
                .filter(|word| !chosen.contains(word) && !self.is_in_title(original, index, *word));
            let found: Vec<_> = others.filter(says).collect();
            if found.is_empty() {
                break;
            }
            chosen.extend(found);
            chosen.sort_unstable();
            if !matches!(fact(&chosen), Some(Some(_))) {
                break;
            }
        }
        let (line, then) = self.reading(original, index, about, &chosen)?;
        self.is_only_without(original, index, about, &chosen, &then).then_some(line)
    }

    /// The message with these words in quotes, and its reading, as long as the same
    /// things are asked for. "Lunch with Sam" is an event by its time alone: without
    /// it, it has to be said what it is.
    fn reading(
        &self,
        original: &[Preview],
        index: usize,
        about: About,
        quoted: &[usize],
    ) -> Option<(String, Vec<Preview>)> {
        let line = self.quoted(quoted, None);
        let task = self.quoted(quoted, Some(self.starts.get(index).copied().unwrap_or(0)));
        let is_same = |then: &Vec<Preview>| {
            let (Some(now), Some(then_one)) = (original.get(index), then.get(index)) else {
                return false;
            };
            let is_gone = said(then_one, about).is_none();
            then.len() == original.len()
                && (now.intent == then_one.intent || is_gone && loses_time(now, then_one))
        };
        [line, task].into_iter().find_map(|line| {
            let then = self.preview(&line);
            is_same(&then).then_some((line, then))
        })
    }

    /// Whether a word is in the title already: then no fact is made of it alone.
    fn is_in_title(&self, original: &[Preview], index: usize, word: usize) -> bool {
        let word = self.words.get(word).and_then(|span| self.text.get(span.clone()));
        original.get(index).zip(word).is_some_and(|(reading, word)| {
            reading.title.split_whitespace().any(|of_title| of_title.trim_matches(MARKS) == word)
        })
    }

    /// Whether nothing else changes, and the words are in the title.
    fn is_only_without(
        &self,
        original: &[Preview],
        index: usize,
        about: About,
        quoted: &[usize],
        then: &[Preview],
    ) -> bool {
        let others_stay = then
            .iter()
            .zip(original)
            .enumerate()
            .all(|(at, (then, now))| at == index || then == now);
        let (Some(now), Some(then)) = (original.get(index), then.get(index)) else { return false };
        let facts_stay = now.chips.iter().filter(|chip| chip.about != about).all(|chip| {
            said(then, chip.about) == Some(chip.text.as_str())
                // A task has no place: that is in the title then.
                || loses_time(now, then) && then.title.contains(&chip.text)
                // "every Friday" says the first day, too.
                || (about, chip.about) == (About::Repeats, About::When)
        });
        let words = || quoted.iter().filter_map(|word| self.text.get(self.words[*word].clone()));
        others_stay
            && facts_stay
            && !quoted.is_empty()
            && words().all(|word| then.title.contains(word))
    }

    fn preview(&self, line: &str) -> Vec<Preview> {
        if let Some(known) = self.known.borrow().get(line) {
            return known.clone();
        }
        let previews = (self.read)(line);
        self.known.borrow_mut().insert(line.to_owned(), previews.clone());
        previews
    }

    /// The message with these words in quotes; neighbours share them. What begins at
    /// `task` is said to be one.
    fn quoted(&self, quoted: &[usize], task: Option<usize>) -> String {
        let mut message = String::with_capacity(self.text.len() + 2 * quoted.len());
        let mut place = 0;
        let copy = |message: &mut String, part: Range<usize>| match task {
            Some(task) if part.contains(&task) => {
                message.push_str(&self.text[part.start..task]);
                message.push_str("todo ");
                message.push_str(&self.text[task..part.end]);
            }
            _ => message.push_str(&self.text[part]),
        };
        for (at, word) in quoted.iter().enumerate() {
            let span = self.words[*word].clone();
            let joins = |one: usize, other: usize| {
                one + 1 == other
                    && self.text[self.words[one].end..self.words[other].start].trim().is_empty()
            };
            copy(&mut message, place..span.start);
            if at == 0 || !joins(quoted[at - 1], *word) {
                message.push('"');
            }
            message.push_str(&self.text[span.clone()]);
            if quoted.get(at + 1).is_none_or(|next| !joins(*word, *next)) {
                message.push('"');
            }
            place = span.end;
        }
        copy(&mut message, place..self.text.len());
        message
    }
}

/// What a reading says about something.
fn said(preview: &Preview, about: About) -> Option<&str> {
    let chip = preview.chips.iter().find(|chip| chip.about == about);
    chip.map(|chip| chip.text.as_str())
}

/// Whether an event became a task, since its time is none any more.
fn loses_time(now: &Preview, then: &Preview) -> bool {
    (now.intent, then.intent) == (Intent::AddEvent, Intent::AddTask)
}

fn with(chosen: &[usize], word: usize) -> Vec<usize> {
    let mut more = [chosen, &[word]].concat();
    more.sort_unstable();
    more
}
