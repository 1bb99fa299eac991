//! What a model may write: whole and in any pieces, it is shown with no element, attribute or
//! address but ours, and leaves nothing open.
#![no_main]

use ai_planner_fuzz::markup::is_tame;
use ai_planner_fuzz::present::chat::{Growing, html};
use libfuzzer_sys::fuzz_target;

/// Longer answers only cost time, most of all where each letter is shown by itself.
const LONGEST: usize = 2_000;
/// The longest that comes in pieces.
const LONGEST_PIECES: usize = 200;

fuzz_target!(|data: (u8, &str)| {
    let (size, text) = data;
    let letters: Vec<char> = text.chars().take(LONGEST).collect();
    is_tame(&html(&letters.iter().collect::<String>()));
    let mut growing = Growing::default();
    let begun = &letters[..letters.len().min(LONGEST_PIECES)];
    for words in begun.chunks(usize::from(size).max(1)) {
        growing.add(&words.iter().collect::<String>());
        for block in growing.blocks() {
            is_tame(block);
        }
    }
});
