//! Free time.

use chrono::{NaiveDate, NaiveTime};
use domain::event::Event;
use domain::free_time::{FreeSlot, FreeTime};
use domain::time::Moment;

use super::{Report, listing};

/// How many events are named that take the time.
const NAMED: usize = 3;

impl Report<'_> {
    pub(super) fn free_time(&self, free: &FreeTime) -> String {
        match (self.asked(), free.slots.first()) {
            ("whether", _) => self.whether(free),
            ("first", Some(slot)) => self.first(slot),
            _ => self.when_free(free),
        }
    }

    /// The first free stretch, as long as it was asked for.
    fn first(&self, slot: &FreeSlot) -> String {
        let minutes = self.call.arguments.get("minutes").and_then(serde_json::Value::as_i64);
        let start = slot.start_time.stored();
        let end = minutes
            .map_or(slot.end_time.stored(), |minutes| start + chrono::TimeDelta::minutes(minutes));
        let end_time = Moment::Instant(end.min(slot.end_time.stored()));
        let (date, hours) = self.slot(&FreeSlot { end_time, ..*slot });
        format!("You are free first {}, {hours}.", self.words.exactly(date))
    }

    fn when_free(&self, free: &FreeTime) -> String {
        let when = &self.when;
        if free.slots.is_empty() {
            let why = self.taken(&free.taken);
            return format!("No free time{when}{why}.{}", self.beside(free));
        }
        let mut days: Vec<(NaiveDate, Vec<String>)> = Vec::new();
        for slot in &free.slots {
            let (date, hours) = self.slot(slot);
            match days.last_mut() {
                Some((day, all)) if *day == date => all.push(hours),
                _ => days.push((date, vec![hours])),
            }
        }
        match days.as_slice() {
            [(date, hours)] => {
                let hours = crate::words::list(hours);
                format!("You are free {}: {hours}.{}", self.words.exactly(*date), self.beside(free))
            }
            days => {
                let line = |(date, hours): &(NaiveDate, Vec<String>)| {
                    format!("• {}: {}", self.words.exactly(*date), hours.join(", "))
                };
                let list = listing("You are free:", days.iter().map(line).collect());
                let beside = self.beside(free);
                if beside.is_empty() { list } else { format!("{list}\n{}", beside.trim_start()) }
            }
        }
    }

    /// Yes when nothing takes any of it.
    fn whether(&self, free: &FreeTime) -> String {
        let when = &self.when;
        let clock = |name| {
            let time = NaiveTime::parse_from_str(self.argument(name)?, "%H:%M").ok()?;
            Some(self.words.time(time))
        };
        let hours = match (clock("not_before"), clock("not_after")) {
            (Some(from), Some(to)) => format!(", {from}–{to}"),
            _ => String::new(),
        };
        if free.taken.is_empty() && free.slots.is_empty() {
            return format!("That time is over{when}.");
        }
        let beside = self.beside(free);
        let long = self.call.arguments.get("minutes").and_then(serde_json::Value::as_u64);
        // A question about an hour asks for every minute of it (`questions::free`).
        let long = long.filter(|minutes| *minutes > 1);
        match (free.taken.is_empty(), free.slots.is_empty()) {
            (true, _) => format!("Yes, nothing is planned{when}{hours}.{beside}"),
            (false, true) => format!("No{}.{beside}", self.taken(&free.taken)),
            // "do I have time for a two hour walk?": any stretch that is long enough will do.
            (false, false) if long.is_some() => {
                let slots: Vec<String> = free.slots.iter().map(|slot| self.slot(slot).1).collect();
                format!("Yes{when}: {}.{beside}", crate::words::list(&slots))
            }
            (false, false) => {
                let slots: Vec<String> = free.slots.iter().map(|slot| self.slot(slot).1).collect();
                let rest = crate::words::list(&slots);
                format!("Partly{}. You are free {rest}.{beside}", self.taken(&free.taken))
            }
        }
    }

    /// The day of a stretch and its hours.
    fn slot(&self, slot: &FreeSlot) -> (NaiveDate, String) {
        let start = self.words.local(slot.start_time.stored());
        let end = self.words.local(slot.end_time.stored());
        let hours = format!("{}–{}", self.words.time(start.time()), self.words.time(end.time()));
        (start.date(), hours)
    }

    /// `: “Dentist”, tomorrow (Mon 23 Nov), 09:00–09:30`, or nothing.
    fn taken(&self, events: &[Event]) -> String {
        let named: Vec<String> =
            events.iter().take(NAMED).map(|event| self.words.event(event)).collect();
        match events.len().saturating_sub(NAMED) {
            _ if named.is_empty() => String::new(),
            0 => format!(": {}", named.join("; ")),
            more => format!(": {}; and {more} more", named.join("; ")),
        }
    }

    /// What fills whole days; whether one is free beside it is for the person to say.
    fn beside(&self, free: &FreeTime) -> String {
        let named: Vec<String> =
            free.all_day.iter().take(NAMED).map(|event| self.words.event(event)).collect();
        if named.is_empty() { String::new() } else { format!(" Also then: {}.", named.join("; ")) }
    }
}
