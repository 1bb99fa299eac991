//! How well a row's name fits what a person calls it: by its words first, then
//! by words that are nearly the same.

use domain::bulk::Kind;

/// Words that people add to a name without their being part of it.
const FILLERS: [&str; 33] = [
    "a",
    "an",
    "the",
    "my",
    "our",
    "your",
    "to",
    "with",
    "at",
    "for",
    "of",
    "on",
    "in",
    "and",
    "that",
    "this",
    "task",
    "event",
    "todo",
    "reminder",
    "appointment",
    "meeting",
    "class",
    "session",
    "lesson",
    "expense",
    "item",
    "thing",
    "one",
    "about",
    "from",
    "entry",
    "s",
];

/// Words that mean the same in the names of rows.
const SAME: [(&str, &str); 15] = [
    ("dr", "doctor"),
    ("doc", "doctor"),
    ("mum", "mom"),
    ("mother", "mom"),
    ("father", "dad"),
    ("bday", "birthday"),
    ("appt", "appointment"),
    ("mtg", "meeting"),
    ("1:1", "one-on-one"),
    ("1-1", "one-on-one"),
    ("xmas", "christmas"),
    ("grocery", "groceries"),
    ("gp", "doctor"),
    ("cab", "taxi"),
    ("classes", "class"),
];

/// The score of a name that is the very same.
pub(super) const EXACT: u32 = 200;
/// From here on a name is meant, and not only perhaps.
pub(super) const SURE: u32 = 75;
/// From here on a name is worth asking about.
pub(super) const PERHAPS: u32 = 50;
/// Scores this near to each other are not told apart.
pub(super) const CLOSE: u32 = 8;

/// What a name is compared by.
#[derive(Debug, Clone)]
pub(super) struct Name {
    words: Vec<String>,
    telling: Vec<String>,
}

impl Name {
    pub(super) fn of(text: &str) -> Self {
        let words: Vec<String> = text
            .to_lowercase()
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, ':' | '-' | '\'' | '’')))
            .map(|word| word.trim_matches([':', '-', '\'', '’']))
            .filter(|word| !word.is_empty())
            .map(plain)
            .collect();
        let telling: Vec<String> =
            words.iter().filter(|word| !FILLERS.contains(&word.as_str())).cloned().collect();
        Self { words, telling }
    }

    /// Whether it has no word that tells rows apart ("the meeting").
    pub(super) fn is_general(&self) -> bool {
        self.telling.is_empty()
    }

    /// The words that tell rows apart, for a search.
    pub(super) fn search(&self) -> String {
        self.telling.join(" ")
    }

    /// Whether another name has each of its telling words, and it has some.
    pub(super) fn is_in(&self, other: &Self) -> bool {
        let has = |word: &String| other.words.iter().any(|theirs| same(word, theirs) >= SURE);
        !self.telling.is_empty() && self.telling.iter().all(has)
    }

    /// How well a row's name fits: the mean fit of the telling words, in percent,
    /// and a little for having nothing more than them.
    pub(super) fn fit(&self, name: &Self) -> u32 {
        if self.words == name.words {
            return EXACT;
        }
        let wanted = if self.telling.is_empty() { &self.words } else { &self.telling };
        let theirs = if self.telling.is_empty() { &name.words } else { &name.telling };
        let (Ok(count), Ok(all)) = (u32::try_from(wanted.len()), u32::try_from(theirs.len()))
        else {
            return 0;
        };
        if count == 0 || all == 0 {
            return 0;
        }
        let fits = wanted.iter().map(|word| theirs.iter().map(|other| same(word, other)).max());
        let sum: u32 = fits.map(Option::unwrap_or_default).sum();
        let found = sum / count;
        // What only perhaps fits does not fit better for being short.
        if found < SURE { found } else { found + 10 * count.min(all) / all }
    }
}

/// Whether a name says the kind of its row: "my meeting".
pub(super) fn says(name: &str, kind: Kind) -> bool {
    let nouns: &[&str] = match kind {
        Kind::Event => &["meeting", "event", "appointment", "appt", "call", "mtg"],
        Kind::Task => &["task", "todo", "reminder"],
        Kind::Expense => &["expense", "purchase"],
        Kind::Budget => &["budget"],
        Kind::List | Kind::Filter => &[],
    };
    name.to_lowercase()
        .split_whitespace()
        .any(|word| nouns.contains(&plain(word).as_str()) || nouns.contains(&word))
}

/// How nearly two words are the same, in percent.
fn same(wanted: &str, word: &str) -> u32 {
    if wanted == word {
        return 100;
    }
    let (short, long) = if wanted.len() < word.len() { (wanted, word) } else { (word, wanted) };
    let length = short.chars().count();
    if length >= 4 && long.starts_with(short) {
        return 90;
    }
    // Another digit is another number, and no slip.
    if wanted.contains(|c: char| c.is_ascii_digit()) {
        return 0;
    }
    // One error in a short word makes another word of it ("mall", "mail").
    let errors = strsim::osa_distance(wanted, word);
    match length {
        5..=7 if errors == 1 => 80,
        8.. if errors <= 2 => 80,
        _ => 0,
    }
}

/// Plurals and possessives are the same word ("dentists", "Sam's"), and so are
/// those of the table.
fn plain(word: &str) -> String {
    let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
    if let Some((_, same)) = SAME.iter().find(|(other, _)| *other == word) {
        return (*same).to_owned();
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.chars().count() > 3 && !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fit(target: &str, name: &str) -> u32 {
        Name::of(target).fit(&Name::of(name))
    }

    #[test]
    fn the_words_that_tell_decide() {
        assert_eq!(fit("dentist", "dentist"), EXACT);
        for (target, name) in [
            ("the dentist appointment", "Dentist"),
            ("meeting with bob", "Bob 1:1"),
            ("passport renewal thing", "Renew passport"),
            ("my doctors appointment", "Dr. Chen checkup"),
            ("dentits", "Dentist at 9"),
            ("Sam's birthday", "Birthday Sam"),
            ("call mum", "Call mom about the trip"),
            ("the 1:1", "1:1 with Ana"),
        ] {
            assert!(fit(target, name) >= SURE, "{target} / {name}: {}", fit(target, name));
        }
        for (target, name) in [
            ("call mom", "Buy milk"),
            ("14:00", "10:00"),
            ("", "Buy milk"),
            ("mall", "Mail"),
            ("cat", "Car wash"),
        ] {
            assert!(fit(target, name) < PERHAPS, "{target} / {name}: {}", fit(target, name));
        }
        let half = fit("call bank", "Call mom");
        assert!((PERHAPS..SURE).contains(&half), "{half}");
    }

    #[test]
    fn what_says_less_beside_the_name_fits_better() {
        assert!(fit("call sam", "Call Sam") > fit("call sam", "Call Sam about the car") + CLOSE);
        let (car, trip) =
            (fit("call sam", "Call Sam about the car"), fit("call sam", "Call Sam about the trip"));
        assert_eq!(car, trip);
    }
}
