//! The model's words on their way to the person: at once, unless they may still
//! turn out to be a call or a thought.

use super::super::interpreter::Voice;
use super::written;

/// What reasoning models wrap their thoughts in when their server does not.
const THOUGHT: (&str, &str) = ("<think>", "</think>");

/// The words of one answer.
#[derive(Debug, Default)]
pub(super) struct Speech {
    held: String,
    has_begun: bool,
    is_held: bool,
}

impl Speech {
    /// Words of which nothing is said before the answer is whole.
    pub(super) fn held_to_the_end() -> Self {
        Self { is_held: true, ..Self::default() }
    }

    /// Takes more words and says what may be said.
    pub(super) fn hear(&mut self, words: &str, voice: &mut Voice) {
        if self.has_begun {
            voice.say(words);
            return;
        }
        self.held.push_str(words);
        if self.has_thought() && !self.is_held && !written::may_be_call(&self.held) {
            self.begin(voice);
        }
    }

    /// Whether anything was said of this answer.
    pub(super) fn has_begun(&self) -> bool {
        self.has_begun
    }

    /// What was held back to the end.
    pub(super) fn held(&self) -> &str {
        self.held.trim()
    }

    /// Says what was held back after all.
    pub(super) fn begin(&mut self, voice: &mut Voice) {
        let words = std::mem::take(&mut self.held);
        let words = words.trim_start();
        if !words.is_empty() {
            self.has_begun = true;
            // Words of another round begin on a line of their own.
            voice.say_line(words);
        }
    }

    /// Whether no thought is under way; a finished one is dropped.
    fn has_thought(&mut self) -> bool {
        let (begin, end) = THOUGHT;
        let text = self.held.trim_start();
        if let Some(thought) = text.strip_prefix(begin) {
            let Some((_, rest)) = thought.split_once(end) else { return false };
            self.held = rest.to_owned();
        } else if begin.starts_with(text) {
            return false;
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::interpreter::Identity;
    use super::super::super::running::InProgress;
    use super::*;

    fn said(pieces: &[&str]) -> (String, String) {
        let mut voice = Voice::of(&InProgress::default(), &Identity::named("openai"));
        let mut speech = Speech::default();
        for piece in pieces {
            speech.hear(piece, &mut voice);
        }
        (voice.said().to_owned(), speech.held().to_owned())
    }

    #[test]
    fn words_are_said_at_once_and_calls_and_thoughts_are_not() {
        assert_eq!(said(&["\n\nHel", "lo", " you"]).0, "Hello you");
        assert_eq!(said(&["<th", "ink>Hm.", " {</think>\n", "Hello"]).0, "Hello");
        let (words, held) = said(&["{\"na", "me\": \"undo\"}"]);
        assert_eq!((words.as_str(), held.as_str()), ("", "{\"name\": \"undo\"}"));
        assert_eq!(said(&["<thin ice"]).0, "<thin ice");
    }
}
