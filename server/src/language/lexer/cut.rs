//! Cuts a text into its tokens.

use super::{Kind, Token, contractions::completed};
use crate::language::spelling;

/// Sounds of thinking that dictation writes down. "Er" may be the emergency room.
const FILLERS: [&str; 9] = ["uh", "um", "uhm", "erm", "umm", "uhh", "ehm", "hmm", "mmm"];

pub(super) fn lex(text: &str) -> Vec<Token<'_>> {
    let mut list: Vec<Token<'_>> = Vec::with_capacity(text.len() / 4 + 1);
    let mut place = 0;
    // A quote mark that once found no partner finds none later either.
    let mut hopeless: Vec<char> = Vec::new();
    while let Some(first) = text[place..].chars().next() {
        if first.is_whitespace() || first.is_control() {
            place += first.len_utf8();
            continue;
        }
        let glued = list.last().is_some_and(|last| last.end() == place);
        let (end, kind) = if let Some(end) = quoted(text, place, first, glued, &mut hopeless) {
            (end, Kind::Opaque)
        } else if let Some(end) = address(text, place, glued) {
            (end, Kind::Opaque)
        } else if first.is_ascii_digit() {
            (run(text, place, |c| c.is_ascii_digit()), Kind::Number)
        } else if is_letter(first) {
            let end = word_end(text, place);
            // A sound somebody made while thinking is a pause.
            let filler = FILLERS.contains(&&text[place..end]);
            (end, if filler { Kind::Mark(',') } else { Kind::Word })
        } else {
            (place + first.len_utf8(), Kind::Mark(first))
        };
        let piece = &text[place..end];
        list.push(Token {
            text: piece,
            start: place,
            kind,
            glued,
            lower: if kind == Kind::Word {
                let lower = lower(piece);
                let opens = opens(&list);
                // A capital inside a sentence is a name's.
                let name = first.is_uppercase() && !opens;
                let meant =
                    completed(&lower, opens).or_else(|| spelling::mended(&lower).filter(|_| !name));
                meant.map_or(lower, str::to_owned)
            } else {
                String::new()
            },
            value: if kind == Kind::Number { value(piece) } else { 0 },
        });
        place = end;
    }
    list
}

/// Whether the next token opens a sentence.
fn opens(list: &[Token<'_>]) -> bool {
    list.last().is_none_or(|last| matches!(last.kind, Kind::Mark(_)))
}

pub(super) fn is_letter(c: char) -> bool {
    c.is_alphanumeric() && !c.is_ascii_digit() || c == '_' || ('\u{300}'..='\u{36f}').contains(&c)
}

pub(super) fn run(text: &str, from: usize, belongs: impl Fn(char) -> bool) -> usize {
    text[from..].char_indices().find(|(_, c)| !belongs(*c)).map_or(text.len(), |(at, _)| from + at)
}

pub(super) fn word_end(text: &str, from: usize) -> usize {
    let mut end = run(text, from, is_letter);
    loop {
        let mut rest = text[end..].chars();
        if matches!(rest.next(), Some('\'' | '’')) && rest.next().is_some_and(is_letter) {
            let mark = text[end..].chars().next().map_or(1, char::len_utf8);
            end = run(text, end + mark, is_letter);
        } else {
            return end;
        }
    }
}

pub(super) fn lower(piece: &str) -> String {
    piece.chars().flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}

pub(super) fn value(piece: &str) -> u32 {
    piece.parse().unwrap_or(u32::MAX)
}

/// The end of a quotation that starts here.
pub(super) fn quoted(
    text: &str,
    from: usize,
    first: char,
    glued: bool,
    hopeless: &mut Vec<char>,
) -> Option<usize> {
    let close = match first {
        '"' => '"',
        '“' | '„' => '”',
        '«' => '»',
        '`' => '`',
        '\'' => '\'',
        '‘' => '’',
        _ => return None,
    };
    // An apostrophe opens a quotation only at the start of a word.
    if glued && matches!(first, '\'' | '‘') || hopeless.contains(&close) {
        return None;
    }
    let inside = from + first.len_utf8();
    let single = matches!(close, '\'' | '’');
    let mut before = first;
    for (at, c) in text[inside..].char_indices() {
        let end = inside + at + c.len_utf8();
        if c == close && at > 0 {
            let after = text[end..].chars().next();
            let closes =
                !single || (!before.is_whitespace() && !after.is_some_and(char::is_alphanumeric));
            if closes {
                return Some(end);
            }
        }
        before = c;
    }
    hopeless.push(close);
    None
}

/// The end of a web or e-mail address that starts here.
pub(super) fn address(text: &str, from: usize, glued: bool) -> Option<usize> {
    if glued {
        return None;
    }
    let end = run(text, from, |c| !c.is_whitespace());
    let piece = &text[from..end];
    let mail = piece.split_once('@').is_some_and(|(name, host)| {
        name.ends_with(|c: char| c.is_alphanumeric())
            && host.contains('.')
            && host.starts_with(|c: char| c.is_alphanumeric())
    });
    (mail || piece.contains("://") || piece.to_ascii_lowercase().starts_with("www."))
        .then(|| from + piece.trim_end_matches([',', '.', ';', '!', '?', ')']).len())
        .filter(|end| *end > from)
}
