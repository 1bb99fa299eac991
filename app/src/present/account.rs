//! The account in words.

use domain::account::{ApiToken, Device, Scope};
use server::accounts::AddressState;
use server::context::{Context, Planner};
use server::error::Error;
use server::operations::import::TakenOver;
use server::words::Words;

use crate::texts;
use crate::texts::tokens::Ending;
use crate::view::account::{AccountView, DeviceView, MadeTokenView, TokenView};

/// What is kept of the account.
pub(crate) struct Kept {
    pub(crate) email: String,
    pub(crate) devices: Vec<Device>,
    pub(crate) tokens: Vec<ApiToken>,
    /// The token that was just made in this browser.
    pub(crate) made: Option<MadeTokenView>,
    /// What was just taken over from a file, in this browser.
    pub(crate) taken_over: Option<TakenOver>,
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
        taken_over: kept.taken_over.map(taken_over).unwrap_or_default(),
        unconfirmed: unconfirmed(&kept.address),
        assistant: planner.assistant.described(),
        tokens: if planner.assistant.is_model() {
            let (used, limit) = planner.assistant.tokens_today(context).await?;
            let (used, limit) = (wording.count(used), wording.count(limit));
            texts::settings::tokens(&used, &limit)
        } else {
            String::new()
        },
    })
}

fn taken_over(count: TakenOver) -> String {
    let TakenOver { events, tasks, expenses, conversations } = count;
    texts::data::taken_over(events, tasks, expenses, conversations)
}

fn view(wording: &Words, device: &Device) -> DeviceView {
    let day = |at| wording.exactly(wording.local(at).date());
    DeviceView {
        id: device.id.to_string(),
        name: device.device.clone(),
        when: texts::settings::session(&day(device.created_at), &day(device.last_used_at)),
        current: device.current,
    }
}

/// What is still to be done about the address; blank if nothing is.
fn unconfirmed(address: &AddressState) -> String {
    match &address.awaited {
        Some(email) => texts::account::awaited(email),
        None if address.confirmed => String::new(),
        None => texts::account::UNCONFIRMED.to_owned(),
    }
}

fn program(wording: &Words, token: &ApiToken) -> TokenView {
    let day = |at| wording.exactly(wording.local(at).date());
    let (used, end) = (token.last_used_at.map(day), token.expires_at.map(day));
    let is_over = token.expires_at.is_some_and(|end| end <= wording.instant());
    let ending = match &end {
        None => Ending::Never,
        Some(day) if is_over => Ending::Over(day),
        Some(day) => Ending::Coming(day),
    };
    let may_write = token.scope == Scope::Write;
    TokenView {
        id: token.id.to_string(),
        name: token.name.clone(),
        about: texts::tokens::about(may_write, &day(token.created_at), used.as_deref(), &ending),
    }
}
