//! One line for whatever is on the person's mind; the assistant makes rows of it,
//! and shows before what it understands.

#[cfg(feature = "hydrate")]
mod ahead;
#[cfg(feature = "hydrate")]
mod keys;
#[cfg(feature = "hydrate")]
mod line;
mod readings;

use leptos::prelude::*;
use leptos_router::hooks::use_location;

use self::readings::{Readings, reading_of};
use super::field::TextField;
use super::form::PlannerForm;
use super::icon::Icon;
#[cfg(feature = "hydrate")]
use crate::state::form::FormState;
use crate::texts;
use crate::view::chat::{FactView, ReadingView};

/// The identifier of the sheet with the line.
const SHEET: &str = "quick-sheet";

/// The line with its reading.
#[component]
pub(crate) fn QuickAdd() -> impl IntoView {
    let readings = RwSignal::new(Vec::<ReadingView>::new());
    let typed = reading_of(readings);
    let done = Callback::new(move |_| {
        readings.set(Vec::new());
        // A reading that is still under way is of words that are gone.
        let _ = typed.try_run(String::new());
        close();
    });
    let news = RwSignal::new(String::new());
    let take = Callback::new(move |fact: FactView| {
        write(&fact.without);
        let _ = typed.try_run(fact.without);
        news.set(texts::removed(&fact.text));
    });
    view! {
        <PlannerForm action="/fn/chat/say" name="quick-add" class="form quick-add" on_done=done>
            <div class="add-line">
                <TextField
                    name="message"
                    label=texts::QUICK_ADD
                    example=texts::EXAMPLE_LINE
                    required=true
                    longest=4000
                    on:input=move |event| {
                        // None while the page is drawn anew.
                        let _ = typed.try_run(event_target_value(&event));
                    }
                />
                <button class="button primary">
                    <Icon name="spark" />
                    {texts::ADD}
                </button>
            </div>
            <Readings readings take />
            <Ahead readings />
            <p class="hidden" aria-live="polite">{move || news.get()}</p>
        </PlannerForm>
    }
}

/// Does not wait for the answer; it stands in the form, whose state it knows.
#[component]
fn Ahead(readings: RwSignal<Vec<ReadingView>>) -> impl IntoView {
    go_on(readings);
}

/// The same on every page that has no such line of its own: a sheet that `q` or the
/// button opens. Escape closes it and leaves what was typed.
#[component]
pub(crate) fn QuickSheet() -> impl IntoView {
    let is_needed = is_needed();
    listen();
    let sheet = move || {
        is_needed.get().then(|| {
            view! {
                <div id=SHEET class="quick-sheet" popover="auto" role="dialog" aria-label=texts::QUICK_ADD>
                    <QuickAdd />
                </div>
            }
        })
    };
    sheet.into_any()
}

/// Whether the page has no line of its own.
fn is_needed() -> Memo<bool> {
    let path = use_location().pathname;
    Memo::new(move |_| {
        path.with(|path| *path != "/dashboard" && *path != "/chat" && !path.starts_with("/chat/"))
    })
}

/// Opens the sheet; also without scripts.
#[component]
pub(crate) fn QuickButton() -> impl IntoView {
    let is_needed = is_needed();
    let button = move || {
        is_needed.get().then(|| {
            view! {
                <button
                    type="button"
                    class="quick-button"
                    popovertarget=SHEET
                    aria-label=texts::QUICK_ADD
                    title=texts::frame::QUICK_ADD_BY_KEY
                >
                    <Icon name="add" />
                    <span>{texts::QUICK_ADD}</span>
                </button>
            }
        })
    };
    button.into_any()
}

#[cfg(feature = "hydrate")]
fn go_on(readings: RwSignal<Vec<ReadingView>>) {
    ahead::go_on(FormState::of_form(), readings);
}

#[cfg(not(feature = "hydrate"))]
fn go_on(_: RwSignal<Vec<ReadingView>>) {}

#[cfg(feature = "hydrate")]
fn listen() {
    keys::listen();
}

#[cfg(not(feature = "hydrate"))]
fn listen() {}

#[cfg(feature = "hydrate")]
fn close() {
    keys::close();
}

#[cfg(not(feature = "hydrate"))]
fn close() {}

#[cfg(feature = "hydrate")]
fn write(words: &str) {
    line::write(words);
}

#[cfg(not(feature = "hydrate"))]
fn write(_: &str) {}
