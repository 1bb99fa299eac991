//! The literals of a source file, with what is around them.

use proc_macro2::{TokenStream, TokenTree};

use crate::words::{has_letter, is_for_people};

/// Macros and methods whose literals only programmers read.
const FOR_PROGRAMMERS: &[&str] = &[
    "assert",
    "assert_eq",
    "assert_ne",
    "debug",
    "error",
    "expect",
    "info",
    "instrument",
    "panic",
    "trace",
    "unreachable",
    "warn",
];

/// Attributes and properties that hold words, by the last part of their name.
const WORDS: &[&str] =
    &["about", "alt", "button", "example", "hint", "label", "placeholder", "title", "word"];

/// Attributes and properties that hold none, by the last part of their name.
const NO_WORDS: &[&str] = &[
    "action",
    "autocomplete",
    "by",
    "class",
    "content",
    "d",
    "for",
    "href",
    "icon",
    "id",
    "key",
    "keyboard",
    "keyshortcuts",
    "kind",
    "list",
    "rel",
    "role",
    "row",
    "r#type",
    "style",
    "type",
    "value",
    "viewBox",
];

/// A text that is written in a file, and its line.
pub(crate) type Stray = (usize, String);

/// The texts for people among the literals of a file.
pub(crate) fn texts(source: &str) -> Vec<Stray> {
    let mut found = Vec::new();
    match source.parse() {
        Ok(stream) => walk(stream, false, &mut found),
        Err(error) => found.push((0, format!("cannot be read: {error}"))),
    }
    found
}

fn walk(stream: TokenStream, is_markup: bool, found: &mut Vec<Stray>) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for (index, token) in tokens.iter().enumerate() {
        let before = &tokens[..index];
        match token {
            TokenTree::Group(group) if !is_skipped(before) => {
                let is_view = is_punct(before.last(), '!') && name(before, 2) == "view";
                // `{"Add"}` is a text like `"Add"`.
                let is_text = is_markup && (closes_a_tag(before) || before.is_empty());
                let is_only = is_text && group.stream().into_iter().count() == 1;
                walk(group.stream(), is_view || is_only, found);
            }
            TokenTree::Literal(literal) => {
                if let Some(text) = text(&literal.to_string())
                    && is_text(&text, before, is_markup)
                {
                    found.push((token.span().start().line, text));
                }
            }
            TokenTree::Ident(word) if is_markup && closes_a_tag(before) => {
                found.push((token.span().start().line, word.to_string()));
            }
            _ => {}
        }
    }
}

/// Whether a group is an attribute, tests, or what only programmers read.
fn is_skipped(before: &[TokenTree]) -> bool {
    let inner = is_punct(before.last(), '!') && is_punct(nth(before, 2), '#');
    let called = if is_punct(before.last(), '!') { name(before, 2) } else { name(before, 1) };
    let is_tests = name(before, 1) == "tests" && name(before, 2) == "mod";
    is_punct(before.last(), '#') || inner || is_tests || FOR_PROGRAMMERS.contains(&&*called)
}

fn is_text(text: &str, before: &[TokenTree], is_markup: bool) -> bool {
    if !is_markup {
        return is_for_people(text);
    }
    if !is_punct(before.last(), '=') {
        return has_letter(text);
    }
    let attribute = name(before, 2);
    let is_data = before.iter().rev().skip(1).take(6).any(|token| token.to_string() == "data");
    if WORDS.contains(&&*attribute) {
        has_letter(text)
    } else {
        !NO_WORDS.contains(&&*attribute) && !is_data && is_for_people(text)
    }
}

/// Whether what follows stands between tags without quotes.
fn closes_a_tag(before: &[TokenTree]) -> bool {
    let is_arrow = is_punct(nth(before, 2), '=') || is_punct(nth(before, 2), '-');
    is_punct(before.last(), '>') && !is_arrow
}

/// The characters of a string literal as they are written, an escaped quotation mark as one.
fn text(literal: &str) -> Option<String> {
    let raw = literal.trim_start_matches('r').trim_matches('#');
    let text = raw.strip_prefix('"')?.strip_suffix('"')?;
    Some(text.replace("\\\"", "\"").replace("\\\n", "").replace("\\n", "\n"))
}

fn nth(before: &[TokenTree], from_end: usize) -> Option<&TokenTree> {
    before.len().checked_sub(from_end).and_then(|index| before.get(index))
}

fn name(before: &[TokenTree], from_end: usize) -> String {
    match nth(before, from_end) {
        Some(TokenTree::Ident(name)) => name.to_string(),
        _ => String::new(),
    }
}

fn is_punct(token: Option<&TokenTree>, sign: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == sign)
}

#[test]
fn texts_are_found_wherever_they_stand() {
    let source = r#"
        //! A module "With Words".
        #[expect(dead_code, reason = "For programmers")]
        const NAME: &str = "Quick add";
        fn page() {
            tracing::warn!("Something is odd");
            view! {
                <p class="Large" data-row="Some row">"one"</p>
                <p>bare</p><p>{"two"}</p>
                <a href="/tasks" aria-label="tasks" title=format!("Edit {name}")>{if x { "Yes" } else { "no" }}</a>
            }
        }
        #[cfg(test)]
        mod tests { const SAID: &str = "Only said in tests"; }
    "#;
    let found: Vec<String> = texts(source).into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, ["Quick add", "one", "bare", "two", "tasks", "Edit {name}", "Yes"]);
}
