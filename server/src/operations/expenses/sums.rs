//! Adding up in the database: exact integers, each currency by itself.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Months, NaiveDate, TimeDelta, Utc};
use domain::expense::Grouping;
use domain::money::Currency;
use domain::time::When;
use sea_orm::sea_query::{CaseStatement, Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, QueryFilter, QuerySelect};

use super::matching;
use crate::entity::expenses::{Column, Entity, total};
use crate::error::Error;
use crate::operations::Scope;
use crate::zone;

/// Sums in hundredths and counts, by group and currency.
pub(in crate::operations) type Sums = BTreeMap<(String, Currency), (i64, u64)>;

/// The most days or months that one query tells apart. Beyond that single amounts are
/// read, which then are few for so long a time.
const BUCKETS_LIMIT: usize = 400;

/// A day or a month: its name, and the instant at which it is over.
type Bucket = (String, DateTime<Utc>);

/// What was spent on each category in a half-open range.
///
/// # Errors
/// The database's.
pub(in crate::operations) async fn spent_by_category(
    scope: &Scope<'_>,
    from: When,
    to: When,
) -> Result<Sums, Error> {
    by_category(scope, matching(scope, Some(from), Some(to), None)).await
}

/// Sums by category.
pub(super) async fn by_category(scope: &Scope<'_>, wanted: Condition) -> Result<Sums, Error> {
    let rows: Vec<(String, String, i64, i64)> = scope
        .own::<Entity>()
        .filter(wanted)
        .select_only()
        .columns([Column::Category, Column::Currency])
        .column_as(total(), "sum")
        .column_as(Column::Id.count(), "count")
        .group_by(Column::Category)
        .group_by(Column::Currency)
        .into_tuple()
        .all(scope.database())
        .await?;
    let mut sums = Sums::new();
    for (category, currency, sum, count) in rows {
        add(&mut sums, category, &currency, sum, count);
    }
    Ok(sums)
}

/// Sums by day or month of the person's zone. Only the program knows where these begin,
/// so it tells the database the instants.
pub(super) async fn by_time(
    scope: &Scope<'_>,
    wanted: Condition,
    by: Grouping,
) -> Result<Sums, Error> {
    let Some(span) = span(scope, &wanted).await? else { return Ok(Sums::new()) };
    let buckets = buckets(scope, span, by);
    match buckets {
        Some(buckets) => by_bucket(scope, wanted, &buckets).await,
        None => one_by_one(scope, wanted, by).await,
    }
}

/// The first and the last instant at which something was spent.
async fn span(
    scope: &Scope<'_>,
    wanted: &Condition,
) -> Result<Option<(DateTime<Utc>, DateTime<Utc>)>, Error> {
    type Ends = (Option<DateTime<Utc>>, Option<DateTime<Utc>>);
    let ends: Option<Ends> = scope
        .own::<Entity>()
        .filter(wanted.clone())
        .select_only()
        .column_as(Column::IncurredAt.min(), "first")
        .column_as(Column::IncurredAt.max(), "last")
        .into_tuple()
        .one(scope.database())
        .await?;
    Ok(ends.and_then(|(first, last)| first.zip(last)))
}

/// The days or months from the first to the last instant; none if they are too many.
fn buckets(
    scope: &Scope<'_>,
    (first, last): (DateTime<Utc>, DateTime<Utc>),
    by: Grouping,
) -> Option<Vec<Bucket>> {
    let mut buckets = Vec::new();
    let mut day = zone::date_of(scope.zone(), first);
    loop {
        let (name, next) = (name(by, day), following(by, day)?);
        let end = zone::start_of(scope.zone(), next);
        buckets.push((name, end));
        if buckets.len() > BUCKETS_LIMIT {
            return None;
        }
        if end > last {
            return Some(buckets);
        }
        day = next;
    }
}

/// The first day after the day or month that holds `day`.
fn following(by: Grouping, day: NaiveDate) -> Option<NaiveDate> {
    match by {
        Grouping::Month => day.with_day(1)?.checked_add_months(Months::new(1)),
        Grouping::Category | Grouping::Day => day.checked_add_signed(TimeDelta::days(1)),
    }
}

fn name(by: Grouping, day: NaiveDate) -> String {
    match by {
        Grouping::Month => day.format("%Y-%m").to_string(),
        Grouping::Category | Grouping::Day => day.to_string(),
    }
}

async fn by_bucket(
    scope: &Scope<'_>,
    wanted: Condition,
    buckets: &[Bucket],
) -> Result<Sums, Error> {
    let number = |index: usize| Expr::cust(index.to_string());
    // The first that is not over holds the expense.
    let place = buckets.iter().enumerate().fold(CaseStatement::new(), |case, (index, bucket)| {
        case.case(Column::IncurredAt.lt(bucket.1), number(index))
    });
    let rows: Vec<(i32, String, i64, i64)> = scope
        .own::<Entity>()
        .filter(wanted)
        .select_only()
        .column_as(SimpleExpr::Case(Box::new(place.finally(number(buckets.len())))), "bucket")
        .column(Column::Currency)
        .column_as(total(), "sum")
        .column_as(Column::Id.count(), "count")
        // By its name: PostgreSQL takes the same expression with other parameters for another.
        .group_by(Expr::col("bucket"))
        .group_by(Column::Currency)
        .into_tuple()
        .all(scope.database())
        .await?;
    let mut sums = Sums::new();
    for (place, currency, sum, count) in rows {
        let bucket = usize::try_from(place).ok().and_then(|place| buckets.get(place));
        if let Some((name, _)) = bucket {
            add(&mut sums, name.clone(), &currency, sum, count);
        }
    }
    Ok(sums)
}

async fn one_by_one(scope: &Scope<'_>, wanted: Condition, by: Grouping) -> Result<Sums, Error> {
    let spent: Vec<(DateTime<Utc>, String, i64)> = scope
        .own::<Entity>()
        .filter(wanted)
        .select_only()
        .columns([Column::IncurredAt, Column::Currency, Column::AmountMinor])
        .into_tuple()
        .all(scope.database())
        .await?;
    let mut sums = Sums::new();
    for (at, currency, minor) in spent {
        let day = zone::date_of(scope.zone(), at);
        add(&mut sums, name(by, day), &currency, minor, 1);
    }
    Ok(sums)
}

fn add(sums: &mut Sums, group: String, currency: &str, minor: i64, count: i64) {
    let entry = sums.entry((group, currency.parse().unwrap_or_default())).or_default();
    entry.0 = entry.0.saturating_add(minor);
    entry.1 += u64::try_from(count).unwrap_or_default();
}
