//! The settings, in groups that are saved each by itself.

mod account;
mod data;
mod device;
mod group;
mod planning;
mod tokens;
mod writing;

use leptos::prelude::*;
use leptos_meta::Title;

use self::account::Account;
use self::device::Device;
use self::planning::{Planning, Spoken};
use self::writing::{Place, Writing};
use crate::api;
use crate::components::loaded::loaded;
use crate::part::part;
use crate::state::changes::Changes;
use crate::state::read::read;
use crate::texts;
use crate::view::settings::SettingsView;

/// The page.
#[component]
pub(crate) fn Settings() -> impl IntoView {
    let changes = Changes::of_page();
    let settings = read(move || changes.count(), |_| api::settings::read());
    let account = read(move || changes.count(), |_| api::account::read());
    view! {
        <Title text=texts::SETTINGS />
        <div class="column settings">
            <div class="heading">
                <h1>{texts::SETTINGS}</h1>
            </div>
            {loaded(settings, |settings| view! { <Groups settings /> }.into_any())}
            <Device />
            {loaded(account, |account| view! { <Account account /> }.into_any())}
        </div>
    }
}

part!(SettingsPart, settings, Settings);

#[component]
fn Groups(settings: SettingsView) -> impl IntoView {
    // Every change draws them anew.
    #[cfg(feature = "hydrate")]
    crate::state::focus::keep();
    view! {
        <Place settings=settings.clone() />
        <Writing settings=settings.clone() />
        <Planning settings=settings.clone() />
        <Spoken settings />
    }
    .into_any()
}
