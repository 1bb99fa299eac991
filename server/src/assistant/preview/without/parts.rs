//! The parts of a message: its words, and the things it asks for.

use std::ops::Range;

use domain::preview::Preview;

/// What stands around a word and is none of it.
pub(super) const MARKS: [char; 9] = [',', '.', ';', ':', '!', '?', '(', ')', '…'];
/// What opens or closes a quotation.
const QUOTES: [char; 6] = ['"', '“', '”', '„', '«', '»'];
/// What may stand between two things; longer ones first.
const JOINTS: [&str; 6] = [", and ", " and ", ", ", "; ", ". ", "\n"];
/// Parts them for certain: a comma may also belong to one of the two.
const PARTED: &str = ". ";

/// The message with each thing in a sentence of its own, as far as it then still says
/// the same, and where they begin. Else the words of one would be read with the next.
pub(super) fn parted(
    text: &str,
    original: &[Preview],
    read: &impl Fn(&str) -> Vec<Preview>,
) -> (String, Vec<usize>) {
    let (mut parted, mut starts) = (text.to_owned(), vec![0]);
    let mut place = 0;
    while original.len() > 1 && place < parted.len() {
        let rest = &parted[place..];
        let joint = JOINTS.into_iter().find(|joint| rest.starts_with(joint));
        if let Some(joint) = joint {
            let then = format!("{}{PARTED}{}", &parted[..place], &rest[joint.len()..]);
            if read(&then) == original {
                (parted, place) = (then, place + PARTED.len());
                starts.push(place);
                continue;
            }
        }
        place += rest.chars().next().map_or(1, char::len_utf8);
    }
    if starts.len() != original.len() {
        starts.truncate(1);
    }
    (parted, starts)
}

/// The words that no quotation holds yet.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut words = Vec::new();
    let mut place = 0;
    for piece in text.split_whitespace() {
        let Some(found) = text[place..].find(piece) else { break };
        let start = place + found;
        place = start + piece.len();
        let word = piece.trim_matches(MARKS);
        let is_inside = text[..start].chars().filter(|c| QUOTES.contains(c)).count() % 2 == 1;
        if word.is_empty() || is_inside || word.contains(QUOTES) {
            continue;
        }
        let from = start + (piece.len() - piece.trim_start_matches(MARKS).len());
        words.push(from..from + word.len());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn words_are_cut_without_marks_and_outside_of_quotations() {
        let text = "Lunch (tomorrow), “1 pm” é, \"p1\" end.";
        let cut: Vec<&str> = words(text).into_iter().map(|span| &text[span]).collect();
        assert_eq!(cut, ["Lunch", "tomorrow", "é", "end"]);
    }
}
