//! Reads HTML as a browser does, as far as it takes to see elements and their attributes.

/// An element's name and its attributes.
pub(crate) type Element = (String, Vec<(String, String)>);

/// Elements whose content is text up to their own end.
const RAW: [&str; 4] = ["script", "style", "textarea", "title"];

/// Every start tag of a document, with entities in values left as they are.
pub(crate) fn elements(html: &str) -> Vec<Element> {
    let mut found = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
        } else if rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let (element, after) = start_tag(rest);
            rest = after;
            if RAW.contains(&&*element.0) {
                let lower = rest.to_ascii_lowercase();
                let end = lower.find(&format!("</{}", element.0)).unwrap_or(rest.len());
                rest = &rest[end..];
            }
            found.push(element);
        }
    }
    found
}

fn start_tag(text: &str) -> (Element, &str) {
    let ends = |c: char| c.is_ascii_whitespace() || c == '/' || c == '>';
    let (name, mut rest) = text.split_at(text.find(ends).unwrap_or(text.len()));
    let mut attributes = Vec::new();
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if rest.is_empty() || rest.starts_with('>') {
            let after = rest.strip_prefix('>').unwrap_or_default();
            return ((name.to_ascii_lowercase(), attributes), after);
        }
        let end = rest.find(|c: char| ends(c) || c == '=').unwrap_or(rest.len()).max(1);
        let (attribute, after) = rest.split_at(end);
        let after = after.trim_start();
        let (value, after) = match after.strip_prefix('=') {
            Some(after) => value(after.trim_start()),
            None => ("", after),
        };
        attributes.push((attribute.to_ascii_lowercase(), value.to_owned()));
        rest = after;
    }
}

fn value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(quoted) = text.strip_prefix(quote) {
            return quoted.split_once(quote).unwrap_or((quoted, ""));
        }
    }
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(text.len());
    text.split_at(end)
}

#[test]
fn elements_and_attributes_are_seen() {
    let html = "<!-- <no> --><A b='<c>' D=\"e\" f=g h>1 < 2</a><script><x></script><textarea><y></textarea><z\n on=1/>";
    let seen = elements(html);
    let names: Vec<_> = seen.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["a", "script", "textarea", "z"]);
    let pairs: Vec<_> = seen[0].1.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(pairs, [("b", "<c>"), ("d", "e"), ("f", "g"), ("h", "")]);
    assert_eq!(seen[3].1[0].0, "on");
}
