//! Messages that mean something only behind what was said before: "yes", "2", "and tomorrow?",
//! "no, make it 3pm", "only the first two".

mod again;
mod answers;
mod corrected;
#[cfg(test)]
mod examples;
mod parts;

use super::{Reading, sentence::Sentence};
use corrected::from_correction;

/// Longer messages stand for themselves, in tokens.
const LONGEST: usize = 16;

/// Reads a message that leans on the one before.
pub(super) fn read(whole: &Sentence<'_, '_>) -> Option<Reading> {
    if whole.to - whole.from > LONGEST {
        return None;
    }
    answers::answer(whole)
        .or_else(|| parts::surely(whole))
        .or_else(|| again::again(whole))
        .map(Reading::FollowUp)
        .or_else(|| corrected::corrected(whole))
        .or_else(|| parts::perhaps(whole).map(Reading::FollowUp))
}

/// The place behind a phrase whose words may have marks between them ("no, thanks").
fn words_of(phrase: &str, whole: &Sentence<'_, '_>) -> Option<usize> {
    let mut at = whole.from;
    for word in phrase.split(' ') {
        while matches!(whole.tokens.mark(at), Some(',' | '.' | '!' | '-' | '…')) {
            at += 1;
        }
        if at >= whole.to || whole.word(at) != word {
            return None;
        }
        at += 1;
    }
    Some(at)
}
