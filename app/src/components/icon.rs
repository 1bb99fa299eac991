//! Icons: one family, one stroke, drawn in the colour of the text.

use leptos::prelude::*;

/// The icon of that name in the document's sprite (`web/icons.svg`). Decorative:
/// what it means is said in words beside it.
#[component]
pub(crate) fn Icon(name: &'static str) -> impl IntoView {
    view! {
        <svg class="icon" aria-hidden="true" focusable="false">
            <use_ href=format!("#icon-{name}") />
        </svg>
    }
}
