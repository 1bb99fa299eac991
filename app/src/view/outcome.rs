//! What a form's function answers: it was done, or it was refused and why.

use domain::problem::Problem;
use leptos::server_fn::codec::JsonEncoding;
use leptos::server_fn::error::{FromServerFnError, ServerFnErrorErr};
use serde::{Deserialize, Serialize};

use crate::texts;

/// What was done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// What happened, with the date spelled out.
    pub summary: String,
    /// Takes it back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undo: Option<String>,
    /// Where to go next, when that is another page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub go: Option<String>,
    /// What an event now collides with, and where it would fit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clash: Option<ClashView>,
}

/// What takes place at the same time as an event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClashView {
    /// `Overlaps with “Standup”, 9:00–9:30.`; empty where that has been said.
    pub text: String,
    /// The event.
    pub id: String,
    /// The occurrence of it that has no room; empty for one that does not repeat.
    pub occurrence: String,
    /// Free times of its length, nearest first.
    pub slots: Vec<SlotView>,
}

/// A time at which an event would fit.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotView {
    /// `10:00–11:00`, with the day where it is another one.
    pub label: String,
    /// The same in full, with the day.
    pub full: String,
    /// The start, RFC 3339.
    pub start: String,
    /// The end, RFC 3339.
    pub end: String,
}

/// The answer to a form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was done.
    Done(Receipt),
    /// It was not.
    Refused(Problem),
}

/// Why a page could not be read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal(pub Problem);

impl FromServerFnError for Refusal {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let (status, title, detail) = match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Deserialization(_) => {
                (400, texts::problems::INVALID_INPUT, texts::problems::UNREADABLE_FORM)
            }
            _ => (503, texts::problems::NOT_AVAILABLE, texts::problems::UNREACHABLE),
        };
        Self(Problem::new(status, title, detail))
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A refused form that comes back in the address, where scripts are off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Returned {
    /// Which form, by its key.
    pub form: String,
    /// Why.
    pub problem: Problem,
    /// What was typed, without the password.
    pub values: Vec<(String, String)>,
}

/// The name in the address under which a [`Returned`] form travels.
pub const REFUSED: &str = "refused";
/// The name in the address of what was just done, by its undo token.
pub const DONE: &str = "done";
/// The hidden field that names a form.
pub const FORM_KEY: &str = "form_key";
