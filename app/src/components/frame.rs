//! The frame of the planner's pages: a rail on a desk, bars on a phone.

use leptos::prelude::*;
use leptos_router::components::{A, Outlet};

use super::connection::ConnectionLine;
use super::icon::Icon;
use super::keys::KeySheet;
use super::menu::Menu;
use super::palette::{Palette, PaletteButton};
use super::quick_add::{QuickButton, QuickSheet};
use super::toast::Toaster;
use super::zone_offer::ZoneOffer;
use crate::texts;

/// Where people go, with icon and word.
const PLACES: [(&str, &str, &str); 5] = [
    ("/dashboard", "today", texts::TODAY),
    ("/calendar", "calendar", texts::CALENDAR),
    ("/tasks", "tasks", texts::TASKS),
    ("/expenses", "money", texts::MONEY),
    ("/chat", "assistant", texts::ASSISTANT),
];

/// Navigation and the page within.
#[component]
pub(crate) fn Frame() -> impl IntoView {
    view! {
        <div class="frame">
            // `external`: the router would take the click and leave the focus behind.
            <a class="skip" href="#page" rel="external">{texts::frame::SKIP}</a>
            <header class="rail">
                <A href="/dashboard" attr:class="brand">
                    <Icon name="leaf" />
                    <span>{texts::PRODUCT}</span>
                </A>
                <Navigation />
                <PaletteButton />
                <QuickButton />
                <Menu />
            </header>
            <main id="page" class="page" tabindex="-1">
                <ZoneOffer />
                <Outlet />
            </main>
            <ConnectionLine />
            <KeySheet />
            <QuickSheet />
            <Palette />
            <Toaster />
        </div>
    }
}

#[component]
fn Navigation() -> impl IntoView {
    let places = PLACES
        .into_iter()
        .map(|(address, icon, word)| {
            view! {
                <li>
                    <A href=address attr:class="place">
                        <Icon name=icon />
                        <span>{word}</span>
                    </A>
                </li>
            }
        })
        .collect_view();
    view! {
        <nav class="places" aria-label=texts::PRODUCT>
            <ul>{places}</ul>
        </nav>
    }
}
