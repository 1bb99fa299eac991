//! The form of an event, new or old.

use leptos::prelude::*;

use super::Sheet;
use crate::components::editor::repeat::RepeatFields;
use crate::components::editor::zone::ZoneField;
use crate::components::editor::{EditorButtons, ScopeChoice};
use crate::components::field::{Checkbox, TextArea, TextField};
use crate::components::form::PlannerForm;
use crate::texts;
use crate::view::panel::EventFields;

/// Everything of an event. What whole days do not have is hidden by the stylesheet.
#[component]
pub(super) fn Fields(fields: EventFields) -> impl IntoView {
    let is_series = fields.repeat.is_some() && fields.occurrence.is_empty();
    let (title, action, name, save) = if fields.id.is_empty() {
        (texts::event::NEW, "/fn/events/create", "new-event", texts::ADD)
    } else if is_series {
        (texts::event::EDIT_ALL_OF_THEM, "/fn/events/update", "edit-event", texts::event::SAVE_ALL)
    } else {
        (texts::event::EDIT, "/fn/events/update", "edit-event", texts::SAVE)
    };
    let scope = (!fields.occurrence.is_empty())
        .then(|| view! { <ScopeChoice label=texts::event::CHANGE_WHICH /> });
    let follow = following(format!("{}T{}", fields.start_date, fields.start_clock));
    view! {
        <Sheet title=title>
            <PlannerForm action=action name=name row=fields.id.clone() class="form">
                <input type="hidden" name="id" value=fields.id />
                <input type="hidden" name="occurrence" value=fields.occurrence />
                <input type="hidden" name="times_was" value=fields.times_was />
                <TextField
                    name="title"
                    label=texts::event::EVENT
                    example=texts::EXAMPLE_EVENT
                    value=fields.title
                    required=true
                />
                <div class="times" on:change=follow>
                    <Checkbox name="all_day" label=texts::ALL_DAY checked=fields.all_day />
                    <div class="moment">
                        <TextField
                            name="start_date"
                            label=texts::event::STARTS
                            kind="date"
                            value=fields.start_date
                            required=true
                        />
                        <TextField name="start_clock" label=texts::AT kind="time" value=fields.start_clock />
                    </div>
                    <div class="moment">
                        <TextField name="end_date" label=texts::event::ENDS kind="date" value=fields.end_date />
                        <TextField name="end_clock" label=texts::AT kind="time" value=fields.end_clock />
                    </div>
                    <ZoneField value=fields.time_zone hint=texts::event::ZONE_HINT />
                </div>
                <RepeatFields view=fields.repeat />
                <TextField name="location" label=texts::event::PLACE value=fields.location />
                <TextArea name="description" label=texts::event::DETAILS value=fields.description />
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
