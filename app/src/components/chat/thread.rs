//! Everything said, and the answer that is being written.

use std::hash::{DefaultHasher, Hash, Hasher};

use leptos::prelude::*;

use super::current::Current;
use super::message::Message;
use super::say::SayForm;
use crate::components::icon::Icon;
use crate::state::talk::Talk;
use crate::texts;

/// How near the end counts as being there, in pixels.
#[cfg(feature = "hydrate")]
const NEAR: f64 = 120.0;

/// The thread. It follows the latest words only while the person is there.
#[component]
pub(crate) fn Thread() -> impl IntoView {
    let talk = Talk::of_page();
    let at_end = RwSignal::new(true);
    follow(talk, at_end);
    let last = Memo::new(move |_| talk.kept.with(|kept| kept.last().map(|last| last.id.clone())));
    let is_empty = Memo::new(move |_| {
        talk.kept.with(Vec::is_empty)
            && talk.said.with(Option::is_none)
            && talk.answer.with(Option::is_none)
    });
    let jump = move |_| {
        at_end.set(true);
        to_end();
    };
    view! {
        <Earlier />
        // A message whose view has changed is drawn anew; all others stay.
        <For
            each=move || talk.kept.get()
            key=fingerprint
            children=move |message| {
                let id = message.id.clone();
                let last = Signal::derive(move || {
                    !talk.is_busy() && last.with(|last| last.as_ref() == Some(&id))
                });
                view! { <Message message last /> }
            }
        />
        {move || is_empty.get().then(|| view! { <Beginning /> })}
        <Current />
        <button type="button" class="jump scripted" hidden=move || at_end.get() on:click=jump>
            <Icon name="down" />
            {texts::chat::LATEST}
        </button>
    }
}

/// Tells a view from one that shows anything else.
pub(crate) fn fingerprint(view: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    view.hash(&mut hasher);
    hasher.finish()
}

/// What is not shown for its length.
#[component]
fn Earlier() -> impl IntoView {
    let talk = Talk::of_page();
    let shown = move || {
        let earlier = talk.earlier.get();
        (earlier > 0).then(|| {
            let export =
                format!("/api/conversations/{}/export?format=markdown", talk.conversation.get());
            view! {
                <p class="earlier">
                    {texts::chat::earlier(earlier)}
                    <a href=export rel="external" download="">{texts::chat::EARLIER_LINK}</a> {texts::chat::EARLIER_END}
                </p>
            }
        })
    };
    shown.into_any()
}

/// What to say first.
#[component]
fn Beginning() -> impl IntoView {
    let examples = texts::chat::EXAMPLES
        .into_iter()
        .map(|example| view! { <SayForm message=example.to_owned()>{example}</SayForm> })
        .collect_view();
    view! {
        <div class="beginning">
            <p>{texts::chat::BEGINNING}</p>
            <div class="suggestions">{examples}</div>
        </div>
    }
}

/// Keeps the latest words in sight for somebody who is at the end, and lets be who
/// has scrolled back to read.
#[cfg(feature = "hydrate")]
fn follow(talk: Talk, at_end: RwSignal<bool>) {
    let measure = move || {
        let Some(page) = document().document_element() else { return };
        let left = f64::from(page.scroll_height())
            - window().scroll_y().unwrap_or_default()
            - f64::from(page.client_height());
        let is_near = left < NEAR;
        if at_end.try_get_untracked().is_some_and(|known| known != is_near) {
            at_end.set(is_near);
        }
    };
    let scrolled = window_event_listener(leptos::ev::scroll, move |_| measure());
    on_cleanup(move || scrolled.remove());
    // What the person says themselves is always brought into sight.
    Effect::new(move || {
        if talk.said.with(Option::is_some) {
            at_end.set(true);
        }
    });
    Effect::new(move || {
        talk.kept.track();
        talk.said.track();
        talk.answer.track();
        talk.blocks.track();
        if at_end.get_untracked() {
            request_animation_frame(to_end);
        }
    });
}

#[cfg(not(feature = "hydrate"))]
fn follow(_: Talk, _: RwSignal<bool>) {}

/// Scrolls to the latest words.
fn to_end() {
    if let Some(page) = document().document_element() {
        window().scroll_to_with_x_and_y(0.0, f64::from(page.scroll_height()));
    }
}
