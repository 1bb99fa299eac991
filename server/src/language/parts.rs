//! Everything one date expression said, before it is settled.

use chrono::DateTime;
use chrono_tz::Tz;

use super::{
    atoms::Atom,
    clock::Clock,
    day::{Base, DaySlot, Trouble},
    offsets::Length,
    recurrence::Repeat,
    relative::DayPart,
    zones::Zone,
};

/// Everything one expression said, not yet settled.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Parts {
    pub(crate) day: Option<DaySlot>,
    pub(crate) clock: Option<Clock>,
    pub(crate) part: Option<DayPart>,
    pub(crate) end_day: Option<DaySlot>,
    pub(crate) end_clock: Option<Clock>,
    pub(crate) length: Option<Length>,
    /// An instant counted from now.
    pub(crate) instant: Option<DateTime<Tz>>,
    pub(crate) zone: Option<Zone>,
    pub(crate) repeat: Option<Repeat>,
    /// "end of day": a day, and no time of it.
    pub(crate) end_of_day: bool,
    /// "all day": no time of it.
    pub(crate) all_day: bool,
    /// "at the same time": the time of the item before.
    pub(crate) same_time: bool,
    /// Introduced by "since".
    pub(crate) since: bool,
    /// Introduced by "by", "before", "until".
    pub(crate) deadline: bool,
    /// Introduced by "due".
    pub(crate) due: bool,
    /// Introduced by "until" or "till".
    pub(crate) until: bool,
    pub(crate) trouble: Option<Trouble>,
}

impl Parts {
    /// Whether a day or a time of any kind was said.
    pub(crate) fn is_dated(&self) -> bool {
        self.day.is_some()
            || self.clock.is_some()
            || self.part.is_some()
            || self.instant.is_some()
            || self.repeat.is_some()
            || self.end_of_day
            || self.trouble.is_some()
            || self.same_time
    }

    /// Whether one day of the calendar was named, with its month.
    pub(crate) fn names_date(&self) -> bool {
        let base = self.day.and_then(|day| day.base);
        self.repeat.is_none() && matches!(base, Some(Base::Exact(_) | Base::MonthDay(..)))
    }

    /// Takes over the parts of another expression of the same sentence, if none is said twice.
    pub(crate) fn absorb(&mut self, other: &Self) -> bool {
        let repeat = match (&self.repeat, &other.repeat) {
            (Some(mine), Some(theirs)) => mine.with(theirs).map(Some),
            (mine, theirs) => Some(mine.clone().or_else(|| theirs.clone())),
        };
        let twice = self.clock.is_some() && other.clock.is_some()
            || self.instant.is_some()
                && (other.day.is_some()
                    || other.clock.is_some()
                    || other.instant.is_some()
                    || other.repeat.is_some())
            || other.instant.is_some() && (self.day.is_some() || self.clock.is_some())
            || self.part.is_some() && other.part.is_some()
            || self.length.is_some() && other.length.is_some()
            || self.end_day.is_some() && other.day.is_some()
            || repeat.is_none();
        let day = match (self.day, other.day) {
            (Some(a), Some(b)) => a.merge(b).map(Some),
            (a, b) => Some(a.or(b)),
        };
        let (false, Some(day), Some(repeat)) = (twice, day, repeat) else { return false };
        self.day = day;
        self.clock = self.clock.or(other.clock);
        self.part = self.part.or(other.part);
        self.end_day = self.end_day.or(other.end_day);
        self.end_clock = self.end_clock.or(other.end_clock);
        self.length = self.length.or(other.length);
        self.instant = self.instant.or(other.instant);
        self.zone = self.zone.or(other.zone);
        self.repeat = repeat;
        self.end_of_day |= other.end_of_day;
        self.all_day |= other.all_day;
        self.same_time |= other.same_time;
        self.since |= other.since;
        self.deadline |= other.deadline;
        self.due |= other.due;
        self.until |= other.until;
        self.trouble = self.trouble.or(other.trouble);
        true
    }

    /// Takes one more part of the expression, unless something already said contradicts it.
    pub(crate) fn take(&mut self, atom: &Atom) -> bool {
        let mut more = Self::default();
        match atom {
            Atom::Day(day, part) => {
                more.day = Some(*day);
                more.part = *part;
            }
            Atom::Days(first, last) => {
                more.day = Some(*first);
                more.end_day = Some(*last);
            }
            Atom::Clock(clock) => more.clock = Some(*clock),
            Atom::Clocks(start, end) => {
                more.clock = Some(*start);
                more.end_clock = Some(*end);
            }
            Atom::Stamp(date, clock, zone) => {
                more.day = Some(DaySlot::exact(*date));
                more.clock = Some(*clock);
                more.zone = *zone;
            }
            Atom::Part(part) => more.part = Some(*part),
            Atom::Instant(instant) => more.instant = Some(*instant),
            Atom::Running(from, length) => {
                more.instant = Some(*from);
                more.length = Some(*length);
            }
            Atom::Length(length) => more.length = Some(*length),
            Atom::Zone(zone) => more.zone = Some(*zone),
            Atom::Repeat(repeat, part) => {
                more.repeat = Some(repeat.clone());
                more.part = *part;
            }
            Atom::EndOfDay => more.end_of_day = true,
            Atom::AllDay => more.all_day = true,
            Atom::SameDay => {}
            Atom::SameTime => more.same_time = true,
            Atom::Trouble(trouble) => more.trouble = Some(*trouble),
        }
        self.absorb(&more)
    }
}
