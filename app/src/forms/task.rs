//! Adding and editing a task.

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
    use domain::input::Field;
    use domain::repeat::{RepeatFrom, Rule};
    use domain::target::Update;
    use domain::task::{NewTask, TaskPatch};
    use domain::time::When;
    use server::language::Reference;

    use super::super::reading::field;
    use super::super::repeat::to_first_day;
    use super::TaskForm;

    impl TaskForm {
        /// Date and time together. A time alone says too little.
        fn due(&self) -> Field<When> {
            match (self.due_date.trim(), self.due_time.trim()) {
                ("", "") => Field::Null,
                ("", _) => Field::Invalid("Say on which day, too.".to_owned()),
                (date, "") => field(date),
                (date, time) => field(&format!("{date}T{time}")),
            }
        }

        /// What the next deadline counts from.
        fn repeat_from(&self) -> Field<RepeatFrom> {
            let is_completion = !self.from_completion.is_empty();
            Field::Value(if is_completion { RepeatFrom::Completion } else { RepeatFrom::Due })
        }

        /// A new task. One that repeats begins on the first day that its rule names.
        pub(crate) fn create(self, reference: &Reference) -> NewTask {
            let rrule = self.repeat.rule(reference);
            NewTask {
                due_date: first_due(self.due(), &rrule, reference),
                repeat_from: self.repeat_from(),
                rrule,
                title: Field::Value(self.title),
                notes: Field::Value(self.notes),
                is_complete: Field::Absent,
                priority: field(&self.priority),
                ..NewTask::default()
            }
        }

        /// Everything the form shows replaces what is stored.
        pub(crate) fn update(self, reference: &Reference) -> Update<TaskPatch> {
            let rrule = self.repeat.rule(reference);
            Update {
                id: field(&self.id),
                changes: TaskPatch {
                    due_date: first_due(self.due(), &rrule, reference),
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
                    ..TaskPatch::default()
                },
            }
        }
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
        Reference { now: now.unwrap() }
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
        assert_eq!(due("", ""), Field::Null);
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
