//! Several rows by their names, and one of several by words that only it has.

use domain::bulk::RowId;

use super::super::matching::{Name, SURE};
use super::{Settled, Wanted, all, candidates, one, row_id};
use crate::context::Context;
use crate::error::Error;

/// The rows of "milk and eggs", where nothing is called so and each part names one row.
///
/// # Errors
/// As [`one`].
pub(in crate::assistant::tools) async fn joined(
    context: &Context,
    wanted: &Wanted,
) -> Result<Option<Vec<RowId>>, Error> {
    let Some(target) = wanted.target.as_deref().filter(|target| target.contains(" and ")) else {
        return Ok(None);
    };
    let sure = candidates(context, wanted, &Name::of(target)).await?;
    if sure.iter().any(|candidate| candidate.fit >= SURE) {
        return Ok(None);
    }
    let mut rows = Vec::new();
    for part in target.split(" and ").flat_map(|part| part.split(", ")) {
        let wanted = Wanted { target: Some(part.to_owned()), ..wanted.clone() };
        match one(context, &wanted, &|_| true).await? {
            Settled::One(item) => rows.push(row_id(&item)),
            Settled::Several(_) | Settled::None(_) => return Ok(None),
        }
    }
    Ok((rows.len() > 1).then_some(rows))
}

/// The rows among some that a person calls so.
///
/// # Errors
/// The database's.
pub(in crate::assistant) async fn called(
    context: &Context,
    rows: &[RowId],
    words: &str,
) -> Result<Vec<RowId>, Error> {
    let wanted =
        Wanted { target: Some(words.to_owned()), among: Some(rows.to_vec()), ..Wanted::default() };
    Ok(all(context, &wanted).await?.iter().map(row_id).collect())
}

/// Which label has all the words that tell, if only one has.
pub(in crate::assistant) fn only_fit(words: &str, labels: &[&str]) -> Option<usize> {
    let wanted = Name::of(words);
    let mut fit = (0..labels.len()).filter(|at| wanted.is_in(&Name::of(labels[*at])));
    fit.next().filter(|_| fit.next().is_none())
}
