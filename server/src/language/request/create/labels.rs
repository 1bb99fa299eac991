//! Labels of a new task: "water the plants #home #balcony".

use domain::task::{LABELS_LIMIT, Label};

use crate::language::request::sentence::Sentence;

/// The labels of a sentence in small letters, and where each of them stands. "#2" is a place in a
/// list, and "c#dev" no label.
pub(super) fn labels(sentence: &Sentence<'_, '_>) -> Vec<(String, (usize, usize))> {
    let starts = (sentence.from..sentence.to).filter(|at| {
        let apart = *at == sentence.from || !sentence.tokens.glued(*at);
        apart
            && sentence.tokens.is_mark(*at, '#')
            && sentence.tokens.glued(at + 1)
            && sentence.tokens.is_word(at + 1)
            && at + 1 < sentence.to
    });
    let found = starts.filter_map(|at| {
        let end = end(sentence, at + 2);
        let text = sentence.tokens.text.get(sentence.tokens.span(at + 1, end))?;
        let label = Label::parse(text).ok()?;
        Some((label.as_str().to_owned(), (at, end)))
    });
    found.take(LABELS_LIMIT).collect()
}

/// Behind the rest of a label that holds marks: "#deep-work".
fn end(sentence: &Sentence<'_, '_>, mut at: usize) -> usize {
    let joins = |at: usize| {
        sentence.tokens.glued(at)
            && sentence.tokens.mark(at).is_some_and(|mark| "-_/".contains(mark))
            && sentence.tokens.glued(at + 1)
            && (sentence.tokens.is_word(at + 1) || sentence.tokens.number(at + 1).is_some())
    };
    while at + 1 < sentence.to && joins(at) {
        at += 2;
    }
    at
}
