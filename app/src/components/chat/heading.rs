//! The head of a conversation: its name, who answers, and what can be done with it.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::talk::Talk;
use crate::texts;

/// Title, interpreter, and the ways on.
#[component]
pub(crate) fn Heading() -> impl IntoView {
    let talk = Talk::of_page();
    let title = move || {
        let title = talk.title.get();
        if title.is_empty() { texts::chat::NEW.to_owned() } else { title }
    };
    let is_kept = Memo::new(move |_| !talk.conversation.with(String::is_empty));
    view! {
        <div class="talk-head">
            <div class="talk-title">
                <h1>{title}</h1>
                <p class="talk-interpreter">{move || talk.interpreter.get()}</p>
            </div>
            <div class="talk-tools">
                <button type="button" class="tool talk-list" popovertarget="conversations" title=texts::chat::ALL aria-label=texts::chat::ALL>
                    <Icon name="list" />
                </button>
                <A href="/chat/new" attr:class="tool" attr:title=texts::chat::NEW attr:aria-label=texts::chat::NEW>
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
    // Each is made anew only when what it says has changed: what is being typed into one of
    // them outlives the list that comes back after every answer.
    let id = Memo::new(move |_| talk.conversation.get());
    let title = Memo::new(move |_| talk.title.get());
    let pinned = Memo::new(move |_| talk.pinned.get());
    let export = move |format: &'static str| {
        move || format!("/api/conversations/{}/export?format={format}", id.get())
    };
    view! {
        <details class="menu talk-menu">
            <summary aria-label=texts::chat::OPTIONS_OF_THIS title=texts::chat::OPTIONS>
                <Icon name="more" />
            </summary>
            <div class="menu-body">
                {move || view! { <Rename id=id.get() title=title.get() /> }}
                {move || view! { <Pin id=id.get() pinned=pinned.get() /> }}
                <a class="menu-item" href=export("markdown") rel="external" download="">
                    <Icon name="download" />
                    {texts::chat::EXPORT_MARKDOWN}
                </a>
                <a class="menu-item" href=export("json") rel="external" download="">
                    <Icon name="download" />
                    {texts::chat::EXPORT_JSON}
                </a>
                {move || view! { <Delete id=id.get() /> }}
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn Rename(id: String, title: String) -> impl IntoView {
    view! {
        <PlannerForm action="/fn/conversations/rename" name="rename-conversation" class="form rename">
            <input type="hidden" name="id" value=id />
            <TextField name="title" label=texts::chat::NAME value=title required=true />
            <button class="button">{texts::RENAME}</button>
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
                {if pinned { texts::chat::UNPIN } else { texts::chat::PIN }}
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
                {texts::DELETE_ASKING}
            </summary>
            <p>{texts::chat::DELETE_SURE}</p>
            <PlannerForm action="/fn/conversations/delete" name="delete-conversation" class="inline-form">
                <input type="hidden" name="id" value=id />
                <button class="button danger">{texts::chat::DELETE_FOR_GOOD}</button>
            </PlannerForm>
        </details>
    }
}
