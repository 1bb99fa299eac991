//! Time zones and offsets named behind a clock time: "GMT", "utc+02", "PST", "London time".

use chrono::{FixedOffset, LocalResult, NaiveDateTime, TimeZone as _, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::lexer::Tokens;

/// A zone named in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    Fixed(FixedOffset),
    Place(Tz),
}

impl Zone {
    /// The zone by its name; an offset other than UTC's has none.
    pub(crate) fn named(self) -> Option<Tz> {
        match self {
            Self::Place(zone) => Some(zone),
            Self::Fixed(offset) => (offset.local_minus_utc() == 0).then_some(Tz::UTC),
        }
    }

    /// The instant of a wall-clock time there; a time that the clocks skip moves behind the gap.
    pub(crate) fn instant(self, local: NaiveDateTime) -> Option<chrono::DateTime<Utc>> {
        match self {
            Self::Fixed(offset) => {
                offset.from_local_datetime(&local).single().map(|time| time.to_utc())
            }
            Self::Place(zone) => Some(settle(zone, local)?.to_utc()),
        }
    }
}

/// The wall-clock time as an instant: the first of two, or moved forward by the length of a gap.
pub(crate) fn settle(zone: Tz, local: NaiveDateTime) -> Option<chrono::DateTime<Tz>> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(time) | LocalResult::Ambiguous(time, _) => Some(time),
        LocalResult::None => {
            // The offset that held a day earlier carries the time over the gap.
            let before = local.checked_sub_signed(chrono::TimeDelta::days(1))?;
            let earlier = zone.from_local_datetime(&before).earliest()?;
            earlier.checked_add_signed(chrono::TimeDelta::days(1))
        }
    }
}

