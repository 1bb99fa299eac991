//! What is left of a sentence as a title, when what was understood is cut out.

use super::Sentence;
use crate::language::lexer::{Kind, Token, Tokens};

impl Sentence<'_, '_> {
    /// The text of the sentence as it was written, without outer quotes and end marks.
    pub(in crate::language::request) fn verbatim(&self) -> String {
        let text = self.tokens.text.get(self.tokens.span(self.from, self.to)).unwrap_or("");
        let text = text.trim().trim_matches([',', ';', ':']).trim();
        let text = unquoted(text.trim_end_matches(['.', '!', '?']));
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The text of the sentence without the given stretches of tokens, tidied up as a title.
    pub(in crate::language::request) fn title(&self, without: &[(usize, usize)]) -> String {
        let kept: Vec<usize> = (self.from..self.to)
            .filter(|at| !without.iter().any(|(from, to)| (*from..*to).contains(at)))
            .collect();
        let kept = trim(self.tokens, &kept);
        let mut title = String::new();
        let mut last: Option<usize> = None;
        for at in kept {
            let Some(token) = self.tokens.get(*at) else { continue };
            match last {
                // What stood together stays as it was written.
                Some(before) if before + 1 == *at => {
                    let gap = self.tokens.get(before).map_or(token.start, Token::end);
                    title.push_str(self.tokens.text.get(gap..token.start).unwrap_or(" "));
                }
                Some(_) if matches!(token.kind, Kind::Mark(',' | '.' | ';' | ':' | '!' | '?')) => {}
                Some(_) => title.push(' '),
                None => {}
            }
            title.push_str(token.text);
            last = Some(*at);
        }
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        unquoted(&title).to_owned()
    }
}

/// A title without "a" or "an" before it.
pub(in crate::language::request) fn without_article(title: String) -> String {
    let rest = ["a ", "an ", "A ", "An "].iter().find_map(|article| title.strip_prefix(article));
    rest.map(str::to_owned).unwrap_or(title)
}

/// A title that is nothing but a quotation loses its marks.
fn unquoted(title: &str) -> &str {
    for (open, close) in [("\"", "\""), ("“", "”"), ("'", "'"), ("‘", "’"), ("«", "»"), ("`", "`")]
    {
        if let Some(inner) = title.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
            && !inner.contains(open)
        {
            return inner.trim();
        }
    }
    title
}

/// Words that may not be left at the ends of a title.
const LOOSE_START: [&str; 17] = [
    "for", "on", "at", "to", "and", "that", "of", "as", "about", "in", "then", "by", "from", "is",
    "called", "titled", "named",
];
const LOOSE_END: [&str; 24] = [
    "for", "on", "at", "to", "and", "of", "as", "in", "then", "by", "from", "with", "the", "a",
    "an", "is", "please", "pls", "plz", "due", "starting", "until", "thanks", "too",
];

/// Drops marks and dangling words from both ends.
fn trim<'k>(tokens: &Tokens<'_>, kept: &'k [usize]) -> &'k [usize] {
    let mut slice = kept;
    while let Some((first, rest)) = slice.split_first() {
        let mark = tokens.mark(*first).is_some_and(|mark| {
            !matches!(mark, '#' | '(' | '$' | '€' | '£' | '<' | '[' | '&' | '+')
        });
        let loose = LOOSE_START.contains(&tokens.word(*first)) && !rest.is_empty();
        if !(mark || loose) {
            break;
        }
        slice = rest;
    }
    while let Some((last, rest)) = slice.split_last() {
        let mark = tokens.mark(*last).is_some_and(|mark| {
            !matches!(mark, ')' | '%' | '€' | '$' | '£' | '>' | ']' | '+' | '#')
        });
        let loose = LOOSE_END.contains(&tokens.word(*last)) && !rest.is_empty();
        if !(mark || loose) {
            break;
        }
        slice = rest;
    }
    slice
}
