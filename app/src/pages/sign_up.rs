//! Making an account.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;
use leptos_router::hooks::use_query_map;

use crate::api;
use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::components::loaded::loaded;
use crate::part::part;
#[cfg(feature = "ssr")]
use crate::state::form::FormState;
use crate::state::read::read;
use crate::texts;

/// E-mail address and password; time zone and locale are the browser's.
#[component]
pub(crate) fn SignUp() -> impl IntoView {
    let invitation = use_query_map().with_untracked(|query| query.get("invitation"));
    let invitation = StoredValue::new(invitation.unwrap_or_default());
    let entry = read(move || invitation.get_value(), api::recovery::entry);
    view! {
        <Title text=texts::account::MAKE_ACCOUNT />
        <main class="plain">
            <A href="/" attr:class="brand">
                <Icon name="leaf" />
                <span>{texts::PRODUCT}</span>
            </A>
            <h1>{texts::account::MAKE_ACCOUNT}</h1>
            {loaded(entry, move |refused| {
                if refused.is_empty() {
                    view! { <Fields invitation=invitation.get_value() /> }.into_any()
                } else {
                    view! { <p role="status">{refused}</p> }.into_any()
                }
            })}
            <p class="aside">
                {texts::account::HAVE_ONE} <A href="/sign-in">{texts::account::SIGN_IN}</A>
            </p>
        </main>
    }
}

part!(SignUpPart, door, SignUp);

/// The form, for whoever may have an account.
#[component]
fn Fields(invitation: String) -> impl IntoView {
    view! {
            <PlannerForm action="/fn/account/sign-up" name="sign-up">
                <input type="hidden" name="invitation" value=invitation />
                <TextField name="email" label=texts::account::EMAIL kind="email" autocomplete="username" required=true longest=254 />
                <TextField
                    name="password"
                    label=texts::account::PASSWORD
                    kind="password"
                    autocomplete="new-password"
                    hint=texts::account::PASSWORD_HINT
                    required=true
                    longest=128
                />
                <Locality />
                <button class="button primary large">{texts::account::MAKE_ACCOUNT}</button>
            </PlannerForm>
    }
    .into_any()
}

/// Where the person is: a script reports it, without scripts it can be chosen.
#[component]
fn Locality() -> impl IntoView {
    let zone = RwSignal::new(String::new());
    let locale = RwSignal::new(String::new());
    Effect::new(move || {
        let (here, language) = browser_locality();
        zone.set(here);
        locale.set(language);
    });
    // Disabled fields are not sent, so what was chosen below stands alone.
    view! {
        <input
            type="hidden"
            name="time_zone"
            prop:value=zone
            disabled=move || zone.with(String::is_empty)
        />
        <input
            type="hidden"
            name="locale"
            prop:value=locale
            disabled=move || locale.with(String::is_empty)
        />
        <noscript inner_html=zone_chooser()></noscript>
    }
}

/// The list of time zones. With scripts a browser does not even look at it.
#[cfg(feature = "ssr")]
fn zone_chooser() -> String {
    let chosen = FormState::of_form().value("time_zone", String::new());
    let options: String = server::zone::names()
        .map(|name| {
            let selected = if name == chosen { " selected" } else { "" };
            format!("<option{selected}>{name}</option>")
        })
        .collect();
    let label = texts::TIME_ZONE;
    format!(
        "<div class=\"field\"><label for=\"sign-up-zone\">{label}</label>\
         <select id=\"sign-up-zone\" name=\"time_zone\"><option value=\"\">UTC</option>{options}\
         </select></div>"
    )
}

#[cfg(not(feature = "ssr"))]
fn zone_chooser() -> String {
    String::new()
}

/// Time zone and language of the browser.
#[cfg(feature = "hydrate")]
fn browser_locality() -> (String, String) {
    (crate::state::zone::here(), window().navigator().language().unwrap_or_default())
}

#[cfg(not(feature = "hydrate"))]
fn browser_locality() -> (String, String) {
    (String::new(), String::new())
}
