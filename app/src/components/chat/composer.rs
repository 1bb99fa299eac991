//! The line to write to the assistant.

#[cfg(feature = "hydrate")]
mod writing;

use leptos::html::Textarea;
use leptos::prelude::*;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::field::inside;
use crate::components::icon::Icon;
use crate::state::form::FormState;
use crate::state::talk::Talk;
use crate::texts;
use crate::view::outcome::FORM_KEY;

/// The name in the address of the message that is being edited.
const REVISE: &str = "revise";

/// What the parts of the composer share.
#[derive(Clone, Copy)]
#[cfg_attr(not(feature = "hydrate"), expect(dead_code, reason = "only a browser writes"))]
struct Writing {
    talk: Talk,
    state: FormState,
    line: NodeRef<Textarea>,
    /// The message that is being edited; empty for a new one.
    revises: Memo<String>,
}

/// Enter sends, Shift+Enter begins a new line, Escape stops, Up edits what was said last.
#[component]
pub(crate) fn Composer() -> impl IntoView {
    let talk = Talk::of_page();
    let state = FormState::of("chat".to_owned());
    let query = use_query_map();
    let revises = Memo::new(move |_| {
        let id = query.with(|query| query.get(REVISE)).unwrap_or_default();
        talk.own(&id).map(|message| message.id).unwrap_or_default()
    });
    let writing = Writing { talk, state, line: NodeRef::new(), revises };
    let handlers = handlers(writing);
    let revised = untrack(|| talk.own(&revises.get())).map(|message| message.text);
    let complaint = move || state.complaint("message").or_else(|| state.general());
    view! {
        <form
            class="composer"
            method="post"
            action="/fn/chat/say"
            data-form="chat"
            novalidate
            on:submit=move |event| gone(handlers.submit.try_run(event))
        >
            <input type="hidden" name=FORM_KEY value="chat" />
            <input type="hidden" name="conversation" value=move || talk.conversation.get() />
            <input type="hidden" name="replaces" value=move || revises.get() />
            {move || (!revises.with(String::is_empty)).then(|| view! { <Revising talk /> })}
            <label class="hidden" for="chat-message">{texts::chat::MESSAGE}</label>
            <textarea
                id="chat-message"
                name="message"
                rows="1"
                maxlength="4000"
                placeholder=texts::EXAMPLE_LINE
                autocomplete="off"
                aria-invalid=move || complaint().map(|_| "true")
                aria-describedby="chat-message-note"
                node_ref=writing.line
                on:keydown=move |event| gone(handlers.key.try_run(event))
                on:input=move |event| gone(handlers.input.try_run(event))
            >
                {inside(state.value("message", revised.unwrap_or_default()))}
            </textarea>
            <Buttons talk stop=handlers.stop />
            <p class="note" id="chat-message-note" data-wrong=move || complaint().map(|_| "")>{complaint}</p>
        </form>
    }
}

/// Says that an earlier message is being edited.
#[component]
fn Revising(talk: Talk) -> impl IntoView {
    let back = move || format!("/chat/{}", talk.conversation.get());
    view! {
        <p class="revising">
            <Icon name="edit" />
            <span>{texts::chat::REVISING}</span>
            <A href=back attr:class="link-button" scroll=false>{texts::CANCEL}</A>
        </p>
    }
    .into_any()
}

/// Send, or Stop while anything runs.
#[component]
fn Buttons(talk: Talk, stop: Callback<()>) -> impl IntoView {
    let busy = Memo::new(move |_| talk.is_busy());
    move || {
        if busy.get() {
            view! {
                <button
                    type="button"
                    class="button"
                    aria-label=texts::chat::STOP
                    title=texts::chat::STOP_BY_KEY
                    on:click=move |_| gone(stop.try_run(()))
                >
                    <Icon name="stop" />
                </button>
            }
            .into_any()
        } else {
            view! {
                <button class="button primary" aria-label=texts::chat::SEND title=texts::chat::SEND_BY_KEY>
                    <Icon name="send" />
                </button>
            }
            .into_any()
        }
    }
}

/// A conversation that another one takes the place of is on the screen a moment
/// longer than what handles its events. Then the form is one without scripts.
fn gone(_: Option<()>) {}

/// What the composer reacts to.
#[derive(Clone, Copy)]
struct Handlers {
    submit: Callback<leptos::ev::SubmitEvent>,
    key: Callback<leptos::ev::KeyboardEvent>,
    input: Callback<leptos::ev::Event>,
    stop: Callback<()>,
}

#[cfg(feature = "hydrate")]
fn handlers(writing: Writing) -> Handlers {
    writing.begin()
}

#[cfg(not(feature = "hydrate"))]
fn handlers(_: Writing) -> Handlers {
    Handlers {
        submit: Callback::new(|_| ()),
        key: Callback::new(|_| ()),
        input: Callback::new(|_| ()),
        stop: Callback::new(|()| ()),
    }
}
