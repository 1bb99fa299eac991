//! Tokens of one's own programs.

use leptos::prelude::*;

use super::group::Group;
use crate::components::field::{Select, TextField};
use crate::components::form::PlannerForm;
use crate::view::account::{MadeTokenView, TokenView};

/// The tokens there are, and a new one.
#[component]
pub(super) fn Tokens(tokens: Vec<TokenView>, made: Option<MadeTokenView>) -> impl IntoView {
    let some = !tokens.is_empty();
    let rows = tokens.into_iter().map(|token| view! { <TokenRow token /> }).collect_view();
    let choice = |value: &str, text: &str| (value.to_owned(), text.to_owned());
    let scopes = vec![choice("read", "Read only"), choice("write", "Read and change")];
    let ends = vec![
        choice("30", "In 30 days"),
        choice("90", "In 90 days"),
        choice("365", "In a year"),
        choice("", "Never"),
    ];
    view! {
        <Group
            id="tokens"
            title="Your programs"
            about="A token lets a program of yours into your planner, without your password. It has no say in your account."
        >
            {made.map(|made| view! { <Made made /> })}
            {some.then(|| view! { <ul class="devices">{rows}</ul> })}
            <PlannerForm action="/fn/account/make-token" name="make-token">
                <div class="fields">
                    <TextField name="name" label="What it is for" example="Backup script" longest=60 />
                    <Select name="scope" label="It may" options=scopes />
                    <Select name="expires_in_days" label="It ends" options=ends value="90" />
                </div>
                <div class="buttons">
                    <button class="button">"Make a token"</button>
                    <a href="/api/docs" rel="external">
                        "How programs use it"
                    </a>
                </div>
            </PlannerForm>
        </Group>
    }
    .into_any()
}

/// The one that was just made, to be copied.
#[component]
fn Made(made: MadeTokenView) -> impl IntoView {
    view! {
        <div class="made" role="status">
            <p>
                "This is the token " <strong>{made.name}</strong>
                ". Copy it now: in a few minutes it is gone for good."
            </p>
            <code tabindex="0">{made.text}</code>
        </div>
    }
    .into_any()
}

#[component]
fn TokenRow(token: TokenView) -> impl IntoView {
    let label = format!("Revoke {}", token.name);
    view! {
        <li class="device">
            <p>
                <strong>{token.name}</strong>
            </p>
            <p class="aside">{token.about}</p>
            <PlannerForm
                action="/fn/account/revoke-token"
                name="delete"
                row=token.id.clone()
                class="inline-form"
            >
                <input type="hidden" name="id" value=token.id />
                <button class="link-button" aria-label=label>
                    "Revoke"
                </button>
            </PlannerForm>
        </li>
    }
    .into_any()
}
