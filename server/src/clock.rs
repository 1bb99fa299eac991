//! The only place that asks what time it is.

use std::sync::Arc;

use chrono::{DateTime, SubsecRound, Utc};

/// Tells the time; tests hold it still.
#[derive(Debug, Clone, Default)]
pub struct Clock(Option<Arc<DateTime<Utc>>>);

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(None)
    }

    /// A clock that stands still.
    pub fn fixed(instant: DateTime<Utc>) -> Self {
        Self(Some(Arc::new(instant)))
    }

    /// Now, to the microsecond: what PostgreSQL stores, so that a row read back
    /// equals the row that was written.
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Some(instant) => **instant,
            #[expect(clippy::disallowed_methods, reason = "this is the clock that others must use")]
            None => Utc::now().trunc_subsecs(6),
        }
    }
}
