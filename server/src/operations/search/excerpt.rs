//! The passage of a text around the words that were looked for.

use super::Passage;
use super::words::{Sought, plain, words};
use crate::entity::search_documents::Model;

/// How long a passage is, in characters.
const LENGTH: usize = 140;
/// How much of it stands before the first word that was looked for.
const BEFORE: usize = 40;

/// Which words of a document matched, and the passage that has those which are not in its title.
pub(super) fn of(document: &Model, sought: &Sought) -> Passage {
    let excerpt = if sought.are_all_in(&document.title) {
        None
    } else {
        [&document.notes, &document.details].into_iter().find_map(|text| cut(text, sought))
    };
    let mut found: Vec<String> = Vec::new();
    for text in [Some(&document.title), excerpt.as_ref()].into_iter().flatten() {
        for (_, word) in words(text).filter(|(_, word)| sought.matches(&plain(word))) {
            if !found.iter().any(|known| known == word) {
                found.push(word.to_owned());
            }
        }
    }
    Passage { excerpt, words: found }
}

/// The passage of a text around the first word that was looked for, on one line.
fn cut(text: &str, sought: &Sought) -> Option<String> {
    let (at, _) = words(text).find(|(_, word)| sought.matches(&plain(word)))?;
    let before = text[..at].chars().count().saturating_sub(BEFORE);
    // It begins with a whole word.
    let start = match before {
        0 => 0,
        _ => words(text)
            .map(|(start, _)| start)
            .find(|start| text[..*start].chars().count() >= before)
            .unwrap_or(at)
            .min(at),
    };
    let rest: Vec<&str> = text[start..].split_whitespace().collect();
    let rest = rest.join(" ");
    let mut passage: String = rest.chars().take(LENGTH).collect();
    if passage.len() < rest.len() {
        // And ends with one.
        if let Some(end) = passage.rfind(' ') {
            passage.truncate(end);
        }
        passage.push('…');
    }
    Some(if start > 0 { format!("…{passage}") } else { passage })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_has_the_word_and_whole_words_around_it() {
        let sought = Sought::read("receipt");
        assert_eq!(cut("Bring the\n receipt.", &sought).as_deref(), Some("Bring the receipt."));
        let text = format!("{} the receipts {}", "word ".repeat(60), "behind ".repeat(60));
        let passage = cut(&text, &sought).expect("it is there");
        assert!(passage.starts_with("…word") && passage.contains("the receipts behind"));
        assert!(passage.ends_with("behind…") && passage.chars().count() <= LENGTH + 2);
        assert_eq!(cut("nothing", &sought), None);
    }
}