/// Offsets in minutes of abbreviations that mean one thing only (RFC 822 for the American ones).
const NAMES: [(&str, i32); 27] = [
    ("utc", 0),
    ("gmt", 0),
    ("z", 0),
    ("wet", 0),
    ("bst", 60),
    ("cet", 60),
    ("cest", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("akst", -540),
    ("hst", -600),
    ("jst", 540),
    ("kst", 540),
    ("hkt", 480),
    ("sgt", 480),
    ("awst", 480),
    ("aest", 600),
    ("aedt", 660),
];

fn fixed(minutes: i32) -> Option<Zone> {
    FixedOffset::east_opt(minutes * 60).map(Zone::Fixed)
}

/// "+02", "-05:30", "+0900": minutes east, and the place behind it.
fn offset(tokens: &Tokens<'_>, at: usize) -> Option<(i32, usize)> {
    let sign = match tokens.mark(at)? {
        '+' => 1,
        '-' | '−' => -1,
        _ => return None,
    };
    let value = i32::try_from(tokens.number(at + 1).filter(|_| tokens.glued(at + 1))?).ok()?;
    let (hours, minutes, next) = match tokens.digits(at + 1) {
        1 | 2
            if tokens.is_mark(at + 2, ':')
                && tokens.glued(at + 2)
                && tokens.digits(at + 3) == 2 =>
        {
            (value, i32::try_from(tokens.number(at + 3)?).ok()?, at + 4)
        }
        1 | 2 => (value, 0, at + 2),
        4 => (value / 100, value % 100, at + 2),
        _ => return None,
    };
    (hours <= 14 && minutes < 60).then_some((sign * (hours * 60 + minutes), next))
}

/// An offset glued to an ISO time: "Z", "+01:00", "-0530".
pub(crate) fn iso_offset(tokens: &Tokens<'_>, at: usize) -> Option<(Zone, usize)> {
    if !tokens.glued(at) {
        return None;
    }
    if tokens.is(at, "z") {
        return fixed(0).map(|zone| (zone, at + 1));
    }
    let (minutes, next) = offset(tokens, at)?;
    fixed(minutes).map(|zone| (zone, next))
}

/// A zone named at a place, and the place behind it.
pub(crate) fn name_at(tokens: &Tokens<'_>, at: usize) -> Option<(Zone, usize)> {
    let open = usize::from(tokens.is_mark(at, '('));
    let word = tokens.word(at + open);
    if word.is_empty() {
        return None;
    }
    if let Some((_, minutes)) = NAMES.iter().find(|(name, _)| *name == word) {
        let mut next = at + open + 1;
        let mut total = *minutes;
        if let Some((shift, after)) = offset(tokens, next).filter(|_| matches!(word, "utc" | "gmt"))
        {
            total = shift;
            next = after;
        }
        // "(JST)" behind an offset repeats it.
        if open == 0
            && tokens.is_mark(next, '(')
            && NAMES.iter().any(|(name, _)| *name == tokens.word(next + 1))
            && tokens.is_mark(next + 2, ')')
        {
            next += 3;
        }
        if tokens.is(next, "time") {
            next += 1;
        }
        next += usize::from(open == 1 && tokens.is_mark(next, ')'));
        return fixed(total).map(|zone| (zone, next));
    }
    let (zone, next) = place(tokens, at + open)?;
    Some((zone, next + usize::from(open == 1 && tokens.is_mark(next, ')'))))
}

/// "London time", "New York time", "Pacific time".
fn place(tokens: &Tokens<'_>, at: usize) -> Option<(Zone, usize)> {
    let american = match tokens.word(at) {
        "eastern" => Some(Tz::America__New_York),
        "central" => Some(Tz::America__Chicago),
        "mountain" => Some(Tz::America__Denver),
        "pacific" => Some(Tz::America__Los_Angeles),
        _ => None,
    };
    let standard = usize::from(tokens.is(at + 1, "standard") || tokens.is(at + 1, "daylight"));
    if let Some(zone) = american.filter(|_| tokens.is(at + 1 + standard, "time")) {
        return Some((Zone::Place(zone), at + 2 + standard));
    }
    let words = (1..=2).find(|count| tokens.is(at + count, "time"))?;
    let name = if words == 1 {
        tokens.word(at).to_owned()
    } else {
        format!("{}_{}", tokens.word(at), tokens.word(at + 1))
    };
    let zone = TZ_VARIANTS.iter().find(|zone| {
        zone.name()
            .rsplit_once('/')
            .is_some_and(|(region, city)| region != "Etc" && city.eq_ignore_ascii_case(&name))
    })?;
    Some((Zone::Place(*zone), at + words + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_offsets_and_places() {
        let minutes = |text: &str| match name_at(&Tokens::new(text), 0) {
            Some((Zone::Fixed(offset), _)) => Some(offset.local_minus_utc() / 60),
            _ => None,
        };
        for (text, expected) in [
            ("GMT", Some(0)),
            ("utc+02", Some(120)),
            ("GMT+0900 (JST)", Some(540)),
            ("PST", Some(-480)),
            ("IST", None),
        ] {
            assert_eq!(minutes(text), expected, "{text}");
        }
        for (text, expected) in [
            ("London time", Tz::Europe__London),
            ("New York time", Tz::America__New_York),
            ("pacific time", Tz::America__Los_Angeles),
        ] {
            assert_eq!(
                name_at(&Tokens::new(text), 0).map(|read| read.0),
                Some(Zone::Place(expected)),
                "{text}"
            );
        }
    }

    #[test]
    fn a_skipped_time_moves_forward_and_a_doubled_one_is_the_first() {
        let local = |text: &str| text.parse::<NaiveDateTime>().unwrap();
        let gap = settle(Tz::Europe__Berlin, local("2026-03-29T02:30:00")).unwrap();
        assert_eq!(gap.naive_local(), local("2026-03-29T03:30:00"));
        let twice = settle(Tz::Europe__Berlin, local("2026-10-25T02:30:00")).unwrap();
        assert_eq!(twice.to_utc().naive_utc(), local("2026-10-25T00:30:00"));
    }
}
