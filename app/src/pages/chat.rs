//! The conversation with the assistant.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map};

use crate::api;
use crate::components::chat::{Composer, Conversations, Heading, Status, Thread};
use crate::components::loaded::loaded;
use crate::part::part;
use crate::state::read::read;
use crate::state::talk::Talk;
use crate::texts;
use crate::view::chat::ChatView;

/// The name of the identifier in the address.
const ID: &str = "id";

/// Which conversation the page shows; empty for one that is yet to begin.
#[derive(Clone, Copy)]
struct Shown(StoredValue<String>);

/// Everything said, the line to go on, and the other conversations.
#[component]
pub(crate) fn Chat() -> impl IntoView {
    let shown = Shown(StoredValue::new(String::new()));
    let params = use_params_map();
    let asked = Memo::new(move |_| params.with(|params| params.get(ID)).unwrap_or_default());
    // Counts what was asked for. A conversation that gets its address only now, by
    // its first message, is the one that is shown: it is not asked for again.
    let wanted = Memo::new(move |before: Option<&(String, u32)>| {
        let asked = asked.get();
        match before {
            Some(before) if !asked.is_empty() && asked == shown.0.get_value() => before.clone(),
            Some((_, count)) => (asked, count + 1),
            None => (asked, 0),
        }
    });
    let opened = read(move || wanted.get(), |(id, _)| api::chat::show(id));
    view! {
        <Title text=texts::ASSISTANT />
        <div class="talks">
            {loaded(opened, move |view| view! { <Talking view shown asked /> }.into_any())}
            <Conversations />
        </div>
    }
}

part!(ChatPart, chat, Chat);

/// The open conversation. Each time one is opened it has signals of its own: those
/// of the one before are gone by then.
#[component]
fn Talking(view: ChatView, shown: Shown, asked: Memo<String>) -> impl IntoView {
    let running = view.running;
    let talk = Talk::open(view);
    provide_context(talk);
    name_in_address(talk, shown, asked);
    stay_current(talk, running);
    view! {
        <div class="talk">
            <Heading />
            <div class="thread" role="log" aria-live="off" aria-label=texts::chat::ONE>
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
fn name_in_address(talk: Talk, shown: Shown, asked: Memo<String>) {
    let navigate = use_navigate();
    Effect::new(move || {
        let conversation = talk.conversation.get();
        shown.0.set_value(conversation.clone());
        if !conversation.is_empty() && asked.get_untracked() != conversation {
            let options =
                NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
            navigate(&format!("/chat/{conversation}"), options);
        }
    });
}

/// Hears an answer that was in progress already, and reads again what may have
/// changed: by an undo here, or by another tab.
#[cfg(feature = "hydrate")]
fn stay_current(talk: Talk, running: bool) {
    let changes = crate::state::changes::Changes::of_page();
    Effect::new(move |before: Option<u32>| {
        let count = changes.count();
        match before {
            None if running => talk.join(),
            // An answer that is being heard tells by itself what it changes.
            Some(before) if before != count && !untrack(|| talk.is_busy()) => talk.refresh(),
            _ => {}
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
fn stay_current(_: Talk, _: bool) {}
