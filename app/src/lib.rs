//! The web application: Leptos components and the server functions they call.
//!
//! Every page is rendered by the server, then taken over by the browser. Every
//! change is a form that works in both: see `components::form`.

#[expect(missing_docs, reason = "the fields of the structs that #[server] makes")]
pub mod api;
#[expect(unreachable_pub, reason = "the builders that #[component] makes")]
mod app;
#[expect(unreachable_pub, reason = "the builders that #[component] makes")]
mod components;
pub mod forms;
#[expect(unreachable_pub, reason = "the builders that #[component] makes")]
mod pages;
mod part;
#[cfg(feature = "ssr")]
mod present;
mod state;
#[expect(
    dead_code,
    reason = "server and browser each say a part; a test of xtask finds what nobody says"
)]
mod texts;
pub mod view;
#[cfg(feature = "ssr")]
pub mod web;

pub use app::App;
