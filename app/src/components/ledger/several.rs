//! What can be done with the rows that are chosen. The bar stands behind the table, where
//! the stylesheet can count the boxes, and is there only while any is ticked.

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
