//! The account: how one signs in, where, what is kept, and leaving.

use leptos::prelude::*;

use super::group::Group;
use super::tokens::Tokens;
use crate::components::field::TextField;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
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
            title="Assistant"
            about="It reads what you say in the chat and in quick add. Dates and amounts are always read by the planner itself."
        >
            <p>{account.assistant}</p>
            {(!account.tokens.is_empty()).then(|| view! { <p class="aside">{account.tokens}</p> })}
        </Group>
        <SigningIn email=account.email unconfirmed=account.unconfirmed />
        <Group
            id="devices"
            title="Where you are signed in"
            about="A session ends 14 days after it was last used."
        >
            <ul class="devices">{devices.collect_view()}</ul>
            {others.then(|| view! {
                <PlannerForm
                    action="/fn/account/end-devices"
                    name="sign-out"
                    row="others"
                    class="inline-form"
                >
                    <button class="button">"Sign out everywhere else"</button>
                </PlannerForm>
            })}
        </Group>
        <Tokens tokens=account.programs made=account.made />
        <Group
            id="export"
            title="Your data"
            about="Events, tasks, expenses, budgets, lists, filters, conversations and settings in one JSON file."
        >
            <div class="buttons">
                <a class="button" href="/api/export" download rel="external">
                    <Icon name="download" />
                    "Download everything"
                </a>
            </div>
        </Group>
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
                label="Current password"
                kind="password"
                autocomplete="current-password"
                longest=128
            />
        }
    };
    view! {
        <Group
            id="account"
            title="Signing in"
            about="A change signs you out on every other device."
        >
            <PlannerForm action="/fn/account/change" name="account-email">
                <div class="fields">
                    <TextField
                        name="email"
                        label="E-mail"
                        kind="email"
                        autocomplete="username"
                        value=email
                        longest=254
                    />
                    {current()}
                </div>
                <div class="buttons">
                    <button class="button">"Change e-mail"</button>
                </div>
            </PlannerForm>
            {(!unconfirmed.is_empty()).then(|| view! { <Unconfirmed text=unconfirmed /> })}
            <PlannerForm action="/fn/account/change" name="account-password">
                <div class="fields">
                    <TextField
                        name="new_password"
                        label="New password"
                        kind="password"
                        autocomplete="new-password"
                        longest=128
                    />
                    {current()}
                </div>
                <div class="buttons">
                    <button class="button">"Change password"</button>
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
                <button class="link-button">"Send the letter again"</button>
            </div>
        </PlannerForm>
    }
    .into_any()
}

#[component]
fn DeviceRow(device: DeviceView) -> impl IntoView {
    let label = format!("Sign out {}", device.name);
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
                    "Sign out"
                </button>
            </PlannerForm>
        }
    });
    view! {
        <li class="device">
            <p>
                <strong>{device.name}</strong>
                {device.current.then_some(" (this one)")}
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
            title="Delete the account"
            about="Everything is gone at once and for good, on every device. Download it before, if you may want it."
        >
            <details class="fold">
                <summary>"Delete my account…"</summary>
                <PlannerForm action="/fn/account/delete" name="account-delete">
                    <div class="fields">
                        <TextField
                            name="current_password"
                            label="Your password"
                            kind="password"
                            autocomplete="current-password"
                            longest=128
                        />
                        <TextField name="confirm" label="Type delete to confirm" longest=20 />
                    </div>
                    <div class="buttons">
                        <button class="button danger">"Delete everything"</button>
                    </div>
                </PlannerForm>
            </details>
        </Group>
    }
    .into_any()
}
