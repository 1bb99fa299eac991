//! Rows of what was found, written as HTML. Texts go in through [`text`] alone.

use std::fmt::Write;

use pulldown_cmark_escape::escape_html;

/// Something to choose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Its icon.
    pub(super) icon: &'static str,
    /// What it is called.
    pub(super) title: String,
    /// When, how much; may be empty.
    pub(super) facts: String,
    /// A passage of its notes; may be empty.
    pub(super) excerpt: String,
    /// The words of title and passage that matched.
    pub(super) words: Vec<String>,
    /// Where it leads, if it does.
    pub(super) href: String,
    /// Whether the browser loads that by itself, such as a file.
    pub(super) external: bool,
    /// The form that it sends, and the message in it.
    pub(super) says: Option<(&'static str, String)>,
    /// The sheet that it opens, or the form that it sends, without a message.
    pub(super) does: Does,
}

/// What an entry does that leads nowhere.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Does {
    /// Nothing of the kind.
    #[default]
    Nothing,
    /// Sends the form of that name.
    Sends(&'static str),
    /// Opens the popover of that name.
    Opens(&'static str),
}

/// Where entries are shown.
pub(super) enum Shape {
    /// As options of a listbox.
    Palette,
    /// As a list of links.
    Page,
}

/// Writes groups of entries; those without any are left out, but for the first of a page, which
/// then says so by its title.
pub(super) fn write(shape: &Shape, groups: &[(&str, Vec<Entry>)]) -> String {
    let mut html = String::new();
    let mut number = 0;
    for (index, (title, entries)) in groups.iter().enumerate() {
        match shape {
            Shape::Palette if entries.is_empty() => {}
            Shape::Palette => {
                html.push_str("<div role=\"group\" class=\"found-group\" aria-label=\"");
                text(&mut html, title);
                html.push_str("\"><p class=\"found-title\" aria-hidden=\"true\">");
                text(&mut html, title);
                html.push_str("</p>");
                for entry in entries {
                    let role = format!(
                        "role=\"option\" id=\"option-{number}\" aria-selected=\"false\" tabindex=\"-1\""
                    );
                    one(&mut html, entry, &role);
                    number += 1;
                }
                html.push_str("</div>");
            }
            Shape::Page if entries.is_empty() && index > 0 => {}
            Shape::Page => {
                html.push_str("<section class=\"found-group\"><h2 class=\"found-title\">");
                text(&mut html, title);
                html.push_str("</h2><ul class=\"rows\">");
                for entry in entries {
                    html.push_str("<li class=\"row\">");
                    one(&mut html, entry, "");
                    html.push_str("</li>");
                }
                html.push_str("</ul></section>");
            }
        }
    }
    html
}

fn one(html: &mut String, entry: &Entry, role: &str) {
    let tag = if entry.href.is_empty() { "button" } else { "a" };
    let _ = write!(html, "<{tag} class=\"option\" {role}");
    if !entry.href.is_empty() {
        html.push_str(" href=\"");
        text(html, &entry.href);
        html.push('"');
    }
    if entry.external {
        html.push_str(" rel=\"external\"");
    }
    match (&entry.says, entry.does) {
        (Some((form, message)), _) => {
            let _ = write!(html, " form=\"{form}\" name=\"message\" value=\"");
            text(html, message);
            html.push('"');
        }
        (None, Does::Sends(form)) => {
            let _ = write!(html, " form=\"{form}\"");
        }
        (None, Does::Opens(sheet)) => {
            let _ = write!(html, " type=\"button\" popovertarget=\"{sheet}\"");
        }
        (None, Does::Nothing) => {}
    }
    let _ = write!(
        html,
        "><svg class=\"icon\" aria-hidden=\"true\"><use href=\"#icon-{}\"/></svg>\
         <span class=\"option-text\"><span class=\"option-title\">",
        entry.icon
    );
    marked(html, &entry.title, &entry.words);
    html.push_str("</span>");
    if !entry.excerpt.is_empty() {
        html.push_str(" <span class=\"option-excerpt\">");
        marked(html, &entry.excerpt, &entry.words);
        html.push_str("</span>");
    }
    html.push_str("</span>");
    if !entry.facts.is_empty() {
        html.push_str(" <span class=\"option-facts\">");
        text(html, &entry.facts);
        html.push_str("</span>");
    }
    let _ = write!(html, "</{tag}>");
}

/// A text with the words in it that were looked for.
fn marked(html: &mut String, whole: &str, words: &[String]) {
    for piece in whole.split_inclusive(|letter: char| !letter.is_alphanumeric()) {
        let word = piece.trim_end_matches(|letter: char| !letter.is_alphanumeric());
        if !word.is_empty() && words.iter().any(|known| known == word) {
            html.push_str("<mark>");
            text(html, word);
            html.push_str("</mark>");
            text(html, &piece[word.len()..]);
        } else {
            text(html, piece);
        }
    }
}

/// What somebody typed, so that it is nothing but text.
fn text(html: &mut String, typed: &str) {
    let _ = escape_html(html, typed);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_stays_text() {
        let typed = "<b onclick=\"x\">&'</b> lunch";
        let entry = Entry {
            title: typed.to_owned(),
            facts: typed.to_owned(),
            excerpt: typed.to_owned(),
            words: vec!["lunch".to_owned(), "b".to_owned()],
            says: Some(("palette-say", typed.to_owned())),
            ..Entry::default()
        };
        let html = write(&Shape::Palette, &[("Found", vec![entry])]);
        assert!(!html.contains("<b ") && !html.contains("\"x\""), "{html}");
        assert!(html.contains("<mark>lunch</mark>"), "{html}");
        assert!(html.contains("value=\"&lt;b onclick=&quot;x&quot;&gt;&amp;"), "{html}");
    }
}
