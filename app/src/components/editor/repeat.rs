//! Choosing how something repeats. What does not belong to a choice is hidden by the
//! stylesheet, so that it needs no script.

use leptos::prelude::*;

use crate::components::field::{Select, TextField};
use crate::view::repeat::RepeatView;

/// The fields.
#[component]
pub(crate) fn RepeatFields(view: RepeatView) -> impl IntoView {
    view! {
        <div class="repeat">
            <Select name="repeat" label="Repeats" options=view.options value=view.choice />
            <TextField name="repeat_words" label="How often" example="every other Friday" />
            <div class="fields repeat-end">
                <TextField name="repeat_until" label="Until" kind="date" value=view.until />
                <TextField
                    name="repeat_times"
                    label="Or how many times"
                    keyboard="numeric"
                    value=view.times
                    longest=3
                />
            </div>
            <input type="hidden" name="repeat_rule" value=view.rule />
            <input type="hidden" name="repeat_was" value=view.was />
        </div>
    }
    .into_any()
}
