//! What is typed and not sent yet, kept over a reload of the page.

use web_sys::Storage;

/// The draft of a conversation; of a new one for an empty identifier.
pub(crate) fn read(conversation: &str) -> Option<String> {
    storage()?.get_item(&key(conversation)).ok().flatten().filter(|draft| !draft.is_empty())
}

/// Keeps a draft; an empty one is forgotten. A browser that keeps nothing, as some
/// private windows, loses a draft with its page.
pub(crate) fn keep(conversation: &str, draft: &str) {
    let Some(storage) = storage() else { return };
    let _ = if draft.is_empty() {
        storage.remove_item(&key(conversation))
    } else {
        storage.set_item(&key(conversation), draft)
    };
}

/// For this tab only: a draft is nobody else's business.
fn storage() -> Option<Storage> {
    leptos::prelude::window().session_storage().ok().flatten()
}

fn key(conversation: &str) -> String {
    format!("draft:{conversation}")
}
