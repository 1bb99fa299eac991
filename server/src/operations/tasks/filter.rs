//! A filter as a condition of the database. Every part of it is true or false and never unknown,
//! so that its opposite finds the rest.

use domain::Uuid;
use domain::list::TaskList;
use domain::task::Priority;
use domain::time::When;
use sea_orm::sea_query::{Expr, ExprTrait, Func, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

use super::list::{done, due_before, due_from, in_list};
use crate::entity::tasks::Column;
use crate::error::Error;
use crate::filter::{Calendar, Comparison, Filter, Part, Span, State, Term, Test, read};
use crate::operations::{Scope, lists};
use crate::zone::Bound;

const FIELD: &str = "filter";

/// What a filter finds among the person's tasks.
///
/// # Errors
/// A bad field that says what is wrong and where, or names a list that there is not.
pub(super) async fn condition(scope: &Scope<'_>, text: &str) -> Result<Condition, Error> {
    let Filter { groups } = parse(text)?;
    if groups.is_empty() {
        return Ok(Condition::all());
    }
    let mut any = Condition::any();
    for group in groups {
        let mut all = Condition::all();
        for Term { negated, test } in group {
            let found = found(scope, test).await?;
            all = all.add(if negated { found.not() } else { found });
        }
        any = any.add(all);
    }
    Ok(any)
}

/// Refuses a filter that would find nothing but an error.
///
/// # Errors
/// As [`condition`].
pub(in crate::operations) async fn check(scope: &Scope<'_>, text: &str) -> Result<(), Error> {
    condition(scope, text).await.map(drop)
}

fn parse(text: &str) -> Result<Filter, Error> {
    read(text).map_err(|wrong| Error::field(FIELD, wrong.to_string()))
}

async fn found(scope: &Scope<'_>, test: Test) -> Result<Condition, Error> {
    let is = |condition: SimpleExpr| Condition::all().add(condition);
    Ok(match test {
        Test::Words(words) => {
            let notes = Expr::col(Column::Notes).if_null("");
            Condition::any()
                .add(contains(Expr::col(Column::Title), &words))
                .add(contains(notes, &words))
        }
        Test::Priority(Priority::None) => is(matters().not()),
        Test::Priority(priority) => is(Column::Priority.eq(priority.name())),
        Test::Label(label) => {
            is(contains(Expr::col(Column::Labels), &format!(" {} ", label.as_str())))
        }
        Test::List(name) => in_list(scope, Some(list(scope, &name).await?)),
        Test::Due(span) => due(scope, span),
        Test::Overdue => Condition::all()
            .add(done().eq(false))
            .add(Column::DueDate.is_not_null())
            .add(due_before(scope, When::Instant(scope.now()))),
        Test::Done(span) => completed(scope, span),
        Test::Is(State::Done) => is(done()),
        Test::Is(State::Open) => is(done().eq(false)),
        Test::Is(State::Repeating) => is(Column::Rrule.is_not_null()),
        Test::Is(State::Subtask) => is(Column::ParentId.is_not_null()),
        Test::Has(part) => said(scope, part),
        Test::No(part) => said(scope, part).not(),
        Test::Estimate(comparison, minutes) => is(estimated(comparison, minutes)),
    })
}

/// Whether the words stand in a text, whatever their case.
fn contains(text: SimpleExpr, words: &str) -> SimpleExpr {
    let escaped =
        words.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    let text = SimpleExpr::from(Func::lower(text));
    text.like(LikeExpr::new(format!("%{escaped}%")).escape('\\'))
}

/// Whether a priority is said; what another program wrote and is none counts as none.
fn matters() -> SimpleExpr {
    let named = Priority::ALL.into_iter().filter(|priority| *priority != Priority::None);
    Column::Priority.is_in(named.map(Priority::name))
}

async fn list(scope: &Scope<'_>, name: &str) -> Result<Uuid, Error> {
    let list: Option<TaskList> = lists::called(scope, name).await?;
    list.map(|list| list.id)
        .ok_or_else(|| Error::field(FIELD, format!("There is no list called “{name}”.")))
}

fn calendar(scope: &Scope<'_>) -> Calendar {
    let today = scope.today();
    Calendar { today, week: scope.actor().customs.week_of(today) }
}

fn due(scope: &Scope<'_>, span: Span) -> Condition {
    let (from, to) = span.dates(calendar(scope), false);
    let mut all = Condition::all().add(Column::DueDate.is_not_null());
    if let Some(from) = from {
        all = all.add(due_from(scope, When::Date(from)));
    }
    if let Some(to) = to {
        all = all.add(due_before(scope, When::Date(to)));
    }
    all
}

fn completed(scope: &Scope<'_>, span: Span) -> Condition {
    let (from, to) = span.dates(calendar(scope), true);
    let bound = |date| Bound::of(scope.zone(), When::Date(date)).instant;
    let mut all = Condition::all().add(done()).add(Column::CompletedAt.is_not_null());
    if let Some(from) = from {
        all = all.add(Column::CompletedAt.gte(bound(from)));
    }
    if let Some(to) = to {
        all = all.add(Column::CompletedAt.lt(bound(to)));
    }
    all
}

fn said(scope: &Scope<'_>, part: Part) -> Condition {
    let is = |condition: SimpleExpr| Condition::all().add(condition);
    match part {
        Part::Due => is(Column::DueDate.is_not_null()),
        Part::List => in_list(scope, None),
        Part::Label => is(Column::Labels.ne("")),
        Part::Priority => is(matters()),
        Part::Estimate => is(Column::EstimateMinutes.is_not_null()),
        Part::Notes => is(Expr::col(Column::Notes).if_null("").ne("")),
    }
}

fn estimated(comparison: Comparison, minutes: u32) -> SimpleExpr {
    let minutes = i64::from(minutes);
    let known = Column::EstimateMinutes.is_not_null();
    known.and(match comparison {
        Comparison::Less => Column::EstimateMinutes.lt(minutes),
        Comparison::AtMost => Column::EstimateMinutes.lte(minutes),
        Comparison::Equal => Column::EstimateMinutes.eq(minutes),
        Comparison::AtLeast => Column::EstimateMinutes.gte(minutes),
        Comparison::More => Column::EstimateMinutes.gt(minutes),
    })
}
