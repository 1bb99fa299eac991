//! Signing in.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::part::part;

/// E-mail address and password.
#[component]
pub(crate) fn SignIn() -> impl IntoView {
    let query = use_query_map();
    let next = query.with_untracked(|query| query.get("next")).unwrap_or_default();
    let told = match query.with_untracked(|query| query.get("told")).as_deref() {
        Some("password") => Some("Your password is a new one. Sign in with it."),
        Some("address") => Some("Your address is confirmed."),
        _ => None,
    };
    view! {
        <Title text="Sign in" />
        <main class="plain">
            <A href="/" attr:class="brand">
                <Icon name="leaf" />
                <span>"Planner"</span>
            </A>
            <h1>"Welcome back"</h1>
            {told.map(|told| view! { <p role="status">{told}</p> })}
            <PlannerForm action="/fn/account/sign-in" name="sign-in">
                <input type="hidden" name="next" value=next />
                <TextField name="email" label="E-mail" kind="email" autocomplete="username" required=true longest=254 />
                <TextField
                    name="password"
                    label="Password"
                    kind="password"
                    autocomplete="current-password"
                    required=true
                    longest=128
                />
                <button class="button primary large">"Sign in"</button>
            </PlannerForm>
            <p class="aside">
                <A href="/forgotten-password">"Forgotten your password?"</A>
            </p>
            <p class="aside">
                "New here? " <A href="/sign-up">"Make an account"</A>
            </p>
        </main>
    }
}

part!(SignInPart, door, SignIn);
