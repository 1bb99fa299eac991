//! Typing errors in the words that rules look for: one letter lost, doubled or wrong, or two
//! swapped ("tomorow", "waht", "mintues", "spnd").
//!
//! Only the form that rules compare is mended; titles keep what was typed. A word that people use
//! for something else is never taken for an error, nor is a name (a capital inside a sentence).

/// The words worth mending, by first letter. Shorter ones are too close to other words.
#[rustfmt::skip]
const KEYWORDS: [&str; 91] = [
    "after", "afternoon", "appointment", "appointments", "average", "biggest", "bought",
    "breakfast", "calendar", "cancel", "change", "coffee", "complete", "completed", "delete",
    "dinner", "dollar", "dollars", "done", "euros", "evening", "event", "events", "every",
    "expense", "expenses", "finish", "finished", "friday", "from", "groceries", "high", "hour",
    "hours", "last", "list", "lunch", "many", "mark", "meeting", "meetings", "midnight", "minute",
    "minutes", "monday", "month", "months", "morning", "move", "much", "next", "night", "noon",
    "overdue", "postpone", "pounds", "priority", "remind", "reminder", "reminders", "remove",
    "rename", "reschedule", "saturday", "schedule", "show", "spend", "spending", "spent", "sunday",
    "task", "tasks", "thursday", "today", "tomorrow", "tonight", "total", "tuesday", "undo",
    "until", "update", "urgent", "wednesday", "week", "weekday", "weekdays", "weekend", "weeks",
    "what", "year", "years",
];

/// Words in use that lie one typing error from a keyword, taken from the frequency lists of
/// English Wikipedia, film subtitles and names that password checkers count with (zxcvbn).
#[rustfmt::skip]
const IN_USE: [&str; 77] = [
    "alter", "brought", "cancels", "chance", "chancel", "chang", "changi", "chante", "charge",
    "coffey", "compete", "competed", "completes", "danner", "deleted", "deplete", "diner", "emery",
    "even", "evens", "eventing", "ever", "expanse", "expanses", "finisher", "finishes", "finnish",
    "form", "frida", "fridge", "hors", "lats", "launch", "lurch", "lynch", "marc", "melting",
    "minuet", "minuses", "moaning", "monte", "montes", "montt", "monty", "mooning", "moth", "moths",
    "mourning", "mouth", "mouths", "mundane", "nicht", "nighty", "ponds", "remainder", "remand",
    "reminded", "remore", "remote", "renae", "renate", "rewind", "scent", "send", "sending", "sent",
    "spect", "speed", "speeding", "spelt", "stent", "sundae", "sundry", "svend", "toddy", "tonal",
    "untie",
];

/// More of the same, for plurals and rarer neighbours of short keywords.
#[rustfmt::skip]
const RARER: [&str; 24] = [
    "tacks", "talks", "tanks", "tusks", "tests", "toasts", "weeds", "weems", "weeps", "weekly",
    "yearn", "yearns", "euro", "pound", "dishes", "spends", "events", "wreaks", "leeks", "sweeks",
    "houses", "hourly", "monthly", "nightly",
];

/// Forms that are more than one error away, or another word's spelling.
fn known(word: &str) -> Option<&'static str> {
    Some(match word {
        "hwo" | "ohw" => "how",
        "fre" | "fere" | "freee" => "free",
        "teh" | "hte" => "the",
        "adn" | "nad" | "annd" => "and",
        "bakc" | "abck" | "bcak" => "back",
        "wiht" | "wtih" => "with",
        "wehn" | "whne" => "when",
        "clal" | "caal" => "call",
        "byu" | "buuy" => "buy",
        "taks" => "task",
        "tmrw" | "tmrow" | "tomrw" | "tmoro" | "2morrow" => "tomorrow",
        "payed" => "paid",
        "wensday" | "wendsday" | "wensdays" | "wedensday" => "wednesday",
        "tomoro" | "tommorow" | "tomarrow" | "tommorrow" => "tomorrow",
        "thurday" => "thursday",
        "appt" => "appointment",
        "calender" => "calendar",
        "shedule" | "schedual" => "schedule",
        "brekkie" | "brekky" => "breakfast",
        _ => return None,
    })
}

/// The keyword that a word in lower case was meant to be.
pub(crate) fn mended(word: &str) -> Option<&'static str> {
    if let Some(known) = known(word) {
        return Some(known);
    }
    if !(4..=13).contains(&word.len()) || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return None;
    }
    let mut found = None;
    for keyword in KEYWORDS {
        if keyword.len().abs_diff(word.len()) > 1 {
            continue;
        }
        if keyword == word {
            return None;
        }
        if is_error(word.as_bytes(), keyword.as_bytes()) {
            // Two keywords as near as each other: nobody knows which was meant.
            if found.is_some() {
                return None;
            }
            found = Some(keyword);
        }
    }
    found.filter(|_| !IN_USE.contains(&word) && !RARER.contains(&word))
}

/// Whether one word is the other with one typing error.
fn is_error(word: &[u8], keyword: &[u8]) -> bool {
    let same = word.iter().zip(keyword).take_while(|(a, b)| a == b).count();
    let (mine, theirs) = (&word[same..], &keyword[same..]);
    if word.len() == keyword.len() {
        let swapped = mine.len() >= 2
            && mine[0] == theirs[1]
            && mine[1] == theirs[0]
            && mine[2..] == theirs[2..];
        // A wrong letter in a short word makes another word too easily, as does a wrong first.
        return swapped || same > 0 && keyword.len() >= 6 && mine[1..] == theirs[1..];
    }
    if same == 0 || keyword.len() < 5 {
        return false;
    }
    let (longer, shorter) = if mine.len() > theirs.len() { (mine, theirs) } else { (theirs, mine) };
    // An ending makes a form of the word and no error of it.
    let ending =
        mine.len() > theirs.len() && theirs.is_empty() || theirs == b"s" && mine.is_empty();
    longer[1..] == *shorter && !ending
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_one_error() {
        for (word, keyword) in [
            ("tomorow", "tomorrow"),
            ("wensday", "wednesday"),
            ("remnd", "remind"),
            ("delte", "delete"),
            ("waht", "what"),
            ("spnd", "spend"),
            ("evrey", "every"),
            ("huors", "hours"),
            ("lsit", "list"),
            ("doen", "done"),
            ("dolars", "dollars"),
        ] {
            assert_eq!(mended(word), Some(keyword), "{word}");
        }
    }

    #[test]
    fn leaves_words_that_people_use() {
        for word in [
            "mall",
            "mail",
            "dune",
            "form",
            "send",
            "speed",
            "mouth",
            "launch",
            "fir",
            "sundae",
            "remote",
            "changed",
            "cancels",
            "meetings",
            "weekly",
            "evens",
            "charge",
            "diner",
            "scheduled",
            "reminded",
            "talks",
            "lost",
            "most",
            "mars",
            "best",
        ] {
            assert_eq!(mended(word), None, "{word}");
        }
    }
}
