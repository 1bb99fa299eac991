//! Labels: short words that tasks are found by.

use serde::{Deserialize, Serialize};

use crate::input::{FromScalar, Scalar};

/// The most labels of one task.
pub const LABELS_LIMIT: usize = 20;
/// The longest label, in characters.
const LENGTH_LIMIT: usize = 30;

const NO_LABEL: &str = "A label is one word of letters, digits, “-”, “_” and “/”.";
const TOO_LONG: &str = "A label has at most 30 characters.";
const TOO_MANY: &str = "At most 20 labels.";
const NO_LABELS: &str = "Must be labels, such as home, errands.";

/// One label: a word in small letters, without the `#`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
pub struct Label(String);

impl Label {
    /// Reads `#Home` or `home`.
    ///
    /// # Errors
    /// A sentence for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let text = text.trim();
        let word = text.strip_prefix('#').unwrap_or(text);
        let is_letter = |letter: &char| letter.is_alphanumeric() || "-_/".contains(*letter);
        let begins = word.chars().next().is_some_and(char::is_alphanumeric);
        if !begins || !word.chars().all(|letter| is_letter(&letter)) {
            return Err(NO_LABEL.to_owned());
        }
        // The small letter of “İ” is two characters, of which the second is no letter.
        let word: String = word.to_lowercase().chars().filter(is_letter).collect();
        if word.chars().count() > LENGTH_LIMIT {
            return Err(TOO_LONG.to_owned());
        }
        Ok(Self(word))
    }

    /// The word.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Label {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text)
    }
}

impl FromScalar for Label {
    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(text) => Self::parse(&text),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => Err(NO_LABEL.to_owned()),
        }
    }
}

/// The labels of a task, each once, in the order in which they were given.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Labels(Vec<Label>);

impl Labels {
    /// Reads `home, #errands`: labels between commas or spaces.
    ///
    /// # Errors
    /// A sentence for the person who typed it.
    pub fn parse(text: &str) -> Result<Self, String> {
        let words = text.split(|letter: char| letter == ',' || letter.is_whitespace());
        let mut labels = Self::default();
        for word in words.filter(|word| !word.is_empty()) {
            labels.add(Label::parse(word)?)?;
        }
        Ok(labels)
    }

    /// Adds one; one that is there already stays where it is.
    ///
    /// # Errors
    /// When there is no room.
    pub fn add(&mut self, label: Label) -> Result<(), String> {
        if self.0.contains(&label) {
            return Ok(());
        }
        if self.0.len() >= LABELS_LIMIT {
            return Err(TOO_MANY.to_owned());
        }
        self.0.push(label);
        Ok(())
    }

    /// Takes one away.
    pub fn remove(&mut self, label: &Label) {
        self.0.retain(|one| one != label);
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Label::as_str)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The labels as they are stored: ` home errands `, so that ` home ` finds a whole one. No
    /// label holds a space.
    pub fn stored(&self) -> String {
        self.iter().fold(String::new(), |all, label| {
            if all.is_empty() { format!(" {label} ") } else { all + label + " " }
        })
    }

    /// Stored labels. What another program wrote and is none is left out.
    pub fn from_stored(text: &str) -> Self {
        Self(text.split(' ').filter_map(|word| Label::parse(word).ok()).collect())
    }
}

impl FromScalar for Labels {
    const LIST_JOINT: Option<&str> = Some(",");

    fn from_scalar(scalar: Scalar) -> Result<Self, String> {
        match scalar {
            Scalar::Text(text) => Self::parse(&text),
            Scalar::Number(_) | Scalar::Bool(_) | Scalar::Compound => Err(NO_LABELS.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::Field;

    fn read(json: &str) -> Field<Labels> {
        serde_json::from_str(json).expect("fields never fail")
    }

    #[test]
    fn labels_are_words_in_small_letters_each_once() {
        let labels = Labels::parse(" #Home, errands  home\tÜbung").expect("labels");
        assert_eq!(labels.iter().collect::<Vec<_>>(), ["home", "errands", "übung"]);
        assert_eq!(labels.stored(), " home errands übung ");
        assert_eq!(Labels::from_stored(&labels.stored()), labels);
        let dotted = Labels::parse("İstanbul").expect("a label");
        assert_eq!(Labels::from_stored(&dotted.stored()), dotted);
        assert_eq!(Labels::from_stored(""), Labels::default());
        assert_eq!(Labels::default().stored(), "");
    }

    #[test]
    fn what_is_no_label_is_refused() {
        for text in ["#", "a b%", "-x", "c:d", &"x".repeat(31), "##a"] {
            assert!(Labels::parse(text).is_err(), "{text}");
        }
        let many: String = (0..21).map(|number| format!("l{number} ")).collect();
        assert_eq!(Labels::parse(&many), Err(TOO_MANY.to_owned()));
    }

    #[test]
    fn lists_and_texts_are_read() {
        let both = Labels::parse("home work").expect("labels");
        assert_eq!(read(r##"["home", "#Work"]"##), Field::Value(both.clone()));
        assert_eq!(read(r#""home,work""#), Field::Value(both));
        assert_eq!(read("[]"), Field::Value(Labels::default()));
        assert_eq!(read(r#""""#), Field::Null);
        for bad in [r#"["home", 1]"#, r#"["a,b"]"#, r#"[["a"]]"#, "7", r#"{"a": 1}"#] {
            assert_eq!(read(bad), Field::Invalid(NO_LABELS.to_owned()), "{bad}");
        }
    }
}
