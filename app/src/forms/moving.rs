//! Moving a task by hand.

use serde::{Deserialize, Serialize};

/// Where a task goes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MoveForm {
    /// Which task.
    pub id: String,
    /// The task that it stands behind; blank for none.
    pub after: String,
    /// The task that it stands before; blank for none.
    pub before: String,
    /// What it gets where it goes, see [`crate::view::tasks::TaskGroup::takes`].
    pub takes: String,
}

#[cfg(feature = "ssr")]
mod reading {
    use domain::input::Field;
    use domain::target::Update;
    use domain::task::TaskPatch;

    use super::super::reading::field;
    use super::MoveForm;

    impl MoveForm {
        pub(crate) fn update(self) -> Update<TaskPatch> {
            let due_date = match self.takes.split_once(':') {
                Some(("day", day)) => field(day),
                _ => Field::Absent,
            };
            Update { id: field(&self.id), changes: TaskPatch { due_date, ..TaskPatch::default() } }
        }
    }
}
