//! The person's account.

use serde::{Deserialize, Serialize};

/// What the settings tell of the account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// With which address one signs in.
    pub email: String,
    /// What is still to be done about the address; empty if nothing is.
    pub unconfirmed: String,
    /// Where one is signed in, the latest used first.
    pub devices: Vec<DeviceView>,
    /// Tokens of programs, the newest first.
    pub programs: Vec<TokenView>,
    /// The token that was just made in this browser.
    pub made: Option<MadeTokenView>,
    /// What was just taken over from a file: `Taken over: 3 events, …`; empty if nothing was.
    pub taken_over: String,
    /// Who answers, and why: `Built-in: no language model is set up`.
    pub assistant: String,
    /// `12,400 of 500,000 tokens used today.`; empty where none are counted.
    pub tokens: String,
}

/// A browser or program that is signed in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceView {
    /// Names its session.
    pub id: String,
    /// `Firefox on Linux`.
    pub name: String,
    /// `Signed in Mon 23 Nov, last used today`.
    pub when: String,
    /// Whether it is this one.
    pub current: bool,
}

/// A token of a program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TokenView {
    /// Names it; it opens nothing.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// `May read. Made Mon 23 Nov, never used, ends Sun 21 Feb.`
    pub about: String,
}

/// A token that was just made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MadeTokenView {
    /// What it is for.
    pub name: String,
    /// What a program presents.
    pub text: String,
}
