//! Which part of a repeating event something is about.

use leptos::prelude::*;

use crate::state::form::FormState;
use crate::texts;

/// The parts by their names in operations, and what they are called.
const PARTS: [(&str, &str); 3] = [
    ("this", texts::event::ONLY_THIS),
    ("following", texts::event::THIS_AND_FOLLOWING),
    ("all", texts::event::ALL_OF_THEM),
];

/// One of the three; only this one unless another is chosen.
#[component]
pub(crate) fn ScopeChoice(
    /// What is asked.
    #[prop(default = texts::event::WHICH)]
    label: &'static str,
) -> impl IntoView {
    let form = FormState::of_form();
    let chosen = form.value("scope", PARTS[0].0.to_owned());
    let parts = PARTS
        .map(|(value, name)| {
            let checked = value == chosen;
            view! {
                <label class="checkbox">
                    <input type="radio" name="scope" value=value checked=checked />
                    <span>{name}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="scope">
            <legend>{label}</legend>
            {parts}
        </fieldset>
    }
    .into_any()
}
