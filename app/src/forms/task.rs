//! Adding and editing a task.

#[cfg(feature = "ssr")]
mod estimate;
#[cfg(feature = "ssr")]
mod line;

#[cfg(feature = "ssr")]
pub(crate) use line::{OPENING, deadline, labelled};

use serde::{Deserialize, Serialize};

use super::RepeatForm;

/// A task's form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskForm {
    /// Which task; empty for a new one.
    pub id: String,
    /// What is to be done.
    pub title: String,
    /// Details.
    pub notes: String,
    /// The deadline's date.
    pub due_date: String,
    /// The deadline's time; blank for a plain date.
    pub due_time: String,
    /// The deadline in words, where it is not said by date and time: `fri 3pm`.
    pub due: String,
    /// What the words were when the form was shown: as long as they are the same, the
    /// deadline stays.
    pub due_was: String,
    /// The deadline that the page gives what says none itself, as `date` has it.
    pub page_due: String,
    /// The list that the page gives what says none itself; blank for none.
    pub page_list: String,
    /// The list; blank for none. What is left out stays.
    pub list: Option<String>,
    /// Labels, between commas or spaces.
    pub labels: Option<String>,
    /// How long it takes: `90`, `1 h 30 min`.
    pub estimate: Option<String>,
    /// The task that it is a step of; blank for none.
    pub parent: String,
    /// How much it matters.
    pub priority: String,
    /// How it repeats.
    #[serde(flatten)]
    pub repeat: RepeatForm,
    /// Whether the next deadline counts from the day on which it is done.
    pub from_completion: String,
}

#[cfg(feature = "ssr")]
mod reading {
    use domain::input::{Field, FromScalar};
    use domain::repeat::{RepeatFrom, Rule};
    use domain::target::Update;
    use domain::task::{NewTask, TaskPatch};
    use domain::time::When;
    use server::language::Reference;

    use super::super::reading::{field, present};
    use super::super::repeat::to_first_day;
    use super::TaskForm;
    use super::estimate::minutes;
    use super::line::{Line, deadline};
    use crate::texts;

    impl TaskForm {
        /// Date and time together, or words. A time alone says too little.
        fn due(&self, reference: &Reference) -> Field<When> {
            match (self.due_date.trim(), self.due_time.trim(), self.due.trim()) {
                ("", "", words) if words == self.due_was.trim() => Field::Absent,
                ("", "", "") => Field::Null,
                ("", "", words) => {
                    deadline(words, reference).map_or_else(Field::Invalid, Field::Value)
                }
                ("", ..) => Field::Invalid(texts::problems::NO_DAY.to_owned()),
                (date, "", _) => field(date),
                (date, time, _) => field(&format!("{date}T{time}")),
            }
        }

        /// Where complaints belong.
        pub(crate) fn places(
            &self,
            reference: &Reference,
        ) -> impl Fn(&str) -> Option<&'static str> + use<> {
            let repeat = self.repeat.places(reference);
            let in_words = !(self.due.trim().is_empty() && self.due_was.is_empty());
            move |name| match name {
                "due_date" if in_words => Some("due"),
                "list_id" => Some("list"),
                "estimate_minutes" => Some("estimate"),
                name => repeat(name),
            }
        }

        /// What the next deadline counts from.
        fn repeat_from(&self) -> Field<RepeatFrom> {
            let is_completion = !self.from_completion.is_empty();
            Field::Value(if is_completion { RepeatFrom::Completion } else { RepeatFrom::Due })
        }

        /// A new task. What its line says counts where the fields say nothing, and what
        /// the page says where neither does. One that repeats begins on the first day
        /// that its rule names.
        pub(crate) fn create(self, reference: &Reference) -> NewTask {
            let line = Line::read(&self.title, reference);
            let chosen = self.repeat.rule(reference);
            let is_chosen = matches!(chosen, Field::Value(_) | Field::Invalid(_));
            let rrule = if is_chosen { chosen } else { line.rule.map_or(chosen, Field::Value) };
            let due = match (self.due(reference), line.due) {
                (Field::Absent | Field::Null, Some(due)) => Field::Value(due),
                (Field::Absent | Field::Null, None) => present(&self.page_due),
                (said, _) => said,
            };
            let priority = match (self.priority.as_str(), line.priority) {
                ("" | "none", Some(priority)) => Field::Value(priority),
                (chosen, _) => field(chosen),
            };
            let labels = line.labels.map_or_else(|| text(self.labels.as_deref()), Field::Value);
            let list = text(self.list.as_deref());
            NewTask {
                list_id: match list {
                    Field::Absent | Field::Null => present(&self.page_list),
                    list => list,
                },
                labels,
                estimate_minutes: minutes(self.estimate.as_deref()),
                parent_id: present(&self.parent),
                due_date: first_due(due, &rrule, reference),
                repeat_from: match line.repeat_from {
                    Some(from) if !is_chosen => Field::Value(from),
                    _ => self.repeat_from(),
                },
                rrule,
                title: Field::Value(line.title),
                notes: Field::Value(self.notes),
                is_complete: Field::Absent,
                priority,
            }
        }

