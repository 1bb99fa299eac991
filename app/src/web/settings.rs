//! Changing what a person has chosen for themselves, and back.

use domain::problem::Problem;
use domain::settings::Settings;
use form_urlencoded::{Serializer, parse};
use http::header::SET_COOKIE;
use serde_json::{Map, Value};
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::settings::{ReadSettings, UpdateSettings};
use server::zone::search::city;

use super::Asked;
use super::cookies::{carrying, cookie};
use crate::forms::SettingsForm;
use crate::present::settings::chosen;
use crate::texts;
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// How a token begins that takes a change of settings back. They are no rows, and the journal
/// knows nothing of them: the token says what they were, as their form would.
const TOKEN: &str = "settings:";
/// Names a change of settings in the address of the page that tells of it. What it was is
/// in a cookie, as a link from elsewhere could offer to "take back" what never was.
const DONE: &str = "settings";
/// Carries the token to that page.
const COOKIE: &str = "settings_were";
/// How long it can be taken back there, in seconds.
const TOLD_FOR: u32 = 300;
/// What is carried where nothing was another.
const NOTHING: &str = "same";
/// What is carried where a change was taken back.
const TAKEN_BACK: &str = "back";

/// Changes the settings.
pub(crate) async fn update(form: SettingsForm) -> Result<Outcome, Refusal> {
    let asked = Asked::read().map_err(|error| Refusal(error.into()))?;
    let result = match asked.context() {
        Ok(context) => change(&context, form).await,
        Err(error) => Err(error),
    };
    if let Ok(receipt) = &result {
        carry(&asked, receipt.undo.as_deref().unwrap_or(NOTHING));
    }
    Ok(asked.answer_about(result.map_err(Problem::from), Some(DONE)))
}

/// How the change of a token is named in an address.
pub(super) fn named(token: &str) -> &str {
    if token.starts_with(TOKEN) { DONE } else { token }
}

/// Gives a form without scripts to the page it goes back to what was done.
fn carry(asked: &Asked, what: &str) {
    if asked.is_plain() {
        let cookie = carrying(&asked.planner, COOKIE, what, TOLD_FOR);
        asked.header(SET_COOKIE, &cookie);
    }
}

/// What the browser carries; to be read before the first `await`.
pub(super) fn carried() -> Option<String> {
    cookie(COOKIE)
}

/// What the page says of the change that its browser carries, if its address is about one.
pub(super) fn notice(context: &Context, done: &str, carried: Option<&str>) -> Option<Receipt> {
    let said = |summary: String, undo| Some(Receipt { summary, undo, ..Receipt::default() });
    match carried.filter(|_| done == DONE)? {
        NOTHING => said(texts::told::SAVED.to_owned(), None),
        TAKEN_BACK => said(texts::told::SETTINGS_BACK.to_owned(), None),
        token if token.starts_with(TOKEN) => {
            let is_zone = token.contains("time_zone=");
            let zone = is_zone.then(|| texts::told::saved_zone(&city(context.actor.zone.name())));
            let summary = zone.unwrap_or_else(|| texts::told::SAVED.to_owned());
            said(summary, Some(token.to_owned()))
        }
        _ => None,
    }
}

async fn change(context: &Context, form: SettingsForm) -> Result<Receipt, Error> {
    let before = call::<ReadSettings>(context, ()).await?.value;
    let settings = call::<UpdateSettings>(context, form.changes()).await?.value;
    let summary = if settings.time_zone == before.time_zone {
        texts::told::SAVED.to_owned()
    } else {
        let city = city(&settings.time_zone);
        texts::told::saved_zone(&city)
    };
    Ok(Receipt { summary, undo: token(&before, &settings), ..Receipt::default() })
}

/// What takes a change back, if there was any.
fn token(before: &Settings, after: &Settings) -> Option<String> {
    let (was, is) = (chosen(before), chosen(after));
    let changed = was.iter().zip(&is).filter(|(was, is)| was != is).map(|(was, _)| was);
    let mut fields = Serializer::new(String::new());
    fields.extend_pairs(changed);
    if before.week_numbers != after.week_numbers {
        fields.append_pair("boxes", "on");
        fields.append_pair("week_numbers", if before.week_numbers { "on" } else { "" });
    }
    let fields = fields.finish();
    (!fields.is_empty()).then(|| format!("{TOKEN}{fields}"))
}

/// Takes a change of settings back, if the token is of one; it is checked like any form.
pub(super) async fn take_back(
    asked: &Asked,
    context: &Context,
    token: &str,
) -> Option<Result<String, Error>> {
    let fields = token.strip_prefix(TOKEN)?;
    let fields: Map<String, Value> = parse(fields.as_bytes())
        .map(|(name, value)| (name.into_owned(), Value::String(value.into_owned())))
        .collect();
    let form: SettingsForm = serde_json::from_value(fields.into()).unwrap_or_default();
    let changed = call::<UpdateSettings>(context, form.changes()).await;
    if changed.is_ok() {
        carry(asked, TAKEN_BACK);
    }
    Some(changed.map(|_| texts::told::SETTINGS_BACK.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_says_what_was() {
        let before = Settings { week_numbers: true, ..Settings::default() };
        let after = Settings { time_zone: "Asia/Tokyo".to_owned(), ..Settings::default() };
        let said = token(&before, &after);
        assert_eq!(said.as_deref(), Some("settings:time_zone=UTC&boxes=on&week_numbers=on"));
        assert_eq!(token(&before, &before), None);
    }
}
