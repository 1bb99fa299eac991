//! The command palette: go somewhere, do something or find anything by typing it.
//!
//! The server finds and writes what is shown, as HTML; the browser knows nothing but which of
//! it is chosen. Without scripts its button leads to the page that shows the same.

#[cfg(feature = "hydrate")]
mod choosing;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::form::PlannerForm;
use super::icon::Icon;
use crate::texts;

/// The identifier of the dialog.
pub(crate) const DIALOG: &str = "palette";
/// The identifier of the line in it.
const LINE: &str = "palette-line";
/// The identifier of what is found.
const OPTIONS: &str = "palette-options";
/// The form that sends what was typed to the assistant; what is found refers to it.
const SAY: &str = "palette-say";

/// The dialog; hidden until somebody opens it.
#[component]
pub(crate) fn Palette() -> impl IntoView {
    let found = RwSignal::new(String::new());
    let news = RwSignal::new(String::new());
    let path = use_location().pathname;
    let ask = asking(found, news, path.into());
    let done = Callback::new(|_| close());
    view! {
        <dialog
            id=DIALOG
            class="palette"
            aria-label=texts::search::PALETTE
            on:click=|event| left(&event)
        >
            <div class="palette-line">
                <Icon name="search" />
                <input
                    id=LINE
                    type="text"
                    role="combobox"
                    aria-label=texts::search::PALETTE_HINT
                    aria-expanded="true"
                    aria-autocomplete="list"
                    aria-controls=OPTIONS
                    placeholder=texts::search::PALETTE_HINT
                    autocomplete="off"
                    spellcheck="false"
                    maxlength="200"
                    on:input=move |event| {
                        let _ = ask.try_run(event_target_value(&event));
                    }
                    on:keydown=|event| heard(&event)
                />
                <button type="button" class="tool" aria-label=texts::CLOSE title=texts::CLOSE_BY_KEY on:click=|_| close()>
                    <Icon name="close" />
                </button>
            </div>
            <div
                id=OPTIONS
                class="found"
                role="listbox"
                aria-label=texts::FOUND
                inner_html=move || found.get()
            ></div>
            <p class="hidden" aria-live="polite">{move || news.get()}</p>
            <PlannerForm action="/fn/chat/say" name="tell" id=SAY class="inline-form" on_done=done>
                <span hidden></span>
            </PlannerForm>
        </dialog>
    }
    .into_any()
}

/// Opens the palette; without scripts it leads to the page.
#[component]
pub(crate) fn PaletteButton() -> impl IntoView {
    view! {
        <a
            href="/search"
            class="palette-button"
            title=texts::search::PALETTE_BY_KEY
            aria-keyshortcuts="Control+K Meta+K"
            on:click=|event| {
                if event.button() == 0 && !event.ctrl_key() && !event.meta_key() && !event.shift_key() {
                    opened(&event);
                }
            }
        >
            <Icon name="search" />
            <span>{texts::SEARCH}</span>
        </a>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
pub(crate) use choosing::toggle;

#[cfg(feature = "hydrate")]
use choosing::{asking, close, heard, left, opened};

#[cfg(not(feature = "hydrate"))]
use on_server::{asking, close, heard, left, opened};

/// What only a browser does.
#[cfg(not(feature = "hydrate"))]
mod on_server {
    use leptos::ev::{KeyboardEvent, MouseEvent};
    use leptos::prelude::*;

    pub(super) fn asking(
        _: RwSignal<String>,
        _: RwSignal<String>,
        _: Signal<String>,
    ) -> Callback<String> {
        Callback::new(|_| ())
    }

    pub(super) fn close() {}

    pub(super) fn heard(_: &KeyboardEvent) {}

    pub(super) fn left(_: &MouseEvent) {}

    pub(super) fn opened(_: &MouseEvent) {}
}
