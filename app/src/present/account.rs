//! The account in words.

use domain::account::Device;
use server::context::{Context, Planner};
use server::error::Error;
use server::words::Words;

use crate::texts;
use crate::view::account::{AccountView, DeviceView};

/// What the settings tell of the account.
pub(crate) async fn page(
    planner: &Planner,
    context: &Context,
    email: String,
    devices: Vec<Device>,
) -> Result<AccountView, Error> {
    let wording = Words::of(context);
    Ok(AccountView {
        email,
        devices: devices.iter().map(|device| view(&wording, device)).collect(),
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

fn view(wording: &Words, device: &Device) -> DeviceView {
    let day = |at| wording.exactly(wording.local(at).date());
    DeviceView {
        id: device.id.to_string(),
        name: device.device.clone(),
        when: texts::settings::session(&day(device.created_at), &day(device.last_used_at)),
        current: device.current,
    }
}
