//! One line for whatever is on the person's mind; the assistant makes rows of it.

use leptos::prelude::*;

use super::field::TextField;
use super::form::PlannerForm;
use super::icon::Icon;

/// The quick line of the dashboard.
#[component]
pub(crate) fn QuickAdd() -> impl IntoView {
    view! {
        <PlannerForm action="/fn/chat/say" name="quick-add" class="form quick-add">
            <div class="add-line">
                <TextField
                    name="message"
                    label="Quick add"
                    example="Lunch with Sam tomorrow 1pm"
                    required=true
                    longest=4000
                />
                <button class="button primary">
                    <Icon name="spark" />
                    "Add"
                </button>
            </div>
        </PlannerForm>
    }
}
