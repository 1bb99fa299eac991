//! The person's menu: theme, settings and signing out. It opens without scripts.

use leptos::prelude::*;
use leptos_router::components::A;

use super::form::PlannerForm;
use super::icon::Icon;
use super::keys::KeyButton;
use crate::state::theme::Theme;
use crate::texts;

/// The menu at the foot of the rail.
#[component]
pub(crate) fn Menu() -> impl IntoView {
    view! {
        <details class="menu">
            <summary>
                <Icon name="person" />
                <span>{texts::YOU}</span>
            </summary>
            <div class="menu-body">
                <ThemeSwitch />
                <KeySwitch />
                <KeyButton />
                <A href="/history" attr:class="menu-item">
                    <Icon name="clock" />
                    {texts::HISTORY}
                </A>
                <A href="/settings" attr:class="menu-item">
                    <Icon name="settings" />
                    {texts::SETTINGS}
                </A>
                <PlannerForm action="/fn/account/sign-out" name="sign-out" class="inline-form">
                    <button class="menu-item">
                        <Icon name="leave" />
                        {texts::SIGN_OUT}
                    </button>
                </PlannerForm>
            </div>
        </details>
    }
}

/// Light, dark, or as the system has it.
#[component]
pub(crate) fn ThemeSwitch() -> impl IntoView {
    // The server reads the cookie; the browser takes over what the server read.
    let theme = SharedValue::new(|| use_context::<Theme>().unwrap_or_default()).into_inner();
    let current = RwSignal::new(theme);
    let buttons =
        Theme::ALL.into_iter().map(|theme| view! { <ThemeButton theme current /> }).collect_view();
    view! {
        <div class="theme-switch" role="group" aria-label=texts::frame::THEME>
            {buttons}
        </div>
    }
}

#[component]
fn ThemeButton(theme: Theme, current: RwSignal<Theme>) -> impl IntoView {
    let (icon, label) = match theme {
        Theme::System => ("system", texts::frame::THEME_SYSTEM),
        Theme::Light => ("light", texts::frame::THEME_LIGHT),
        Theme::Dark => ("dark", texts::frame::THEME_DARK),
    };
    let show = move |_| {
        current.set(theme);
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-theme", theme.name());
        }
    };
    view! {
        <PlannerForm
            action="/fn/account/theme"
            name="theme"
            row=theme.name()
            class="inline-form"
            on_done=Callback::new(show)
        >
            <input type="hidden" name="theme" value=theme.name() />
            <button
                class="theme-button"
                aria-pressed=move || if current.get() == theme { "true" } else { "false" }
            >
                <Icon name=icon />
                <span>{label}</span>
            </button>
        </PlannerForm>
    }
}

/// Whether single letters are shortcuts.
#[component]
pub(crate) fn KeySwitch() -> impl IntoView {
    let on = RwSignal::new(true);
    // Only the browser knows; the server draws it as it mostly is.
    #[cfg(feature = "hydrate")]
    Effect::new(move || on.set(crate::state::keys::are_on()));
    let switch = move |event| {
        let checked = event_target_checked(&event);
        on.set(checked);
        #[cfg(feature = "hydrate")]
        crate::state::keys::switch(checked);
    };
    view! {
        <label class="checkbox scripted">
            <input type="checkbox" prop:checked=move || on.get() on:change=switch />
            <span>{texts::frame::SINGLE_KEYS}</span>
        </label>
    }
}
