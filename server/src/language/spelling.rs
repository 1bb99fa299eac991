//! Typing errors in the words that rules look for: one letter lost, doubled or wrong, or two
//! swapped ("tomorow", "waht", "mintues", "spnd").
//!
//! Only the form that rules compare is mended; titles keep what was typed. A word that people use
//! for something else is never taken for an error, nor is a name (a capital inside a sentence).

/// The words worth mending, in the order of the alphabet. Shorter ones are too close to other words.
#[rustfmt::skip]
static KEYWORDS: [&str; 225] = [
    "after", "afternoon", "afternoons", "again", "agenda", "annually", "anything", "appointment",
    "appointments", "april", "august", "availability", "available", "average", "because",
    "before", "between", "biggest", "birthday", "book", "bought", "breakfast", "bring", "budget",
    "calendar", "call", "cancel", "cancelled", "category", "change", "cheapest", "check",
    "christmas", "clean", "clear", "coffee", "collect", "compare", "complete", "completed",
    "cook", "daily", "december", "delete", "dentist", "dentists", "diary", "dinner", "doctor",
    "dollar", "dollars", "done", "double", "drinks", "drop", "earlier", "easter", "email",
    "euros", "evening", "evenings", "event", "events", "every", "everything", "expense",
    "expenses", "february", "feed", "finish", "finished", "fortnight", "fortnightly", "friday",
    "fridays", "from", "groceries", "haircut", "half", "halloween", "have", "high", "holiday",
    "hour", "hourly", "hours", "instead", "january", "july", "june", "largest", "last", "list",
    "location", "lunch", "lunchtime", "mail", "make", "many", "march", "mark", "meeting",
    "meetings", "midnight", "minute", "minutes", "monday", "mondays", "money", "month", "monthly",
    "months", "morning", "mornings", "move", "much", "need", "next", "night", "noon", "nothing",
    "november", "october", "order", "overdue", "pack", "paid", "party", "payment", "phone",
    "pick", "plan", "please", "post", "postpone", "pounds", "prescription", "print", "priority",
    "purchase", "quarter", "quarterly", "read", "record", "remind", "reminder", "reminders",
    "remove", "rename", "renew", "repeat", "reply", "reschedule", "return", "rupee", "rupees",
    "saturday", "saturdays", "schedule", "second", "send", "september", "shopping", "show",
    "sign", "something", "spend", "spending", "spent", "starting", "study", "submit", "sunday",
    "sundays", "switch", "take", "talk", "task", "tasks", "tell", "text", "thanksgiving", "that",
    "then", "this", "thursday", "thursdays", "tick", "times", "today", "tomorrow", "tonight",
    "total", "transport", "tuesday", "tuesdays", "undo", "until", "update", "urgent", "visit",
    "walk", "want", "wash", "water", "wednesday", "wednesdays", "week", "weekday", "weekdays",
    "weekend", "weekends", "weekly", "weeks", "what", "when", "where", "which", "with", "would",
    "write", "year", "yearly", "years", "yesterday",
];

