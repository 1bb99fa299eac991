//! Adding and editing a task.

use serde::{Deserialize, Serialize};

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
}

#[cfg(feature = "ssr")]
mod reading {
    use domain::input::Field;
    use domain::target::Update;
    use domain::task::{NewTask, TaskPatch};
    use domain::time::When;

    use super::super::reading::field;
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

        /// A new task.
        pub(crate) fn create(self) -> NewTask {
            NewTask {
                due_date: self.due(),
                title: Field::Value(self.title),
                notes: Field::Value(self.notes),
                is_complete: Field::Absent,
                priority: field(&self.priority),
                ..NewTask::default()
            }
        }

        /// Everything the form shows replaces what is stored.
        pub(crate) fn update(self) -> Update<TaskPatch> {
            Update {
                id: field(&self.id),
                changes: TaskPatch {
                    due_date: self.due(),
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
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use domain::input::Field;
    use domain::time::When;

    use super::TaskForm;

    fn due(date: &str, time: &str) -> Field<When> {
        let form = TaskForm {
            due_date: date.to_owned(),
            due_time: time.to_owned(),
            ..TaskForm::default()
        };
        form.create().due_date
    }

    #[test]
    fn a_deadline_is_a_date_or_a_date_and_a_time() {
        let when = |text: &str| When::parse(text).map_or_else(Field::Invalid, Field::Value);
        assert_eq!(due("2026-11-23", ""), when("2026-11-23"));
        assert_eq!(due("2026-11-23", "16:30"), when("2026-11-23T16:30"));
        assert_eq!(due("", ""), Field::Null);
        assert!(matches!(due("", "16:30"), Field::Invalid(_)));
    }
}
