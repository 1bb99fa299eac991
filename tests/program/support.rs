//! What the tests of the program share.

pub(crate) mod database;
pub(crate) mod http;
pub(crate) mod model;
pub(crate) mod program;
pub(crate) mod proxy;

use std::time::Duration;

/// A password that nobody's list holds.
pub(crate) const PASSWORD: &str = "four wet otters";

/// Waits; tests have no runtime.
#[expect(clippy::disallowed_methods, reason = "nothing else runs on a test's thread")]
pub(crate) fn pause(milliseconds: u64) {
    std::thread::sleep(Duration::from_millis(milliseconds));
}
