//! The person's account.

use serde::{Deserialize, Serialize};

/// What the settings tell of the account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// With which address one signs in.
    pub email: String,
    /// Where one is signed in, the latest used first.
    pub devices: Vec<DeviceView>,
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
