//! Moving a task, a list or a saved filter by hand.

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

/// Where a list or a saved filter goes among its kind.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RankForm {
    /// `filter`; anything else is a list.
    pub kind: String,
    /// Which one.
    pub id: String,
    /// What it stands behind; blank for nothing.
    pub after: String,
    /// What it stands before; blank for nothing.
    pub before: String,
}

#[cfg(feature = "ssr")]
mod reading {
    use domain::input::Field;
    use domain::order::MoveRow;
    use domain::task::MoveTask;

    use super::super::reading::{field, present};
    use super::{MoveForm, RankForm};

    impl RankForm {
        /// Where it goes.
        pub(crate) fn to(&self) -> MoveRow {
            MoveRow {
                id: field(&self.id),
                after: present(&self.after),
                before: present(&self.before),
            }
        }
    }

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
