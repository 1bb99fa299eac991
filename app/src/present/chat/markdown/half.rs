//! The end of a text that is still being written, completed for the eye: half a mark
//! would show as itself and jump away a moment later.

/// Marks that stand around words, the longer ones first.
const AROUND: [&str; 5] = ["**", "__", "~~", "*", "_"];

/// The same text with marks closed that are open, and without those that say nothing yet.
pub(super) fn completed(text: &str) -> String {
    let (start, is_code) = last_paragraph(text);
    let line = text.rfind('\n').map_or(0, |end| end + 1);
    if is_code {
        // What may become the closing fence.
        let is_mark =
            !text[line..].trim().is_empty() && text[line..].trim().chars().all(|c| c == '`');
        return if is_mark { text[..line].to_owned() } else { text.to_owned() };
    }
    let said = if is_marker(&text[line..]) { &text[..line] } else { text };
    // A row of a table is one when it is whole.
    let is_half_row = text[line..].starts_with('|') && !text[line + 1..].contains("|\n");
    let said = if is_half_row { &text[..line] } else { said };
    let (before, last) = said.split_at(start.min(said.len()));
    // A table is one from its second line on.
    if last.trim_start().starts_with('|') && last.matches('\n').count() < 2 {
        return before.to_owned();
    }
    let last = without_half_link(last);
    let Open { marks, end } = unclosed(&last);
    let mut whole = format!("{before}{}", &last[..end]);
    if !marks.is_empty() {
        whole.truncate(whole.trim_end().len());
        for mark in marks.iter().rev() {
            // Nothing stands inside yet.
            if whole.ends_with(mark.as_str()) {
                whole.truncate(whole.len() - mark.len());
                whole.truncate(whole.trim_end().len());
            } else {
                whole.push_str(mark);
            }
        }
    }
    whole
}

/// Where the last paragraph begins, and whether that is inside a block of code.
fn last_paragraph(text: &str) -> (usize, bool) {
    let (mut start, mut place, mut is_code) = (0, 0, false);
    for line in text.split_inclusive('\n') {
        place += line.len();
        let words = line.trim();
        let is_fence = words.starts_with("```") || words.starts_with("~~~");
        is_code ^= is_fence;
        if is_fence || words.is_empty() {
            start = place;
        }
    }
    (start, is_code)
}

/// Whether a line has only what may become a heading, a list, a rule or a fence.
fn is_marker(line: &str) -> bool {
    let line = line.trim();
    let number = line.trim_end_matches(['.', ')']);
    !line.is_empty()
        && (line.chars().all(|c| matches!(c, '#' | '-' | '*' | '+' | '=' | '>' | '`' | '~' | '_'))
            || number.len() <= 3 && number.chars().all(|c| c.is_ascii_digit()))
}

/// The words of a link or a picture whose address is not there yet.
fn without_half_link(text: &str) -> String {
    let Some(open) = text.rfind('[') else { return text.to_owned() };
    let (before, inside) = (&text[..open], &text[open + 1..]);
    let words = match inside.split_once(']') {
        None => inside,
        Some((words, "")) => words,
        Some((words, address)) if address.starts_with('(') && !address.contains(')') => words,
        Some(_) => return text.to_owned(),
    };
    format!("{}{words}", before.strip_suffix('!').unwrap_or(before))
}

/// What a text leaves open.
struct Open {
    /// The marks, outermost first.
    marks: Vec<String>,
    /// Where the text ends without half a mark.
    end: usize,
}

fn unclosed(text: &str) -> Open {
    let mut marks: Vec<String> = Vec::new();
    let mut before = ' ';
    let mut place = 0;
    let mut end = text.len();
    while let Some(letter) = text[place..].chars().next() {
        let rest = &text[place..];
        let in_code = marks.last().is_some_and(|mark| mark.starts_with('`'));
        let mark = match letter {
            '`' => rest.split(|c| c != '`').next(),
            _ if in_code => None,
            '~' if rest == "~" => Some(rest),
            _ => AROUND.into_iter().find(|mark| rest.starts_with(mark)),
        };
        let Some(mark) = mark else {
            place += letter.len_utf8();
            // What follows a backslash is itself.
            if letter == '\\' && !in_code {
                place += text[place..].chars().next().map_or(0, char::len_utf8);
            }
            before = letter;
            continue;
        };
        let start = place;
        place += mark.len();
        let after = text[place..].chars().next();
        let closes = marks.last().is_some_and(|last| last == mark)
            && (letter == '`' || !before.is_whitespace());
        // "2 * 3", "a_b" and the mark of a list are none.
        let opens = !in_code
            && (letter == '`'
                || !after.is_some_and(char::is_whitespace) && !before.is_alphanumeric());
        if closes {
            marks.pop();
        } else if opens {
            marks.push(mark.to_owned());
        } else if after.is_none() {
            // The first half of what closes.
            end = start;
        }
        before = letter;
    }
    Open { marks, end }
}

#[cfg(test)]
mod tests {
    use super::completed;

    #[test]
    fn open_marks_are_closed() {
        for (half, whole) in [
            ("The **first", "The **first**"),
            ("The **first ", "The **first**"),
            ("The **fir *st", "The **fir *st***"),
            ("a `cod", "a `cod`"),
            ("a ``co`d", "a ``co`d``"),
            ("~~gone", "~~gone~~"),
            ("~~gone~", "~~gone~~"),
            ("**gone*", "**gone**"),
            ("**a** and *b", "**a** and *b*"),
            ("one\n\n**two", "one\n\n**two**"),
        ] {
            assert_eq!(completed(half), whole);
        }
    }

    #[test]
    fn marks_that_say_nothing_yet_are_left_out() {
        for (half, whole) in [
            ("The **", "The"),
            ("one\n-", "one\n"),
            ("one\n2.", "one\n"),
            ("## ", ""),
            ("see [the m", "see the m"),
            ("see [the map](https://ex", "see the map"),
            ("![the plan](https://evil", "the plan"),
            ("one\n\n| a | b |\n|--", "one\n\n"),
        ] {
            assert_eq!(completed(half), whole);
        }
    }

    #[test]
    fn what_only_looks_like_a_mark_stays() {
        for text in [
            "2 * 3",
            "snake_case",
            "5*3",
            "* one",
            "in 2026",
            "```\n**a",
            "[x](https://a.b)",
            "\\*a",
        ] {
            assert_eq!(completed(text), text);
        }
    }
}
