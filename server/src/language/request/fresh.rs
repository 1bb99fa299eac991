//! A sentence as text without some of its words.

use crate::language::request::sentence::Sentence;

/// The text of a sentence without the given stretches of tokens.
pub(super) fn without(sentence: &Sentence<'_, '_>, cut: &[(usize, usize)]) -> String {
    let is_cut = |at: usize| cut.iter().any(|(from, to)| (*from..*to).contains(&at));
    let mut text = String::new();
    let mut behind = None;
    for at in (sentence.from..sentence.to).filter(|at| !is_cut(*at)) {
        let Some(token) = sentence.tokens.get(at) else { continue };
        let glued = behind == Some(at) && token.glued;
        if !glued && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(token.text);
        behind = Some(at + 1);
    }
    text
}
