//! Whether a short form that is also a word ("sat", "sun", "wed") stands like a day.

use crate::language::{clock, lexer::Tokens, relative, vocabulary};

/// Short forms that are also words ("sat", "sun", "wed") have to stand like a day.
pub(super) fn is_meant(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    let end = tokens.clean_right(at + 1)
        || tokens.is_dash(at + 1)
        || tokens.is_mark(at + 1, '.')
        || tokens.is_mark(at + 1, '/');
    if !end
        || tokens.glued(at)
            && !tokens.clean_left(at)
            && !tokens.is_dash(at.wrapping_sub(1))
            && !tokens.is_mark(at.wrapping_sub(1), '/')
    {
        return false;
    }
    if !matches!(word, "sat" | "sun" | "wed" | "mon" | "thu" | "fri") {
        return true;
    }
    let before = tokens.word_before(at);
    let no = matches!(
        before,
        "the"
            | "a"
            | "i"
            | "we"
            | "he"
            | "she"
            | "they"
            | "it"
            | "you"
            | "who"
            | "have"
            | "has"
            | "had"
            | "my"
            | "get"
            | "got"
            | "in"
    ) || before == "to" && matches!(word, "wed" | "sat" | "sun");
    let led = matches!(before, "on" | "by" | "from" | "until" | "till" | "due" | "every" | "since");
    let follows = !tokens.is_word(at + 1)
        || relative::part(tokens.word(at + 1)).is_some()
        || matches!(
            tokens.word(at + 1),
            "at" | "from"
                | "noon"
                | "the"
                | "to"
                | "next"
                | "for"
                | "then"
                | "by"
                | "between"
                | "midnight"
        )
        || tokens.is(at + 1, "and") && vocabulary::weekday(tokens.word(at + 2)).is_some()
        || vocabulary::month(tokens.word(at + 1)).is_some()
        || clock::read(tokens, at + 1).is_some();
    // "mon piano 4pm, thu choir 6:30pm": behind a comma a day begins what is next. "sun" and "sat"
    // are words as well.
    let listed = at > 0
        && tokens.is_mark(at - 1, ',')
        && matches!(word, "mon" | "thu" | "fri" | "wed")
        && tokens.is_word(at + 1);
    led || listed || !no && (follows || at == 0 && word != "sun" && word != "sat")
}
