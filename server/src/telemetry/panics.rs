//! A panic is logged where it happens: its place, and its words without what may be
//! a person's.

use std::panic::{PanicHookInfo, set_hook};

use super::scrub::scrubbed;

/// Logs every panic from now on, within the span of its request.
pub(super) fn log() {
    set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, cause = scrubbed(words(panic)), "panicked");
    }));
}

fn words<'a>(panic: &'a PanicHookInfo<'_>) -> &'a str {
    panic.payload_as_str().unwrap_or("no message")
}
