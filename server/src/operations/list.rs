//! What all lists share: finding words and going on where a page ended.

mod cursor;

use domain::page::{Page, PageRequest};
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, SimpleExpr};
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
///
/// Where all keys run one way the database is told so by a comparison of rows, which it can look
/// up in an index of these keys.
fn behind(keys: &[Key], values: &[SimpleExpr]) -> Condition {
    let is_descending = |key: &Key| matches!(key.order, Order::Desc);
    let descending = keys.iter().filter(|key| is_descending(key)).count();
    if descending == 0 || descending == keys.len() {
        let row = Expr::tuple(keys.iter().map(|key| key.expression.clone()));
        let values = Expr::tuple(values.iter().cloned());
        let further = if descending == 0 { row.gt(values) } else { row.lt(values) };
        return Condition::all().add(further);
    }
    let pairs = || keys.iter().zip(values);
    pairs().enumerate().fold(Condition::any(), |any, (position, (key, value))| {
        let equal = pairs().take(position).fold(Condition::all(), |all, (key, value)| {
            all.add(key.expression.clone().eq(value.clone()))
        });
        let further = match is_descending(key) {
            true => key.expression.clone().lt(value.clone()),
            false => key.expression.clone().gt(value.clone()),
        };
        any.add(equal.add(further))
    })
}

/// Cuts the row too many and says where to go on.
pub(super) fn page<R, C: Serialize>(
    mut rows: Vec<R>,
    request: &PageRequest,
    keys: impl Fn(&R) -> C,
) -> Result<Page<R>, Error> {
    let limit = request.limit as usize;
    let more = rows.len() > limit;
    rows.truncate(limit);
    let last = rows.last().filter(|_| more);
    let next = last.map(|row| cursor::written(&keys(row))).transpose();
    let next = next.map_err(|cause| Error::Internal(cause.to_string()))?;
    Ok(Page { items: rows, next })
}

/// Reads a cursor that [`page`] gave.
///
/// # Errors
/// A bad field when it is anything else.
pub(super) fn decode<C: DeserializeOwned>(request: &PageRequest) -> Result<Option<C>, Error> {
    let Some(text) = &request.cursor else { return Ok(None) };
    cursor::read(text)
        .map(Some)
        .ok_or_else(|| Error::field("cursor", "Is not one that this list gave."))
}
