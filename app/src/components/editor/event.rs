//! Adding an event in one line.

use leptos::prelude::*;

use super::Opening;
use crate::components::field::{Checkbox, TextField};
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::texts;

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
                    <TextField name="title" label=texts::event::NEW example=texts::EXAMPLE_EVENT required=true />
                    <button class="button primary">
                        <Icon name="add" />
                        {texts::ADD}
                    </button>
                </div>
                <div class="add-more">
                    <Span start end all_day=false />
                    <TextField name="location" label=texts::event::PLACE />
                </div>
            </PlannerForm>
        </Opening>
    }
}

#[component]
fn Span(start: String, end: String, all_day: bool) -> impl IntoView {
    view! {
        <TextField name="start_time" label=texts::event::STARTS kind="datetime-local" value=start required=true />
        <TextField name="end_time" label=texts::event::ENDS kind="datetime-local" value=end />
        <Checkbox name="all_day" label=texts::ALL_DAY checked=all_day />
    }
}
