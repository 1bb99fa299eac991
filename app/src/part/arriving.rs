//! A part on its way, and what happens when it does not arrive.

use leptos::prelude::*;
use leptos_router::hooks::use_url;
use wasm_split_helpers::SplitLoaderError;

/// Waits for the part that `load` downloads.
///
/// When it does not arrive, somebody who was going to its page gets there all the
/// same: the browser asks the server for the whole document. The page that is being
/// taken over stays as the server sent it, since its links and forms work.
pub(crate) async fn arrive(load: impl AsyncFn() -> Result<(), SplitLoaderError>) {
    // Contexts are gone after the first wait.
    let url = use_url();
    if load().await.is_ok() {
        return;
    }
    if is_hydrated() {
        let address = url.with_untracked(|url| {
            let mark = if url.search().is_empty() { "" } else { "?" };
            format!("{}{mark}{}{}", url.path(), url.search(), url.hash())
        });
        let _ = window().location().assign(&address);
    }
    never::<()>().await;
}

/// A view that does not come, for a page that is being left or stays as it is.
pub(crate) async fn never<T>() -> T {
    std::future::pending().await
}

/// Whether the page has been taken over already.
fn is_hydrated() -> bool {
    document().document_element().is_some_and(|root| root.has_attribute("data-hydrated"))
}
