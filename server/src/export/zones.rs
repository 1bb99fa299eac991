//! Time zones as calendars want them described (RFC 5545, 3.6.5): which offset counts from
//! when on. Most know zones by their IANA names and take these words for a hint.

use std::fmt::Write;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, Offset, TimeDelta, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

/// For how many years from now changes of the clocks are told. Nobody knows for longer than
/// a few what parliaments will do.
const AHEAD: i32 = 20;
/// How far back they are told, whatever there is in a calendar: before, clocks were set by
/// the sun of each place.
const FIRST_YEAR: i32 = 1900;
/// Where the first offset begins: before everything else, as Outlook has it.
const BEGINNING: &str = "16010101T000000";

/// What the clocks of a zone show from an instant on.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Shown {
    /// Seconds ahead of UTC.
    offset: i32,
    is_summer: bool,
}

fn shown(zone: Tz, at: DateTime<Utc>) -> Shown {
    let offset = zone.offset_from_utc_datetime(&at.naive_utc());
    Shown {
        offset: offset.fix().local_minus_utc(),
        is_summer: offset.dst_offset() != TimeDelta::zero(),
    }
}

/// A zone, from the year of an instant on.
pub(super) fn described(zone: Tz, from: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let year = |year: i32| {
        let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(NaiveDate::MAX);
        day.and_time(NaiveTime::MIN).and_utc()
    };
    let from = year(from.year().clamp(FIRST_YEAR, now.year()));
    let until = year(now.year() + AHEAD);
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{}\r\n", zone.name());
    let mut before = shown(zone, from);
    observance(&mut text, zone, from, before, before, BEGINNING);
    let mut day = from;
    while day < until {
        let next = day + TimeDelta::days(1);
        let after = shown(zone, next);
        if after != before {
            let at = change(zone, day, next);
            let local = at.naive_utc() + TimeDelta::seconds(i64::from(before.offset));
            let begins = local.format("%Y%m%dT%H%M%S").to_string();
            observance(&mut text, zone, at, before, after, &begins);
            before = after;
        }
        day = next;
    }
    text.push_str("END:VTIMEZONE\r\n");
    text
}

/// The first second of the change between two instants.
fn change(zone: Tz, mut before: DateTime<Utc>, mut after: DateTime<Utc>) -> DateTime<Utc> {
    let was = shown(zone, before);
    while after - before > TimeDelta::seconds(1) {
        let middle = before + TimeDelta::seconds((after - before).num_seconds() / 2);
        if shown(zone, middle) == was {
            before = middle;
        } else {
            after = middle;
        }
    }
    after
}

fn observance(
    text: &mut String,
    zone: Tz,
    at: DateTime<Utc>,
    before: Shown,
    after: Shown,
    begins: &str,
) {
    let kind = if after.is_summer { "DAYLIGHT" } else { "STANDARD" };
    let (was, is) = (signed(before.offset), signed(after.offset));
    let name = zone.offset_from_utc_datetime(&at.naive_utc());
    let name = name.abbreviation().unwrap_or(zone.name());
    // Writing to a text cannot fail.
    let _ = write!(
        text,
        "BEGIN:{kind}\r\nDTSTART:{begins}\r\nTZOFFSETFROM:{was}\r\nTZOFFSETTO:{is}\r\n\
         TZNAME:{name}\r\nEND:{kind}\r\n"
    );
}

/// `+0100`, with seconds where clocks followed the sun.
fn signed(offset: i32) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    let seconds = offset.abs();
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn in_2026(zone: Tz) -> String {
        let now = Utc.with_ymd_and_hms(2026, 11, 22, 9, 0, 0).single().expect("a time");
        described(zone, now, now)
    }

    #[test]
    fn clocks_change_when_they_do() {
        let berlin = in_2026(Tz::Europe__Berlin);
        for part in [
            "TZID:Europe/Berlin\r\n",
            "BEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0100\r\n",
            "BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nTZNAME:CEST\r\n",
            "BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\nTZNAME:CET\r\n",
        ] {
            assert!(berlin.contains(part), "{part}\n{berlin}");
        }
        assert_eq!(berlin.matches("BEGIN:DAYLIGHT").count(), 20);
    }

    #[test]
    fn a_zone_without_summer_time_has_one_offset() {
        let kolkata = in_2026(Tz::Asia__Kolkata);
        assert_eq!(kolkata.matches("TZOFFSETTO:+0530").count(), 1, "{kolkata}");
        assert_eq!(signed(-(9 * 3600 + 30 * 60)), "-0930");
        assert_eq!(signed(53 * 60 + 28), "+005328");
    }
}
