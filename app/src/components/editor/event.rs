//! Adding an event in one line.

use leptos::prelude::*;

use super::Opening;
use crate::components::field::{Checkbox, TextField};
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;

/// The form at the top of the calendar.
#[component]
pub(crate) fn AddEvent(
    /// When it starts unless told otherwise.
    start: String,
    /// When it ends unless told otherwise.
    end: String,
) -> impl IntoView {
    view! {
        <Opening>
            <PlannerForm action="/fn/events/create" name="add-event" class="form add-form">
                <div class="add-line">
                    <TextField name="title" label="New event" example="Lunch with Sam" required=true />
                    <button class="button primary">
                        <Icon name="add" />
                        "Add"
                    </button>
                </div>
                <div class="add-more">
                    <Span start end all_day=false />
                    <TextField name="location" label="Place" />
                </div>
            </PlannerForm>
        </Opening>
    }
}

#[component]
fn Span(start: String, end: String, all_day: bool) -> impl IntoView {
    view! {
        <TextField name="start_time" label="Starts" kind="datetime-local" value=start required=true />
        <TextField name="end_time" label="Ends" kind="datetime-local" value=end />
        <Checkbox name="all_day" label="All day" checked=all_day />
    }
}
