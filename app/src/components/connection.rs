//! The line that says that the planner cannot be reached.

use leptos::prelude::*;

use crate::state::live::Connection;
use crate::texts;

/// Shows while the connection is lost, and goes by itself.
#[component]
pub(crate) fn ConnectionLine() -> impl IntoView {
    let connection = Connection::of_page();
    attend(connection);
    let text = move || {
        connection.is_lost().then(|| {
            let waiting = texts::frame::waiting(connection.waiting());
            view! {
                <p>
                    <strong>{texts::frame::NO_CONNECTION}</strong>
                    " "
                    {waiting}
                    {as_of()}
                </p>
            }
        })
    };
    view! {
        <div class="connection" role="status" aria-live="polite">
            {text}
        </div>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
fn attend(connection: Connection) {
    connection.attend();
}

#[cfg(not(feature = "hydrate"))]
fn attend(_: Connection) {}

/// When the page was what it shows, if it was opened without a connection; the service
/// worker says so.
#[cfg(feature = "hydrate")]
fn as_of() -> Option<String> {
    let kept = document().document_element()?.get_attribute("data-kept")?;
    Some(texts::frame::as_of(&kept))
}

#[cfg(not(feature = "hydrate"))]
fn as_of() -> Option<String> {
    None
}
