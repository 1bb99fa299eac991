//! The page that somebody sees who is not signed in.

use leptos::prelude::*;
use leptos_meta::Title;
use leptos_router::components::A;

use crate::components::icon::Icon;
use crate::part::part;
use crate::texts;

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
                    <span>{texts::PRODUCT}</span>
                </p>
                <A href="/sign-in" attr:class="button">
                    {texts::account::SIGN_IN}
                </A>
            </header>
            <main class="home-main">
                <div class="home-words">
                    <h1>{texts::home::HEADLINE}</h1>
                    <p class="lead">
                        {texts::home::LEAD}
                    </p>
                    <p class="buttons">
                        <A href="/sign-up" attr:class="button primary large">
                            {texts::home::BEGIN}
                        </A>
                        <A href="/sign-in" attr:class="button large">
                            {texts::home::HAVE_ACCOUNT}
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
        <div class="home-example" role="img" aria-label=texts::home::PICTURE>
            <div aria-hidden="true">
                <p class="said">{texts::EXAMPLE_LINE}</p>
                <div class="card" data-kind="event">
                    <p class="card-title">{texts::EXAMPLE_EVENT}</p>
                    <p class="card-detail">{texts::home::PICTURE_EVENT}</p>
                </div>
                <p class="said">{texts::home::PICTURE_SPENT}</p>
                <div class="card" data-kind="expense">
                    <p class="card-title">{texts::EXAMPLE_EXPENSE}</p>
                    <p class="card-detail">{texts::home::PICTURE_EXPENSE}</p>
                </div>
            </div>
        </div>
    }
}
