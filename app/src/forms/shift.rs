//! Moving or resizing what stands in the calendar.

use serde::{Deserialize, Serialize};

/// New times for an event or a task, by the person's clock.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ShiftForm {
    /// Which one.
    pub id: String,
    /// `task` for a task, whose deadline moves; else it is an event.
    pub kind: String,
    /// When it begins: a time, or a date for whole days.
    pub start: String,
    /// When it ends: a time, or the last of the days. A task has none.
    pub end: String,
    /// The occurrence of a repeating event that was moved.
    pub occurrence: String,
    /// How much of a repeating event moves with it: `this`, `following` or `all`.
    pub scope: String,
}

#[cfg(feature = "ssr")]
mod reading {
    use domain::event::EventPatch;
    use domain::input::Field;
    use domain::target::Update;
    use domain::task::TaskPatch;
    use domain::time::When;
    use server::context::Context;
    use server::zone;

    use super::super::reading::field;
    use super::ShiftForm;

    impl ShiftForm {
        /// Whether it is about a task.
        pub(crate) fn is_task(&self) -> bool {
            self.kind == "task"
        }

        /// The change of an event. Operations read a time without offset in the
        /// event's zone; the calendar shows the person's.
        pub(crate) fn event(self, context: &Context) -> Update<EventPatch> {
            let read = |text: &str| match field(text) {
                Field::Value(When::Local(local)) => {
                    Field::Value(When::Instant(zone::instant(context.actor.zone, local)))
                }
                other => other,
            };
            let end = match read(&self.end) {
                Field::Value(When::Date(last)) => Field::Value(When::Date(zone::next_day(last))),
                other => other,
            };
            let changes = EventPatch {
                start_time: read(&self.start),
                end_time: end,
                occurrence: part(&self.occurrence),
                scope: part(&self.scope),
                ..EventPatch::default()
            };
            Update { id: field(&self.id), changes }
        }

        /// The change of a task.
        pub(crate) fn task(self) -> Update<TaskPatch> {
            let changes = TaskPatch { due_date: field(&self.start), ..TaskPatch::default() };
            Update { id: field(&self.id), changes }
        }
    }

    /// What only repeating events have; left out where it is blank.
    fn part<T: domain::input::FromScalar>(text: &str) -> Field<T> {
        match field(text) {
            Field::Null => Field::Absent,
            other => other,
        }
    }
}
