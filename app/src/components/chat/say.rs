//! Saying a ready sentence to the assistant with one press.

use leptos::prelude::*;

use crate::state::talk::Talk;

/// A button that says `message`; without scripts it is posted like any other.
#[component]
pub(crate) fn SayForm(message: String, label: String) -> impl IntoView {
    let talk = Talk::of_page();
    let words = message.clone();
    view! {
        <form
            class="inline-form"
            method="post"
            action="/fn/chat/say"
            on:submit=move |event| {
                event.prevent_default();
                say(talk, words.clone());
            }
        >
            <input type="hidden" name="message" value=message />
            <input type="hidden" name="conversation" value=move || talk.conversation.get() />
            <button class="suggestion" disabled=move || talk.is_busy()>
                {label}
            </button>
        </form>
    }
}

#[cfg(feature = "hydrate")]
pub(super) fn say(talk: Talk, words: String) {
    talk.say(words);
}

#[cfg(not(feature = "hydrate"))]
pub(super) fn say(_: Talk, _: String) {}
