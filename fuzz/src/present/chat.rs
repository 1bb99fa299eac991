//! Answers of the assistant.

mod markdown;

use crate::view::chat::RichView;

/// An answer that is there.
pub fn html(text: &str) -> String {
    markdown::html(text)
}

/// An answer that comes piece by piece, and the page that shows it.
#[derive(Default)]
pub struct Growing {
    answer: markdown::Growing,
    blocks: Vec<String>,
}

impl Growing {
    /// Adds words, as the stream does, and changes the page, as the browser does.
    pub fn add(&mut self, words: &str) {
        for RichView { block, keep, more } in self.answer.add(words) {
            if self.blocks.len() <= block {
                self.blocks.resize(block + 1, String::new());
            }
            self.blocks[block].truncate(keep);
            self.blocks[block].push_str(&more);
        }
    }

    /// What is shown: each block is an element of its own.
    pub fn blocks(&self) -> &[String] {
        &self.blocks
    }
}
