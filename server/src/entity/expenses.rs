//! Expenses, with amounts that never pass through floating point.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue, DbBackend};

use super::Owned;

/// Money that was spent.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "expenses")]
pub struct Model {
    /// Random (version 4).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person whose expense it is.
    pub user_id: Uuid,
    /// The amount as a decimal with two places (`12.50`): the documented column
    /// on PostgreSQL, computed on SQLite. Read and compare `amount_minor`, write
    /// with [`set_amount`].
    #[sea_orm(column_type = "Decimal(Some((10, 2)))", select_as = "text", save_as = "numeric")]
    pub amount: String,
    /// What it was spent on, in the person's own categories.
    #[sea_orm(column_type = "Text")]
    pub category: String,
    /// When it was spent.
    pub incurred_at: DateTimeUtc,
    /// When it was written down.
    pub created_at: Option<DateTimeUtc>,
    /// The amount in hundredths, whatever the currency; computed on PostgreSQL.
    pub amount_minor: i64,
    /// Anything more about it.
    #[sea_orm(column_type = "Text", nullable)]
    pub description: Option<String>,
    /// ISO 4217 code.
    #[sea_orm(column_type = "Text")]
    pub currency: String,
    /// RFC 5545 recurrence without the `RRULE:` prefix.
    #[sea_orm(column_type = "Text", nullable)]
    pub rrule: Option<String>,
    /// The door it came in by (`web`, `chat`, `api`, …).
    #[sea_orm(column_type = "Text")]
    pub door: String,
    /// When the row last changed.
    pub updated_at: DateTimeUtc,
    /// Counts the row's changes, from 1.
    pub version: i64,
}

/// Writes an amount of `minor` hundredths into `row`.
///
/// Each database stores one of the two columns and computes the other, and
/// refuses a write to the computed one. `backend` is that of the connection the
/// row is written through.
pub fn set_amount(row: &mut ActiveModel, backend: DbBackend, minor: i64) {
    match backend {
        DbBackend::Postgres => {
            row.amount = ActiveValue::Set(decimal(minor));
            row.amount_minor = ActiveValue::NotSet;
        }
        _ => {
            row.amount = ActiveValue::NotSet;
            row.amount_minor = ActiveValue::Set(minor);
        }
    }
}

/// The sum of the amounts in hundredths, exact; null of no rows.
///
/// PostgreSQL sums `BIGINT` to `NUMERIC`, which the program does not read, so the
/// sum is cast back.
pub fn total() -> Expr {
    Column::AmountMinor.sum().cast_as("bigint")
}

/// Hundredths as PostgreSQL reads a `NUMERIC`.
fn decimal(minor: i64) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let digits = minor.unsigned_abs();
    format!("{sign}{}.{:02}", digits / 100, digits % 100)
}

impl Owned for Entity {
    fn owner() -> Column {
        Column::UserId
    }
}

/// No query follows a relation from here.
#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
