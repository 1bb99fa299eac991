//! Which part of a repeating event something is about.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::input::Field;
use crate::repeat::Series;
use crate::target::Target;
use crate::time::When;
use crate::validation::{Checker, Invalid, Validate};

const NO_OCCURRENCE: &str = "Say which occurrence.";

/// A part of a series.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Part {
    /// How much of it.
    pub scope: Series,
    /// From which occurrence on; always there unless it is all of it.
    pub occurrence: Option<When>,
}

impl Part {
    /// Reads both fields.
    pub(super) fn check(
        checker: &mut Checker,
        scope: Field<Series>,
        occurrence: Field<When>,
    ) -> Self {
        let scope = checker.optional("scope", scope).unwrap_or_default();
        let occurrence = checker.optional("occurrence", occurrence);
        if scope != Series::All && occurrence.is_none() {
            checker.complain("occurrence", NO_OCCURRENCE);
        }
        Self { scope, occurrence }
    }
}

/// The part of a repeating event, as the address of a request names it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct EventPart {
    /// How much of a repeating event: `this`, `following` or `all`; `all` when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub scope: Field<Series>,
    /// The `occurrence` that the part and its times refer to.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub occurrence: Field<When>,
}

impl EventPart {
    /// Puts what is said here over what is said elsewhere.
    pub fn over(self, scope: &mut Field<Series>, occurrence: &mut Field<When>) {
        if !self.scope.is_absent() {
            *scope = self.scope;
        }
        if !self.occurrence.is_absent() {
            *occurrence = self.occurrence;
        }
    }
}

/// Names an event, or a part of one that repeats.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default)]
pub struct EventTarget {
    /// The row's identifier.
    pub id: Field<Uuid>,
    /// How much of a repeating event; all of it when left out.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub scope: Field<Series>,
    /// The occurrence that the part refers to.
    #[serde(skip_serializing_if = "Field::is_absent")]
    pub occurrence: Field<When>,
}

impl From<Uuid> for EventTarget {
    fn from(id: Uuid) -> Self {
        Target::from(id).into()
    }
}

impl From<Target> for EventTarget {
    fn from(target: Target) -> Self {
        Self { id: target.id, ..Self::default() }
    }
}

impl Validate for EventTarget {
    type Valid = (Uuid, Part);

    fn validate(self) -> Result<(Uuid, Part), Invalid> {
        let mut checker = Checker::default();
        let id = checker.required("id", self.id, "Say which one.");
        let part = Part::check(&mut checker, self.scope, self.occurrence);
        checker.finish(id.map(|id| (id, part)))
    }
}
