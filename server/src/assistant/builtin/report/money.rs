//! Sums, averages, extremes and comparisons of money spent.

use domain::budget::BudgetState;
use domain::expense::{Analysis, Average, CurrencyTotal, Expense, ExpenseSummary, GroupTotal, Per};
use domain::money::{Currency, Total};

use super::{Report, counted, listing};
use crate::words::{list, period};

impl Report<'_> {
    pub(super) fn totals(&self, totals: &ExpenseSummary) -> String {
        let (on, when) = (self.on_what(), &self.when);
        if totals.totals.is_empty() {
            return format!("You spent nothing{on}{when}.");
        }
        let count = totals.totals.iter().map(|total| total.count).sum();
        let head =
            format!("You spent {}{on}{when} ({}).", self.sums(&totals.totals), expenses(count));
        let is_narrow = self.asked() != "groups" && !on.is_empty();
        if is_narrow || totals.groups.len() < 2 {
            return head;
        }
        let line = |group: &GroupTotal| {
            format!("• {}: {}", group.key, self.words.total(group.total, group.currency))
        };
        listing(&head, totals.groups.iter().map(line).collect())
    }

    pub(super) fn analysis(&self, analysis: &Analysis) -> String {
        match self.asked() {
            "average" => self.averages(analysis),
            "largest" => self.extremes("largest", &analysis.largest),
            "smallest" => self.extremes("smallest", &analysis.smallest),
            _ => self.comparison(analysis),
        }
    }

    /// `You spent €19.75 on coffee in November 2026 and €10.00 in October 2026: €9.75 more in
    /// November 2026.`
    fn comparison(&self, analysis: &Analysis) -> String {
        let (on, when) = (self.on_what(), &self.when);
        let other = period::label(
            self.context,
            &self.words,
            &self.call.arguments,
            "other_from",
            "other_to",
        );
        if analysis.totals.is_empty() && analysis.other.is_empty() {
            return format!("You spent nothing{on}{when}, and nothing{other}.");
        }
        let mut currencies: Vec<Currency> =
            analysis.totals.iter().chain(&analysis.other).map(|total| total.currency).collect();
        currencies.sort_unstable();
        currencies.dedup();
        let sum = |totals: &[CurrencyTotal], currency| {
            totals.iter().find(|total| total.currency == currency).map_or(0, |total| total.total.0)
        };
        let difference = |currency: Currency| {
            let change =
                sum(&analysis.totals, currency).saturating_sub(sum(&analysis.other, currency));
            let amount = self.words.total(Total(change.saturating_abs()), currency);
            match change {
                0 => "the same".to_owned(),
                // Named from the side that has more, so that the sign needs no thought.
                1.. => format!("{amount} more{when}"),
                _ => format!("{amount} more{other}"),
            }
        };
        let differences: Vec<String> = currencies.into_iter().map(difference).collect();
        format!(
            "You spent {}{on}{when} and {}{other}: {}.",
            self.sums(&analysis.totals),
            self.sums(&analysis.other),
            list(&differences)
        )
    }

    /// `€214.00 left for Food this month: €86.00 of €300.00 spent.`
    pub(super) fn budgets(&self, states: &[BudgetState]) -> String {
        let line = |state: &BudgetState| {
            let budget = &state.budget;
            let spent = self.words.total(state.spent, budget.currency);
            let whole = self.words.amount(budget.amount, budget.currency);
            let mut left = self.words.left(state);
            if left.starts_with('n') {
                left.replace_range(..1, "N");
            }
            format!("{left} this month: {spent} of {whole} spent.")
        };
        match states {
            [] => match self.argument("category") {
                Some(category) => format!("There is no budget for {category}."),
                None => "There are no budgets yet. Try “set my food budget to 300”.".to_owned(),
            },
            [only] => line(only),
            several => {
                let lines = several.iter().map(|state| format!("• {}", line(state)));
                listing("Your budgets:", lines.collect())
            }
        }
    }

    fn averages(&self, analysis: &Analysis) -> String {
        let (on, when) = (self.on_what(), &self.when);
        if analysis.averages.is_empty() {
            return format!("You spent nothing{on}{when}.");
        }
        let average = |(average, total): (&Average, &CurrencyTotal)| {
            let amount = self.words.total(average.average, average.currency);
            let sum = self.words.total(total.total, total.currency);
            let days = counted(usize::try_from(average.among).unwrap_or(usize::MAX), "day");
            match average.per {
                Per::Day => format!("{amount} a day ({sum} in {days})"),
                Per::Week => format!("{amount} a week ({sum} in {days})"),
                Per::Month => {
                    let months =
                        counted(usize::try_from(average.among).unwrap_or(usize::MAX), "month");
                    format!("{amount} a month ({sum} in {months})")
                }
                Per::Expense => format!("{amount} each time ({sum}, {})", expenses(average.among)),
            }
        };
        let averages: Vec<String> =
            analysis.averages.iter().zip(&analysis.totals).map(average).collect();
        format!("On average you spent {}{on}{when}.", list(&averages))
    }

    fn extremes(&self, which: &str, found: &[Expense]) -> String {
        let (on, when) = (self.on_what(), &self.when);
        match found {
            [] => format!("No expenses{on}{when}."),
            [only] => {
                format!("Your {which} expense{on}{when}: {}.", self.words.expense(only))
            }
            several => {
                let head = format!("Your {which} expenses{on}{when}:");
                let lines = several.iter().map(|e| format!("• {}", self.words.expense(e)));
                listing(&head, lines.collect())
            }
        }
    }

    /// Each currency by itself; nothing when there is none.
    fn sums(&self, totals: &[CurrencyTotal]) -> String {
        let sums: Vec<String> =
            totals.iter().map(|sum| self.words.total(sum.total, sum.currency)).collect();
        if sums.is_empty() { "nothing".to_owned() } else { list(&sums) }
    }
}

fn expenses(count: u64) -> String {
    counted(usize::try_from(count).unwrap_or(usize::MAX), "expense")
}
