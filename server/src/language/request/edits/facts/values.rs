//! What a field becomes, without the words around it that say it is new.

use crate::language::{
    lexer::Kind,
    request::{PLANS, edits::becomes, sentence::Sentence},
};

/// What is said, without what it is no longer ("…, not 12", "instead of Marco's"), and whether
/// anything says that it is new ("now", "instead").
pub(super) fn contrasted<'s, 't>(new: &Sentence<'s, 't>) -> (Sentence<'s, 't>, bool) {
    let former = new
        .find(&["instead of", "rather than", "as opposed to", "and not", "but not", "not"])
        .filter(|(at, end)| *at > new.from && *end < new.to);
    let body = former.map_or(*new, |(at, _)| new.until(at));
    let first = body.starts(&["now", "actually", "really"]);
    let last = body.last_word();
    let fresh = body.tokens.any(last, &["now", "instead", "actually"]) && last > body.from;
    let fresh = fresh || first.is_some();
    (becomes::inner(&body), former.is_some() || fresh)
}

/// Nouns with a number or a letter behind them: "room 5".
#[rustfmt::skip]
const NUMBERED: [&str; 22] = [
    "room", "rm", "hall", "gate", "floor", "building", "suite", "platform", "studio", "lab",
    "theatre", "theater", "ward", "table", "bay", "court", "pitch", "office", "block", "level",
    "classroom", "terminal",
];

/// Where people meet without going anywhere.
#[rustfmt::skip]
const REMOTE: [&str; 16] = [
    "zoom", "teams", "skype", "google meet", "meet", "facetime", "whatsapp", "slack", "discord",
    "the phone", "phone", "video", "video call", "microsoft teams", "ms teams", "webex",
];

/// Places that need no name.
#[rustfmt::skip]
const COMMON: [&str; 31] = [
    "office", "park", "library", "cafe", "café", "pub", "garden", "gym", "house", "hall", "church",
    "school", "restaurant", "bar", "hotel", "lobby", "canteen", "studio", "lab", "clinic",
    "hospital", "boardroom", "home", "kitchen", "cafeteria", "room", "pool", "station", "museum",
    "theatre", "community centre",
];

/// What ends a street's name; the number in front of it is no clock time.
const STREETS: [&str; 11] =
    ["street", "st", "road", "rd", "avenue", "ave", "lane", "drive", "square", "way", "close"];

/// Whether words are a place by themselves: "room 5", "Zoom", "the library".
pub(super) fn is_place(words: &Sentence<'_, '_>) -> bool {
    let whole = |end: usize| words.only_marks(end);
    let bare = words.starts(&["the", "my", "our"]).map_or(*words, |end| words.after(end));
    if bare.is_empty() || words.to - words.from > 6 || is_dated(words) {
        return false;
    }
    REMOTE.iter().any(|name| bare.exactly(bare.from, name).is_some_and(whole))
        || REMOTE.iter().any(|name| words.exactly(words.from, name).is_some_and(whole))
        || bare.word(bare.from) == "online" && whole(bare.from + 1)
        || COMMON.contains(&bare.word(bare.last_word()))
        || (bare.from..bare.to).any(|at| is_numbered(&bare, at))
}

/// Whether a noun stands here with its number or letter: "room 5", "meeting room b".
fn is_numbered(words: &Sentence<'_, '_>, at: usize) -> bool {
    let next = words.word(at + 1);
    let label = words.tokens.number(at + 1).is_some()
        || next.len() == 1
        || next.starts_with(|first: char| first.is_ascii_digit());
    NUMBERED.contains(&words.word(at)) && at + 1 < words.to && label
}

/// Whether a day or a time is said, which a number behind "room" is not.
fn is_dated(words: &Sentence<'_, '_>) -> bool {
    words.scan(PLANS).iter().any(|found| {
        found.parts.is_dated() && !(found.from > words.from && is_numbered(words, found.from - 1))
    })
}

/// The place behind "in", "at", "on" or "over": "in room 5", "at Luigi's", "on Zoom". "on" and
/// "over" go only with what is no day.
pub(in crate::language::request::edits) fn place(words: &Sentence<'_, '_>) -> Option<String> {
    let behind = words.starts(&["in", "at", "on", "over", "via"])?;
    let body = words.after(behind);
    let numbered = (body.from..body.to).any(|at| is_numbered(&body, at));
    let street = body.tokens.number(body.from).is_some()
        && (body.from..body.to).any(|at| STREETS.contains(&body.word(at)));
    let first = body.tokens.get(body.from)?;
    let named = matches!(first.kind, Kind::Word | Kind::Opaque);
    let remote = matches!(words.word(words.from), "on" | "over" | "via");
    let fits = if remote { is_place(&body) } else { named && !is_dated(&body) };
    if !(fits || numbered && !is_dated(&body) || street) || body.to - body.from > 7 {
        return None;
    }
    Some(body.title(&[])).filter(|title| !title.is_empty())
}

/// Whether people only ever meet there: a numbered room, or no place at all ("Zoom").
pub(super) fn is_meeting_place(words: &Sentence<'_, '_>) -> bool {
    let remote = REMOTE
        .iter()
        .any(|name| words.exactly(words.from, name).is_some_and(|end| words.only_marks(end)));
    let numbered = (words.from..words.to).any(|at| is_numbered(words, at));
    (remote || numbered || words.word(words.from) == "online") && is_place(words)
}
