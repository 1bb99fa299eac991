//! Tokens of one's own programs.

use leptos::prelude::*;

use super::group::Group;
use crate::components::field::{Select, TextField};
use crate::components::form::PlannerForm;
use crate::texts;
use crate::view::account::{MadeTokenView, TokenView};

/// The tokens there are, and a new one.
#[component]
pub(super) fn Tokens(tokens: Vec<TokenView>, made: Option<MadeTokenView>) -> impl IntoView {
    let some = !tokens.is_empty();
    let rows = tokens.into_iter().map(|token| view! { <TokenRow token /> }).collect_view();
    let choice = |value: &str, text: &str| (value.to_owned(), text.to_owned());
    let scopes = vec![choice("read", texts::tokens::READ), choice("write", texts::tokens::WRITE)];
    let ends = vec![
        choice("30", texts::tokens::IN_30_DAYS),
        choice("90", texts::tokens::IN_90_DAYS),
        choice("365", texts::tokens::IN_A_YEAR),
        choice("", texts::tokens::NEVER),
    ];
    view! {
        <Group
            id="tokens"
            title=texts::tokens::TOKENS
            about=texts::tokens::TOKENS_ABOUT
        >
            {made.map(|made| view! { <Made made /> })}
            {some.then(|| view! { <ul class="devices">{rows}</ul> })}
            <PlannerForm action="/fn/account/make-token" name="make-token">
                <div class="fields">
                    <TextField name="name" label=texts::tokens::NAME example=texts::tokens::NAME_EXAMPLE longest=60 />
                    <Select name="scope" label=texts::tokens::SCOPE options=scopes />
                    <Select name="expires_in_days" label=texts::tokens::END options=ends value="90" />
                </div>
                <div class="buttons">
                    <button class="button">{texts::tokens::MAKE}</button>
                    <a href="/api/docs" rel="external">
                        {texts::tokens::HOW}
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
            <p>{texts::tokens::made(&made.name)}</p>
            <code tabindex="0">{made.text}</code>
        </div>
    }
    .into_any()
}

#[component]
fn TokenRow(token: TokenView) -> impl IntoView {
    let label = texts::tokens::revoke(&token.name);
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
                    {texts::tokens::REVOKE}
                </button>
            </PlannerForm>
        </li>
    }
    .into_any()
}
