//! The head of a conversation: its name, who answers, and what can be done with it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::talk::Talk;

/// Title, interpreter, and the ways on.
#[component]
pub(crate) fn Heading() -> impl IntoView {
    let talk = Talk::of_page();
    let title = move || {
        let title = talk.title.get();
        if title.is_empty() { "New conversation".to_owned() } else { title }
    };
    let is_kept = Memo::new(move |_| !talk.conversation.with(String::is_empty));
    view! {
        <div class="talk-head">
            <div class="talk-title">
                <h1>{title}</h1>
                <p class="talk-interpreter">{move || talk.interpreter.get()}</p>
            </div>
            <div class="talk-tools">
                <button type="button" class="tool talk-list" popovertarget="conversations" title="Conversations" aria-label="Conversations">
                    <Icon name="list" />
                </button>
                <A href="/chat/new" attr:class="tool" attr:title="New conversation" attr:aria-label="New conversation">
                    <Icon name="add" />
                </A>
                {move || is_kept.get().then(|| view! { <Options talk /> })}
            </div>
        </div>
    }
}

/// What can be done with a conversation that is kept.
#[component]
fn Options(talk: Talk) -> impl IntoView {
    let export = move |format: &'static str| {
        move || format!("/api/conversations/{}/export?format={format}", talk.conversation.get())
    };
    let forms = move || {
        let (id, title, pinned) = (talk.conversation.get(), talk.title.get(), talk.pinned.get());
        view! {
            <Rename id=id.clone() title />
            <Pin id=id.clone() pinned />
            <a class="menu-item" href=export("markdown") rel="external" download="">
                <Icon name="download" />
                "Export as Markdown"
            </a>
            <a class="menu-item" href=export("json") rel="external" download="">
                <Icon name="download" />
                "Export as JSON"
            </a>
            <Delete id />
        }
    };
    view! {
        <details class="menu talk-menu">
            <summary aria-label="Options of this conversation" title="Options">
                <Icon name="more" />
            </summary>
            <div class="menu-body">{forms}</div>
        </details>
    }
    .into_any()
}

#[component]
fn Rename(id: String, title: String) -> impl IntoView {
    view! {
        <PlannerForm action="/fn/conversations/rename" name="rename-conversation" class="form rename">
            <input type="hidden" name="id" value=id />
            <TextField name="title" label="Name" value=title required=true />
            <button class="button">"Rename"</button>
        </PlannerForm>
    }
}

#[component]
fn Pin(id: String, pinned: bool) -> impl IntoView {
    view! {
        <PlannerForm action="/fn/conversations/pin" name="pin-conversation" class="inline-form">
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="pinned" value=if pinned { "false" } else { "true" } />
            <button class="menu-item">
                <Icon name="pin" />
                {if pinned { "Unpin" } else { "Pin to the top" }}
            </button>
        </PlannerForm>
    }
}

/// Cannot be taken back, so it is asked first; also without scripts.
#[component]
fn Delete(id: String) -> impl IntoView {
    view! {
        <details class="sure">
            <summary class="menu-item">
                <Icon name="delete" />
                "Delete…"
            </summary>
            <p>"Delete this conversation for good? What it added to your planner stays."</p>
            <PlannerForm action="/fn/conversations/delete" name="delete-conversation" class="inline-form">
                <input type="hidden" name="id" value=id />
                <button class="button danger">"Delete for good"</button>
            </PlannerForm>
        </details>
    }
}
