//! Expenses, with amounts that never pass through floating point.

use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};

use super::Owned;
use super::by_place::read_by_place;

/// Money that was spent.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "expenses")]
pub struct Model {
    /// Random (version 4).
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// The person whose expense it is.
    pub user_id: Uuid,
    /// What it was spent on, in the person's own categories.
    #[sea_orm(column_type = "Text")]
    pub category: String,
    /// When it was spent.
    pub incurred_at: DateTimeUtc,
    /// When it was written down.
    pub created_at: Option<DateTimeUtc>,
    /// The amount in hundredths, whatever the currency. The database keeps the
    /// documented column `amount` equal to it, which the program leaves alone.
    pub amount_minor: i64,
    /// Anything more about it.
    #[sea_orm(column_type = "Text", nullable)]
    pub description: Option<String>,
    /// More than what it was for.
    #[sea_orm(column_type = "Text", nullable)]
    pub notes: Option<String>,
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

/// The sum of the amounts in hundredths, exact; null of no rows.
///
/// PostgreSQL sums `BIGINT` to `NUMERIC`, which the program does not read, so the
/// sum is cast back.
pub fn total() -> Expr {
    Column::AmountMinor.sum().cast_as("bigint")
}

read_by_place! {
    id: Id,
    user_id: UserId,
    category: Category,
    incurred_at: IncurredAt,
    created_at: CreatedAt,
    amount_minor: AmountMinor,
    description: Description,
    notes: Notes,
    currency: Currency,
    rrule: Rrule,
    door: Door,
    updated_at: UpdatedAt,
    version: Version,
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
