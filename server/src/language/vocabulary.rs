//! Names of weekdays and months, their short forms, and the typing errors that are forgiven.

use chrono::Weekday;

use super::lexer::Tokens;

const WEEKDAYS: [(&str, Weekday); 7] = [
    ("monday", Weekday::Mon),
    ("tuesday", Weekday::Tue),
    ("wednesday", Weekday::Wed),
    ("thursday", Weekday::Thu),
    ("friday", Weekday::Fri),
    ("saturday", Weekday::Sat),
    ("sunday", Weekday::Sun),
];

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Real words that lie one typing error away from a keyword.
const NEIGHBOURS: [&str; 6] = ["sundae", "sundry", "fridge", "mundane", "munday", "augusta"];

/// The word without a possessive ending.
pub(crate) fn bare(word: &str) -> &str {
    word.strip_suffix("'s").unwrap_or(word)
}

fn weekday_name(word: &str) -> Option<Weekday> {
    let short = match word {
        "mon" => Weekday::Mon,
        "tue" | "tues" => Weekday::Tue,
        "wed" | "weds" | "wednes" => Weekday::Wed,
        "thu" | "thur" | "thurs" => Weekday::Thu,
        "fri" => Weekday::Fri,
        "sat" => Weekday::Sat,
        "sun" => Weekday::Sun,
        _ => {
            return WEEKDAYS
                .iter()
                .find(|(name, _)| *name == word || one_error(word, name))
                .map(|(_, weekday)| *weekday);
        }
    };
    Some(short)
}

/// The weekday a word names, possessive or not ("friday", "friday's", "weds", "firday").
pub(crate) fn weekday(word: &str) -> Option<Weekday> {
    weekday_name(bare(word))
}

/// The weekday a plural names ("mondays"): a repeat.
pub(crate) fn weekday_plural(word: &str) -> Option<Weekday> {
    let name = word.strip_suffix('s')?;
    (name.ends_with("day") || matches!(name, "mon" | "fri")).then(|| weekday_name(name)).flatten()
}

/// The month (1 to 12) a word names.
pub(crate) fn month(word: &str) -> Option<u32> {
    let word = bare(word);
    let short = match word {
        "jan" => 1,
        "feb" | "febr" => 2,
        "mar" => 3,
        "apr" => 4,
        "jun" => 6,
        "jul" => 7,
        "aug" => 8,
        "sep" | "sept" => 9,
        "oct" => 10,
        "nov" => 11,
        "dec" => 12,
        _ => {
            let at = MONTHS.iter().position(|name| *name == word || one_error(word, name))?;
            return u32::try_from(at + 1).ok();
        }
    };
    Some(short)
}

/// The month at a place and the place behind it; the full stop of a short form belongs to it.
pub(crate) fn month_at(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let month = month(tokens.word(at))?;
    let stop = tokens.word(at).len() <= 4 && tokens.is_mark(at + 1, '.') && tokens.glued(at + 1);
    Some((month, at + 1 + usize::from(stop)))
}

/// Whether the word is within one typing error (a letter lost, doubled, wrong, or two swapped)
/// of a keyword of at least six letters, first letter right.
pub(crate) fn one_error(word: &str, keyword: &str) -> bool {
    let (a, b) = (word.as_bytes(), keyword.as_bytes());
    if b.len() < 6 || a.len().abs_diff(b.len()) > 1 || a.first() != b.first() {
        return false;
    }
    if word == keyword || !word.is_ascii() || NEIGHBOURS.contains(&word) {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (rest_a, rest_b) = (&a[same..], &b[same..]);
    if a.len() == b.len() {
        let swapped = rest_a.len() >= 2
            && rest_a[0] == rest_b[1]
            && rest_a[1] == rest_b[0]
            && rest_a[2..] == rest_b[2..];
        return swapped || rest_a[1..] == rest_b[1..];
    }
    // A plural and a past form are words of their own, not errors.
    let (longer, shorter) = if a.len() > b.len() { (rest_a, rest_b) } else { (rest_b, rest_a) };
    &longer[1..] == shorter && longer != b"s" && longer != b"d"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_errors() {
        for (word, expected) in [
            ("friday", Some(Weekday::Fri)),
            ("friday's", Some(Weekday::Fri)),
            ("weds", Some(Weekday::Wed)),
            ("thrusday", Some(Weekday::Thu)),
            ("tusday", Some(Weekday::Tue)),
            ("saterday", Some(Weekday::Sat)),
            ("sundae", None),
            ("monitor", None),
            ("saturn", None),
            ("fridays", None),
        ] {
            assert_eq!(weekday(word), expected, "{word}");
        }
        for (word, expected) in [
            ("septemeber", Some(9)),
            ("febuary", Some(2)),
            ("augustus", None),
            ("marsh", None),
            ("may", Some(5)),
        ] {
            assert_eq!(month(word), expected, "{word}");
        }
        assert_eq!(weekday_plural("mondays"), Some(Weekday::Mon));
    }
}
