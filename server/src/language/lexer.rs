//! Text to tokens: words, numbers, marks, and stretches that are never interpreted.
//!
//! Quoted text, web addresses and e-mail addresses become one opaque token each, so no later
//! rule can read a date or an amount out of them.

mod contractions;
mod cut;

use cut::lex;
use std::ops::Range;

use super::{Habits, Reference, request::Names};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Letters, with apostrophes inside ("o'clock", "friday's").
    Word,
    /// ASCII digits only; signs and separators are marks of their own.
    Number,
    /// Any other visible character.
    Mark(char),
    /// Quoted text, a web address or an e-mail address.
    Opaque,
}

/// A piece of the text.
#[derive(Debug, Clone)]
pub(crate) struct Token<'t> {
    pub(crate) text: &'t str,
    pub(crate) start: usize,
    pub(crate) kind: Kind,
    /// No white space stands between this token and the one before.
    pub(crate) glued: bool,
    /// The text in lower case with straight apostrophes; empty for anything but words.
    pub(crate) lower: String,
    /// The value of a number, saturating.
    pub(crate) value: u32,
}

impl Token<'_> {
    pub(crate) fn end(&self) -> usize {
        self.start + self.text.len()
    }
}

/// The tokens of one text. Positions beyond either end answer like an empty place.
#[derive(Debug, Clone)]
pub(crate) struct Tokens<'t> {
    pub(crate) text: &'t str,
    /// What the person means by words that convention leaves open.
    pub(crate) habits: Habits,
    /// What their rows are called, where that may matter.
    pub(crate) names: Option<&'t Names>,
    list: Vec<Token<'t>>,
}

