//! Moving a task by hand: in its order, to a day, to a list or below another task.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::new::IN_TWO_PLACES;
use crate::input::Field;
use crate::order::{Anchor, anchor};
use crate::time::When;
use crate::validation::{Change, Checker, Invalid, Validate};

/// Where a task goes, as sent; everything but the task may be left out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct MoveTask {
    /// Which task.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub id: Field<Uuid>,
    /// The task that it stands directly behind from now on.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub after: Field<Uuid>,
    /// The task that it stands directly before from now on.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub before: Field<Uuid>,
    /// The day that it is due on; a clock time stays. `null` takes the deadline away.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub day: Field<When>,
    /// The list it goes into; `null` for none.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub list_id: Field<Uuid>,
    /// The task that it becomes a part of; `null` for none.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub parent_id: Field<Uuid>,
}

/// Where a task goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskMove {
    /// Which task.
    pub id: Uuid,
    /// The task it stands beside.
    pub beside: Option<Anchor>,
    /// The day it is due on.
    pub day: Change<Option<NaiveDate>>,
    /// The list it goes into; never together with a new `parent`.
    pub list: Change<Option<Uuid>>,
    /// The task that it becomes a part of.
    pub parent: Change<Option<Uuid>>,
}

impl Validate for MoveTask {
    type Valid = TaskMove;

    fn validate(self) -> Result<TaskMove, Invalid> {
        let mut checker = Checker::default();
        let id = checker.required("id", self.id, "Say which one.");
        let beside = anchor(&mut checker, self.after, self.before);
        let day =
            match checker.change_optional(self.day, |checker, day| checker.optional("day", day)) {
                Change::Keep => Change::Keep,
                Change::Set(None) => Change::Set(None),
                Change::Set(Some(When::Date(day))) => Change::Set(Some(day)),
                Change::Set(Some(When::Instant(_) | When::Local(_))) => {
                    checker.complain("day", "Must be a date such as 2026-11-23.");
                    Change::Keep
                }
            };
        let list = checker
            .change_optional(self.list_id, |checker, field| checker.optional("list_id", field));
        let parent = checker
            .change_optional(self.parent_id, |checker, field| checker.optional("parent_id", field));
        if matches!((&list, &parent), (Change::Set(Some(_)), Change::Set(Some(_)))) {
            checker.complain("list_id", IN_TWO_PLACES);
        }
        let stays = beside.is_none()
            && matches!((&day, &list, &parent), (Change::Keep, Change::Keep, Change::Keep));
        if stays {
            checker.complain("after", "Say where it goes.");
        }
        checker.finish(id.map(|id| TaskMove { id, beside, day, list, parent }))
    }
}
