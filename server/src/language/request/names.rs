//! What the person's own rows are called. "call grandma is urgent" makes a task, unless there is
//! one that is called so: then it is about that one.

use std::collections::HashMap;

use crate::language::lexer::{Kind, Tokens};

/// Names with more words than this are sentences; nobody says them again.
const LONGEST: usize = 9;

/// The names of rows that a message may be about.
#[derive(Debug, Clone, Default)]
pub struct Names {
    /// The words of each name, by the first of them.
    by_first: HashMap<String, Vec<Vec<String>>>,
}

impl Names {
    /// Names as the rows have them.
    pub fn new<T: AsRef<str>>(titles: impl IntoIterator<Item = T>) -> Self {
        let mut by_first: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for title in titles {
            let tokens = Tokens::new(title.as_ref());
            let from = usize::from(tokens.any(0, &["a", "an", "the", "my", "our"]));
            let words: Vec<String> = (from..tokens.len()).map(|at| word(&tokens, at)).collect();
            let Some(first) = words.first().filter(|_| words.len() <= LONGEST) else { continue };
            let sharing = by_first.entry(first.clone()).or_default();
            if !sharing.contains(&words) {
                sharing.push(words);
            }
        }
        Self { by_first }
    }

    /// The place behind the longest name that stands at a place.
    pub(in crate::language) fn behind(
        &self,
        tokens: &Tokens<'_>,
        at: usize,
        to: usize,
    ) -> Option<usize> {
        if self.by_first.is_empty() {
            return None;
        }
        let stands = |words: &Vec<String>| {
            at + words.len() <= to
                && words.iter().enumerate().all(|(nth, name)| *name == word(tokens, at + nth))
        };
        let sharing = self.by_first.get(&word(tokens, at))?;
        sharing.iter().filter(|words| stands(words)).map(|words| at + words.len()).max()
    }
}

/// A token as it is compared: letters in lower case, all else as it is written.
fn word(tokens: &Tokens<'_>, at: usize) -> String {
    match tokens.get(at) {
        Some(token) if token.kind == Kind::Word => token.lower.clone(),
        Some(token) => token.text.to_lowercase(),
        None => String::new(),
    }
}

/// Words without which a message changes nothing by the name of a row alone.
const TELLING: [&str; 55] = [
    "is", "are", "isn't", "was", "were", "be", "now", "instead", "to", "under", "costs", "cost",
    "make", "change", "set", "put", "have", "switch", "move", "shift", "bump", "push", "raise",
    "lower", "drop", "mark", "tag", "file", "flag", "give", "extend", "update", "fix", "correct",
    "call", "rename", "let's", "lets", "did", "done", "finished", "already", "check", "tick", "no",
    "not", "happens", "repeats", "starts", "ends", "for", "name", "label", "note", "notes",
];

/// Whether what the rows are called may decide what a message means.
#[must_use]
pub fn may_be_named(text: &str) -> bool {
    let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '’')));
    words
        .map(|word| word.to_lowercase().replace('’', "'"))
        .any(|word| TELLING.contains(&word.as_str()))
        || text.contains("->")
        || text.contains('→')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_is_found_whatever_its_letters() {
        let names = Names::new(["Call Grandma", "call", "The 1:1 with Joe"]);
        let at = |text: &str, from: usize| {
            let tokens = Tokens::new(text);
            names.behind(&tokens, from, tokens.len())
        };
        assert_eq!(at("call grandma is urgent", 0), Some(2));
        assert_eq!(at("make the 1:1 with joe 45 minutes", 2), Some(7));
        assert_eq!(at("calling grandma", 0), None);
        assert_eq!(at("call grand", 0), Some(1));
    }

    #[test]
    fn what_only_adds_needs_no_names() {
        assert!(!may_be_named("Lunch with Sam tomorrow 1pm"));
        assert!(!may_be_named("spent 12.50 on lunch"));
        assert!(may_be_named("call grandma is urgent"));
        assert!(may_be_named("pilates → friday"));
    }
}