impl<'t> Tokens<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, habits: Habits::default(), names: None, list: lex(text) }
    }

    /// The tokens of what somebody says who has habits of their own.
    pub(crate) fn said(text: &'t str, reference: &Reference) -> Self {
        Self { habits: reference.habits, ..Self::new(text) }
    }

    /// The same, said by somebody whose rows have these names.
    pub(crate) fn among(self, names: &'t Names) -> Self {
        Self { names: Some(names), ..self }
    }

    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    pub(crate) fn get(&self, at: usize) -> Option<&Token<'t>> {
        self.list.get(at)
    }

    /// The word at a place in lower case, or "".
    pub(crate) fn word(&self, at: usize) -> &str {
        self.list.get(at).map_or("", |token| token.lower.as_str())
    }

    /// The word before a place in lower case, or "".
    pub(crate) fn word_before(&self, at: usize) -> &str {
        at.checked_sub(1).map_or("", |before| self.word(before))
    }

    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.word(at) == word
    }

    pub(crate) fn any(&self, at: usize, words: &[&str]) -> bool {
        let word = self.word(at);
        !word.is_empty() && words.contains(&word)
    }

    /// Whether the words stand here one after the other; answers the place behind them.
    pub(crate) fn phrase(&self, at: usize, phrase: &str) -> Option<usize> {
        let (mut place, mut rest) = (at, phrase);
        loop {
            let behind = rest.strip_prefix(Some(self.word(place)).filter(|it| !it.is_empty())?)?;
            place += 1;
            if behind.is_empty() {
                return Some(place);
            }
            rest = behind.strip_prefix(' ')?;
        }
    }

    pub(crate) fn number(&self, at: usize) -> Option<u32> {
        self.list.get(at).filter(|token| token.kind == Kind::Number).map(|token| token.value)
    }

    /// How many digits the number at a place is written with.
    pub(crate) fn digits(&self, at: usize) -> usize {
        self.list
            .get(at)
            .filter(|token| token.kind == Kind::Number)
            .map_or(0, |token| token.text.len())
    }

    pub(crate) fn mark(&self, at: usize) -> Option<char> {
        match self.list.get(at)?.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    pub(crate) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.mark(at) == Some(mark)
    }

    pub(crate) fn is_dash(&self, at: usize) -> bool {
        matches!(self.mark(at), Some('-' | '–' | '—' | '‐' | '‑'))
    }

    /// No space between this token and the one before it.
    pub(crate) fn glued(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.glued)
    }

    /// Whether the token is a word that carries meaning of its own.
    pub(crate) fn is_word(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.kind == Kind::Word)
    }

    /// Whether the token is quoted text or an address.
    pub(crate) fn is_opaque(&self, at: usize) -> bool {
        self.list.get(at).is_some_and(|token| token.kind == Kind::Opaque)
    }

    /// Whether nothing but the end, closing marks or a pause stands at a place.
    pub(crate) fn is_pause(&self, at: usize) -> bool {
        match self.list.get(at) {
            None => true,
            Some(token) => matches!(
                token.kind,
                Kind::Mark(',' | '.' | ';' | '!' | '?' | ')' | ']' | ':' | '…')
            ),
        }
    }

    /// Byte range of the tokens from `from` up to, not including, `to`.
    pub(crate) fn span(&self, from: usize, to: usize) -> Range<usize> {
        let start = self.list.get(from).map_or(self.text.len(), |token| token.start);
        let end = to.checked_sub(1).and_then(|last| self.list.get(last)).map_or(start, Token::end);
        start..end.max(start)
    }

    /// Whether a number that starts here is a number of its own: not the tail of "b12",
    /// "covid-19", "#8841", "$12", "1.5" or "3/4".
    pub(crate) fn clean_left(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|_| self.glued(at)) else {
            return true;
        };
        match self.list.get(before).map(|token| token.kind) {
            Some(Kind::Word | Kind::Number | Kind::Opaque) => false,
            Some(Kind::Mark(mark)) => {
                matches!(mark, '(' | '[' | '@' | ',' | ';' | ':' | '~' | '…' | '!' | '?' | '>')
                    && !(self.glued(before) && self.number(before.wrapping_sub(1)).is_some())
                    || (self.is_dash(before) && (!self.glued(before) || self.ends_time(before)))
            }
            None => true,
        }
    }

    /// Whether a range may begin before a glued dash: behind a number, a month or am and pm.
    fn ends_time(&self, dash: usize) -> bool {
        let Some(before) = dash.checked_sub(1) else { return false };
        self.number(before).is_some()
            || self.any(before, &["am", "pm", "a", "p", "m", "noon", "midnight"])
            || self.is_mark(before, '.') && self.any(before.wrapping_sub(1), &["m"])
            || super::vocabulary::month(self.word(before)).is_some()
    }

    /// Whether a number that ends before `at` is not continued by what stands there.
    pub(crate) fn clean_right(&self, at: usize) -> bool {
        let Some(token) = self.list.get(at).filter(|token| token.glued) else {
            return true;
        };
        match token.kind {
            Kind::Word | Kind::Number | Kind::Opaque => false,
            Kind::Mark('.' | ',' | ':') => {
                !(self.glued(at + 1) && (self.number(at + 1).is_some() || self.is_word(at + 1)))
            }
            Kind::Mark(mark) => matches!(mark, ';' | '!' | '?' | ')' | ']' | '…' | '~'),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(text: &str) -> Vec<String> {
        Tokens::new(text)
            .list
            .iter()
            .map(|token| match token.kind {
                Kind::Word => token.lower.clone(),
                Kind::Number => token.value.to_string(),
                Kind::Mark(mark) => mark.to_string(),
                Kind::Opaque => format!("<{}>", token.text),
            })
            .collect()
    }

    #[test]
    fn splits_letters_from_digits_and_keeps_apostrophes() {
        assert_eq!(shape("Oct2 8:30pm"), ["oct", "2", "8", ":", "30", "pm"]);
        assert_eq!(shape("Friday’s o'clock"), ["friday's", "o'clock"]);
    }

    #[test]
    fn quotations_and_addresses_are_opaque() {
        assert_eq!(shape("add \"lunch friday\" 'at 3'"), ["add", "<\"lunch friday\">", "<'at 3'>"]);
        assert_eq!(shape("see https://a.b/1/2, ok"), ["see", "<https://a.b/1/2>", ",", "ok"]);
        assert_eq!(shape("to a.b@c.de now"), ["to", "<a.b@c.de>", "now"]);
        assert_eq!(shape("5 o' clock"), ["5", "o", "'", "clock"]);
    }

    #[test]
    fn numbers_know_their_neighbours() {
        let clean = |text: &str, at: usize| {
            let tokens = Tokens::new(text);
            tokens.clean_left(at) && tokens.clean_right(at + 1)
        };
        assert!(clean("at 5", 1));
        assert!(clean("5, ok", 0));
        assert!(!clean("b12", 1));
        assert!(!clean("covid-19", 2));
        assert!(!clean("50% off", 0));
        assert!(!clean("#8841", 1));
    }
}
