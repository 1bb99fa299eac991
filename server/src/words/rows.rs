//! Rows as sentences are made of them, with every date's weekday spelled out
//! (`conventions/visual.md`, "Voice").

use chrono::Days;
use domain::budget::{Budget, BudgetState};
use domain::event::Event;
use domain::expense::Expense;
use domain::history::Item;
use domain::task::{Labels, Priority, Task};
use domain::time::Moment;

use super::Words;

impl Words {
    /// When an event is: `tomorrow (Mon 23 Nov), 13:00–14:00`.
    pub fn span(&self, event: &Event) -> String {
        match (event.start_time, event.end_time) {
            (Moment::Instant(start), Moment::Instant(end)) => {
                let from = self.moment_exactly(Moment::Instant(start));
                let (start, end) = (self.local(start), self.local(end));
                if start == end {
                    from
                } else if start.date() == end.date() {
                    format!("{from}–{}", self.time(end.time()))
                } else {
                    format!("{from} – {}, {}", self.exactly(end.date()), self.time(end.time()))
                }
            }
            (start, end) => {
                let first = start.stored().date_naive();
                let last = end.stored().date_naive().checked_sub_days(Days::new(1));
                match last.filter(|last| *last > first) {
                    Some(last) => {
                        format!("{} – {}, all day", self.exactly(first), self.exactly(last))
                    }
                    None => format!("{}, all day", self.exactly(first)),
                }
            }
        }
    }

    /// The same with the time in its own zone, where that is another one: `tomorrow (Mon 23 Nov),
    /// 16:00–17:00 (15:00–16:00 London time)`.
    pub fn span_in_full(&self, event: &Event) -> String {
        let elsewhere = self.elsewhere(event).map(|time| format!(" ({time})"));
        self.span(event) + &elsewhere.unwrap_or_default()
    }

    /// `“Lunch with Sam”, tomorrow (Mon 23 Nov), 13:00–14:00, at Moe's, repeats every Monday`.
    pub fn event(&self, event: &Event) -> String {
        let place = event.location.as_ref().map(|place| format!(", at {place}"));
        let repeats = repeating(self.event_repeats(event));
        let place = place.unwrap_or_default();
        format!("“{}”, {}{place}{repeats}", event.title, self.span_in_full(event))
    }

    /// `“File the receipt”, due Fri 27 Nov, high priority, #work, 30 min`.
    pub fn task(&self, task: &Task) -> String {
        let due = task.due_date.map(|due| format!(", due {}", self.moment_exactly(due)));
        let priority = match task.priority {
            Priority::None => String::new(),
            priority => format!(", {} priority", priority.name()),
        };
        let repeats = repeating(self.task_repeats(task));
        let labels = labels(&task.labels).map(|labels| format!(", {labels}"));
        let takes = task.estimate_minutes.map(|minutes| format!(", {}", length(minutes)));
        let more = labels.unwrap_or_default() + &takes.unwrap_or_default();
        format!("“{}”{}{priority}{repeats}{more}", task.title, due.unwrap_or_default())
    }

    /// `$12.50 for lunch (Food), today (Sun 22 Nov)`.
    pub fn expense(&self, expense: &Expense) -> String {
        let amount = self.amount(expense.amount, expense.currency);
        let what = match &expense.description {
            Some(description) => format!("{description} ({})", expense.category),
            None => expense.category.clone(),
        };
        let date = self.local(expense.incurred_at).date();
        let repeats = repeating(self.expense_repeats(expense));
        format!("{amount} for {what}, {}{repeats}", self.exactly(date))
    }

    /// `$300.00 a month for Food`, `$1,200.00 a month for everything`.
    pub fn budget(&self, budget: &Budget) -> String {
        let amount = self.amount(budget.amount, budget.currency);
        let what = budget.category.as_deref().unwrap_or("everything");
        format!("{amount} a month for {what}")
    }

    /// `$214.00 left for Food`, `$12.00 over the budget for Food`, `nothing left for Food`.
    pub fn left(&self, state: &BudgetState) -> String {
        let budget = &state.budget;
        let what = budget.category.as_deref().unwrap_or("everything");
        match (state.left.minor(), state.over.minor()) {
            (0, 0) => format!("nothing left for {what}"),
            (_, 0) => format!("{} left for {what}", self.total(state.left, budget.currency)),
            _ => {
                let over = self.total(state.over, budget.currency);
                format!("{over} over the budget for {what}")
            }
        }
    }

    /// Any row.
    pub fn item(&self, item: &Item) -> String {
        match item {
            Item::Event(event) => self.event(event),
            Item::Task(task) => self.task(task),
            Item::Expense(expense) => self.expense(expense),
            Item::Budget(budget) => self.budget(budget),
            Item::List(_) | Item::Filter(_) => format!("“{}”", item.name()),
        }
    }
}

/// `#home #errands`, if there is any.
pub(super) fn labels(labels: &Labels) -> Option<String> {
    let labels: Vec<String> = labels.iter().map(|label| format!("#{label}")).collect();
    (!labels.is_empty()).then(|| labels.join(" "))
}

/// `30 min`, `2 h` or `1 h 30 min`.
pub(super) fn length(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// What stands behind a row that repeats.
fn repeating(words: Option<String>) -> String {
    words.map(|words| format!(", repeats {words}")).unwrap_or_default()
}
