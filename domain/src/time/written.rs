//! Times as text, without the detour over a formatter: lists are full of them.

use chrono::{DateTime, Datelike, NaiveDate, SecondsFormat, Timelike, Utc};
use serde::Serializer;

/// The longest is `2026-11-23T13:00:00.123456789Z`.
const LONGEST: usize = 30;

/// A text that is being written.
struct Text {
    bytes: [u8; LONGEST],
    length: usize,
}

impl Text {
    fn new() -> Self {
        Self { bytes: [0; LONGEST], length: 0 }
    }

    fn push(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    /// A number with so many digits, led by noughts.
    fn number(&mut self, number: u32, digits: u32) {
        for place in (0..digits).rev() {
            let digit = number / 10_u32.pow(place) % 10;
            self.push(b'0' + u8::try_from(digit).unwrap_or_default());
        }
    }

    fn date(&mut self, date: NaiveDate) {
        self.number(date.year().unsigned_abs(), 4);
        self.push(b'-');
        self.number(date.month(), 2);
        self.push(b'-');
        self.number(date.day(), 2);
    }

    fn as_str(&self) -> &str {
        let written = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(written).unwrap_or_default()
    }
}

/// Whether a year has four digits and no sign.
fn is_plain(year: i32) -> bool {
    (0..=9999).contains(&year)
}

/// RFC 3339 in UTC with `Z`, with as many decimals as it takes.
///
/// # Errors
/// The serializer's.
pub(crate) fn instant<S: Serializer>(
    instant: &DateTime<Utc>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let nanos = instant.nanosecond();
    // Leap seconds are written as a second 60.
    if !is_plain(instant.year()) || nanos >= 1_000_000_000 {
        return serializer.serialize_str(&instant.to_rfc3339_opts(SecondsFormat::AutoSi, true));
    }
    let mut text = Text::new();
    text.date(instant.date_naive());
    for (mark, part) in [(b'T', instant.hour()), (b':', instant.minute()), (b':', instant.second())]
    {
        text.push(mark);
        text.number(part, 2);
    }
    let decimals = match nanos {
        0 => 0,
        _ if nanos.is_multiple_of(1_000_000) => 3,
        _ if nanos.is_multiple_of(1_000) => 6,
        _ => 9,
    };
    if decimals > 0 {
        text.push(b'.');
        text.number(nanos / 10_u32.pow(9 - decimals), decimals);
    }
    text.push(b'Z');
    serializer.serialize_str(text.as_str())
}

/// The same for one that may be missing.
///
/// # Errors
/// The serializer's.
pub(crate) fn optional<S: Serializer>(
    value: &Option<DateTime<Utc>>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => instant(value, serializer),
        None => serializer.serialize_none(),
    }
}

/// `2026-11-23`.
///
/// # Errors
/// The serializer's.
pub(crate) fn date<S: Serializer>(date: NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    if !is_plain(date.year()) {
        return serializer.collect_str(&date);
    }
    let mut text = Text::new();
    text.date(date);
    serializer.serialize_str(text.as_str())
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;

    #[derive(Serialize)]
    struct Ours(#[serde(serialize_with = "instant")] DateTime<Utc>);

    struct OurDate(NaiveDate);

    impl Serialize for OurDate {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            date(self.0, serializer)
        }
    }

    /// Every kind of fraction, the ends of years, and years that chrono writes with a sign.
    #[test]
    fn times_are_written_as_chrono_writes_them() {
        let seconds = [0, 1, -1, 951_782_399, 1_795_000_000, 4_102_444_799, -62_167_219_200];
        let far = [-62_167_219_201, 253_402_300_799, 253_402_300_800];
        let nanos = [0, 1, 10, 1_000, 123_456_000, 120_000_000, 999_999_999, 1_500_000_000];
        for seconds in seconds.into_iter().chain(far) {
            for nanos in nanos {
                // A leap second is the last of its minute.
                let Some(instant) = DateTime::from_timestamp(seconds, nanos) else { continue };
                let ours = serde_json::to_string(&Ours(instant)).expect("JSON");
                assert_eq!(ours, serde_json::to_string(&instant).expect("JSON"));
                let day = instant.date_naive();
                let ours = serde_json::to_string(&OurDate(day)).expect("JSON");
                assert_eq!(ours, serde_json::to_string(&day).expect("JSON"));
            }
        }
    }
}
