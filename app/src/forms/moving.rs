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
    use domain::task::MoveTask;

    use super::super::reading::{field, present};
    use super::MoveForm;

    impl MoveForm {
        /// Where it goes.
        pub(crate) fn to(self) -> MoveTask {
            let (day, list_id) = match self.takes.split_once(':') {
                Some(("day", day)) => (field(day), Field::Absent),
                Some(("list", list)) => (Field::Absent, field(list)),
                _ => (Field::Absent, Field::Absent),
            };
            MoveTask {
                id: field(&self.id),
                after: present(&self.after),
                before: present(&self.before),
                day,
                list_id,
                parent_id: Field::Absent,
            }
        }
    }
}
