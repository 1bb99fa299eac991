//! A group of settings: what it is about beside its form.

use leptos::prelude::*;

use crate::components::form::PlannerForm;
use crate::texts;

/// A group with its heading and a word about it.
#[component]
pub(super) fn Group(
    /// Its identifier, also an address within the page.
    id: &'static str,
    /// What it is called.
    title: &'static str,
    /// What it does.
    #[prop(into)]
    about: String,
    /// Its forms.
    children: Children,
) -> impl IntoView {
    let heading = format!("{id}-heading");
    let labelled = heading.clone();
    view! {
        <section class="group" id=id aria-labelledby=heading>
            <div class="group-about">
                <h2 id=labelled>{title}</h2>
                <p class="aside">{about}</p>
            </div>
            <div class="group-body">{children()}</div>
        </section>
    }
    .into_any()
}

/// Some settings that are saved together.
#[component]
pub(super) fn Saved(
    /// What kind of form it is.
    name: &'static str,
    /// Its fields.
    children: Children,
) -> impl IntoView {
    view! {
        <PlannerForm action="/fn/settings/update" name=name>
            {children()}
            <div class="buttons">
                <button class="button" id=format!("{name}-save")>
                    {texts::SAVE}
                </button>
            </div>
        </PlannerForm>
    }
    .into_any()
}
