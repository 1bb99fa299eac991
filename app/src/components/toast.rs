//! The message that says what happened and offers to take it back.

use std::time::Duration;

use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::clash::Clash;
use super::form::{PlannerForm, is_small};
use super::icon::Icon;
use crate::api::history::notice;
use crate::state::form::returned;
use crate::state::read::read;
use crate::state::toast::{Toast, Toasts};
use crate::texts;
use crate::view::outcome::DONE;

/// How long it stays, as the conventions of the interface have it.
const STAYS: Duration = Duration::from_secs(10);
/// How long it stays where there is something to choose from.
const STAYS_TO_CHOOSE: Duration = Duration::from_secs(30);

/// Shows the message of this page, or what a form without scripts has just done.
#[component]
pub(crate) fn Toaster() -> impl IntoView {
    let toasts = Toasts::of_page();
    let query = use_query_map();
    let token = Memo::new(move |_| query.with(|query| query.get(DONE)).unwrap_or_default());
    let noticed = read(
        move || token.get(),
        |token| async move { if token.is_empty() { None } else { notice(token).await.ok().flatten() } },
    );
    Effect::new(move |before: Option<Option<TimeoutHandle>>| {
        if let Some(Some(running)) = before {
            running.clear();
        }
        let stays = if toasts.current()?.clash.is_some() { STAYS_TO_CHOOSE } else { STAYS };
        set_timeout_with_handle(move || toasts.dismiss(), stays).ok()
    });
    let refused = returned().filter(|returned| is_small(&returned.form)).map(|returned| Toast {
        text: returned.problem.detail,
        undo: None,
        failed: true,
        clash: None,
    });
    let content = move || {
        let current = toasts.current().or_else(|| refused.clone());
        Suspend::new(async move {
            let toast = match current {
                Some(toast) => Some(toast),
                None => noticed.await.map(Toast::from),
            };
            toast.map(|toast| view! { <Message toast /> })
        })
    };
    view! {
        <div class="toasts" role="status" aria-live="polite">
            <Transition fallback=|| ()>{content}</Transition>
        </div>
    }
}

#[component]
fn Message(toast: Toast) -> impl IntoView {
    let undo = toast.undo.map(|token| view! { <UndoForm token label=texts::UNDO /> });
    let clash = toast.clash.map(|clash| view! { <Clash clash /> });
    view! {
        <div class="toast" data-failed=toast.failed.then_some("")>
            <p>{toast.text}</p>
            {undo}
            {clash}
        </div>
    }
}

/// A button that takes a change back.
#[component]
pub(crate) fn UndoForm(token: String, label: &'static str) -> impl IntoView {
    view! {
        <PlannerForm action="/fn/history/undo" name="undo" row=token.clone() class="inline-form">
            <input type="hidden" name="token" value=token />
            <button class="link-button">
                <Icon name="undo" />
                {label}
            </button>
        </PlannerForm>
    }
}
