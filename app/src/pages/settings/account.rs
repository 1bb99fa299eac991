//! The account: how one signs in, where, what is kept, and leaving.

use leptos::prelude::*;

use super::data::Data;
use super::group::Group;
use super::tokens::Tokens;
use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::texts;
use crate::view::account::{AccountView, DeviceView};

/// All groups about the account.
#[component]
pub(super) fn Account(account: AccountView) -> impl IntoView {
    #[cfg(feature = "hydrate")]
    crate::state::focus::keep();
    let others = account.devices.len() > 1;
    let devices = account.devices.into_iter().map(|device| view! { <DeviceRow device /> });
    view! {
        <Group
            id="assistant"
            title=texts::ASSISTANT
            about=texts::settings::ASSISTANT_ABOUT
        >
            <p>{account.assistant}</p>
            {(!account.tokens.is_empty()).then(|| view! { <p class="aside">{account.tokens}</p> })}
        </Group>
        <SigningIn email=account.email unconfirmed=account.unconfirmed />
        <Group
            id="devices"
            title=texts::settings::SESSIONS
            about=texts::settings::SESSIONS_ABOUT
        >
            <ul class="devices">{devices.collect_view()}</ul>
            {others.then(|| view! {
                <PlannerForm
                    action="/fn/account/end-devices"
                    name="sign-out"
                    row="others"
                    class="inline-form"
                >
                    <button class="button">{texts::settings::SIGN_OUT_ELSEWHERE}</button>
                </PlannerForm>
            })}
        </Group>
        <Tokens tokens=account.programs made=account.made />
        <Data told=account.taken_over />
        <Leaving />
    }
    .into_any()
}

/// Address and password.
#[component]
fn SigningIn(email: String, unconfirmed: String) -> impl IntoView {
    let current = || {
        view! {
            <TextField
                name="current_password"
                label=texts::settings::CURRENT_PASSWORD
                kind="password"
                autocomplete="current-password"
                longest=128
            />
        }
    };
    view! {
        <Group
            id="account"
            title=texts::settings::SIGNING_IN
            about=texts::settings::SIGNING_IN_ABOUT
        >
            <PlannerForm action="/fn/account/change" name="account-email">
                <div class="fields">
                    <TextField
                        name="email"
                        label=texts::account::EMAIL
                        kind="email"
                        autocomplete="username"
                        value=email
                        longest=254
                    />
                    {current()}
                </div>
                <div class="buttons">
                    <button class="button">{texts::settings::CHANGE_EMAIL}</button>
                </div>
            </PlannerForm>
            {(!unconfirmed.is_empty()).then(|| view! { <Unconfirmed text=unconfirmed /> })}
            <PlannerForm action="/fn/account/change" name="account-password">
                <div class="fields">
                    <TextField
                        name="new_password"
                        label=texts::settings::NEW_PASSWORD
                        kind="password"
                        autocomplete="new-password"
                        longest=128
                    />
                    {current()}
                </div>
                <div class="buttons">
                    <button class="button">{texts::settings::CHANGE_PASSWORD}</button>
                </div>
            </PlannerForm>
        </Group>
    }
    .into_any()
}

/// A quiet word about an address that is not confirmed.
#[component]
fn Unconfirmed(text: String) -> impl IntoView {
    view! {
        <PlannerForm action="/fn/account/send-confirmation" name="send-confirmation">
            <p class="aside" id="unconfirmed">{text}</p>
            <div class="buttons">
                <button class="link-button">{texts::account::SEND_LETTER_AGAIN}</button>
            </div>
        </PlannerForm>
    }
    .into_any()
}

#[component]
fn DeviceRow(device: DeviceView) -> impl IntoView {
    let label = texts::settings::sign_out(&device.name);
    let end = (!device.current).then(|| {
        view! {
            <PlannerForm
                action="/fn/account/end-devices"
                name="sign-out"
                row=device.id.clone()
                class="inline-form"
            >
                <input type="hidden" name="id" value=device.id />
                <button class="link-button" aria-label=label>
                    {texts::SIGN_OUT}
                </button>
            </PlannerForm>
        }
    });
    view! {
        <li class="device">
            <p>
                <strong>{device.name}</strong>
                {device.current.then_some(texts::settings::THIS_ONE)}
            </p>
            <p class="aside">{device.when}</p>
            {end}
        </li>
    }
    .into_any()
}

/// Deleting the account: behind a fold, for nobody to come by.
#[component]
fn Leaving() -> impl IntoView {
    view! {
        <Group
            id="leaving"
            title=texts::settings::LEAVING
            about=texts::settings::LEAVING_ABOUT
        >
            <details class="fold">
                <summary>{texts::settings::LEAVE}</summary>
                <PlannerForm action="/fn/account/delete" name="account-delete">
                    <div class="fields">
                        <TextField
                            name="current_password"
                            label=texts::settings::YOUR_PASSWORD
                            kind="password"
                            autocomplete="current-password"
                            longest=128
                        />
                        <TextField name="confirm" label=texts::settings::CONFIRM longest=20 />
                    </div>
                    <div class="buttons">
                        <button class="button danger">{texts::settings::LEAVE_NOW}</button>
                    </div>
                </PlannerForm>
            </details>
        </Group>
    }
    .into_any()
}
