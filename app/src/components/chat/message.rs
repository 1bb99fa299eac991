//! One message with what was done and asked in it.

use leptos::prelude::*;
use leptos_router::components::A;

use super::say::SayForm;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::components::toast::UndoForm;
use crate::state::changes::Changes;
use crate::view::chat::{CardView, MessageView, ProposalView};

/// A message. `last` tells whether it can still be answered.
#[component]
pub(crate) fn Message(message: MessageView, last: bool) -> impl IntoView {
    if message.own {
        return view! {
            <div class="message" data-own="">
                <p class="hidden">"You said:"</p>
                <p class="said">{message.text}</p>
            </div>
        }
        .into_any();
    }
    let text = (!message.text.is_empty()).then(|| view! { <p class="answer">{message.text}</p> });
    let cards = message.cards.into_iter().map(|card| view! { <Card card /> }).collect_view();
    let proposals = message
        .proposals
        .into_iter()
        .map(|proposal| view! { <Proposal proposal /> })
        .collect_view();
    let choices = (last && !message.choices.is_empty()).then(|| {
        let choices = message
            .choices
            .into_iter()
            .map(|choice| view! { <SayForm message=choice.message label=choice.label /> })
            .collect_view();
        view! { <div class="suggestions">{choices}</div> }
    });
    view! {
        <div class="message">
            <p class="hidden">"The assistant said:"</p>
            {text}
            {cards}
            {proposals}
            {choices}
        </div>
    }
    .into_any()
}

/// Something that was done: what, when, and the ways back and on.
#[component]
fn Card(card: CardView) -> impl IntoView {
    let icon = match card.kind.as_str() {
        "event" => "calendar",
        "task" => "tasks",
        "expense" => "money",
        _ => "check",
    };
    let open = (!card.open.is_empty()).then(|| {
        view! {
            <A href=card.open attr:class="link-button" attr:aria-label=format!("Open “{}”", card.name)>
                "Open"
            </A>
        }
    });
    let undo = (!card.undone && !card.undo.is_empty())
        .then(|| view! { <UndoForm token=card.undo label="Undo" /> });
    let state = if card.undone { format!("{}, undone", card.verb) } else { card.verb };
    view! {
        <div class="card" data-kind=card.kind data-undone=card.undone.then_some("")>
            <Icon name=icon />
            <div class="card-text">
                <p class="card-title">{card.name}</p>
                <p class="card-detail">
                    {state} ": " {card.detail}
                </p>
            </div>
            <div class="card-tools">{open} {undo}</div>
        </div>
    }
}

/// A step that waits for a yes. No comes first: yes is never the default.
#[component]
fn Proposal(proposal: ProposalView) -> impl IntoView {
    let waits = proposal.outcome.is_empty();
    let outcome = (!waits).then(|| view! { <p class="card-detail">{proposal.outcome}</p> });
    let answers = waits.then(|| {
        view! {
            <div class="buttons">
                <Reply id=proposal.id.clone() accept="false" word="No, leave it" class="button" />
                <Reply id=proposal.id accept="true" word="Yes, do it" class="button danger" />
            </div>
        }
    });
    view! {
        <div class="card proposal">
            <div class="card-text">
                <p class="card-title">{proposal.summary}</p>
                {outcome}
                {answers}
            </div>
        </div>
    }
}

#[component]
fn Reply(
    id: String,
    accept: &'static str,
    word: &'static str,
    class: &'static str,
) -> impl IntoView {
    let changes = Changes::of_page();
    view! {
        <PlannerForm
            action="/fn/chat/confirm"
            name="confirm"
            row=format!("{id}-{accept}")
            class="inline-form"
            on_done=Callback::new(move |_| changes.happened())
        >
            <input type="hidden" name="id" value=id />
            <input type="hidden" name="accept" value=accept />
            <button class=class>{word}</button>
        </PlannerForm>
    }
}
