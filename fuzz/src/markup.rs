//! Whether HTML does what ours may do and nothing else, told by a reader of HTML that reads it
//! as browsers do.

use html5gum::{StartTag, Token, Tokenizer};

/// Elements that stand alone.
const VOID: [&str; 2] = ["br", "hr"];

/// Elements of an answer, and the attributes that each may have.
const ALLOWED: [(&str, &[&str]); 19] = [
    ("a", &["href", "rel", "target"]),
    ("blockquote", &[]),
    ("br", &[]),
    ("code", &["class"]),
    ("del", &[]),
    ("em", &[]),
    ("hr", &[]),
    ("li", &[]),
    ("ol", &["start"]),
    ("p", &["class"]),
    ("pre", &["tabindex"]),
    ("strong", &[]),
    ("table", &["tabindex"]),
    ("tbody", &[]),
    ("td", &["style"]),
    ("th", &["style"]),
    ("thead", &[]),
    ("tr", &[]),
    ("ul", &[]),
];

/// Checks a whole piece of HTML.
///
/// # Panics
/// When it holds anything else, or leaves anything open that would swallow what follows it.
pub fn is_tame(html: &str) {
    let mut open: Vec<String> = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = text(&tag.name);
                attributes(&name, &tag, html);
                if !VOID.contains(&name.as_str()) {
                    open.push(name);
                }
            }
            Token::EndTag(tag) => {
                let name = text(&tag.name);
                assert_eq!(
                    open.pop().as_deref(),
                    Some(name.as_str()),
                    "ends what is not open: {html}"
                );
            }
            Token::String(_) => {}
            // A NUL or a wrong reference is shown as it is; what would be markup is not.
            Token::Error(_) => {}
            Token::Comment(_) | Token::Doctype(_) => panic!("neither text nor an element: {html}"),
        }
    }
    assert!(open.is_empty(), "{open:?} left open: {html}");
}

fn attributes(name: &str, tag: &StartTag<()>, html: &str) {
    let known = ALLOWED.iter().find(|(known, _)| *known == name);
    let (_, allowed) = known.unwrap_or_else(|| panic!("<{name}>: {html}"));
    for (attribute, value) in &tag.attributes {
        let (attribute, value) = (text(attribute), text(value));
        assert!(allowed.contains(&attribute.as_str()), "<{name} {attribute}>: {html}");
        let is_good = match attribute.as_str() {
            "href" => leads_to_the_web(&value),
            "rel" => value == "noopener noreferrer",
            "target" => value == "_blank",
            "tabindex" => value == "0",
            "start" => value.bytes().all(|byte| byte.is_ascii_digit()),
            "style" => value
                .strip_prefix("text-align: ")
                .is_some_and(|side| matches!(side, "left" | "right" | "center")),
            "class" if name == "p" => value == "md-heading",
            "class" => value.starts_with("language-"),
            _ => false,
        };
        assert!(is_good, "<{name} {attribute}={value:?}>: {html}");
    }
    if name == "a" {
        assert_eq!(tag.attributes.len(), 3, "a link without its care: {html}");
    }
}

/// The scheme as browsers find it (WHATWG URL, "basic URL parser"): control characters and
/// spaces before it do not count, tabs and line breaks nowhere.
fn leads_to_the_web(address: &str) -> bool {
    let address: String = address
        .trim_start_matches(|c: char| c <= ' ')
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let scheme = address.split(':').next().unwrap_or_default().to_ascii_lowercase();
    address.contains(':') && matches!(scheme.as_str(), "http" | "https" | "mailto")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
