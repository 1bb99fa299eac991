//! The document around every page.

use leptos::html::meta;
use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;
use server::accounts;
use server::context::Planner;

use super::cookies::SCRIPTS;
use super::site::Addresses;
use crate::App;
use crate::state::density::Density;
use crate::state::theme::Theme;

/// Icons of the Lucide family (ISC licence), as symbols that pages refer to. They
/// stand once in the document, so the browser's program carries none of their paths.
const ICONS: &str = include_str!("icons.svg");

/// Where the service worker keeps the pages that were seen last (`public/worker.js`).
const KEPT_PAGES: &str = "pages";

/// Renders a page into its document.
pub(crate) fn shell(addresses: &Addresses) -> impl IntoView + use<> {
    let Addresses { js, wasm, css, loader, live, .. } = addresses.clone();
    let theme = Theme::of_request();
    provide_context(theme);
    let density = Density::of_request();
    provide_context(density);
    // Both files are asked for at once and early; the page must be complete, with
    // what it was rendered from at its end, before it is taken over.
    //
    // The page's own part of the program is found late, by the program; so it is named
    // here, by a script: without scripts nothing of it is wanted.
    let request = use_context::<http::request::Parts>();
    let parts = request.as_ref().map(|request| addresses.parts_at(request.uri.path()));
    let parts = parts.unwrap_or_default();
    // Whoever is signed in hears of changes made elsewhere; for nobody, nothing is left of
    // whoever was here before.
    let is_somebody = request.is_some_and(|it| accounts::current_user(&it.extensions).is_some());
    let place = use_context::<Planner>().filter(|_| is_somebody);
    let place = place.map(|planner| planner.database.live().place());
    let then = match is_somebody {
        true => format!("import({live:?})"),
        false => format!("self.caches?.delete({KEPT_PAGES:?})"),
    };
    let start = format!(
        "{{document.cookie='{SCRIPTS}=1;Path=/;Max-Age=31536000;SameSite=Lax';\
         for(const href of {parts:?})document.head.append(Object.assign(document.createElement('link'),\
         {{rel:'preload',as:'fetch',type:'application/wasm',crossOrigin:'anonymous',fetchPriority:'low',href}}));\
         const wasm=fetch({wasm:?}),page=new Promise(done=>addEventListener('DOMContentLoaded',done));\
         import({js:?}).then(async app=>{{await app.default({{module_or_path:wasm}});await page;app.hydrate();{then}}})}}"
    );
    let frames = theme
        .frames()
        .iter()
        .map(|(when, colour)| meta().name("theme-color").attr("media", *when).content(*colour))
        .collect_view();
    view! {
        <!DOCTYPE html>
        <html
            lang="en"
            data-theme=theme.name()
            data-density=density.name()
            data-live=place
        >
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content=theme.schemes() />
                {frames}
                <link rel="stylesheet" href=css />
                <link rel="icon" href="/icon.svg" r#type="image/svg+xml" />
                <link rel="apple-touch-icon" href="/icon-180.png" />
                <link rel="manifest" href="/app.webmanifest" />
                <link rel="modulepreload" href=js fetchpriority="low" />
                <link rel="modulepreload" href=loader fetchpriority="low" />
                <MetaTags />
                <script nonce=use_nonce() inner_html=start></script>
            </head>
            <body>
                <App />
                <div hidden inner_html=ICONS></div>
            </body>
        </html>
    }
}
