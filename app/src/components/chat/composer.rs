//! The line to write to the assistant.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::html::Textarea;
use leptos::prelude::*;

use super::say::say;
use crate::components::icon::Icon;
use crate::state::form::FormState;
use crate::state::talk::{Progress, Talk};
use crate::view::outcome::FORM_KEY;

/// Enter sends, Shift+Enter begins a new line, Escape stops.
#[component]
pub(crate) fn Composer() -> impl IntoView {
    let talk = Talk::of_page();
    let state = FormState::of("chat".to_owned());
    let line = NodeRef::<Textarea>::new();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        send(talk, state, line);
    };
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        // While an input method composes, Enter picks a word.
        "Enter" if !event.shift_key() && !event.is_composing() => {
            event.prevent_default();
            send(talk, state, line);
        }
        "Escape" => stop(talk),
        _ => {}
    };
    let complaint = move || state.complaint("message").or_else(|| state.general());
    view! {
        <form class="composer" method="post" action="/fn/chat/say" data-form="chat" novalidate on:submit=submit>
            <input type="hidden" name=FORM_KEY value="chat" />
            <input type="hidden" name="conversation" value=move || talk.conversation.get() />
            <label class="hidden" for="chat-message">"Message"</label>
            <textarea
                id="chat-message"
                name="message"
                rows="1"
                maxlength="4000"
                placeholder="Lunch with Sam tomorrow 1pm"
                autocomplete="off"
                aria-invalid=move || complaint().map(|_| "true")
                aria-describedby="chat-message-note"
                node_ref=line
                on:keydown=key
            >
                {state.value("message", String::new())}
            </textarea>
            {move || if talk.is_busy() { stop_button(talk) } else { send_button() }}
            <p class="note" id="chat-message-note" data-wrong=move || complaint().map(|_| "")>{complaint}</p>
        </form>
    }
}

fn send_button() -> AnyView {
    view! {
        <button class="button primary" aria-label="Send">
            <Icon name="send" />
        </button>
    }
    .into_any()
}

fn stop_button(talk: Talk) -> AnyView {
    view! {
        <button type="button" class="button" aria-label="Stop" on:click=move |_| stop(talk)>
            <Icon name="stop" />
        </button>
    }
    .into_any()
}

/// Sends what is written. The words leave the line once they are on their way, and
/// come back to it when they did not get there.
fn send(talk: Talk, state: FormState, line: NodeRef<Textarea>) {
    let Some(field) = line.get_untracked() else { return };
    let words = field.value();
    if words.trim().is_empty() {
        state.problem.set(Some(empty()));
        let _ = field.focus();
    } else if !untrack(|| talk.is_busy()) {
        state.problem.set(None);
        field.set_value("");
        say(talk, words);
    }
}

fn empty() -> domain::problem::Problem {
    let invalid = domain::validation::Invalid::field("message", "Write a message first.");
    domain::problem::Problem::invalid(invalid)
}

#[cfg(feature = "hydrate")]
fn stop(talk: Talk) {
    talk.stop();
}

#[cfg(not(feature = "hydrate"))]
fn stop(_: Talk) {}

/// What the assistant is doing, for everybody and for screen readers.
#[component]
pub(crate) fn Status() -> impl IntoView {
    let talk = Talk::of_page();
    let words = move || match talk.progress.get() {
        Progress::Idle | Progress::Failed(_) => String::new(),
        Progress::Answering => "The assistant is answering…".to_owned(),
        Progress::Ready => "The answer is ready.".to_owned(),
        Progress::Stopped => {
            "Stopped. What was already done stands; undo it on its card.".to_owned()
        }
    };
    let failure = move || match talk.progress.get() {
        Progress::Failed(why) => {
            let said = talk.said.get().unwrap_or_default();
            Some(view! {
                <p class="refusal" role="alert">{why}</p>
                <super::SayForm message=said label="Try again".to_owned() />
            })
        }
        _ => None,
    };
    view! {
        <p class="talk-status" role="status" data-quiet=move || (talk.progress.get() == Progress::Ready).then_some("")>{words}</p>
        {failure}
    }
}
