//! One part of a message, with the questions the intent readers ask of it.

mod dates;
mod pressing;
mod titles;

use chrono::NaiveDate;

use super::{findings::Findings, frames, phrases};
use crate::language::{
    Direction, Reference,
    lexer::Tokens,
    money::Found,
    offsets::{self, Length},
};

pub(super) use dates::{Dated, day_of};
pub(super) use titles::without_article;

/// A part of a message that asks for one thing.
#[derive(Clone, Copy)]
pub(super) struct Sentence<'s, 't> {
    pub(super) tokens: &'s Tokens<'t>,
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) reference: &'s Reference,
    pub(super) findings: &'s Findings<'s, 't>,
    /// The day of the item before, for one that has only a time.
    pub(super) carried: Option<NaiveDate>,
    /// The item before was an expense, so a number at the start is another.
    pub(super) spent: bool,
}

impl<'s, 't> Sentence<'s, 't> {
    pub(super) fn today(&self) -> NaiveDate {
        self.reference.now.date_naive()
    }

    pub(super) fn word(&self, at: usize) -> &str {
        if at < self.to { self.tokens.word(at) } else { "" }
    }

    /// The same sentence from another token on.
    pub(super) fn after(&self, from: usize) -> Self {
        Self { from: from.min(self.to), ..*self }
    }

    pub(super) fn until(&self, to: usize) -> Self {
        Self { to: to.max(self.from), ..*self }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.from >= self.to
    }

    /// Whether the words stand at a place inside the sentence.
    pub(super) fn at(&self, at: usize, phrase: &str) -> Option<usize> {
        phrase_at(self.tokens, at, phrase).filter(|end| *end <= self.to)
    }

