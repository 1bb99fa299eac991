//! Moments in words: a date, or a date and its clock time.

use domain::time::Moment;

use super::Words;

impl Words {
    /// `Tomorrow 13:00`, or the day alone for a plain date.
    pub fn moment(&self, moment: Moment) -> String {
        match moment {
            Moment::Date(date) => self.day(date),
            Moment::Instant(instant) => {
                let local = self.local(instant);
                format!("{} {}", self.day(local.date()), self.time(local.time()))
            }
        }
    }

    /// `tomorrow (Mon 23 Nov), 13:00`, or the date alone.
    pub fn moment_exactly(&self, moment: Moment) -> String {
        match moment {
            Moment::Date(date) => self.exactly(date),
            Moment::Instant(instant) => {
                let local = self.local(instant);
                format!("{}, {}", self.exactly(local.date()), self.time(local.time()))
            }
        }
    }

    /// `Friday 27 November 2026, 13:00`.
    pub fn moment_in_full(&self, moment: Moment) -> String {
        match moment {
            Moment::Date(date) => self.long(date),
            Moment::Instant(instant) => {
                let local = self.local(instant);
                format!("{}, {}", self.long(local.date()), self.time(local.time()))
            }
        }
    }
}
