//! What all lists share: finding words and going on where a page ended.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::page::{Page, PageRequest};
use sea_orm::sea_query::{ExprTrait, Func, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, Order, QueryFilter, QueryOrder, QuerySelect};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Error;

/// Every word must occur in one of the columns, whatever its case.
pub(super) fn contains_words<C: ColumnTrait>(words: &str, columns: &[C]) -> Condition {
    words.split_whitespace().fold(Condition::all(), |all, word| {
        let escaped =
            word.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        let pattern = format!("%{escaped}%");
        all.add(columns.iter().fold(Condition::any(), |any, column| {
            let text = SimpleExpr::from(Func::lower(column.into_expr()));
            any.add(text.like(LikeExpr::new(pattern.clone()).escape('\\')))
        }))
    })
}

/// One key of a list's order. Together the keys tell any two rows apart.
pub(super) struct Key {
    /// What is compared.
    pub(super) expression: SimpleExpr,
    /// In which direction.
    pub(super) order: Order,
}

impl Key {
    /// A column, ascending.
    pub(super) fn ascending(expression: impl Into<SimpleExpr>) -> Self {
        Self { expression: expression.into(), order: Order::Asc }
    }

    /// A column, descending.
    pub(super) fn descending(expression: impl Into<SimpleExpr>) -> Self {
        Self { expression: expression.into(), order: Order::Desc }
    }
}

/// Sorts by the keys and takes the rows behind `after`, one more than the limit,
/// so that it shows whether anything follows.
pub(super) fn paged<S, const N: usize>(
    select: S,
    keys: [Key; N],
    after: Option<[SimpleExpr; N]>,
    limit: u32,
) -> S
where
    S: QueryFilter + QueryOrder + QuerySelect,
{
    let mut select = select;
    if let Some(values) = after {
        select = select.filter(behind(&keys, &values));
    }
    for key in keys {
        select = select.order_by(key.expression, key.order);
    }
    select.limit(u64::from(limit) + 1)
}

/// Rows that come after `values` in the order of `keys`: greater in the first
/// key, or equal in it and greater in the second, and so on.
fn behind(keys: &[Key], values: &[SimpleExpr]) -> Condition {
    let pairs = || keys.iter().zip(values);
    pairs().enumerate().fold(Condition::any(), |any, (position, (key, value))| {
        let equal = pairs().take(position).fold(Condition::all(), |all, (key, value)| {
            all.add(key.expression.clone().eq(value.clone()))
        });
        let further = match key.order {
            Order::Desc => key.expression.clone().lt(value.clone()),
            _ => key.expression.clone().gt(value.clone()),
        };
        any.add(equal.add(further))
    })
}

/// Cuts the row too many and says where to go on.
pub(super) fn page<R, C: Serialize>(
    mut rows: Vec<R>,
    request: &PageRequest,
    cursor: impl Fn(&R) -> C,
) -> Result<Page<R>, Error> {
    let limit = request.limit as usize;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let next = if more { rows.last().map(cursor).map(encode).transpose()? } else { None };
    Ok(Page { items: rows, next })
}

fn encode<C: Serialize>(cursor: C) -> Result<String, Error> {
    let bytes = serde_json::to_vec(&cursor).map_err(|cause| Error::Internal(cause.to_string()))?;
    Ok(URL_SAFE_NO_PAD.encode(bytes))
}

/// Reads a cursor that [`page`] gave.
///
/// # Errors
/// A bad field when it is anything else.
pub(super) fn decode<C: DeserializeOwned>(request: &PageRequest) -> Result<Option<C>, Error> {
    let Some(cursor) = &request.cursor else { return Ok(None) };
    URL_SAFE_NO_PAD
        .decode(cursor)
        .ok()
        .and_then(|bytes| serde_json::from_slice::<serde_json::Value>(&bytes).ok())
        .filter(is_storable)
        .and_then(|values| serde_json::from_value(values).ok())
        .map(Some)
        .ok_or_else(|| Error::field("cursor", "Is not one that this list gave."))
}

/// Whether the database has such values. Times are written with a sign when their
/// year has more than four digits, and no database reaches as far as chrono does.
fn is_storable(values: &serde_json::Value) -> bool {
    let values = values.as_array().into_iter().flatten();
    !values.filter_map(serde_json::Value::as_str).any(|text| text.starts_with(['+', '-']))
}
