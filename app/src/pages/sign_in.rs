//! Signing in.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::part::part;
use crate::texts;

/// E-mail address and password.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let query = use_query_map();
    let next = query.with_untracked(|query| query.get("next")).unwrap_or_default();
    let told = match query.with_untracked(|query| query.get("told")).as_deref() {
        Some("password") => Some(texts::account::PASSWORD_IS_NEW),
        Some("address") => Some(texts::account::CONFIRMED),
        _ => None,
    };
    view! {
        <Title text=texts::account::SIGN_IN />
        <main class="plain">
            <A href="/" attr:class="brand">
                <Icon name="leaf" />
                <span>{texts::PRODUCT}</span>
            </A>
            <h1>{texts::account::WELCOME_BACK}</h1>
            {told.map(|told| view! { <p role="status">{told}</p> })}
            <PlannerForm action="/fn/account/sign-in" name="sign-in">
                <input type="hidden" name="next" value=next />
                <TextField name="email" label=texts::account::EMAIL kind="email" autocomplete="username" required=true longest=254 />
                <TextField
                    name="password"
                    label=texts::account::PASSWORD
                    kind="password"
                    autocomplete="current-password"
                    required=true
                    longest=128
                />
                <button class="button primary large">{texts::account::SIGN_IN}</button>
            </PlannerForm>
            <p class="aside">
                <A href="/forgotten-password">{texts::account::FORGOTTEN_QUESTION}</A>
            </p>
            <p class="aside">
                {texts::account::NEW_HERE} <A href="/sign-up">{texts::account::MAKE_ACCOUNT}</A>
            </p>
        </main>
    }
}

part!(SignInPart, door, SignIn);
