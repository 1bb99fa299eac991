//! Cursors of every shape of keys: what is read is written as a cursor with the same keys, and
//! holds no time that a database would refuse.
#![no_main]

use ai_planner_fuzz::cursor;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Datelike, Utc};
use domain::Uuid;
use libfuzzer_sys::fuzz_target;

type ByTime = (DateTime<Utc>, Uuid);
type ByAmount = (i64, DateTime<Utc>, Uuid);
type ByText = ((String,), DateTime<Utc>, Uuid);
type ByState = (bool, DateTime<Utc>, Uuid);
type ByHand = (bool, i64, Uuid);

fuzz_target!(|data: (bool, &[u8])| {
    let (packed, bytes) = data;
    // Half of them get as far as the JSON.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) if !packed => text.to_owned(),
        _ => URL_SAFE_NO_PAD.encode(bytes),
    };
    for time in [
        again::<ByTime>(&text).map(|(time, _)| time),
        again::<ByAmount>(&text).map(|(_, time, _)| time),
        again::<ByText>(&text).map(|(_, time, _)| time),
        again::<ByState>(&text).map(|(_, time, _)| time),
    ]
    .into_iter()
    .flatten()
    {
        assert!((0..=9_999).contains(&time.year()), "{time}");
    }
    again::<ByHand>(&text);
});

fn again<C>(text: &str) -> Option<C>
where
    C: serde::Serialize + serde::de::DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let (keys, written) = cursor::<C>(text)?;
    let (read, _) = cursor::<C>(&written).expect("our own cursor is read");
    assert_eq!(keys, read);
    Some(keys)
}
