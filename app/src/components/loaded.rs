//! A page that is read from the server: what it shows before, after, and when it
//! cannot be read.

use std::sync::Arc;

use leptos::prelude::*;

use crate::state::changes::Changes;
use crate::state::read::Read;
use crate::texts;
use crate::view::outcome::Refusal;

/// The status of what could not be asked for.
const UNREACHABLE: u16 = 503;

/// Shows what a resource holds. What is on the screen stays until there is
/// something newer.
pub(crate) fn loaded<T>(
    resource: Read<Result<T, Refusal>>,
    render: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    loaded_after(resource, || view! { <Skeleton /> }.into_any(), render)
}

/// The same with `before` in its place until it is there.
pub(crate) fn loaded_after<T>(
    resource: Read<Result<T, Refusal>>,
    before: impl Fn() -> AnyView + Send + Sync + 'static,
    render: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    placed(resource, Arc::new(before), Arc::new(render), true)
}

/// Shows a part of what is shown elsewhere as well, where it is said why there is none.
pub(crate) fn loaded_beside<T>(
    resource: Read<Result<T, Refusal>>,
    render: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    placed(resource, Arc::new(|| ().into_any()), Arc::new(render), false)
}

/// One function for each thing that is read, however many places show it: the browser
/// downloads each of them.
fn placed<T>(
    resource: Read<Result<T, Refusal>>,
    before: Arc<dyn Fn() -> AnyView + Send + Sync>,
    render: Arc<dyn Fn(T) -> AnyView + Send + Sync>,
    says_why: bool,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let last = StoredValue::new(None::<T>);
    let content = move || {
        let render = Arc::clone(&render);
        Suspend::new(async move {
            let read = resource.await;
            redraw();
            match read {
                Ok(view) => {
                    remember(last, &view);
                    render(view)
                }
                Err(refusal) => match last.try_get_value().flatten() {
                    // Better what was there than nothing; a line says that it may be old, and it
                    // is read again when that can be done.
                    Some(view) if refusal.0.status == UNREACHABLE => {
                        unreachable();
                        render(view)
                    }
                    _ if says_why => view! { <Failed refusal /> }.into_any(),
                    _ => ().into_any(),
                },
            }
        })
    };
    view! { <Transition fallback=move || before()>{content}</Transition> }.into_any()
}

/// Keeps what was read, where it may have to be shown again.
fn remember<T: Clone + Send + Sync + 'static>(last: StoredValue<Option<T>>, view: &T) {
    if cfg!(feature = "hydrate") {
        last.try_set_value(Some(view.clone()));
    }
}

#[cfg(feature = "hydrate")]
use crate::state::live::{redraw, unreachable};

#[cfg(not(feature = "hydrate"))]
fn redraw() {}

#[cfg(not(feature = "hydrate"))]
fn unreachable() {}

/// The shape of a page that is on its way; it only becomes visible when that takes long.
#[component]
fn Skeleton() -> impl IntoView {
    view! {
        <div class="skeleton" aria-hidden="true">
            <span></span>
            <span></span>
            <span></span>
            <span></span>
        </div>
    }
}

/// The place of one thing on a page that is on its way; its class says how large it is.
#[component]
pub(crate) fn Shape(class: &'static str) -> impl IntoView {
    view! { <div class=format!("shape {class}") aria-hidden="true"></div> }
}

/// Why a page cannot be read, and how to try again.
#[component]
pub(crate) fn Failed(refusal: Refusal) -> impl IntoView {
    let changes = Changes::of_page();
    if refusal.0.status == 401 {
        // The session has ended. The document, asked for again, leads to signing in.
        Effect::new(|| {
            let _ = window().location().reload();
        });
    }
    view! {
        <div class="failed" role="alert">
            <p>{refusal.0.detail}</p>
            <button type="button" class="button" on:click=move |_| changes.happened()>
                {texts::TRY_AGAIN}
            </button>
        </div>
    }
}
