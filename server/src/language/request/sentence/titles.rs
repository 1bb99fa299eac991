//! What is left of a sentence as a title, when what was understood is cut out.

use super::Sentence;
use crate::language::lexer::{Kind, Token, Tokens};
use crate::language::request::{PLANS, categories, findings::Findings};

impl Sentence<'_, '_> {
    /// The text of the sentence as it was written, without outer quotes and end marks.
    pub(in crate::language::request) fn verbatim(&self) -> String {
        let mut written = String::new();
        let mut place = self.tokens.span(self.from, self.to).start;
        for token in (self.from..self.to).filter_map(|at| self.tokens.get(at)) {
            written.push_str(self.tokens.text.get(place..token.start).unwrap_or(""));
            written.push_str(self.spelled(token));
            place = token.end();
        }
        let text = written.trim().trim_matches([',', ';', ':']).trim();
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
            if token.kind == Kind::Mark(',') && token.text != "," {
                continue;
            }
            match last {
                // What stood together stays as it was written.
                Some(before) if before + 1 == *at => {
                    // ",," is a slip of the finger.
                    if is_pause(token) && title.ends_with([',', ';']) {
                        last = Some(*at);
                        continue;
                    }
                    let gap = self.tokens.get(before).map_or(token.start, Token::end);
                    title.push_str(self.tokens.text.get(gap..token.start).unwrap_or(" "));
                }
                // What stood between two pauses is gone, and so is one of them.
                Some(_) if is_pause(token) && title.ends_with([',', ';', ':']) => {
                    last = Some(*at);
                    continue;
                }
                Some(_) if is_pause(token) => {}
                Some(_) => title.push(' '),
                None => {}
            }
            title.push_str(self.spelled(token));
            last = Some(*at);
        }
        // Brackets around what was understood.
        let title = title.replace("( )", " ").replace("()", " ").replace("[ ]", " ");
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        unquoted(&title).to_owned()
    }

    /// A token as a title has it. Marks around nothing but a day, a time, a priority,
    /// a category or "at" a place only kept that from being read: they have done
    /// their work. All other quotations keep theirs.
    fn spelled<'t>(&self, token: &Token<'t>) -> &'t str {
        if token.kind != Kind::Opaque {
            return token.text;
        }
        let inner = unquoted(token.text);
        if inner.len() < token.text.len() && self.reads_whole(inner) { inner } else { token.text }
    }

    /// Whether a text would be read from its first word to its last.
    fn reads_whole(&self, text: &str) -> bool {
        let tokens = Tokens::said(text, self.reference);
        let findings = Findings::new(&tokens, self.reference);
        let (from, to) = (0, tokens.len());
        let whole = Sentence { tokens: &tokens, from, to, findings: &findings, ..*self };
        if tokens.is_mark(0, '#') || tokens.is_mark(0, '@') || tokens.is(0, "at") {
            return true;
        }
        let dates = findings.all_dates(PLANS).iter().map(|found| (found.from, found.to));
        let read: Vec<_> = dates.chain(whole.priority().map(|(_, span)| span)).collect();
        whole.is_covered(&read, &[])
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
const LOOSE_START: [&str; 22] = [
    "for", "on", "at", "to", "and", "that", "of", "as", "about", "in", "then", "by", "from", "is",
    "called", "titled", "named", "please", "pls", "plz", "kindly", "also",
];
const LOOSE_END: [&str; 29] = [
    "for", "on", "at", "to", "and", "of", "as", "in", "then", "by", "from", "with", "the", "a",
    "an", "is", "please", "pls", "plz", "due", "starting", "until", "thanks", "too", "anymore",
    "instead", "ta", "cheers", "thx",
];

/// Whether a token is a mark that parts words without belonging to either.
fn is_pause(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Mark(',' | '.' | ';' | ':' | '!' | '?'))
}

/// Drops marks and dangling words from both ends.
fn trim<'k>(tokens: &Tokens<'_>, kept: &'k [usize]) -> &'k [usize] {
    let mut slice = kept;
    // "in n out" is a name from its first word on.
    if let Some(first) = slice.first()
        && categories::begins_name(tokens, *first)
    {
        return trim_end(tokens, slice);
    }
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
    trim_end(tokens, slice)
}

fn trim_end<'k>(tokens: &Tokens<'_>, kept: &'k [usize]) -> &'k [usize] {
    let mut slice = kept;
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
