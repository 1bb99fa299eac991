//! What a language model wrote, as HTML that can do no harm: its words are foreign
//! text. No HTML of its own, no pictures, no headings that would disturb the page's.

mod growing;
mod half;

pub(super) use self::growing::Growing;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd, html};

/// Where links may lead. Everything else, `javascript:` above all, stays words.
const SCHEMES: [&str; 3] = ["https://", "http://", "mailto:"];

/// Renders Markdown.
pub(super) fn html(text: &str) -> String {
    blocks(text).concat()
}

/// Renders Markdown, each block of it by itself.
fn blocks(text: &str) -> Vec<String> {
    let mut leads = Vec::new();
    let mut blocks = Vec::new();
    let (mut block, mut depth) = (Vec::new(), 0_usize);
    for event in parser(text) {
        match event {
            Event::Start(_) => depth += 1,
            Event::End(_) => depth = depth.saturating_sub(1),
            _ => {}
        }
        block.push(tame(event, &mut leads));
        if depth == 0 {
            let mut rendered = String::new();
            html::push_html(&mut rendered, block.drain(..));
            // What is too wide scrolls, by keys, too. Written words have no such
            // tags: theirs are escaped.
            let rendered = rendered.replace("<pre>", "<pre tabindex=\"0\">");
            blocks.push(rendered.replace("<table>", "<table tabindex=\"0\">"));
        }
    }
    blocks
}

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// The same event, harmless. `leads` remembers of each open link whether it is one.
fn tame<'a>(event: Event<'a>, leads: &mut Vec<bool>) -> Event<'a> {
    match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        // In a chat a new line is a new line.
        Event::SoftBreak => Event::HardBreak,
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        Event::Start(Tag::Heading { .. }) => ours("<p class=\"md-heading\">"),
        Event::End(TagEnd::Heading(_)) => ours("</p>\n"),
        Event::Start(Tag::Link { dest_url, .. }) => {
            let is_link = SCHEMES.iter().any(|scheme| starts_with(&dest_url, scheme));
            leads.push(is_link);
            if is_link { opened(&dest_url) } else { ours("") }
        }
        Event::End(TagEnd::Link) => ours(if leads.pop() == Some(true) { "</a>" } else { "" }),
        // The words that stand for the picture remain.
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => ours(""),
        other => other,
    }
}

fn starts_with(address: &str, scheme: &str) -> bool {
    address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme))
}

fn opened<'a>(address: &str) -> Event<'a> {
    let mut tag = String::from("<a href=\"");
    // Writing into a string never fails.
    let _ = pulldown_cmark_escape::escape_href(&mut tag, address);
    tag.push_str("\" rel=\"noopener noreferrer\" target=\"_blank\">");
    Event::InlineHtml(CowStr::from(tag))
}

/// Markup of our own.
fn ours(markup: &'static str) -> Event<'static> {
    Event::InlineHtml(CowStr::Borrowed(markup))
}

#[cfg(test)]
mod tests {
    use super::html;

    #[test]
    fn markdown_is_rendered() {
        assert_eq!(
            html("**Two** things:\n\n- one\n- `two`"),
            "<p><strong>Two</strong> things:</p>\n<ul>\n<li>one</li>\n<li><code>two</code></li>\n</ul>\n"
        );
        assert_eq!(html("one\ntwo"), "<p>one<br />\ntwo</p>\n");
    }

    #[test]
    fn what_is_too_wide_can_be_scrolled_by_keys() {
        assert_eq!(
            html("```rust\n<pre>\n```"),
            "<pre tabindex=\"0\"><code class=\"language-rust\">&lt;pre&gt;\n</code></pre>\n"
        );
        assert!(html("|a|\n|---|\n|b|").starts_with("<table tabindex=\"0\">"));
    }

    #[test]
    fn html_of_its_own_is_shown_as_words() {
        let rendered = html("a <img src=x onerror=alert(1)> b\n\n<script>alert(1)</script>");
        assert!(!rendered.contains("<img") && !rendered.contains("<script"), "{rendered}");
        assert!(rendered.contains("&lt;script&gt;"), "{rendered}");
    }

    #[test]
    fn pictures_are_words_and_load_nothing() {
        let rendered = html("![the *plan*](https://evil.example/?q=secret)");
        assert_eq!(rendered, "<p>the <em>plan</em></p>\n");
    }

    #[test]
    fn links_are_careful_and_lead_to_the_web_only() {
        assert_eq!(
            html("[here](https://example.org/?a=1&b=\"2\")"),
            "<p><a href=\"https://example.org/?a=1&amp;b=%222%22\" rel=\"noopener noreferrer\" \
             target=\"_blank\">here</a></p>\n"
        );
        for address in ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil"]
        {
            assert_eq!(html(&format!("[here]({address})")), "<p>here</p>\n");
        }
        assert!(html("<https://example.org>").contains("noopener"));
    }

    #[test]
    fn headings_are_no_headings_of_the_page() {
        assert_eq!(html("# Plan"), "<p class=\"md-heading\">Plan</p>\n");
    }
}
