//! An answer in Markdown while it grows.
//!
//! The server renders, so that the browser downloads no parser and there is one
//! rule of what is harmless. Only the open block, the last one, is rendered again
//! when words arrive, and of its HTML only the end that changed is sent.

use pulldown_cmark::Event;

use super::{blocks, half, parser};
use crate::view::chat::RichView;

/// From this length on, in bytes, an open block is rendered only when it has grown
/// by a sixteenth: rendering it at every word would cost the square of its length.
const LONG: usize = 4_096;

/// The text that is still open, and what is shown of it.
#[derive(Debug, Default)]
pub(in crate::present::chat) struct Growing {
    open: String,
    /// The blocks of the open text as they are shown.
    shown: Vec<String>,
    /// How many blocks stand before them.
    complete: usize,
    /// How long the open text was when it was rendered last.
    rendered: usize,
}

impl Growing {
    /// What more words change; nothing when they show only together with later ones.
    pub(in crate::present::chat) fn add(&mut self, words: &str) -> Vec<RichView> {
        self.open.push_str(words);
        if self.open.len() > LONG && self.open.len() < self.rendered + self.rendered / 16 {
            return Vec::new();
        }
        let mut changes = Vec::new();
        if let Some(end) = complete(&self.open) {
            let rest = self.open.split_off(end);
            let done = blocks(&self.open);
            self.change(&done, &mut changes);
            self.shown.drain(..done.len().min(self.shown.len()));
            self.complete += done.len();
            self.open = rest;
        }
        self.rendered = self.open.len();
        let now = blocks(&half::completed(&self.open));
        self.change(&now, &mut changes);
        // What was shown beyond is none any more.
        let beyond = (now.len()..self.shown.len())
            .map(|block| RichView { block: self.complete + block, ..RichView::default() });
        changes.extend(beyond);
        self.shown = now;
        changes
    }

    /// How these blocks, the first of the open text, differ from what is shown.
    fn change(&self, now: &[String], changes: &mut Vec<RichView>) {
        for (place, block) in now.iter().enumerate() {
            let shown = self.shown.get(place).map_or("", String::as_str);
            if shown != block {
                let keep = shared(shown, block);
                let more = block[keep..].to_owned();
                changes.push(RichView { block: self.complete + place, keep, more });
            }
        }
    }
}

/// Where the last block begins, if one stands before it: whatever is added later
/// belongs to the last one. Only whole lines tell, since "- " may become a number.
fn complete(text: &str) -> Option<usize> {
    let lines = &text[..=text.rfind('\n')?];
    let (mut depth, mut last) = (0_usize, 0);
    for (event, range) in parser(lines).into_offset_iter() {
        if depth == 0 {
            last = range.start;
        }
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    // With the white space before it, which says how deep a list stands.
    let line = lines[..last].rfind('\n').map_or(0, |end| end + 1);
    (line > 0).then_some(line)
}

/// How many bytes two texts begin with in common, at the border of a letter.
fn shared(one: &str, other: &str) -> usize {
    let letters = one.char_indices().zip(other.chars());
    let differs = letters.into_iter().find(|((_, one), other)| one != other);
    differs.map_or_else(|| one.len().min(other.len()), |((at, _), _)| at)
}

#[cfg(test)]
mod tests {
    use super::super::html;
    use super::*;

    const ANSWER: &str = "# A plan\n\nThree things, **in this *very* order** (2 * 3 = 6):\n\n\
        1. Water the `plants`\n2. Call *Ines* about\n   Room 4\n\n   - and ~~Bo~~ Ben\n\n\
        > quoted\nlazily\n\n```rust\nlet a = \"**b**\";\n\nlet c;\n```\n\
        Look at [the *map*](https://example.org/a_b_c).\n\n| Day | What |\n|---|---|\n| Mon | **é** |\n\n---\nEnd_of_it.\n";

    /// The page's side of it.
    #[derive(Default)]
    struct Page(Vec<String>);

    impl Page {
        fn show(&mut self, changes: &[RichView]) {
            for RichView { block, keep, more } in changes {
                if self.0.len() <= *block {
                    self.0.resize(block + 1, String::new());
                }
                self.0[*block].truncate(*keep);
                self.0[*block].push_str(more);
            }
        }

        fn html(&self) -> String {
            self.0.concat()
        }
    }

    /// The words alone.
    fn visible(html: &str) -> String {
        let mut is_tag = false;
        let keep = |letter: &char| {
            let is_inside = is_tag || *letter == '<';
            is_tag = is_inside && *letter != '>';
            !is_inside
        };
        let words: String = html.chars().filter(keep).collect();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn letter_by_letter_it_comes_to_the_same() {
        let (mut growing, mut page) = (Growing::default(), Page::default());
        for letter in ANSWER.chars() {
            page.show(&growing.add(letter.encode_utf8(&mut [0; 4])));
        }
        assert_eq!(page.html(), html(ANSWER));
    }

    #[test]
    fn words_that_are_shown_never_change_again() {
        let (mut growing, mut page) = (Growing::default(), Page::default());
        let mut before = String::new();
        for letter in ANSWER.chars() {
            page.show(&growing.add(letter.encode_utf8(&mut [0; 4])));
            let now = visible(&page.html());
            assert!(now.starts_with(&before), "{before:?} became {now:?}");
            for mark in ["**i", "`p", "~~", "](", "|"] {
                assert!(!now.contains(mark), "{now:?} shows {mark:?}");
            }
            before = now;
        }
    }

    #[test]
    fn a_block_that_is_complete_is_not_sent_again() {
        let mut growing = Growing::default();
        let mut last = 0;
        for letter in ANSWER.chars() {
            for change in growing.add(letter.encode_utf8(&mut [0; 4])) {
                assert!(change.block + 1 >= last, "{change:?} after block {last}");
                last = last.max(change.block);
            }
        }
        assert_eq!(last, 8, "every block has come");
    }

    #[test]
    fn any_cut_is_harmless_and_comes_to_the_same() {
        let text = "<img src=x onerror=alert(1)> ![s](https://evil.example/?q) [h](javascript:a)\n\n\
            * one\n* [two](https://example.org)\n\n<script>\nx\n</script>\n\nend ** of `it";
        for size in 1..text.len() {
            let (mut growing, mut page) = (Growing::default(), Page::default());
            let letters: Vec<char> = text.chars().collect();
            for words in letters.chunks(size) {
                page.show(&growing.add(&words.iter().collect::<String>()));
                let now = page.html();
                for bad in ["<img", "<script", "href=\"javascript", "evil"] {
                    assert!(!now.contains(bad), "{now}");
                }
            }
            assert_eq!(visible(&page.html()), visible(&html(text)).replace("`it", "it"), "{size}");
        }
    }

    #[test]
    fn a_block_without_end_costs_little() {
        let mut growing = Growing::default();
        let begun = std::time::Instant::now();
        let mut sent = 0;
        for _ in 0..40_000 {
            let changes = growing.add("many **words** in one ");
            sent += changes.iter().map(|change| change.more.len()).sum::<usize>();
        }
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
        assert!(sent < 3_000_000, "{sent}");
    }
}
