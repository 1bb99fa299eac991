//! Time zones and offsets named behind a clock time: "GMT", "utc+02", "PST", "London time".

use chrono::{FixedOffset, LocalResult, NaiveDateTime, Offset as _, TimeZone as _, Utc};
use chrono_tz::{TZ_VARIANTS, Tz};

use super::{lexer::Tokens, when::Moment};

/// A zone named in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Zone {
    Fixed(FixedOffset),
    /// An abbreviation: its offset, and the zone that people who use it live in.
    Named(FixedOffset, Tz),
    Place(Tz),
}

impl Zone {
    /// The zone by its name; an offset other than UTC's has none, and neither has an abbreviation
    /// that is out of season at the instant meant ("EST" in July).
    pub(crate) fn named(self, at: chrono::DateTime<Utc>) -> Option<Tz> {
        match self {
            Self::Place(zone) => Some(zone),
            Self::Named(offset, zone) => {
                (at.with_timezone(&zone).offset().fix() == offset).then_some(zone)
            }
            Self::Fixed(offset) => (offset.local_minus_utc() == 0).then_some(Tz::UTC),
        }
    }

    /// The same at the start of something; days have no zone.
    pub(crate) fn named_at(self, start: &Moment) -> Option<Tz> {
        match start {
            Moment::At(at) => self.named(at.to_utc()),
            Moment::Day(_) => None,
        }
    }

