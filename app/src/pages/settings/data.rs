//! What is the person's, in files: to take along, and to bring back.

use leptos::context::Provider;
use leptos::prelude::*;

use super::group::Group;
use crate::components::field::FileField;
use crate::state::form::FormState;
use crate::texts;

/// Files to download, and the form that takes one over.
#[component]
pub(super) fn Data(
    /// What was just taken over; empty if nothing was.
    told: String,
) -> impl IntoView {
    let files = texts::data::FILES.map(|(address, name, about)| {
        let label = texts::data::download(name);
        view! {
            <li class="device">
                <p>
                    <strong>{name}</strong>
                </p>
                <p class="aside">{about}</p>
                <a class="link-button" href=address aria-label=label download rel="external">
                    {texts::data::DOWNLOAD}
                </a>
            </li>
        }
    });
    view! {
        <Group id="data" title=texts::data::DATA about=texts::data::DATA_ABOUT>
            <ul class="devices">{files.collect_view()}</ul>
            {(!told.is_empty()).then(|| view! { <p class="made" role="status">{told}</p> })}
            <Import />
        </Group>
    }
    .into_any()
}

/// Browsers send files by themselves, and what comes back is another page: a form of the
/// planner would have nothing to add.
#[component]
fn Import() -> impl IntoView {
    let state = FormState::of("import".to_owned());
    view! {
        <form
            class="form"
            method="post"
            action="/settings/import"
            enctype="multipart/form-data"
            data-form="import"
        >
            <Provider value=state>
                <FileField
                    name="file"
                    label=texts::data::FILE
                    hint=texts::data::FILE_HINT
                    accept="application/json,.json"
                />
            </Provider>
            <div class="buttons">
                <button class="button">{texts::data::TAKE_OVER}</button>
            </div>
            {move || state.general().map(|text| view! { <p class="refusal" role="alert">{text}</p> })}
        </form>
    }
    .into_any()
}
