//! Takes out of a text what a person may have written: errors of databases, parsers
//! and panics quote what they could not use.

/// Longest text that is reported, in characters.
const LIMIT: usize = 400;
/// Longest word that is no token or hash.
const LONGEST_WORD: usize = 40;
/// What stands in for what was taken out.
const GONE: &str = "…";
/// The marks around quotations.
const QUOTES: [char; 7] = ['"', '\'', '`', '“', '”', '‘', '’'];

/// The text without anything between its first and its last quotation mark, and
/// without addresses and long words.
pub(super) fn scrubbed(text: &str) -> String {
    let quoted = text.find(QUOTES).zip(text.rfind(QUOTES));
    let whole = match quoted {
        None => text.to_owned(),
        Some((first, last)) => {
            let after = text[last..].chars().skip(1).collect::<String>();
            format!("{}{GONE}{after}", &text[..first])
        }
    };
    let words = whole.split_whitespace().map(|word| {
        let is_odd = word.contains('@') || word.chars().count() > LONGEST_WORD;
        if is_odd { GONE } else { word }
    });
    words.collect::<Vec<_>>().join(" ").chars().take(LIMIT).collect()
}

#[cfg(test)]
mod tests {
    use super::scrubbed;

    #[test]
    fn what_is_quoted_is_gone_and_what_happened_stays() {
        for (text, kept) in [
            ("database is locked", "database is locked"),
            (
                "byte index 3 is not a char boundary; it is inside 'é' (bytes 3..5) of `Café`",
                "byte index 3 is not a char boundary; it is inside …",
            ),
            ("called `unwrap()` on an `Err`: Parse(\"Dentist, 9am\") here", "called …) here"),
            ("no such user: sam@example.com", "no such user: …"),
            ("token 0123456789abcdef0123456789abcdef0123456789abcdef", "token …"),
            ("it isn’t", "it isn…t"),
        ] {
            assert_eq!(scrubbed(text), kept);
        }
    }
}
