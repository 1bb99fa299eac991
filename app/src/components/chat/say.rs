//! Saying a ready sentence to the assistant with one press.

use leptos::prelude::*;

use crate::state::talk::{Saying, Talk};

/// A button that says `message`; without scripts it is posted like any other.
#[component]
pub(super) fn SayForm(
    /// What is said.
    message: String,
    /// The message whose place it takes.
    #[prop(optional, into)]
    replaces: String,
    /// What is taken back before.
    #[prop(optional, into)]
    undo: String,
    /// What the button shows.
    children: Children,
) -> impl IntoView {
    let talk = Talk::of_page();
    let saying = Saying { words: message.clone(), replaces: replaces.clone(), undo: undo.clone() };
    let hidden = |name: &'static str, value: String| {
        (!value.is_empty()).then(|| view! { <input type="hidden" name=name value=value /> })
    };
    view! {
        <form
            class="inline-form"
            method="post"
            action="/fn/chat/say"
            on:submit=move |event| {
                event.prevent_default();
                say(talk, saying.clone());
            }
        >
            <input type="hidden" name="message" value=message />
            <input type="hidden" name="conversation" value=move || talk.conversation.get() />
            {hidden("replaces", replaces)}
            {hidden("undo", undo)}
            <button class="suggestion" disabled=move || talk.is_busy()>
                {children()}
            </button>
        </form>
    }
}

#[cfg(feature = "hydrate")]
pub(super) fn say(talk: Talk, saying: Saying) {
    talk.say(saying);
}

#[cfg(not(feature = "hydrate"))]
pub(super) fn say(_: Talk, _: Saying) {}
