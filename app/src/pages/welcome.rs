//! What somebody sees once, after making an account: a guess to look over, something to begin
//! with, and the way to their day.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use crate::api;
use crate::components::editor::ZoneField;
use crate::components::field::Select;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::components::loaded::loaded;
use crate::part::part;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::texts;
use crate::view::settings::SettingsView;

/// The page. Nothing leads to it but signing up, so it is never in the way again.
#[component]
pub(crate) fn Welcome() -> impl IntoView {
    let changes = Changes::of_page();
    let settings = read(move || changes.count(), |_| api::settings::read());
    let sentences = texts::home::SAY
        .into_iter()
        .zip(["event", "task", "expense"])
        .map(|(sentence, kind)| {
            view! {
                <PlannerForm
                    action="/fn/chat/say"
                    name="say"
                    row=kind
                    class="inline-form"
                >
                    <input type="hidden" name="message" value=sentence />
                    <button class="suggestion">{sentence}</button>
                </PlannerForm>
            }
        })
        .collect_view();
    view! {
        <Title text=texts::home::WELCOME />
        <div class="column welcome">
            <h1>{texts::home::WELCOME}</h1>
            <section aria-labelledby="welcome-place">
                <h2 id="welcome-place">{texts::home::IS_THIS_RIGHT}</h2>
                {loaded(settings, |settings| view! { <Guess settings /> }.into_any())}
            </section>
            <section aria-labelledby="welcome-say">
                <h2 id="welcome-say">{texts::home::SAY_SOMETHING}</h2>
                <p class="aside">
                    {texts::home::SAY_HOW}
                </p>
                <div class="suggestions">{sentences}</div>
            </section>
            <div class="buttons">
                <A href="/dashboard" attr:class="button primary large">
                    {texts::home::GO_TO_MY_DAY}
                    <Icon name="right" />
                </A>
            </div>
        </div>
    }
}

part!(WelcomePart, welcome, Welcome);

#[component]
fn Guess(settings: SettingsView) -> impl IntoView {
    let (zone, locale) = (settings.of("time_zone"), settings.of("locale"));
    let (currency, week_start) = (settings.of("currency"), settings.of("week_start"));
    view! {
        <p class="sample">{settings.guess}</p>
        <details class="fold">
            <summary>{texts::home::CHANGE_PLACE}</summary>
            <PlannerForm action="/fn/settings/update" name="settings-place">
                <ZoneField value=zone hint=settings.now />
                <div class="fields">
                    <Select name="locale" label=texts::REGION options=settings.regions value=locale />
                    <Select
                        name="currency"
                        label=texts::CURRENCY
                        options=settings.currencies
                        value=currency
                    />
                    <Select
                        name="week_start"
                        label=texts::WEEKS_BEGIN_ON
                        options=settings.week_starts
                        value=week_start
                    />
                </div>
                <div class="buttons">
                    <button class="button">{texts::SAVE}</button>
                </div>
            </PlannerForm>
        </details>
    }
    .into_any()
}
