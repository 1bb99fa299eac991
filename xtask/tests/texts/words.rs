//! Whether a literal holds words for people.

/// What stands in for a value in a format string.
const VALUE: char = '\u{0}';

/// Around words, without being of them.
const MARKS: &[char] = &['“', '”', '‘', '’', '…', ',', '.', ';', ':', '?', '!', '(', ')', '"'];

/// Whether there is any letter besides those of values.
pub(crate) fn has_letter(literal: &str) -> bool {
    without_values(literal).chars().any(char::is_alphabetic)
}

/// Whether it reads as a sentence, a heading or a part of one, and not as something for machines.
pub(crate) fn is_for_people(literal: &str) -> bool {
    let text = without_values(literal);
    if text.contains(['<', '>']) || text.contains("=\"") {
        return is_html_for_people(&text);
    }
    if text.contains(['“', '”', '’', '…']) {
        return true;
    }
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let is_name = |token: &str| {
        let token = token.trim_matches(MARKS);
        let mut letters = token.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().next().is_some_and(char::is_lowercase)
            && letters.all(|letter| letter.is_lowercase() || letter == '-')
    };
    if tokens.first().is_some_and(|first| is_name(first)) {
        return true;
    }
    // A selector of classes.
    if text.starts_with('.') {
        return false;
    }
    let is_word = |token: &&&str| {
        let token = token.trim_matches(MARKS);
        !token.is_empty() && token.chars().all(char::is_lowercase)
    };
    let for_machines = ['=', '[', ']', '{', '}', '/', '_', '#', '*', '\\', '|', '%', '-'];
    let words = tokens.iter().filter(is_word).count();
    let is_piece = text.contains(VALUE) || text.starts_with(' ') || text.ends_with(' ');
    !text.contains(for_machines) && (words > 1 || words == 1 && is_piece)
}

/// Text between tags, or in the attributes that are read out.
fn is_html_for_people(html: &str) -> bool {
    let named = ["aria-label=\"", "title=\"", "alt=\"", "placeholder=\""];
    let attributes = named.iter().flat_map(|name| html.split(name).skip(1));
    let mut values = attributes.filter_map(|rest| rest.split('"').next());
    if values.any(|value| value.chars().any(char::is_alphabetic)) {
        return true;
    }
    // The first piece ends a tag that another literal began, unless there is none before it.
    let text = match (html.find('<'), html.find('>')) {
        (None, None) => return false,
        (Some(begin), Some(end)) if begin < end => html,
        (Some(_), None) => html,
        (_, Some(end)) => &html[end + 1..],
    };
    let mut outside = text.split('<').enumerate().map(|(index, piece)| match index {
        0 => piece,
        _ => piece.split_once('>').map_or("", |(_, after)| after),
    });
    outside.any(|piece| piece.replace("&nbsp;", "").chars().any(char::is_alphabetic))
}

/// A format string with each value as one character, escapes read.
fn without_values(literal: &str) -> String {
    let mut text = String::new();
    let mut rest = literal.chars().peekable();
    while let Some(letter) = rest.next() {
        match letter {
            '{' if rest.next_if_eq(&'{').is_some() => text.push('{'),
            '{' => {
                rest.by_ref().find(|letter| *letter == '}');
                text.push(VALUE);
            }
            '}' => {
                rest.next_if_eq(&'}');
                text.push('}');
            }
            _ => text.push(letter),
        }
    }
    text
}

#[test]
fn sentences_are_told_from_what_is_for_machines() {
    let words = [
        "Add",
        "Nothing waits for you.",
        "{} tasks",
        "in {month}",
        " more",
        "“{name}”",
        "Search, or filter: due:today p1 #home -done",
        "<summary>As a table</summary>",
        "<p aria-label=\"{name} day by day\">",
    ];
    for text in words {
        assert!(is_for_people(text), "{text:?}");
    }
    let others = [
        "add",
        "/tasks?edit={id}",
        "form add-form brief",
        "ArrowLeft",
        "FREQ=WEEKLY;INTERVAL=2",
        "[data-tasks] .pick input:checked",
        "translate({x}px, {y}px)",
        "{date}T{clock}",
        "%B %Y",
        "INPUT",
        "<p class=\"chart-axis\" aria-hidden=\"true\">{day}</p>",
        "\" rel=\"noopener noreferrer\" target=\"_blank\">",
    ];
    for text in others {
        assert!(!is_for_people(text), "{text:?}");
    }
}
