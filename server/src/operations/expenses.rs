//! Expenses and their totals.

mod analyse;
mod categories;
mod create;
mod delete;
mod export;
mod list;
mod read;
mod recategorize;
mod repeating;
mod spending;
mod split;
mod suggest;
mod summarize;
mod sums;
mod update;

pub use analyse::AnalyseExpenses;
pub use categories::ListCategories;
pub use create::CreateExpense;
pub use delete::DeleteExpense;
pub use export::{Export, ExportExpenses};
pub use list::ListExpenses;
pub use read::ReadExpense;
pub use recategorize::RecategorizeExpenses;
pub use repeating::record_due_expenses;
pub use spending::ListSpending;
pub use split::SplitExpense;
pub use suggest::SuggestCategory;
pub use summarize::SummarizeExpenses;
pub(super) use sums::{Sums, spent_by_category};
pub use update::UpdateExpense;

use chrono::{DateTime, NaiveTime, Utc};
use domain::expense::Expense;
use domain::money::Amount;
use domain::time::{Moment, When};
use sea_orm::sea_query::{ExprTrait, Func, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use crate::entity::expenses::Column;
use crate::error::Error;
use crate::operations::Scope;
use crate::operations::list::contains_words;
use crate::repeat;
use crate::zone::{self, Bound};

/// When an expense counts as spent: a date without a time is noon of that day,
/// or now if the day is today, so that it never moves to another day nearby.
fn incurred(scope: &Scope<'_>, when: Option<When>) -> DateTime<Utc> {
    match when {
        None => scope.now(),
        Some(When::Date(date)) if date == scope.today() => scope.now(),
        Some(When::Date(date)) => {
            let noon = NaiveTime::from_hms_opt(12, 0, 0).unwrap_or_default();
            zone::instant(scope.zone(), date.and_time(noon))
        }
        Some(when) => zone::moment(scope.zone(), when).stored(),
    }
}

/// Whether the rule of a repeating expense ever takes place.
///
/// # Errors
/// A bad field when it does not.
fn check_rule(scope: &Scope<'_>, expense: &Expense) -> Result<(), Error> {
    let Some(rule) = &expense.rrule else { return Ok(()) };
    let start = Moment::Instant(expense.incurred_at);
    repeat::check_text(rule, start, scope.zone()).map_err(|why| Error::field("rrule", why))
}

/// Expenses of a half-open range and a category, whatever its case.
fn matching(
    scope: &Scope<'_>,
    from: Option<When>,
    to: Option<When>,
    category: Option<&str>,
) -> Condition {
    let bound = |when| Bound::of(scope.zone(), when).instant;
    Condition::all()
        .add_option(from.map(|from| Column::IncurredAt.gte(bound(from))))
        .add_option(to.map(|to| Column::IncurredAt.lt(bound(to))))
        .add_option(category.map(|category| {
            SimpleExpr::from(Func::lower(Column::Category.into_expr())).eq(category.to_lowercase())
        }))
}

/// Expenses of at least and at most these amounts, in whatever currency.
fn within(at_least: Option<Amount>, at_most: Option<Amount>) -> Condition {
    Condition::all()
        .add_option(at_least.map(|at_least| Column::AmountMinor.gte(at_least.minor())))
        .add_option(at_most.map(|at_most| Column::AmountMinor.lte(at_most.minor())))
}

/// Expenses with all of these words in description, notes or category, if any are named.
fn speaking_of(words: Option<&str>) -> Condition {
    match words {
        Some(words) => {
            contains_words(words, &[Column::Description, Column::Notes, Column::Category])
        }
        None => Condition::all(),
    }
}
