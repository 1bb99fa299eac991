//! Words as they are compared: lower case, without accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// More words than this make a search no better.
const WORDS: usize = 8;
/// Of a longer word the beginning is enough.
const LETTERS: usize = 40;

/// The words that are looked for. Each stands for itself and for every word that begins with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sought(pub(super) Vec<Word>);

/// A word that is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// As it was typed.
    pub(super) typed: String,
    /// What may have been meant, where nothing has it as it was typed.
    pub(super) meant: Vec<String>,
}

impl Sought {
    /// The words of what was typed.
    pub(super) fn read(typed: &str) -> Self {
        let word = |word: String| Word { typed: word, meant: Vec::new() };
        Self(plain_words(typed).map(|(_, plain)| word(plain)).take(WORDS).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether a plain word is one of those.
    pub(super) fn matches(&self, plain: &str) -> bool {
        self.0.iter().any(|word| word.matches(plain))
    }

    /// Whether all of them are among the words of a text.
    pub(super) fn are_all_in(&self, text: &str) -> bool {
        let words: Vec<String> = plain_words(text).map(|(_, plain)| plain).collect();
        self.0.iter().all(|sought| words.iter().any(|word| sought.matches(word)))
    }
}

impl Word {
    /// The beginnings of words that it stands for.
    pub(super) fn beginnings(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.typed.as_str()).chain(self.meant.iter().map(String::as_str))
    }

    fn matches(&self, plain: &str) -> bool {
        self.beginnings().any(|beginning| plain.starts_with(beginning))
    }
}

/// The words of a text with where they begin, as they stand there, and as they are compared.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.split(|letter: char| !is_part(letter)).filter(|word| !word.is_empty()).map(|word| {
        // A part of the text lies in it.
        (word.as_ptr().addr() - text.as_ptr().addr(), word)
    })
}

fn plain_words(text: &str) -> impl Iterator<Item = (usize, String)> {
    words(text).map(|(at, word)| (at, plain(word))).filter(|(_, plain)| !plain.is_empty())
}

/// Whether a letter is part of a word. Accents that stand for themselves are.
fn is_part(letter: char) -> bool {
    letter.is_alphanumeric() || is_combining_mark(letter)
}

/// A word as it is compared.
pub(super) fn plain(word: &str) -> String {
    let bare = word.nfd().filter(|letter| !is_combining_mark(*letter));
    bare.flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .take(LETTERS)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_marks_make_no_difference() {
        let plain = |text| plain_words(text).map(|(_, plain)| plain).collect::<Vec<_>>();
        assert_eq!(plain("Café-CRÈME, 12.50"), ["cafe", "creme", "12", "50"]);
        assert_eq!(plain("e\u{301}te\u{301}"), ["ete"]);
        assert_eq!(plain("'; DROP \"x\" * NEAR("), ["drop", "x", "near"]);
        assert_eq!(plain(" \u{0} -- "), Vec::<String>::new());
    }

    #[test]
    fn a_word_is_found_by_its_beginning() {
        let sought = Sought::read("Den lun");
        assert!(sought.matches("dentist") && !sought.matches("identity"));
        assert!(sought.are_all_in("Lunch after the dentist"));
        assert!(!sought.are_all_in("Lunch"));
    }
}
