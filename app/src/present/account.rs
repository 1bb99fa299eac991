//! The account in words.

use domain::account::{ApiToken, Device, Scope};
use server::accounts::AddressState;
use server::context::{Context, Planner};
use server::error::Error;
use server::words::Words;

use crate::view::account::{AccountView, DeviceView, MadeTokenView, TokenView};

/// What is kept of the account.
pub(crate) struct Kept {
    pub(crate) email: String,
    pub(crate) devices: Vec<Device>,
    pub(crate) tokens: Vec<ApiToken>,
    /// The token that was just made in this browser.
    pub(crate) made: Option<MadeTokenView>,
    /// What is known of the address.
    pub(crate) address: AddressState,
}

/// What the settings tell of the account.
pub(crate) async fn page(
    planner: &Planner,
    context: &Context,
    kept: Kept,
) -> Result<AccountView, Error> {
    let wording = Words::of(context);
    Ok(AccountView {
        email: kept.email,
        devices: kept.devices.iter().map(|device| view(&wording, device)).collect(),
        programs: kept.tokens.iter().map(|token| program(&wording, token)).collect(),
        made: kept.made,
        unconfirmed: unconfirmed(&kept.address),
        assistant: planner.assistant.described(),
        tokens: if planner.assistant.is_model() {
            let (used, limit) = planner.assistant.tokens_today(context).await?;
            let (used, limit) = (wording.count(used), wording.count(limit));
            format!("{used} of {limit} tokens used today.")
        } else {
            String::new()
        },
    })
}

fn view(wording: &Words, device: &Device) -> DeviceView {
    let day = |at| wording.exactly(wording.local(at).date());
    DeviceView {
        id: device.id.to_string(),
        name: device.device.clone(),
        when: format!(
            "Signed in {}, last used {}",
            day(device.created_at),
            day(device.last_used_at)
        ),
        current: device.current,
    }
}

/// What is still to be done about the address; blank if nothing is.
fn unconfirmed(address: &AddressState) -> String {
    match &address.awaited {
        Some(email) => {
            format!("You sign in as {email} once you follow the link of our letter there.")
        }
        None if address.confirmed => String::new(),
        None => {
            "We have sent a letter there. Follow its link to confirm that it is yours.".to_owned()
        }
    }
}

/// `May read. Made Mon 23 Nov, last used today, ends Sun 21 Feb.`
fn program(wording: &Words, token: &ApiToken) -> TokenView {
    let day = |at| wording.exactly(wording.local(at).date());
    let may = match token.scope {
        Scope::Read => "May read.",
        Scope::Write => "May read and change.",
    };
    let used =
        token.last_used_at.map_or("never used".to_owned(), |at| format!("last used {}", day(at)));
    let end = match token.expires_at {
        None => String::new(),
        Some(at) if at <= wording.instant() => format!(", ended {}", day(at)),
        Some(at) => format!(", ends {}", day(at)),
    };
    TokenView {
        id: token.id.to_string(),
        name: token.name.clone(),
        about: format!("{may} Made {}, {used}{end}.", day(token.created_at)),
    }
}
