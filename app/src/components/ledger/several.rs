//! What can be done with the rows that are chosen. The bar stands behind the table, where
//! the stylesheet can count the boxes, and is there only while any is ticked.

use leptos::ev::Event;
use leptos::prelude::*;

use crate::components::editor::CATEGORIES;
use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::texts;

/// The form that the boxes of the rows belong to.
pub(super) const SEVERAL: &str = "several";

/// Moves the chosen rows into a category, or deletes them.
#[component]
pub(super) fn Several() -> impl IntoView {
    view! {
        <PlannerForm action="/fn/expenses/several" name="several" id=SEVERAL class="form several">
            <p class="several-count"></p>
            <TextField name="category" label=texts::ledger::INTO_CATEGORY longest=60 list=CATEGORIES />
            <button class="button">{texts::ledger::MOVE}</button>
            <button class="button" name="delete" value="1">{texts::DELETE}</button>
        </PlannerForm>
    }
    .into_any()
}

/// Chooses every row of the page, or none. It takes a script, and is hidden without.
#[component]
pub(super) fn ChooseAll() -> impl IntoView {
    view! {
        <label>
            <input type="checkbox" form=SEVERAL data-all="" aria-label=texts::ledger::CHOOSE_ALL on:change=|event| choose_all(&event) />
        </label>
    }
    .into_any()
}

#[cfg(feature = "hydrate")]
fn choose_all(event: &Event) {
    use wasm_bindgen::JsCast;
    use web_sys::HtmlInputElement;

    use crate::state::find::{all, around};

    let is_box = |element: web_sys::HtmlElement| element.dyn_into::<HtmlInputElement>().ok();
    let Some(chosen) = around(event, "[data-all]").and_then(is_box) else { return };
    for row in all(".ledger-table tbody .cell-choose input").into_iter().filter_map(is_box) {
        row.set_checked(chosen.checked());
    }
}

#[cfg(not(feature = "hydrate"))]
fn choose_all(_: &Event) {}