    pub(super) fn starts(&self, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.at(self.from, phrase))
    }

    /// The first place where one of the phrases stands, and the place behind it.
    pub(super) fn find(&self, phrases: &[&str]) -> Option<(usize, usize)> {
        (self.from..self.to).find_map(|at| {
            let first = self.tokens.word(at).as_bytes().first()?;
            phrases
                .iter()
                .filter(|phrase| phrase.as_bytes().first() == Some(first))
                .find_map(|phrase| self.at(at, phrase))
                .map(|end| (at, end))
        })
    }

    pub(super) fn has(&self, phrases: &[&str]) -> bool {
        self.find(phrases).is_some()
    }

    /// Without the words of politeness at its start.
    pub(super) fn plain(&self) -> Self {
        self.after(self.findings.plain(self.from, self.to, || self.behind_politeness()))
    }

    fn behind_politeness(&self) -> usize {
        let mut at = self.from;
        loop {
            while at < self.to
                && matches!(
                    self.tokens.mark(at),
                    Some(',' | '-' | '.' | ':' | '!' | '*' | '•' | '…')
                )
                && !(self.tokens.is_dash(at)
                    && self.tokens.glued(at + 1)
                    && self.tokens.number(at + 1).is_some())
            {
                at += 1;
            }
            let single = phrases::POLITE.iter().find_map(|phrase| self.at(at, phrase));
            match single
                .or_else(|| frames::behind(self.tokens, at, self.to))
                .filter(|end| *end < self.to)
            {
                Some(end) => at = end,
                None => return at,
            }
        }
    }

    /// Whether it is put as a question.
    pub(super) fn is_question(&self) -> bool {
        (self.from..self.to).any(|at| self.tokens.is_mark(at, '?')) || self.asks()
    }

    /// Whether it begins like a question.
    pub(super) fn asks(&self) -> bool {
        match self.word(self.from) {
            "what" | "what's" | "what've" | "whats" | "when" | "when's" | "how" | "how's"
            | "which" | "where" | "where's" | "who" | "who's" | "whose" | "whom" | "why" | "do"
            | "does" | "did" | "don't" | "doesn't" | "didn't" | "is" | "isn't" | "are"
            | "aren't" | "am" | "was" | "were" | "wasn't" | "has" | "any" | "anything" => {
                // "do the dishes" and "do coffee with Nina" are no questions, "do I have" is.
                !matches!(self.word(self.from), "do" | "don't")
                    || matches!(
                        self.word(self.from + 1),
                        "i" | "we" | "you" | "they" | "he" | "she" | "it" | "any" | "all"
                    )
                    || self.tokens.is_mark(self.to.saturating_sub(1), '?')
            }
            // "have lunch with Sam" is no question, "have I got" is.
            "have" | "can" | "could" | "would" | "will" | "should" | "shall" => {
                matches!(
                    self.word(self.from + 1),
                    "i" | "we" | "you" | "they" | "the" | "my" | "he" | "she" | "it" | "there"
                )
            }
            _ => false,
        }
    }

    /// The numbers of the sentence that may be amounts.
    pub(super) fn amounts(&self) -> Vec<Found> {
        self.findings.amounts(self.from, self.to)
    }

    /// Whether exactly these words stand at a place: no typing error is forgiven in short words.
    pub(super) fn exactly(&self, at: usize, phrase: &str) -> Option<usize> {
        self.tokens.phrase(at, phrase).filter(|end| *end <= self.to)
    }

    /// Whether nothing but marks stands from a place on.
    pub(super) fn only_marks(&self, from: usize) -> bool {
        (from..self.to).all(|at| self.tokens.mark(at).is_some())
    }

    /// The place behind the name of a row of theirs that stands at a place.
    pub(super) fn known(&self, at: usize) -> Option<usize> {
        self.tokens.names?.behind(self.tokens, at, self.to)
    }

    /// Without the cut stretches at its end.
    pub(super) fn without_tail(&self, cut: &[(usize, usize)]) -> Self {
        let is_cut = |at: usize| cut.iter().any(|(from, to)| (*from..*to).contains(&at));
        let to = (self.from..self.to).rev().find(|at| !is_cut(*at)).map_or(self.from, |at| at + 1);
        self.until(to)
    }

    /// Whether one of the phrases stands at a place.
    pub(super) fn starts_at(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.at(at, phrase))
    }

    /// The first length of time, and the tokens it takes.
    pub(super) fn length(&self) -> Option<(usize, Length, usize)> {
        (self.from..self.to).find_map(|at| {
            offsets::length(self.tokens, at)
                .filter(|(length, end)| {
                    *end <= self.to && (length.seconds != 0 || length.days != 0)
                })
                .map(|(length, end)| (at, length, end))
        })
    }

    /// Whether a day or time is the first thing said.
    pub(super) fn starts_with_date(&self) -> bool {
        self.scan(Direction::Forward)
            .first()
            .is_some_and(|fragment| fragment.from == self.from && fragment.parts.is_dated())
    }

    /// The place of the last word.
    pub(super) fn last_word(&self) -> usize {
        (self.from..self.to).rev().find(|at| self.tokens.is_word(*at)).unwrap_or(self.from)
    }

    /// Whether stretches of tokens, words that carry nothing and marks are all there is. At least
    /// one stretch has to be there.
    pub(super) fn is_covered(&self, spans: &[(usize, usize)], idle: &[&str]) -> bool {
        !spans.is_empty()
            && (self.from..self.to).all(|at| {
                spans.iter().any(|(from, to)| (*from..*to).contains(&at))
                    || idle.contains(&self.word(at))
                    || self.tokens.mark(at).is_some()
            })
    }
}

/// Words one after the other, forgiving one typing error in words of six letters and more.
#[inline]
pub(super) fn phrase_at(tokens: &Tokens<'_>, at: usize, phrase: &str) -> Option<usize> {
    // The first letter has to be right in any case, which tells most phrases apart at once.
    let first = *tokens.word(at).as_bytes().first()?;
    (phrase.as_bytes().first() == Some(&first)).then(|| rest_at(tokens, at, phrase))?
}

fn rest_at(tokens: &Tokens<'_>, at: usize, phrase: &str) -> Option<usize> {
    let (mut place, mut rest) = (at, phrase);
    loop {
        let here = tokens.word(place);
        let behind = rest.strip_prefix(here).filter(|_| !here.is_empty());
        // Letter by letter first: a word with an error is rare.
        let behind = match behind.map(|behind| (behind.as_bytes().first(), behind)) {
            Some((None | Some(b' '), behind)) => behind,
            Some((Some(b'-'), behind)) if tokens.is_dash(place + 1) => {
                (place, rest) = (place + 2, &behind[1..]);
                continue;
            }
            _ => {
                let length = rest.bytes().position(|byte| byte == b' ').unwrap_or(rest.len());
                let (word, behind) = rest.split_at(length);
                let forgiven = crate::language::vocabulary::one_error(here, word);
                (forgiven && !word.contains('-')).then_some(behind)?
            }
        };
        place += 1;
        let Some(next) = behind.strip_prefix(' ') else { return Some(place) };
        rest = next;
    }
}
