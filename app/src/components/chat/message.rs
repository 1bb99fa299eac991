//! One message with what was done and asked in it.

use leptos::prelude::*;
use leptos_router::components::A;

use super::card::{Card, Replaced};
use super::proposal::Proposal;
use super::say::SayForm;
use crate::components::icon::Icon;
use crate::components::toast::UndoForm;
use crate::state::talk::Talk;
use crate::texts;
use crate::view::chat::{ChoiceView, MessageView};

/// A message. `last` tells whether it can still be answered.
#[component]
pub(super) fn Message(message: MessageView, #[prop(into)] last: Signal<bool>) -> impl IntoView {
    if message.own { own(message).into_any() } else { answer(message, last).into_any() }
}

/// What the person said.
fn own(message: MessageView) -> impl IntoView {
    let edit = (!message.id.is_empty()).then(|| {
        let talk = Talk::of_page();
        let id = message.id.clone();
        let href = move || format!("/chat/{}?revise={id}", talk.conversation.get());
        view! {
            <div class="message-tools">
                <Copy text=message.text.clone() />
                <A href=href attr:class="tool" attr:title=texts::EDIT attr:aria-label=texts::chat::EDIT_MESSAGE scroll=false>
                    <Icon name="edit" />
                </A>
            </div>
        }
    });
    let replaced = message.replaced.map(|replaced| view! { <Replaced replaced /> });
    view! {
        <div class="message" data-own="" data-message=message.id>
            <p class="hidden">{texts::chat::YOU_SAID}</p>
            <p class="said">{message.text}</p>
            {edit}
            {replaced}
        </div>
    }
}

/// What the assistant said and did.
fn answer(message: MessageView, last: Signal<bool>) -> impl IntoView {
    let standing = standing(&message);
    let words = if message.html.is_empty() {
        (!message.text.is_empty())
            .then(|| view! { <p class="answer">{message.text.clone()}</p> }.into_any())
    } else {
        Some(view! { <div class="answer rich" inner_html=message.html></div> }.into_any())
    };
    let cards = message.cards.into_iter().map(|card| view! { <Card card /> }).collect_view();
    let all = (!message.undo.is_empty())
        .then(|| view! { <UndoForm token=message.undo label=texts::chat::UNDO_ALL /> });
    let proposals = message
        .proposals
        .into_iter()
        .map(|proposal| view! { <Proposal proposal /> })
        .collect_view();
    let failure = (!message.failure.is_empty())
        .then(|| view! { <Failure why=message.failure standing last /> });
    let foot = (!message.id.is_empty()).then(|| {
        let copy = (!message.text.is_empty()).then(|| view! { <Copy text=message.text /> });
        view! {
            <div class="message-tools">
                {copy}
                <p class="message-note">{message.note}</p>
            </div>
        }
    });
    view! {
        <div class="message" data-message=message.id>
            <p class="hidden">{texts::chat::ASSISTANT_SAID}</p>
            {words}
            {cards}
            {all}
            {proposals}
            <Choices choices=message.choices last />
            {failure}
            {foot}
        </div>
    }
}

/// Readings to choose from, numbered as they can be picked in words.
#[component]
fn Choices(choices: Vec<ChoiceView>, last: Signal<bool>) -> impl IntoView {
    let shown = move || {
        (last.get() && !choices.is_empty()).then(|| {
            let buttons = choices
                .iter()
                .enumerate()
                .map(|(index, choice)| {
                    let ChoiceView { label, message } = choice.clone();
                    view! {
                        <li>
                            <SayForm message>
                                <span class="choice-number">{index + 1}</span>
                                " "
                                {label}
                            </SayForm>
                        </li>
                    }
                })
                .collect_view();
            view! { <ol class="suggestions choices" aria-label=texts::chat::CHOOSE>{buttons}</ol> }
        })
    };
    shown.into_any()
}

/// What takes back everything that a message did and that still stands; empty for
/// nothing.
fn standing(message: &MessageView) -> String {
    if !message.undo.is_empty() {
        return message.undo.clone();
    }
    let card = message.cards.iter().find(|card| !card.undone && !card.undo.is_empty());
    card.map(|card| card.undo.clone()).unwrap_or_default()
}

/// What went wrong, and another try in the place of the first. What the first one
/// did is taken back before, or it would be done twice.
#[component]
fn Failure(why: String, standing: String, last: Signal<bool>) -> impl IntoView {
    let talk = Talk::of_page();
    let again = move || {
        let said = last
            .get()
            .then(|| talk.kept.with(|kept| kept.iter().rfind(|message| message.own).cloned()));
        said.flatten().map(|said| {
            let undo = standing.clone();
            let label =
                if undo.is_empty() { texts::TRY_AGAIN } else { texts::chat::UNDO_AND_TRY_AGAIN };
            view! { <SayForm message=said.text replaces=said.id undo>{label}</SayForm> }
        })
    };
    view! {
        <div class="card failed-answer" data-state="failed">
            <Icon name="alert" />
            <div class="card-text">
                <p class="card-state">{texts::chat::FAILED}</p>
                <p class="card-title">{why}</p>
                <div class="buttons">{again}</div>
            </div>
        </div>
    }
    .into_any()
}

/// Copies words. Without scripts there is nothing to copy with, and no button.
#[component]
fn Copy(text: String) -> impl IntoView {
    let copied = RwSignal::new(false);
    let label = move || if copied.get() { texts::chat::COPIED } else { texts::chat::COPY };
    let icon = move || {
        if copied.get() {
            view! { <Icon name="check" /> }
        } else {
            view! { <Icon name="copy" /> }
        }
    };
    view! {
        <button
            type="button"
            class="tool scripted"
            title=texts::chat::COPY
            aria-label=label
            on:click=move |_| {
                copy(&text);
                copied.set(true);
                set_timeout(move || { copied.try_set(false); }, std::time::Duration::from_secs(2));
            }
        >
            {icon}
        </button>
    }
}

#[cfg(feature = "hydrate")]
fn copy(text: &str) {
    // What comes of it is not awaited: a browser that refuses says so itself.
    let _ = window().navigator().clipboard().write_text(text);
}

#[cfg(not(feature = "hydrate"))]
fn copy(_: &str) {}
