//! An event as it is read, and what can be done with it.

use leptos::prelude::*;
use leptos_router::components::A;

use super::Sheet;
use crate::components::clash::Clash;
use crate::components::editor::ScopeChoice;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::address::this_page;
use crate::texts;
use crate::view::panel::ShownView;

/// The event.
#[component]
pub(super) fn Shown(event: ShownView) -> impl IntoView {
    let is_series = event.is_series();
    let edit = this_page(&format!("{}&edit=1", address(&event.id, &event.occurrence)));
    let fact = |icon: &'static str, text: String| {
        (!text.is_empty()).then(|| {
            view! {
                <p class="panel-fact">
                    <Icon name=icon />
                    <span>{text}</span>
                </p>
            }
        })
    };
    let elsewhere =
        (!event.elsewhere.is_empty()).then(|| view! { <small>{event.elsewhere}</small> });
    let details = (!event.description.is_empty())
        .then(|| view! { <p class="panel-detail">{event.description}</p> });
    let next = event.next.map(|next| {
        let one = this_page(&address(&event.id, &next.occurrence));
        view! {
            <p class="panel-detail">
                {texts::event::THIS_IS_ALL}
                <A href=one scroll=false>{next.when}</A>
            </p>
        }
    });
    let clash = event.clash.map(|clash| view! { <Clash clash /> });
    view! {
        <Sheet title=event.title>
            <p class="panel-fact" title=event.full>
                <Icon name="clock" />
                <span>{event.when} {elsewhere}</span>
            </p>
            {fact("repeat", event.repeats)}
            {fact("place", event.location)}
            {next}
            {details}
            {clash}
            <div class="buttons panel-foot">
                <A href=edit attr:class="button primary" scroll=false>
                    <Icon name="edit" />
                    {if is_series { texts::event::EDIT_ALL } else { texts::EDIT }}
                </A>
                <Delete id=event.id occurrence=event.occurrence is_series />
            </div>
        </Sheet>
    }
}

/// What opens an event in the address.
fn address(id: &str, occurrence: &str) -> String {
    // A time with an offset of zero has nothing in it that an address would take for
    // something else.
    if occurrence.is_empty() { format!("open={id}") } else { format!("open={id}&at={occurrence}") }
}

/// A button; of an event that repeats, with the choice of what goes.
#[component]
fn Delete(id: String, occurrence: String, is_series: bool) -> impl IntoView {
    let repeats = !occurrence.is_empty();
    let choice = repeats.then(|| view! { <ScopeChoice label=texts::event::DELETE_WHICH /> });
    let form = view! {
        <PlannerForm action="/fn/events/delete" name="delete" row=id.clone() class="form">
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="occurrence" value=occurrence />
            {choice}
            <button class="button danger">
                <Icon name="delete" />
                {if is_series { texts::event::DELETE_ALL } else { texts::DELETE }}
            </button>
        </PlannerForm>
    };
    if repeats {
        view! {
            <details class="panel-choice">
                <summary class="button">
                    <Icon name="delete" />
                    {texts::DELETE_ASKING}
                </summary>
                {form}
            </details>
        }
        .into_any()
    } else {
        form.into_any()
    }
}
