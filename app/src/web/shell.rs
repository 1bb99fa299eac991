//! The document around every page.

use leptos::nonce::use_nonce;
use leptos::prelude::*;
use leptos_meta::MetaTags;

use super::cookies::SCRIPTS;
use super::site::Addresses;
use crate::App;
use crate::state::density::Density;
use crate::state::theme::Theme;

/// Icons of the Lucide family (ISC licence), as symbols that pages refer to. They
/// stand once in the document, so the browser's program carries none of their paths.
const ICONS: &str = include_str!("icons.svg");

/// Renders a page into its document.
pub(crate) fn shell(addresses: &Addresses) -> impl IntoView + use<> {
    let Addresses { js, wasm, css, loader, .. } = addresses.clone();
    let theme = Theme::of_request();
    provide_context(theme);
    let density = Density::of_request();
    provide_context(density);
    // Both files are asked for at once and early; the page must be complete, with
    // what it was rendered from at its end, before it is taken over.
    //
    // The page's own part of the program is found late, by the program; so it is named
    // here, by a script: without scripts nothing of it is wanted.
    let parts = use_context::<http::request::Parts>()
        .map(|request| addresses.parts_at(request.uri.path()).to_vec())
        .unwrap_or_default();
    let start = format!(
        "{{document.cookie='{SCRIPTS}=1;Path=/;Max-Age=31536000;SameSite=Lax';\
         for(const href of {parts:?})document.head.append(Object.assign(document.createElement('link'),\
         {{rel:'preload',as:'fetch',type:'application/wasm',crossOrigin:'anonymous',fetchPriority:'low',href}}));\
         const wasm=fetch({wasm:?}),page=new Promise(done=>addEventListener('DOMContentLoaded',done));\
         import({js:?}).then(async app=>{{await app.default({{module_or_path:wasm}});await page;app.hydrate()}})}}"
    );
    view! {
        <!DOCTYPE html>
        <html lang="en" data-theme=theme.name() data-density=density.name()>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="color-scheme" content=theme.schemes() />
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
