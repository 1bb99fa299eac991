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
use crate::view::settings::SettingsView;

/// Sentences that the planner understands.
const SENTENCES: [&str; 3] = [
    "Lunch with Sam tomorrow at 1pm",
    "Remind me to call mom every Sunday at 6pm",
    "Spent 12.50 on coffee",
];

/// The page. Nothing leads to it but signing up, so it is never in the way again.
#[component]
pub(crate) fn Welcome() -> impl IntoView {
    let changes = Changes::of_page();
    let settings = read(move || changes.count(), |_| api::settings::read());
    let sentences = SENTENCES
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
        <Title text="Welcome" />
        <div class="column welcome">
            <h1>"Welcome"</h1>
            <section aria-labelledby="welcome-place">
                <h2 id="welcome-place">"Is this right?"</h2>
                {loaded(settings, |settings| view! { <Guess settings /> }.into_any())}
            </section>
            <section aria-labelledby="welcome-say">
                <h2 id="welcome-say">"Say something to begin with"</h2>
                <p class="aside">
                    "Press one, or write your own at any time. Whatever it does can be undone."
                </p>
                <div class="suggestions">{sentences}</div>
            </section>
            <div class="buttons">
                <A href="/dashboard" attr:class="button primary large">
                    "Go to my day"
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
            <summary>"Change it"</summary>
            <PlannerForm action="/fn/settings/update" name="settings-place">
                <ZoneField value=zone hint=settings.now />
                <div class="fields">
                    <Select name="locale" label="Region" options=settings.regions value=locale />
                    <Select
                        name="currency"
                        label="Currency"
                        options=settings.currencies
                        value=currency
                    />
                    <Select
                        name="week_start"
                        label="Weeks begin on"
                        options=settings.week_starts
                        value=week_start
                    />
                </div>
                <div class="buttons">
                    <button class="button">"Save"</button>
                </div>
            </PlannerForm>
        </details>
    }
    .into_any()
}
