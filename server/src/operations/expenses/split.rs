//! One expense into parts that add up to it.

use domain::Uuid;
use domain::expense::{Expense, Part, Split, part_field};
use domain::money::{Amount, DecimalMark, Total};

use crate::error::Error;
use crate::operations::{Effect, Operation, Scope};

/// Splits an expense into parts; the first one keeps its identity.
pub struct SplitExpense;

impl Operation for SplitExpense {
    type Input = Split;
    type Output = Vec<Expense>;

    const EFFECT: Effect = Effect::Write;
    const NAME: &'static str = "split_expense";
    const SUMMARY: &'static str = "Splits an expense into parts that add up to it exactly.";

    fn weight((_, parts): &(Uuid, Vec<Part>)) -> usize {
        parts.len()
    }

    async fn run(
        scope: &mut Scope<'_>,
        (id, parts): (Uuid, Vec<Part>),
    ) -> Result<Vec<Expense>, Error> {
        let whole: Expense = scope.find(id).await?;
        if whole.rrule.is_some() {
            // Its later rows are written from it, and would all be of the first part.
            return Err(Error::Conflict(
                "A repeating expense cannot be split. Split one that it became, or stop it first.",
            ));
        }
        let amounts = amounts(&whole, &parts)?;
        let mut rows = Vec::with_capacity(parts.len());
        for (part, amount) in parts.into_iter().zip(amounts) {
            let row = Expense {
                amount,
                category: part.category,
                description: part.description.or_else(|| whole.description.clone()),
                ..whole.clone()
            };
            rows.push(if rows.is_empty() {
                scope.update(whole.clone(), row).await?
            } else {
                let (created_at, updated_at) = (scope.now(), scope.now());
                let id = Uuid::now_v7();
                scope.insert(Expense { id, created_at, updated_at, version: 1, ..row }).await?
            });
        }
        Ok(rows)
    }
}

/// What each part is, exactly the whole together.
///
/// # Errors
/// A bad field at the last part when they are more or less, in words that say by how much.
fn amounts(whole: &Expense, parts: &[Part]) -> Result<Vec<Amount>, Error> {
    let sum: Total = parts.iter().filter_map(|part| part.amount).sum();
    let rest = whole.amount.minor().saturating_sub(sum.minor());
    let open = parts.iter().position(|part| part.amount.is_none());
    let wrong =
        |part: usize, words: String| Err(Error::field(&part_field(part + 1, "amount"), words));
    let said = |minor: i64| Total(minor).display(whole.currency, DecimalMark::Point);
    match (open, rest) {
        (Some(_), 1..) | (None, 0) => {}
        (Some(open), _) => {
            return wrong(open, "The other parts leave nothing for this one.".to_owned());
        }
        (None, _) => {
            let word = if rest > 0 { "short of" } else { "more than" };
            let words =
                format!("Together the parts are {} {word} the whole.", said(rest.saturating_abs()));
            return wrong(parts.len().saturating_sub(1), words);
        }
    }
    let of = |part: &Part| part.amount.or_else(|| Amount::from_minor(rest));
    parts
        .iter()
        .map(|part| of(part).ok_or_else(|| Error::Internal("a part has no amount".to_owned())))
        .collect()
}
