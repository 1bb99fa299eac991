//! Something that was done: what, when, what it was before, and the ways back and on.

use leptos::prelude::*;
use leptos_router::components::A;

use crate::components::icon::Icon;
use crate::components::toast::UndoForm;
use crate::texts;
use crate::view::chat::{CardView, ReplacedView};

/// The card of one change.
#[component]
pub(super) fn Card(card: CardView) -> impl IntoView {
    let icon = match card.kind.as_str() {
        "event" => "calendar",
        "task" => "tasks",
        "expense" => "money",
        _ => "check",
    };
    let open = (!card.open.is_empty()).then(|| {
        view! {
            <A href=card.open attr:class="link-button" attr:aria-label=texts::chat::open(&card.name)>
                {texts::chat::OPEN}
            </A>
        }
    });
    let undo = (!card.undone && !card.undo.is_empty())
        .then(|| view! { <UndoForm token=card.undo label=texts::UNDO /> });
    let state = if card.undone { texts::chat::undone(&card.verb) } else { card.verb };
    let detail = (!card.detail.is_empty())
        .then(|| view! { <p class="card-detail">{difference(card.before, card.detail)}</p> });
    let note = (!card.note.is_empty()).then(|| view! { <p class="card-note">{card.note}</p> });
    let rows = (!card.rows.is_empty()).then(|| {
        let rows = card.rows.into_iter().map(|row| {
            view! {
                <li>
                    <span class="card-row">{row.name}</span>
                    " "
                    <span class="card-detail">{difference(row.before, row.after)}</span>
                </li>
            }
        });
        let more = (card.more > 0)
            .then(|| view! { <li class="card-detail">{texts::more(card.more)}</li> });
        view! { <ul class="card-rows">{rows.collect_view()} {more}</ul> }
    });
    view! {
        <div class="card" data-kind=card.kind data-state=if card.undone { "undone" } else { "done" }>
            <Icon name=icon />
            <div class="card-text">
                <p class="card-state">{state}</p>
                <p class="card-title">{card.name}</p>
                {detail}
                {note}
                {rows}
            </div>
            <div class="card-tools">{open} {undo}</div>
        </div>
    }
    .into_any()
}

/// What was, and what is; one of them alone where there is no other.
fn difference(before: String, after: String) -> AnyView {
    if before.is_empty() || after.is_empty() {
        return view! { <span>{before}{after}</span> }.into_any();
    }
    view! {
        <del>
            <span class="hidden">{texts::chat::BEFORE}</span>
            {before}
        </del>
        " "
        <ins>
            <span aria-hidden="true">"→ "</span>
            <span class="hidden">{texts::chat::NOW}</span>
            {after}
        </ins>
    }
    .into_any()
}

/// What an earlier wording of a message had done; it stands until it is taken back.
#[component]
pub(super) fn Replaced(replaced: ReplacedView) -> impl IntoView {
    let undone = replaced.undo.is_empty();
    let state = if undone { texts::chat::EARLIER_UNDONE } else { texts::chat::EARLIER_STANDS };
    let lines = replaced
        .done
        .into_iter()
        .map(|line| view! { <p class="card-title">{line}</p> })
        .collect_view();
    let undo = (!undone).then(|| view! { <UndoForm token=replaced.undo label=texts::UNDO /> });
    view! {
        <div class="card replaced" data-state=if undone { "undone" } else { "done" }>
            <Icon name="clock" />
            <div class="card-text">
                <p class="card-state">{state}</p>
                {lines}
            </div>
            <div class="card-tools">{undo}</div>
        </div>
    }
    .into_any()
}
