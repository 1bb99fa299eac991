//! A drawing that the server made.

use leptos::prelude::*;

/// Shows it. It holds no text that a person typed, and needs no script.
#[component]
pub(crate) fn Drawing(html: String) -> impl IntoView {
    (!html.is_empty()).then(|| view! { <div class="drawing" inner_html=html></div> })
}
