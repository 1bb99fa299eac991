//! Waiting until somebody has stopped typing.

use std::time::Duration;

use leptos::prelude::*;

/// Calls `then` with the latest text once it was left alone for so long.
pub(crate) fn after(
    pause: Duration,
    then: impl Fn(String) + Send + Sync + 'static,
) -> Callback<String> {
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let then = StoredValue::new(then);
    on_cleanup(move || {
        if let Some(waiting) = waiting.try_get_value().flatten() {
            waiting.clear();
        }
    });
    Callback::new(move |text: String| {
        if let Some(earlier) = waiting.try_get_value().flatten() {
            earlier.clear();
        }
        let call = move || {
            let _ = then.try_with_value(|then| then(text));
        };
        waiting.set_value(set_timeout_with_handle(call, pause).ok());
    })
}
