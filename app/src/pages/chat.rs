//! The conversation with the assistant.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use crate::api;
use crate::components::chat::{Composer, Conversations, Heading, Status, Thread};
use crate::components::loaded::loaded;
use crate::state::talk::Talk;

/// The name of the identifier in the address.
const ID: &str = "id";

/// Everything said, the line to go on, and the other conversations.
#[component]
pub(crate) fn Chat() -> impl IntoView {
    let talk = Talk::new();
    provide_context(talk);
    let params = use_params_map();
    let asked = Memo::new(move |_| params.with(|params| params.get(ID)).unwrap_or_default());
    // Counts what was asked for. A conversation that gets its address only now, by
    // its first message, is the one that is shown: it is not asked for again.
    let wanted = Memo::new(move |before: Option<&(String, u32)>| {
        let asked = asked.get();
        let shown = talk.conversation.get_untracked();
        match before {
            Some(before) if !asked.is_empty() && asked == shown => before.clone(),
            Some((_, count)) => (asked, count + 1),
            None => (asked, 0),
        }
    });
    let opened = Resource::new(move || wanted.get(), |(id, _)| api::chat::show(id));
    name_in_address(talk, asked);
    stay_current(talk);
    view! {
        <Title text="Assistant" />
        <div class="talks">
            {loaded(opened, move |view| {
                let running = view.running;
                talk.open(view);
                if running {
                    go_on(talk);
                }
                view! { <Talking /> }.into_any()
            })}
            <Conversations />
        </div>
    }
}

/// The open conversation.
#[component]
fn Talking() -> impl IntoView {
    view! {
        <div class="talk">
            <Heading />
            <div class="thread" role="log" aria-live="off" aria-label="Conversation">
                <Thread />
            </div>
            <div class="talk-foot">
                <Status />
                <Composer />
            </div>
        </div>
    }
}

/// Keeps the address that of the conversation which is shown, so that Back and a
/// refresh lead to it.
fn name_in_address(talk: Talk, asked: Memo<String>) {
    let navigate = use_navigate();
    Effect::new(move || {
        let shown = talk.conversation.get();
        if !shown.is_empty() && asked.get_untracked() != shown {
            let options =
                NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&format!("/chat/{shown}"), options);
        }
    });
}

/// Reads again what may have changed: by an undo here, or by another tab.
#[cfg(feature = "hydrate")]
fn stay_current(talk: Talk) {
    let changes = crate::state::changes::Changes::of_page();
    Effect::new(move |before: Option<u32>| {
        let count = changes.count();
        if before.is_some_and(|before| before != count) {
            talk.refresh();
        }
        count
    });
    let seen = window_event_listener(leptos::ev::visibilitychange, move |_| {
        if !document().hidden() {
            talk.refresh();
        }
    });
    on_cleanup(move || {
        seen.remove();
        talk.leave();
    });
}

#[cfg(not(feature = "hydrate"))]
fn stay_current(_: Talk) {}

/// Hears an answer that was in progress when the page was read.
#[cfg(feature = "hydrate")]
fn go_on(talk: Talk) {
    request_animation_frame(move || talk.join());
}

#[cfg(not(feature = "hydrate"))]
fn go_on(_: Talk) {}
