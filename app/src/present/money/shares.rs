//! The parts of a month: what was spent on each category, against the month before and
//! against its budget.

use domain::budget::BudgetState;
use domain::expense::{ExpenseSummary, GroupTotal};
use domain::money::{Currency, Total};
use server::words::Words;

use super::asked::Asked;
use crate::texts;
use crate::view::money::{BudgetView, Share, hue};

/// A budget in words, or that there is none.
pub(super) fn budget(
    wording: &Words,
    state: Option<&BudgetState>,
    category: String,
    edit: String,
) -> BudgetView {
    let Some(state) = state else { return BudgetView { category, edit, ..BudgetView::default() } };
    let (budget, over) = (&state.budget, state.over.minor() > 0);
    let whole = wording.amount(budget.amount, budget.currency);
    let left = if over {
        texts::money::over_budget(&wording.total(state.over, budget.currency), &whole)
    } else {
        texts::money::left_of_budget(&wording.total(state.left, budget.currency), &whole)
    };
    let own = budget.currency == wording.currency();
    let amount = budget.amount.to_string();
    BudgetView {
        id: budget.id.to_string(),
        category,
        amount: if own { amount } else { format!("{amount} {}", budget.currency) },
        left,
        over,
        edit,
    }
}

/// What was spent on each category, and what budgets there are for others.
pub(super) fn shares(
    wording: &Words,
    now: &ExpenseSummary,
    then: &ExpenseSummary,
    budgets: &[BudgetState],
    (main, sum): (Currency, Total),
    asked: &Asked,
) -> Vec<Share> {
    let comparable =
        |group: &GroupTotal| if group.currency == main { group.total.minor() } else { 0 };
    let largest = now.groups.iter().map(comparable).max().unwrap_or_default().max(1);
    let same = |a: &str, b: &str| a.to_lowercase() == b.to_lowercase();
    let of = |category: &str| {
        budgets
            .iter()
            .find(|state| state.budget.category.as_deref().is_some_and(|name| same(name, category)))
    };
    let share = |category: &str, total: Total, currency: Currency, part: i64| {
        let listed = asked.with(|filter| filter.category = category.to_owned()).address();
        let edit = asked.address_with(Some(("budget", category)));
        Share {
            category: category.to_owned(),
            hue: hue(category),
            total: wording.total(total, currency),
            part: percent(part, sum.minor()),
            change: change(wording, then, category, total, currency),
            thousandths: thousandths(part, largest),
            budget: budget(wording, of(category), category.to_owned(), edit),
            address: listed,
        }
    };
    let spent = now.groups.iter();
    let mut shares: Vec<Share> = spent
        .map(|group| share(&group.key, group.total, group.currency, comparable(group)))
        .collect();
    for state in budgets {
        let Some(category) = &state.budget.category else { continue };
        if !now.groups.iter().any(|group| same(&group.key, category)) {
            shares.push(share(category, Total::default(), state.budget.currency, 0));
        }
    }
    shares
}

/// The part of the whole in percent, of which a little is more than nothing.
fn percent(part: i64, whole: i64) -> String {
    if part <= 0 || whole <= 0 {
        return String::new();
    }
    match (i128::from(part) * 200 / i128::from(whole) + 1) / 2 {
        0 => "<1%".to_owned(),
        percent => format!("{percent}%"),
    }
}

fn thousandths(part: i64, largest: i64) -> u16 {
    u16::try_from(part.saturating_mul(1000) / largest.max(1)).unwrap_or(1000)
}

/// `€20.00 more`: against the same days of the month before.
fn change(
    wording: &Words,
    then: &ExpenseSummary,
    category: &str,
    total: Total,
    currency: Currency,
) -> String {
    if then.groups.is_empty() {
        return String::new();
    }
    let was = then.groups.iter().find(|was| was.key == category && was.currency == currency);
    let was = was.map_or(0, |was| was.total.minor());
    let difference = total.minor().saturating_sub(was);
    let words = wording.total(Total(difference.saturating_abs()), currency);
    match difference {
        0 => texts::money::AS_MUCH.to_owned(),
        1.. => texts::money::more(&words),
        _ => texts::money::less(&words),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_rounded_and_never_nothing() {
        assert_eq!(percent(1, 3), "33%");
        assert_eq!(percent(2, 3), "67%");
        assert_eq!(percent(1, 1_000), "<1%");
        assert_eq!(percent(5, 5), "100%");
        assert_eq!(percent(0, 5), "");
    }
}
