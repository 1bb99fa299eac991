//! The web application: Leptos components and the server functions they call.
//!
//! Every page is rendered by the server, then taken over by the browser. Every
//! change is a form that works in both: see [`components::form`].

mod app;
pub mod api;
mod components;
pub mod forms;
mod pages;
#[cfg(feature = "ssr")]
mod present;
mod state;
pub mod view;
#[cfg(feature = "ssr")]
pub mod web;

pub use app::App;
