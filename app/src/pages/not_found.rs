//! The page for addresses that lead nowhere.

use leptos::prelude::*;
use leptos_meta::Title;

use crate::texts;

/// Says that there is nothing here, with the way back.
#[component]
pub(crate) fn NotFound() -> impl IntoView {
    #[cfg(feature = "ssr")]
    if let Some(response) = use_context::<leptos_axum::ResponseOptions>() {
        response.set_status(http::StatusCode::NOT_FOUND);
    }
    view! {
        <Title text=texts::home::NOT_FOUND />
        <main class="plain">
            <p class="eyebrow">"404"</p>
            <h1>{texts::home::NOTHING_HERE}</h1>
            <p>{texts::home::MOVED_OR_DELETED}</p>
            <a class="button primary" href="/dashboard">
                {texts::home::GO_TO_TODAY}
            </a>
        </main>
    }
}
