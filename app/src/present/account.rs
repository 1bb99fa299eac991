//! The account in words.

use domain::account::{ApiToken, Device, Scope};
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
