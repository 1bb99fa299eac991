//! The category that is said with an expense: "#food", "14 for parking under transport".

use crate::language::{
    money::Found,
    request::{categories, sentence::Sentence},
};

/// "#food", "add 43.20 to groceries notes walmart", "category travel".
pub(super) fn explicit_category(
    sentence: &Sentence<'_, '_>,
    cut: &mut Vec<(usize, usize)>,
    found: Found,
) -> Option<String> {
    for at in sentence.from..sentence.to {
        if sentence.tokens.is_mark(at, '#')
            && sentence.tokens.glued(at + 1)
            && sentence.tokens.is_word(at + 1)
            && at + 1 < sentence.to
        {
            cut.push((at, at + 2));
            return Some(named(sentence, at + 1, at + 2));
        }
    }
    if let Some((from, to)) = sentence
        .find(&["category"])
        .filter(|(_, to)| sentence.tokens.is_word(*to) && *to < sentence.to)
    {
        let lead = usize::from(
            from > sentence.from && matches!(sentence.word(from - 1), "in" | "as" | "under"),
        );
        cut.push((from - lead, to + 1));
        return Some(named(sentence, to, to + 1));
    }
    // "14 for parking under transport"
    if let Some((from, to)) = sentence.find(&["under", "as"]).filter(|(from, to)| {
        *from > sentence.from && *to + 1 == sentence.to && sentence.tokens.is_word(*to)
    }) && let Some(own) = categories::own(sentence.word(to))
    {
        cut.push((from, to + 1));
        return Some(own.to_owned());
    }
    // Behind the amount only: "add 132.24 to groceries notes stop and shop".
    let to = found.to;
    if matches!(sentence.word(to), "to" | "under")
        && sentence.tokens.is_word(to + 1)
        && to + 1 < sentence.to
    {
        let notes = sentence.find(&["notes", "note", "memo"]);
        let end = notes.map_or(to + 2, |(from, _)| from).max(to + 2).min(sentence.to);
        let known = categories::find(sentence.tokens, to + 1, end);
        if known.is_some() || notes.is_some() {
            cut.push((to, end));
            if let Some((from, behind)) = notes {
                cut.push((from, behind));
            }
            return Some(known.map_or_else(|| named(sentence, to + 1, end), str::to_owned));
        }
    }
    None
}

/// The category's own name where the words are one, else the words with a capital.
fn named(sentence: &Sentence<'_, '_>, from: usize, to: usize) -> String {
    if let Some(known) = categories::find(sentence.tokens, from, to) {
        return known.to_owned();
    }
    let text = sentence.tokens.text.get(sentence.tokens.span(from, to)).unwrap_or("");
    if let Some(known) =
        domain::expense::CATEGORIES.iter().find(|name| name.eq_ignore_ascii_case(text))
    {
        return (*known).to_owned();
    }
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}
