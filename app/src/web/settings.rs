//! Changing what a person has chosen for themselves.

use domain::problem::Problem;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::settings::UpdateSettings;
use server::zone::search::city;

use super::Asked;
use crate::forms::SettingsForm;
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// Changes the settings. They are no rows, so there is nothing to take back.
pub(crate) async fn update(form: SettingsForm) -> Result<Outcome, Refusal> {
    let asked = Asked::read().map_err(|error| Refusal(error.into()))?;
    let result = match asked.context() {
        Ok(context) => change(&context, form).await,
        Err(error) => Err(error),
    };
    Ok(asked.answer(result.map_err(Problem::from)))
}

async fn change(context: &Context, form: SettingsForm) -> Result<Receipt, Error> {
    let settings = call::<UpdateSettings>(context, form.changes()).await?.value;
    let summary = if settings.time_zone == context.actor.zone.name() {
        "Saved.".to_owned()
    } else {
        let city = city(&settings.time_zone);
        format!("Saved. Times are shown as clocks in {city} have them; whole days stay.")
    };
    Ok(Receipt { summary, ..Receipt::default() })
}
