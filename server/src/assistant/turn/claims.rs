//! No receipt, no claim (DESIGN.md, assistant rule 2): recognising words that claim
//! a change.
//!
//! It is asked only of turns in which nothing was changed, and what is then said
//! ("Nothing was changed.") is true either way; so the rule is generous.

/// Words by which a change is claimed.
const DONE: [&str; 34] = [
    "added",
    "adjusted",
    "archived",
    "booked",
    "cancelled",
    "canceled",
    "changed",
    "checked",
    "cleared",
    "completed",
    "created",
    "deleted",
    "done",
    "finished",
    "logged",
    "marked",
    "moved",
    "noted",
    "postponed",
    "put",
    "recorded",
    "removed",
    "renamed",
    "rescheduled",
    "restored",
    "reverted",
    "saved",
    "scheduled",
    "set",
    "shifted",
    "tracked",
    "undone",
    "updated",
    "wrote",
];

/// Words before such a word that make it a claim: the speaker, or a passive.
const SPEAKERS: [&str; 10] =
    ["i", "i've", "ive", "we", "we've", "been", "was", "were", "is", "are"];

/// Words that turn it into its opposite, or into a condition.
const DENIALS: [&str; 14] = [
    "not", "no", "nothing", "never", "can't", "cannot", "couldn't", "unable", "without", "if",
    "isn't", "wasn't", "haven't", "hasn't",
];

/// How many words back a speaker or a denial counts.
const REACH: usize = 5;

/// Whether some sentence claims that something was changed.
pub(in crate::assistant) fn claim(text: &str) -> bool {
    let text = text.replace('’', "'");
    text.split_inclusive(['.', '!', '?', '\n', ';']).any(|sentence| {
        let is_question = sentence.ends_with('?');
        !is_question && claims_in(sentence)
    })
}

fn claims_in(sentence: &str) -> bool {
    let words: Vec<String> = sentence
        .split(|c: char| !(c.is_alphanumeric() || c == '\''))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    words.iter().enumerate().any(|(place, word)| {
        if !DONE.contains(&word.as_str()) {
            return false;
        }
        let before = &words[place.saturating_sub(REACH)..place];
        let said = |list: &[&str]| before.iter().any(|word| list.contains(&word.as_str()));
        !said(&DENIALS) && (place <= 1 || said(&SPEAKERS))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_recognised() {
        for text in [
            "I've added lunch with Sam tomorrow.",
            "I’ve deleted all your events.",
            "Sure! I have moved the dentist to Friday.",
            "Done.",
            "Okay, done!",
            "Added “Buy milk”.",
            "Your expense has been recorded.",
            "The meeting was rescheduled to 3pm.",
            "The task is now marked as complete.",
        ] {
            assert!(claim(text), "{text}");
        }
    }

    #[test]
    fn other_words_are_not() {
        for text in [
            "",
            "You have nothing on Friday.",
            "Do you want it moved to Friday?",
            "I couldn't find it, so nothing was changed.",
            "I have not added anything.",
            "What should I call it?",
            "You spent €12.50 on lunch.",
            "I can help you with events, tasks and expenses.",
            "Lunch is tomorrow at 13:00.",
        ] {
            assert!(!claim(text), "{text}");
        }
    }
}
