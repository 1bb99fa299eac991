//! Choosing how something repeats. What does not belong to a choice is hidden by the
//! stylesheet, so that it needs no script.

use leptos::prelude::*;

use crate::components::field::{Select, TextField};
use crate::forms::RepeatForm;
use crate::texts;
use crate::view::repeat::{CHOICES, RepeatView};

/// The fields.
#[component]
pub(crate) fn RepeatFields(
    /// How it repeats already, if it does.
    view: Option<RepeatView>,
) -> impl IntoView {
    let RepeatView { choice, until, times, rule, words } = view.unwrap_or_default();
    let mut options = CHOICES.map(|(rule, name)| (rule.to_owned(), name.to_owned())).to_vec();
    if !words.is_empty() {
        options.push((RepeatForm::KEPT.to_owned(), words));
    }
    options.push((RepeatForm::OWN.to_owned(), texts::repeat::IN_WORDS.to_owned()));
    // As `RepeatForm::signature` has it.
    let was = format!("{choice}||{until}|{times}");
    view! {
        <div class="repeat">
            <Select name="repeat" label=texts::repeat::REPEATS options value=choice />
            <TextField name="repeat_words" label=texts::repeat::HOW_OFTEN example=texts::repeat::EXAMPLE />
            <div class="fields repeat-end">
                <TextField name="repeat_until" label=texts::UNTIL kind="date" value=until />
                <TextField
                    name="repeat_times"
                    label=texts::repeat::TIMES
                    keyboard="numeric"
                    value=times
                    longest=3
                />
            </div>
            <input type="hidden" name="repeat_rule" value=rule />
            <input type="hidden" name="repeat_was" value=was />
        </div>
    }
    .into_any()
}
