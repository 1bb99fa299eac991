//! The form of an event, new or old.

use leptos::prelude::*;

use super::Sheet;
use crate::components::editor::repeat::RepeatFields;
use crate::components::editor::zone::ZoneField;
use crate::components::editor::{EditorButtons, ScopeChoice};
use crate::components::field::{Checkbox, TextArea, TextField};
use crate::components::form::PlannerForm;
use crate::view::panel::EventFields;

/// Everything of an event. What whole days do not have is hidden by the stylesheet.
#[component]
pub(super) fn Fields(fields: EventFields) -> impl IntoView {
    let is_series = fields.repeat.is_some() && fields.occurrence.is_empty();
    let (title, action, name, save) = if fields.id.is_empty() {
        ("New event", "/fn/events/create", "new-event", "Add")
    } else if is_series {
        ("Edit all of them", "/fn/events/update", "edit-event", "Save all")
    } else {
        ("Edit event", "/fn/events/update", "edit-event", "Save")
    };
    let scope = (!fields.occurrence.is_empty())
        .then(|| view! { <ScopeChoice label="Change which ones?" /> });
    let follow = following(format!("{}T{}", fields.start_date, fields.start_clock));
    view! {
        <Sheet title=title>
            <PlannerForm action=action name=name row=fields.id.clone() class="form">
                <input type="hidden" name="id" value=fields.id />
                <input type="hidden" name="occurrence" value=fields.occurrence />
                <input type="hidden" name="times_was" value=fields.times_was />
                <TextField
                    name="title"
                    label="Event"
                    example="Lunch with Sam"
                    value=fields.title
                    required=true
                />
                <div class="times" on:change=follow>
                    <Checkbox name="all_day" label="All day" checked=fields.all_day />
                    <div class="moment">
                        <TextField
                            name="start_date"
                            label="Starts"
                            kind="date"
                            value=fields.start_date
                            required=true
                        />
                        <TextField name="start_clock" label="At" kind="time" value=fields.start_clock />
                    </div>
                    <div class="moment">
                        <TextField name="end_date" label="Ends" kind="date" value=fields.end_date />
                        <TextField name="end_clock" label="At" kind="time" value=fields.end_clock />
                    </div>
                    <ZoneField value=fields.time_zone hint="A city or a zone: London, PT" />
                </div>
                <RepeatFields view=fields.repeat />
                <TextField name="location" label="Place" value=fields.location />
                <TextArea name="description" label="Details" value=fields.description />
                {scope}
                <EditorButtons save />
            </PlannerForm>
        </Sheet>
    }
}

#[cfg(feature = "hydrate")]
use super::times::following;

#[cfg(not(feature = "hydrate"))]
fn following(_: String) -> impl Fn(leptos::ev::Event) {
    |_| ()
}