        /// Everything the form shows replaces what is stored.
        pub(crate) fn update(self, reference: &Reference) -> Update<TaskPatch> {
            let rrule = self.repeat.rule(reference);
            Update {
                id: field(&self.id),
                changes: TaskPatch {
                    list_id: text(self.list.as_deref()),
                    labels: text(self.labels.as_deref()),
                    estimate_minutes: minutes(self.estimate.as_deref()),
                    parent_id: Field::Absent,
                    due_date: first_due(self.due(reference), &rrule, reference),
                    repeat_from: self.repeat_from(),
                    rrule,
                    title: Field::Value(self.title),
                    notes: Field::Value(self.notes),
                    is_complete: Field::Absent,
                    priority: if self.priority.is_empty() {
                        Field::Absent
                    } else {
                        field(&self.priority)
                    },
                },
            }
        }
    }

    /// A field that a form may leave out; blank empties it.
    fn text<T: FromScalar>(text: Option<&str>) -> Field<T> {
        text.map_or(Field::Absent, field)
    }

    /// The first deadline of a rule that was just chosen: from the one that is said on,
    /// or from today.
    fn first_due(due: Field<When>, rule: &Field<Rule>, reference: &Reference) -> Field<When> {
        let Field::Value(rule) = rule else { return due };
        let start = match due {
            Field::Value(start) => start,
            Field::Absent | Field::Null => When::Date(reference.now.date_naive()),
            Field::Invalid(message) => return Field::Invalid(message),
        };
        let step = to_first_day(start, rule, reference.now.timezone());
        Field::Value(match start {
            When::Date(date) => When::Date(date + step),
            When::Local(local) => When::Local(local + step),
            When::Instant(instant) => When::Instant(instant + step),
        })
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use chrono::TimeZone;
    use domain::input::Field;
    use domain::time::When;

    use super::TaskForm;
    use crate::forms::RepeatForm;
    use server::language::Reference;

    /// Monday 23 November 2026, 10:00 in Berlin.
    fn reference() -> Reference {
        let now = chrono_tz::Europe::Berlin.with_ymd_and_hms(2026, 11, 23, 10, 0, 0);
        Reference::at(now.unwrap())
    }

    fn due(date: &str, time: &str) -> Field<When> {
        let form = TaskForm {
            due_date: date.to_owned(),
            due_time: time.to_owned(),
            ..TaskForm::default()
        };
        form.create(&reference()).due_date
    }

    #[test]
    fn a_deadline_is_a_date_or_a_date_and_a_time() {
        let when = |text: &str| When::parse(text).map_or_else(Field::Invalid, Field::Value);
        assert_eq!(due("2026-11-23", ""), when("2026-11-23"));
        assert_eq!(due("2026-11-23", "16:30"), when("2026-11-23T16:30"));
        assert_eq!(due("", ""), Field::Absent);
        let emptied = TaskForm { due_was: "Friday".to_owned(), ..TaskForm::default() };
        assert_eq!(emptied.update(&reference()).changes.due_date, Field::Null);
        assert!(matches!(due("", "16:30"), Field::Invalid(_)));
    }

    #[test]
    fn what_repeats_begins_on_the_first_day_of_its_rule() {
        let first = |date: &str| {
            let repeat = RepeatForm {
                repeat: RepeatForm::OWN.to_owned(),
                repeat_words: "every friday".to_owned(),
                ..RepeatForm::default()
            };
            let form = TaskForm { due_date: date.to_owned(), repeat, ..TaskForm::default() };
            form.create(&reference()).due_date
        };
        let when = |text: &str| When::parse(text).map_or_else(Field::Invalid, Field::Value);
        assert_eq!(first(""), when("2026-11-27"));
        assert_eq!(first("2026-12-01"), when("2026-12-04"));
        assert!(matches!(first("soon"), Field::Invalid(_)));
    }
}
