//! The time elsewhere, beside one's own: `15:00–16:00 London time`.

use chrono::{Offset, TimeZone};
use chrono_tz::Tz;
use domain::event::Event;
use domain::time::Moment;

use super::Words;

impl Words {
    /// When an event is by the clock of its own zone, where that differs from the person's:
    /// `09:00–10:00 Tokyo time, Tue 24 Nov`; the day only where it is another one.
    pub fn elsewhere(&self, event: &Event) -> Option<String> {
        let (Moment::Instant(start), Moment::Instant(end)) = (event.start_time, event.end_time)
        else {
            return None;
        };
        let zone: Tz = event.time_zone.as_deref()?.parse().ok()?;
        let offset = |zone: Tz| zone.offset_from_utc_datetime(&start.naive_utc()).fix();
        if offset(zone) == offset(self.actor.zone) {
            return None;
        }
        let (from, to) = (start.with_timezone(&zone), end.with_timezone(&zone));
        let clock = if from == to {
            self.time(from.time())
        } else {
            format!("{}–{}", self.time(from.time()), self.time(to.time()))
        };
        let day = from.date_naive();
        let day = if day == self.local(start).date() {
            String::new()
        } else {
            format!(", {}", self.short(day))
        };
        Some(format!("{clock} {}{day}", zone_name(zone)))
    }
}

/// What people call the time of a zone: `London time`, `Pacific time`, `UTC`.
pub fn zone_name(zone: Tz) -> String {
    match zone {
        Tz::America__New_York => "Eastern time".to_owned(),
        Tz::America__Chicago => "Central time".to_owned(),
        Tz::America__Denver => "Mountain time".to_owned(),
        Tz::America__Los_Angeles => "Pacific time".to_owned(),
        other => match other.name().rsplit_once('/') {
            Some((_, city)) => format!("{} time", city.replace('_', " ")),
            None => other.name().to_owned(),
        },
    }
}
