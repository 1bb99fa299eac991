//! Tools over many expenses: sums, averages, extremes and comparisons.

use domain::expense::{AnalysisFilter, Grouping, Per, SummaryFilter};
use domain::input::Field;
use futures::FutureExt;
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::super::super::tool::{Found, Prepared, Tool};
use super::super::matching::Name;
use super::super::{arguments, input, look_up, phrases, tool};
use crate::context::Context;
use crate::error::Error;
use crate::language::Direction;
use crate::operations::call;
use crate::operations::expenses::{AnalyseExpenses, ListCategories, SummarizeExpenses};

pub(in super::super) const SUM: Tool = tool::<SummarizeExpenses, SumArguments>(
    |context, value| sum(context, value).boxed(),
    |context, input| look_up::<SummarizeExpenses>(context, input, Found::Totals).boxed(),
);

pub(in super::super) const ANALYSE: Tool = tool::<AnalyseExpenses, AnalyseArguments>(
    |context, value| analyse(context, value).boxed(),
    |context, input| look_up::<AnalyseExpenses>(context, input, Found::Analysis).boxed(),
);

/// Which expenses to add up.
#[derive(Deserialize, JsonSchema)]
pub(in super::super) struct SumArguments {
    /// What the person said about the time, such as "this month".
    period: Option<String>,
    /// The start, if the period is said by its ends.
    #[schemars(skip)]
    from: Option<String>,
    /// The end (exclusive), if the period is said by its ends.
    #[schemars(skip)]
    to: Option<String>,
    /// Only this category.
    category: Option<String>,
    /// Words in the description.
    words: Option<String>,
    /// What to add up by.
    by: Option<Grouping>,
}

async fn sum(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: SumArguments = arguments(value)?;
    let (from, to) = phrases::bounds(
        context,
        wish.period.as_deref(),
        wish.from.as_deref(),
        wish.to.as_deref(),
        Direction::Back,
    )?;
    let (category, q) = narrowed(context, wish.category, wish.words).await?;
    let by = Field::Value(wish.by.unwrap_or_default());
    input(&SummaryFilter { from, to, category, q, by, ..SummaryFilter::default() })
}

/// Which expenses to look into.
#[derive(Deserialize, JsonSchema)]
pub(in super::super) struct AnalyseArguments {
    /// What the person said about the time, such as "this month".
    period: Option<String>,
    /// The start, if the period is said by its ends.
    #[schemars(skip)]
    from: Option<String>,
    /// The end (exclusive), if the period is said by its ends.
    #[schemars(skip)]
    to: Option<String>,
    /// A second period to compare with, such as "last month".
    compare_with: Option<String>,
    /// The start of the second period.
    #[schemars(skip)]
    other_from: Option<String>,
    /// The end of the second period (exclusive).
    #[schemars(skip)]
    other_to: Option<String>,
    /// Only this category.
    category: Option<String>,
    /// Words in the description.
    words: Option<String>,
    /// What to take the average over.
    average_per: Option<Per>,
    /// How many of the largest and smallest to name.
    most: Option<u32>,
}

async fn analyse(context: &Context, value: Value) -> Result<Prepared, Error> {
    let wish: AnalyseArguments = arguments(value)?;
    let back = Direction::Back;
    let (period, from, to) = (wish.period.as_deref(), wish.from.as_deref(), wish.to.as_deref());
    let (from, to) = phrases::bounds(context, period, from, to, back)?;
    let (other_from, other_to) = phrases::bounds(
        context,
        wish.compare_with.as_deref(),
        wish.other_from.as_deref(),
        wish.other_to.as_deref(),
        back,
    )?;
    let (category, q) = narrowed(context, wish.category, wish.words).await?;
    input(&AnalysisFilter {
        from,
        to,
        other_from,
        other_to,
        category,
        q,
        per: wish.average_per.map_or(Field::Absent, Field::Value),
        most: wish.most.map_or(Field::Absent, Field::Value),
    })
}

/// What a question about money is narrowed to. Words that are the name of one of
/// the person's categories mean it; a category that the person does not have is
/// looked for as words.
pub(super) async fn narrowed(
    context: &Context,
    category: Option<String>,
    words: Option<String>,
) -> Result<(Field<String>, Field<String>), Error> {
    let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let (category, words) = (said(category), said(words));
    let Some(name) = words.as_ref().or(category.as_ref()) else {
        return Ok((Field::Absent, Field::Absent));
    };
    let known = call::<ListCategories>(context, ()).await?.value;
    let is_known = |name: &str| {
        known.iter().find(|known| known.to_lowercase() == name.trim().to_lowercase()).cloned()
    };
    if let Some(known) = is_known(name) {
        return Ok((Field::Value(known), Field::Absent));
    }
    let searched = Name::of(name).search();
    let q = if searched.is_empty() { name.clone() } else { searched };
    Ok((Field::Absent, Field::Value(q)))
}
