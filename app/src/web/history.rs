//! Taking changes back, and telling what was just done.

use domain::Uuid;
use domain::history::{HistoryFilter, UndoRequest};
use domain::input::{Field, FromScalar, Scalar};
use domain::problem::Problem;
use server::context::Context;
use server::error::Error;
use server::operations::call;
use server::operations::history::{RecentChanges, Undo, latest};

use super::answer::read;
use super::{Asked, settings};
use crate::texts;
use crate::view::outcome::{Outcome, Receipt, Refusal};

/// Takes back a change, or every change of one chat turn; of several turns, whose
/// tokens commas part, in the order given.
pub(crate) async fn take_back(token: String) -> Result<Outcome, Refusal> {
    let asked = Asked::read().map_err(|error| Refusal(error.into()))?;
    let result = match asked.context() {
        Ok(context) => match settings::take_back(&asked, &context, &token).await {
            Some(result) => result,
            None => take_all_back(&context, &token).await,
        },
        Err(error) => Err(error),
    };
    let result = result.map(|summary| Receipt { summary, ..Receipt::default() });
    Ok(asked.answer_about(result.map_err(Problem::from), Some(settings::named(&token))))
}

/// Takes back the latest change that stands, with everything changed together with it.
pub(crate) async fn take_latest_back() -> Result<Outcome, Refusal> {
    let asked = Asked::read().map_err(|error| Refusal(error.into()))?;
    let result = async {
        let context = asked.context()?;
        let Some(token) = latest(&context).await? else {
            return Err(Error::Conflict(texts::problems::NOTHING_TO_UNDO));
        };
        let token = token.to_string();
        Ok((take_all_back(&context, &token).await?, token))
    };
    let (result, token) = match result.await {
        Ok((summary, token)) => (Ok(Receipt { summary, ..Receipt::default() }), Some(token)),
        Err(error) => (Err(Problem::from(error)), None),
    };
    Ok(asked.answer_about(result, token.as_deref()))
}

async fn take_all_back(context: &Context, tokens: &str) -> Result<String, Error> {
    let mut sentences = Vec::new();
    for token in tokens.split(',') {
        let token = FromScalar::from_scalar(Scalar::Text(token.to_owned()))
            .map_or_else(Field::Invalid, Field::Value);
        let done = call::<Undo>(context, UndoRequest { token }).await?;
        sentences.extend(done.value.summary);
    }
    Ok(sentences.join(" "))
}

/// What the journal says of a change; the address only names it, so nobody can
/// put words into it.
pub(crate) async fn notice(token: String) -> Result<Option<Receipt>, Refusal> {
    let carried = settings::carried();
    read(async |context| {
        if let Some(receipt) = settings::notice(&context, &token, carried.as_deref()) {
            return Ok(Some(receipt));
        }
        let filter = HistoryFilter { limit: Field::Value(100) };
        let recent = call::<RecentChanges>(&context, filter).await?.value;
        let is_meant = |id: Uuid| id.to_string() == token;
        let mut meant =
            recent.into_iter().filter(|entry| is_meant(entry.undo) || is_meant(entry.turn));
        Ok(meant.next().map(|entry| {
            let summary = match meant.count() {
                0 => entry.summary,
                more => texts::told::and_more(&entry.summary, more),
            };
            if entry.undone {
                let summary = texts::told::took_back(&summary);
                Receipt { summary, ..Receipt::default() }
            } else {
                Receipt { summary, undo: Some(token.clone()), ..Receipt::default() }
            }
        }))
    })
    .await
}
