//! The page for addresses that lead nowhere.

use leptos::prelude::*;
use leptos_meta::Title;

/// Says that there is nothing here, with the way back.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    view! {
        <Title text="Not found" />
        <main class="plain">
            <p class="eyebrow">"404"</p>
            <h1>"There is nothing at this address."</h1>
            <p>"It may have been moved or deleted."</p>
            <a class="button primary" href="/dashboard">
                "Go to today"
            </a>
        </main>
    }
}
