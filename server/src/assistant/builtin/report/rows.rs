//! Events, tasks and expenses that were looked up.

use domain::agenda::Agenda;
use domain::event::Event;
use domain::expense::Expense;
use domain::task::Task;

use super::{Report, counted, listing};

impl Report<'_> {
    pub(super) fn events(&self, events: &[Event]) -> String {
        let named = self.argument("words");
        match (self.asked(), events) {
            ("next", [event, ..]) => format!("Next is {}.", self.words.event(event)),
            ("next", []) => match named {
                Some(name) => format!("Nothing called “{name}” is coming up."),
                None => "Nothing is coming up.".to_owned(),
            },
            ("this", [event]) => self.what_about(&self.words.event(event)),
            ("row", [event]) => format!("{}.", self.words.event(event)),
            ("clashes", events) => self.clashes(events),
            ("count", []) => format!("No events{}.", self.called()),
            ("count", events) => format!("{}{}.", counted(events.len(), "event"), self.called()),
            (_, []) => format!("Nothing{} is on your calendar{}.", self.named(), self.ahead()),
            (_, events) => {
                let head = format!("{}{}:", counted(events.len(), "event"), self.called());
                listing(
                    &head,
                    events.iter().map(|e| format!("• {}", self.words.event(e))).collect(),
                )
            }
        }
    }

    /// The events that overlap, each pair once; days as a whole are no appointments.
    fn clashes(&self, events: &[Event]) -> String {
        let timed: Vec<&Event> = events.iter().filter(|event| !event.all_day).collect();
        let lines: Vec<String> = timed
            .iter()
            .enumerate()
            .flat_map(|(at, one)| timed.iter().skip(at + 1).map(move |other| (*one, *other)))
            .filter(|(one, other)| {
                one.start_time < other.end_time && other.start_time < one.end_time
            })
            .map(|(one, other)| {
                format!("• {} and {}", self.words.event(one), self.words.event(other))
            })
            .collect();
        if lines.is_empty() {
            return format!("Nothing overlaps{}.", self.ahead());
        }
        listing(&format!("{}{}:", counted(lines.len(), "overlap"), self.ahead()), lines)
    }

    pub(super) fn tasks(&self, tasks: &[Task]) -> String {
        let kind = match (self.flag("done"), self.flag("overdue"), self.argument("priority")) {
            (true, ..) => "done task".to_owned(),
            (false, true, _) => "overdue task".to_owned(),
            (false, false, Some(priority)) => format!("open {priority}-priority task"),
            (false, false, None) => "open task".to_owned(),
        };
        match (self.asked(), tasks) {
            ("this", [task]) => self.what_about(&self.words.task(task)),
            ("row", [task]) => format!("{}.", self.words.task(task)),
            (_, []) => format!("No {kind}s{}.", self.called()),
            ("count", tasks) => format!("{}{}.", counted(tasks.len(), &kind), self.called()),
            (_, tasks) => {
                let head = format!("{}{}:", counted(tasks.len(), &kind), self.called());
                listing(&head, tasks.iter().map(|t| format!("• {}", self.words.task(t))).collect())
            }
        }
    }

    pub(super) fn expenses(&self, expenses: &[Expense]) -> String {
        let on = self.on_what();
        let bound = match (self.argument("at_least"), self.argument("at_most")) {
            (Some(least), Some(most)) => format!(" between {least} and {most}"),
            (Some(least), None) => format!(" of {least} or more"),
            (None, Some(most)) => format!(" of {most} or less"),
            (None, None) => String::new(),
        };
        match (self.asked(), expenses) {
            ("this", [expense]) => self.what_about(&self.words.expense(expense)),
            ("row", [expense]) => format!("{}.", self.words.expense(expense)),
            (_, []) => format!("No expenses{on}{bound}{}.", self.when),
            ("count", expenses) => {
                format!("{}{on}{bound}{}.", counted(expenses.len(), "expense"), self.when)
            }
            (_, expenses) => {
                let head =
                    format!("{}{on}{bound}{}:", counted(expenses.len(), "expense"), self.when);
                let lines = expenses.iter().map(|e| format!("• {}", self.words.expense(e)));
                listing(&head, lines.collect())
            }
        }
    }

    pub(super) fn agenda(&self, agenda: &Agenda) -> String {
        let words = &self.words;
        let overdue = agenda.overdue.iter().map(|task| format!("• Overdue: {}", words.task(task)));
        let events = agenda.events.iter().map(|event| format!("• {}", words.event(event)));
        let due = agenda.due.iter().map(|task| format!("• {}", words.task(task)));
        let lines: Vec<String> = overdue.chain(events).chain(due).collect();
        if lines.is_empty() {
            return "Nothing is planned and nothing is due.".to_owned();
        }
        listing("This lies ahead:", lines)
    }

    /// Asked for a row alone, the person wants something done with it.
    fn what_about(&self, row: &str) -> String {
        format!("{row}. What should I do with it?")
    }

    /// ` called “dentist”`, or nothing.
    fn named(&self) -> String {
        self.argument("words").map(|name| format!(" called “{name}”")).unwrap_or_default()
    }

    fn called(&self) -> String {
        format!("{}{}", self.named(), self.ahead())
    }

    /// The dates; "since today" is said as "from now on".
    fn ahead(&self) -> String {
        let open = self.argument("to").is_none();
        let today = self.argument("from") == Some(self.context.today().to_string().as_str());
        if open && today { " from now on".to_owned() } else { self.when.clone() }
    }
}
