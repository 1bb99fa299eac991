//! An answer in Markdown while it grows.
//!
//! The server renders, so that the browser downloads no parser and there is one
//! rule of what is harmless. Only the open block, the last one, is rendered again
//! when words arrive, and of its HTML only the end that changed is sent.

use pulldown_cmark::Event;

use super::{half, html, parser};
use crate::view::chat::RichView;

/// From this length on, in bytes, an open block is rendered only when it has grown
/// by a sixteenth: rendering it at every word would cost the square of its length.
const LONG: usize = 4_096;

/// The open block, and what is shown of it.
#[derive(Debug, Default)]
pub(in crate::present::chat) struct Growing {
    open: String,
    shown: String,
    /// How long the open block was when it was rendered last.
    rendered: usize,
}

impl Growing {
    /// What more words change; nothing when they show only together with later ones.
    pub(in crate::present::chat) fn add(&mut self, words: &str) -> Option<RichView> {
        self.open.push_str(words);
        if self.open.len() > LONG && self.open.len() < self.rendered + self.rendered / 16 {
            return None;
        }
        let mut view = RichView::default();
        if let Some(end) = complete(&self.open) {
            let rest = self.open.split_off(end);
            view.done = html(&self.open);
            self.open = rest;
            self.shown.clear();
        }
        self.rendered = self.open.len();
        let now = html(&half::completed(&self.open));
        view.keep = shared(&self.shown, &now);
        now[view.keep..].clone_into(&mut view.more);
        let is_news = !view.done.is_empty() || now != self.shown;
        self.shown = now;
        is_news.then_some(view)
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
    use super::*;

    const ANSWER: &str = "# A plan\n\nThree things, **in this *very* order** (2 * 3 = 6):\n\n\
        1. Water the `plants`\n2. Call *Ines* about\n   Room 4\n\n   - and ~~Bo~~ Ben\n\n\
        > quoted\nlazily\n\n```rust\nlet a = \"**b**\";\n\nlet c;\n```\n\
        Look at [the *map*](https://example.org/a_b_c).\n\n| Day | What |\n|---|---|\n| Mon | **é** |\n\n---\nEnd_of_it.\n";

    /// The page's side of it.
    #[derive(Default)]
    struct Page {
        done: String,
        open: String,
    }

    impl Page {
        fn show(&mut self, view: &RichView) {
            if !view.done.is_empty() {
                self.done.push_str(&view.done);
                self.open.clear();
            }
            self.open.truncate(view.keep);
            self.open.push_str(&view.more);
        }

        fn html(&self) -> String {
            format!("{}{}", self.done, self.open)
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
            if let Some(view) = growing.add(letter.encode_utf8(&mut [0; 4])) {
                page.show(&view);
            }
        }
        assert_eq!(page.html(), html(ANSWER));
    }

    #[test]
    fn words_that_are_shown_never_change_again() {
        let (mut growing, mut page) = (Growing::default(), Page::default());
        let mut before = String::new();
        for letter in ANSWER.chars() {
            if let Some(view) = growing.add(letter.encode_utf8(&mut [0; 4])) {
                page.show(&view);
            }
            let now = visible(&page.html());
            assert!(now.starts_with(&before), "{before:?} became {now:?}");
            for mark in ["**i", "`p", "~~", "](", "|"] {
                assert!(!now.contains(mark), "{now:?} shows {mark:?}");
            }
            before = now;
        }
    }

    #[test]
    fn any_cut_is_harmless_and_comes_to_the_same() {
        let text = "<img src=x onerror=alert(1)> ![s](https://evil.example/?q) [h](javascript:a)\n\n\
            * one\n* [two](https://example.org)\n\n<script>\nx\n</script>\n\nend ** of `it";
        for size in 1..text.len() {
            let (mut growing, mut page) = (Growing::default(), Page::default());
            let letters: Vec<char> = text.chars().collect();
            for words in letters.chunks(size) {
                if let Some(view) = growing.add(&words.iter().collect::<String>()) {
                    page.show(&view);
                }
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
            sent += growing.add("many **words** in one ").map_or(0, |view| view.more.len());
        }
        assert!(begun.elapsed().as_secs() < 20, "{:?}", begun.elapsed());
        assert!(sent < 3_000_000, "{sent}");
    }
}
