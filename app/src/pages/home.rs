//! The page that somebody sees who is not signed in.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use crate::components::icon::Icon;
use crate::part::part;

/// What the planner is, and the way in.
#[component]
pub(crate) fn Home() -> impl IntoView {
    #[cfg(feature = "ssr")]
    crate::web::lead_home();
    view! {
        <Title text="" />
        <div class="home">
            <header class="home-head">
                <p class="brand">
                    <Icon name="leaf" />
                    <span>"Planner"</span>
                </p>
                <A href="/sign-in" attr:class="button">
                    "Sign in"
                </A>
            </header>
            <main class="home-main">
                <div class="home-words">
                    <h1>"Your day, on good paper."</h1>
                    <p class="lead">
                        "Events, tasks and money in one quiet place. Write them down by hand, or just say what is on your mind."
                    </p>
                    <p class="buttons">
                        <A href="/sign-up" attr:class="button primary large">
                            "Begin"
                        </A>
                        <A href="/sign-in" attr:class="button large">
                            "I have an account"
                        </A>
                    </p>
                </div>
                <Example />
            </main>
        </div>
    }
}

part!(HomePart, door, Home);

/// Two sentences and what becomes of them.
#[component]
fn Example() -> impl IntoView {
    view! {
        <div class="home-example" role="img" aria-label="Two sentences said to the assistant, and the event and the expense that it made of them.">
            <div aria-hidden="true">
                <p class="said">"Lunch with Sam tomorrow 1pm"</p>
                <div class="card" data-kind="event">
                    <p class="card-title">"Lunch with Sam"</p>
                    <p class="card-detail">"Tomorrow, 13:00–14:00"</p>
                </div>
                <p class="said">"spent 12.50 on lunch"</p>
                <div class="card" data-kind="expense">
                    <p class="card-title">"Lunch"</p>
                    <p class="card-detail">"€12.50, Food, today"</p>
                </div>
            </div>
        </div>
    }
}
