//! Turning raw input into typed drafts, reporting every bad field at once.

use serde::{Deserialize, Serialize};

use crate::input::Field;
use crate::time::When;

/// Longest title, location or category search, in characters.
pub const TITLE_LIMIT: usize = 200;
/// Longest description or note, in characters.
pub const TEXT_LIMIT: usize = 10_000;

/// One bad field and what is wrong with it, in words for the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct FieldError {
    /// The field's name on the wire.
    pub field: String,
    /// What is wrong, as a sentence.
    pub message: String,
}

/// All bad fields of one input. Never empty when it is returned as an error.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invalid(pub Vec<FieldError>);

impl Invalid {
    /// A single bad field.
    pub fn field(field: &str, message: impl Into<String>) -> Self {
        let mut invalid = Self::default();
        invalid.add(field, message);
        invalid
    }

    /// Adds one bad field.
    pub fn add(&mut self, field: &str, message: impl Into<String>) {
        self.0.push(FieldError { field: field.to_owned(), message: message.into() });
    }

    /// What is wrong with the named field, if anything.
    pub fn message(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|error| error.field == field).map(|error| error.message.as_str())
    }

    /// `Ok(value)` when no field was bad.
    ///
    /// # Errors
    /// Itself, when any field was bad.
    pub fn or<T>(self, value: impl FnOnce() -> Option<T>) -> Result<T, Self> {
        if self.0.is_empty() { value().ok_or(self) } else { Err(self) }
    }
}

/// Raw input that can be checked without a clock, a zone or a database.
pub trait Validate {
    /// What remains when every field is good.
    type Valid;

    /// Checks every field.
    ///
    /// # Errors
    /// All bad fields at once.
    fn validate(self) -> Result<Self::Valid, Invalid>;
}

/// Input that has nothing to check.
impl Validate for () {
    type Valid = ();

    fn validate(self) -> Result<(), Invalid> {
        Ok(())
    }
}

/// What a PATCH does to one column.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Change<T> {
    /// Leave it as it is.
    #[default]
    Keep,
    /// Replace it.
    Set(T),
}

impl<T> Change<T> {
    /// Replaces `slot` if there is something to replace it with.
    pub fn apply(self, slot: &mut T) {
        if let Self::Set(value) = self {
            *slot = value;
        }
    }
}

/// Collects complaints while fields are turned into values.
///
/// The readers return placeholders (`None`) after a complaint; [`Checker::finish`]
/// then refuses the whole input, so a placeholder never leaves the validation.
#[derive(Debug, Default)]
pub struct Checker {
    invalid: Invalid,
}

impl Checker {
    /// Adds a complaint.
    pub fn complain(&mut self, field: &str, message: impl Into<String>) {
        self.invalid.add(field, message);
    }

    /// A value that may be missing; `null` counts as missing.
    pub fn optional<T>(&mut self, name: &str, field: Field<T>) -> Option<T> {
        match field {
            Field::Value(value) => Some(value),
            Field::Absent | Field::Null => None,
            Field::Invalid(message) => {
                self.complain(name, message);
                None
            }
        }
    }

    /// A value that must be there; `missing` is the complaint when it is not.
    pub fn required<T>(&mut self, name: &str, field: Field<T>, missing: &str) -> Option<T> {
        if matches!(field, Field::Absent | Field::Null) {
            self.complain(name, missing);
        }
        self.optional(name, field)
    }

    /// One line of text that must not be empty, trimmed, of at most `limit` characters.
    pub fn line(
        &mut self,
        name: &str,
        field: Field<String>,
        limit: usize,
        missing: &str,
    ) -> Option<String> {
        let text = self.required(name, field, missing)?;
        let text = text.trim();
        if text.is_empty() {
            self.complain(name, missing);
            return None;
        }
        self.text_is_sound(name, text, limit).then(|| text.to_owned())
    }

    /// Text that may be missing; blank counts as missing.
    pub fn optional_text(
        &mut self,
        name: &str,
        field: Field<String>,
        limit: usize,
    ) -> Option<String> {
        let text = self.optional(name, field)?;
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        self.text_is_sound(name, text, limit).then(|| text.to_owned())
    }

    /// What a PATCH does to a column that cannot be empty.
    pub fn change<T>(
        &mut self,
        name: &str,
        field: Field<T>,
        missing: &str,
        read: impl FnOnce(&mut Self, Field<T>) -> Option<T>,
    ) -> Change<T> {
        match field {
            Field::Absent => Change::Keep,
            Field::Null => {
                self.complain(name, missing);
                Change::Keep
            }
            sent => read(self, sent).map_or(Change::Keep, Change::Set),
        }
    }

    /// What a PATCH does to a column that may be empty: `null` empties it.
    pub fn change_optional<T>(
        &mut self,
        field: Field<T>,
        read: impl FnOnce(&mut Self, Field<T>) -> Option<T>,
    ) -> Change<Option<T>> {
        if field.is_absent() { Change::Keep } else { Change::Set(read(self, field)) }
    }

    /// A range whose end, if both are given, is not before its start.
    pub fn range(&mut self, from: &str, start: Option<&When>, to: &str, end: Option<&When>) {
        if let (Some(start), Some(end)) = (start, end)
            && end.is_before(start)
        {
            self.complain(to, format!("Must not be before `{from}`."));
        }
    }

    /// `Ok(value)` when nothing was complained about and the value is complete.
    ///
    /// # Errors
    /// All complaints.
    pub fn finish<T>(self, value: Option<T>) -> Result<T, Invalid> {
        self.invalid.or(|| value)
    }

    /// PostgreSQL stores no NUL, and no control character belongs in a title.
    fn text_is_sound(&mut self, name: &str, text: &str, limit: usize) -> bool {
        if text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
            self.complain(name, "Contains characters that cannot be shown.");
            return false;
        }
        if text.chars().count() > limit {
            self.complain(name, format!("At most {limit} characters."));
            return false;
        }
        true
    }
}
