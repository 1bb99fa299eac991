//! Adding and changing an event.

use leptos::prelude::*;

use super::{EditorButtons, Opening};
use crate::components::field::{Checkbox, TextArea, TextField};
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::view::row::EventView;

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

/// The fields of an event in its place.
#[component]
pub(crate) fn EventEditor(event: EventView) -> impl IntoView {
    view! {
        <PlannerForm action="/fn/events/update" name="edit-event" row=event.id.clone() class="form editor">
            <input type="hidden" name="id" value=event.id.clone() />
            <input type="hidden" name="occurrence" value=event.occurrence />
            <TextField name="title" label="Event" value=event.title required=true />
            <div class="fields">
                <Span start=event.start end=event.end all_day=event.all_day />
                <TextField name="location" label="Place" value=event.location />
            </div>
            <TextArea name="description" label="Details" value=event.description />
            <EditorButtons />
        </PlannerForm>
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