    /// The instant of a wall-clock time there; a time that the clocks skip moves behind the gap.
    pub(crate) fn instant(self, local: NaiveDateTime) -> Option<chrono::DateTime<Utc>> {
        match self {
            Self::Fixed(offset) | Self::Named(offset, _) => {
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

/// Offsets in minutes of abbreviations that mean one thing only (RFC 822 for the American ones),
/// and the zone of most who use them.
const NAMES: [(&str, i32, Tz); 27] = [
    ("utc", 0, Tz::UTC),
    ("gmt", 0, Tz::UTC),
    ("z", 0, Tz::UTC),
    ("wet", 0, Tz::Europe__Lisbon),
    ("bst", 60, Tz::Europe__London),
    ("cet", 60, Tz::Europe__Berlin),
    ("cest", 120, Tz::Europe__Berlin),
    ("eet", 120, Tz::Europe__Athens),
    ("eest", 180, Tz::Europe__Athens),
    ("msk", 180, Tz::Europe__Moscow),
    ("est", -300, Tz::America__New_York),
    ("edt", -240, Tz::America__New_York),
    ("cst", -360, Tz::America__Chicago),
    ("cdt", -300, Tz::America__Chicago),
    ("mst", -420, Tz::America__Denver),
    ("mdt", -360, Tz::America__Denver),
    ("pst", -480, Tz::America__Los_Angeles),
    ("pdt", -420, Tz::America__Los_Angeles),
    ("akst", -540, Tz::America__Anchorage),
    ("hst", -600, Tz::Pacific__Honolulu),
    ("jst", 540, Tz::Asia__Tokyo),
    ("kst", 540, Tz::Asia__Seoul),
    ("hkt", 480, Tz::Asia__Hong_Kong),
    ("sgt", 480, Tz::Asia__Singapore),
    ("awst", 480, Tz::Australia__Perth),
    ("aest", 600, Tz::Australia__Sydney),
    ("aedt", 660, Tz::Australia__Sydney),
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
    if let Some((_, minutes, home)) = NAMES.iter().find(|(name, ..)| *name == word) {
        let mut next = at + open + 1;
        let (mut total, mut home) = (*minutes, Some(*home).filter(|home| *home != Tz::UTC));
        if let Some((shift, after)) = offset(tokens, next).filter(|_| matches!(word, "utc" | "gmt"))
        {
            (total, home) = (shift, None);
            next = after;
        }
        // "(JST)" behind an offset repeats it.
        if open == 0
            && tokens.is_mark(next, '(')
            && NAMES.iter().any(|(name, ..)| *name == tokens.word(next + 1))
            && tokens.is_mark(next + 2, ')')
        {
            next += 3;
        }
        if tokens.is(next, "time") {
            next += 1;
        }
        next += usize::from(open == 1 && tokens.is_mark(next, ')'));
        let zone = match (fixed(total)?, home) {
            (Zone::Fixed(offset), Some(home)) => Zone::Named(offset, home),
            (zone, _) => zone,
        };
        return Some((zone, next));
    }
    let (zone, next) = place(tokens, at + open)?;
    Some((zone, next + usize::from(open == 1 && tokens.is_mark(next, ')'))))
}

/// "London time", "New York time", "Pacific time", "PT".
fn place(tokens: &Tokens<'_>, at: usize) -> Option<(Zone, usize)> {
    // Two letters are a zone only as capitals: "9am PT", but "pt session".
    let letters = tokens.get(at).map_or("", |token| token.text);
    if let Some((_, zone)) = AMERICAN.iter().find(|(short, _)| *short == letters) {
        return Some((Zone::Place(*zone), at + 1));
    }
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
    let known = TZ_VARIANTS.iter().find(|zone| {
        zone.name()
            .rsplit_once('/')
            .is_some_and(|(region, city)| region != "Etc" && city.eq_ignore_ascii_case(&name))
    });
    let zone = known
        .copied()
        .or_else(|| PLACES.iter().find(|(place, _)| *place == name).map(|(_, zone)| *zone))?;
    Some((Zone::Place(zone), at + words + 1))
}

/// What Americans write behind an hour for the time of their part of the country.
const AMERICAN: [(&str, Tz); 4] = [
    ("ET", Tz::America__New_York),
    ("CT", Tz::America__Chicago),
    ("MT", Tz::America__Denver),
    ("PT", Tz::America__Los_Angeles),
];

/// Places that the zone database does not name, and the zone there.
const PLACES: [(&str, Tz); 32] = [
    ("uk", Tz::Europe__London),
    ("british", Tz::Europe__London),
    ("irish", Tz::Europe__Dublin),
    ("german", Tz::Europe__Berlin),
    ("munich", Tz::Europe__Berlin),
    ("hamburg", Tz::Europe__Berlin),
    ("frankfurt", Tz::Europe__Berlin),
    ("french", Tz::Europe__Paris),
    ("spanish", Tz::Europe__Madrid),
    ("barcelona", Tz::Europe__Madrid),
    ("milan", Tz::Europe__Rome),
    ("geneva", Tz::Europe__Zurich),
    ("swiss", Tz::Europe__Zurich),
    ("polish", Tz::Europe__Warsaw),
    ("japan", Tz::Asia__Tokyo),
    ("china", Tz::Asia__Shanghai),
    ("beijing", Tz::Asia__Shanghai),
    ("india", Tz::Asia__Kolkata),
    ("indian", Tz::Asia__Kolkata),
    ("mumbai", Tz::Asia__Kolkata),
    ("delhi", Tz::Asia__Kolkata),
    ("bangalore", Tz::Asia__Kolkata),
    ("korean", Tz::Asia__Seoul),
    ("canberra", Tz::Australia__Sydney),
    ("san_francisco", Tz::America__Los_Angeles),
    ("sf", Tz::America__Los_Angeles),
    ("california", Tz::America__Los_Angeles),
    ("seattle", Tz::America__Los_Angeles),
    ("boston", Tz::America__New_York),
    ("nyc", Tz::America__New_York),
    ("dallas", Tz::America__Chicago),
    ("texas", Tz::America__Chicago),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_offsets_and_places() {
        let minutes = |text: &str| match name_at(&Tokens::new(text), 0) {
            Some((Zone::Fixed(offset) | Zone::Named(offset, _), _)) => {
                Some(offset.local_minus_utc() / 60)
            }
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
            ("PT", Tz::America__Los_Angeles),
            ("UK time", Tz::Europe__London),
            ("San Francisco time", Tz::America__Los_Angeles),
        ] {
            assert_eq!(
                name_at(&Tokens::new(text), 0).map(|read| read.0),
                Some(Zone::Place(expected)),
                "{text}"
            );
        }
    }

    #[test]
    fn an_abbreviation_has_a_name_in_its_season_only() {
        let named = |text: &str, at: &str| {
            name_at(&Tokens::new(text), 0).and_then(|(zone, _)| zone.named(at.parse().unwrap()))
        };
        assert_eq!(named("EST", "2026-12-01T00:00:00Z"), Some(Tz::America__New_York));
        assert_eq!(named("EST", "2026-07-01T00:00:00Z"), None);
        assert_eq!(named("pt", "2026-07-01T00:00:00Z"), None, "two letters are capitals");
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
