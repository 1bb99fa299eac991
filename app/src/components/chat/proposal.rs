//! A step that waits for a yes.

use leptos::prelude::*;

use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::changes::Changes;
use crate::texts;
use crate::view::chat::ProposalView;

/// The question, and No before Yes: yes is never the default.
#[component]
pub(super) fn Proposal(proposal: ProposalView) -> impl IntoView {
    let waits = proposal.outcome.is_empty();
    let outcome = (!waits).then(|| view! { <p class="card-detail">{proposal.outcome}</p> });
    let answers = waits.then(|| {
        view! {
            <div class="buttons">
                <Reply id=proposal.id.clone() accept="false" word=texts::chat::NO class="button" />
                <Reply id=proposal.id accept="true" word=texts::chat::YES class="button danger" />
                <p class="card-running" aria-hidden="true">{texts::chat::WORKING}</p>
            </div>
        }
    });
    view! {
        <div
            class="card proposal"
            role="group"
            aria-label=texts::chat::WAITS
            data-state=if waits { "proposed" } else { "answered" }
        >
            <Icon name="flag" />
            <div class="card-text">
                <p class="card-state">{if waits { texts::chat::NEEDS_YES } else { texts::chat::ASKED_FIRST }}</p>
                <p class="card-title">{proposal.summary}</p>
                {outcome}
                {answers}
            </div>
        </div>
    }
    .into_any()
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