/// Words in use that lie one typing error from a keyword, taken from the frequency lists of
/// English Wikipedia, film subtitles and names that password checkers count with (zxcvbn), and
/// plurals and rarer neighbours of short keywords.
#[rustfmt::skip]
const IN_USE: [&str; 242] = [
    "addled", "alain", "alter", "apryl", "aster", "avril", "baring", "being", "bering", "bing",
    "bling", "boing", "boring", "brought", "budge", "budged", "buys", "canceled", "canceling",
    "cancels", "chance", "chancel", "chang", "changi", "chante", "charge", "cheek", "chick",
    "chock", "chuck", "claar", "clan", "clein", "cleon", "coaches", "coffey", "collett", "compadre",
    "compete", "competed", "completes", "copes", "dail", "dailey", "dairy", "daisy", "daly",
    "danner", "deleted", "deplete", "diner", "dinks", "dishes", "doable", "doily", "doktor",
    "doubly", "drinky", "drunks", "earlie", "easier", "eater", "elster", "emery", "emil", "esmail",
    "ester", "euro", "evely", "even", "evens", "eventing", "ever", "evert", "expanse",
    "expanses", "finisher", "finishes", "finnish", "form", "frida", "fridge", "holliday", "hors",
    "houses", "lats", "launch", "leeks", "lurch", "lynch", "mali", "maney", "marah",
    "marc", "marsh", "marth", "match", "melting", "miney", "minuet", "minuses", "moaning", "moley",
    "mone", "monkey", "monte", "montes", "montt", "monty", "mooney", "mooning", "mopey",
    "morey", "mosey", "moth", "moths", "mourning", "mouth", "mouths", "mundane", "nicht", "nightly",
    "nighty", "notching", "nothin", "noting", "notting", "oder", "older", "ordre", "ores", "paint",
    "panty", "parity", "parry", "part", "partly", "pasty", "patty", "pease", "pint", "pleas",
    "point", "ponds", "pound", "prone", "purty", "quartet", "quartier", "reheat", "rekord", "rely",
    "remainder", "remand", "reminded", "remore", "remote", "renae", "renate", "rene", "repay",
    "repeal", "repent", "replay", "rewind", "scent", "sending", "sent", "shipping", "shopped",
    "sing", "snitch", "spect", "speed", "speeding", "spelt", "spends", "staring", "starling",
    "starring", "startin", "startling", "starving", "stating", "stent", "stepping", "stitch",
    "stopping", "storting", "stud", "sturdy", "summit", "sundae", "sundaes", "sundry", "svend",
    "swatch", "sweeks", "swopping", "tacks", "talks", "tanks", "tests", "tides", "ties", "tiles",
    "timers", "timms", "tims", "tires", "toasts", "toddy", "tomes", "tonal", "transports", "trunks",
    "tusks", "untie", "wafer", "wager", "waite", "waiter", "walter", "waver", "wayer", "weakly",
    "weeds", "weekley", "weems", "weeps", "were", "white", "whore", "wired", "wold",
    "world", "wound", "wreaks", "wrote", "yearn", "yearns", "yeary",
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
        "taks" | "tsk" => "task",
        "tsks" => "tasks",
        "mtg" | "meetin" => "meeting",
        "mtgs" => "meetings",
        "lst" => "last",
        "mov" => "move",
        "marke" => "mark",
        "mch" | "muhc" => "much",
        "othr" | "ohter" | "toher" => "other",
        "wek" | "weke" | "weeek" | "wekk" => "week",
        "jully" | "juley" => "july",
        "junne" => "june",
        "toady" => "today",
        "reminde" | "rimind" | "remaind" => "remind",
        "mounth" | "mnth" => "month",
        "wot" | "wat" => "what",
        "yestarday" | "yesturday" => "yesterday",
        "tomorrrow" | "tomrorow" | "tommorrrow" | "tomorow" => "tomorrow",
        "ptu" | "tpu" => "put",
        "pya" => "pay",
        "ofr" => "for",
        "tmrw" | "tmrow" | "tomrw" | "tmoro" | "2morrow" => "tomorrow",
        "payed" => "paid",
        "wensday" | "wendsday" | "wensdays" | "wedensday" => "wednesday",
        "tomoro" | "tommorow" | "tomarrow" | "tommorrow" => "tomorrow",
        "thurday" => "thursday",
        "appt" => "appointment",
        "calender" | "calander" | "calandar" => "calendar",
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
    let mut found: Option<(u8, &'static str, bool)> = None;
    let typed = word.as_bytes();
    // The first letter is right, or stands second.
    let second = if typed[1] == typed[0] { &[] } else { beginning(typed[1]) };
    for keyword in beginning(typed[0]).iter().chain(second) {
        let meant = keyword.as_bytes();
        let begins = meant[0] == typed[0] || meant[1] == typed[0];
        if !begins || keyword.len().abs_diff(word.len()) > 1 {
            continue;
        }
        if *keyword == word {
            return None;
        }
        let Some(rank) = error(typed, meant) else { continue };
        match &mut found {
            Some((best, _, _)) if *best < rank => {}
            // Two keywords as near as each other: nobody knows which was meant.
            Some((best, _, twice)) if *best == rank => *twice = true,
            other => *other = Some((rank, *keyword, false)),
        }
    }
    found
        .filter(|(_, _, twice)| !twice)
        .map(|(_, keyword, _)| keyword)
        .filter(|_| !IN_USE.contains(&word))
        .or_else(|| long(word))
}

/// The keywords that begin with a letter; they stand in order.
fn beginning(letter: u8) -> &'static [&'static str] {
    let first = |keyword: &&str| keyword.as_bytes().first().copied().unwrap_or(0);
    let from = KEYWORDS.partition_point(|keyword| first(keyword) < letter);
    let to = KEYWORDS.partition_point(|keyword| first(keyword) <= letter);
    KEYWORDS.get(from..to).unwrap_or(&[])
}

/// Long words that people get wrong in two places: "tommorw", "wenesdy".
fn long(word: &str) -> Option<&'static str> {
    const LONG: [&str; 4] = ["tomorrow", "wednesday", "thursday", "saturday"];
    let near = |keyword: &&&str| {
        word.get(..2) == keyword.get(..2)
            && word.len() >= 6
            && word.len().abs_diff(keyword.len()) <= 2
            && strsim::osa_distance(word, keyword) <= if word.starts_with("tom") { 3 } else { 2 }
    };
    LONG.iter().find(near).copied()
}

/// How one word is the other with one typing error: 0 for letters swapped, lost or doubled, 1 for a
/// wrong one, which more words are by chance.
fn error(word: &[u8], keyword: &[u8]) -> Option<u8> {
    let same = word.iter().zip(keyword).take_while(|(a, b)| a == b).count();
    let (mine, theirs) = (&word[same..], &keyword[same..]);
    if word.len() == keyword.len() {
        let swapped = mine.len() >= 2
            && mine[0] == theirs[1]
            && mine[1] == theirs[0]
            && mine[2..] == theirs[2..];
        if swapped {
            return Some(0);
        }
        // A wrong letter in a short word makes another word too easily, as does a wrong first.
        let last = mine.len() > 1 || keyword.len() >= 6;
        let wrong = same > 0 && keyword.len() >= 5 && last && mine[1..] == theirs[1..];
        return wrong.then_some(1);
    }
    if same == 0 || keyword.len() < 5 {
        return None;
    }
    let (longer, shorter) = if mine.len() > theirs.len() { (mine, theirs) } else { (theirs, mine) };
    // An ending makes a form of the word and no error of it.
    let ending =
        mine.len() > theirs.len() && theirs.is_empty() || theirs == b"s" && mine.is_empty();
    (longer[1..] == *shorter && !ending).then_some(0)
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
