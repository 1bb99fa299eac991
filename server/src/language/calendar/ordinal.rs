//! A bare day of the month: "the 31st", "on the 3rd".

use super::{DayRead, is_timed};
use crate::language::{
    day::{Base, DaySlot},
    lexer::Tokens,
    numbers, offsets, periods, relative, vocabulary,
};

/// Words that introduce a day of the month in words or without a suffix.
const BEFORE_DAY: [&str; 12] =
    ["on", "by", "for", "until", "till", "from", "since", "to", "through", "before", "after", "of"];

/// Words that may follow a bare ordinal that is a day of the month.
#[rustfmt::skip]
const AFTER_ORDINAL: [&str; 36] = [
    "not", "instead", "now", "rather",
    "at", "in", "from", "for", "to", "till", "until", "through", "thru", "on", "and", "or", "by",
    "with", "then", "after", "before", "noon", "around", "about", "that", "please", "morning",
    "afternoon", "evening", "night", "midday", "if", "is", "so", "but", "between",
];

/// Things that are counted, so that "on the 14th floor" is no day.
#[rustfmt::skip]
const COUNTED: [&str; 24] = [
    "floor", "page", "attempt", "try", "row", "street", "st", "avenue", "ave", "time", "hole",
    "birthday", "anniversary", "century", "chapter", "round", "level", "line", "place", "of",
    "deck", "lap", "rung", "grade",
];

/// Whether a word may stand behind a day of the month.
pub(super) fn may_follow(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(at, &AFTER_ORDINAL)
        || tokens.any(at, &["as", "calendar", "my"])
        || is_timed(tokens, at)
        || relative::starts_day(tokens, at)
}

/// "the 20th", "on the first", "on 15", "17th".
pub(super) fn day_of_month(tokens: &Tokens<'_>, at: usize) -> Option<DayRead> {
    let the = tokens.word_before(at) == "the";
    let lead = if the { tokens.word_before(at.wrapping_sub(1)) } else { tokens.word_before(at) };
    let led = BEFORE_DAY.contains(&lead) || vocabulary::weekday(lead).is_some();
    let (day, mut next, suffixed) = match numbers::ordinal(tokens, at) {
        Some((day, next)) => (day, next, tokens.number(at).is_some()),
        None => {
            let day = tokens.number(at).filter(|_| {
                tokens.digits(at) <= 2 && tokens.clean_left(at) && tokens.clean_right(at + 1)
            })?;
            // "friday 23 at 4", "20 of next month"
            let timed = vocabulary::weekday(lead).is_some()
                && tokens.is(at + 1, "at")
                && crate::language::clock::read(tokens, at + 2).is_some();
            let of = tokens.is(at + 1, "of")
                && tokens.any(at + 2, &["next", "this", "last"])
                && periods::month_of(tokens, at + 2).is_some();
            let on = lead == "on" || the && led || timed || of;
            if !on
                || is_timed(tokens, at)
                || tokens.is_mark(at + 1, ':')
                || offsets::unit(tokens.word(at + 1)).is_some()
            {
                return None;
            }
            (day, at + 1, true)
        }
    };
    if tokens.is(next, "day") {
        next += 1;
    }
    let follows = tokens.is_pause(next)
        || !tokens.is_word(next)
        || tokens.any(next, &AFTER_ORDINAL)
        || is_timed(tokens, next)
        || relative::starts_day(tokens, next)
        // "on the 14th there's the school fair"
        || lead == "on" && the && suffixed && !COUNTED.contains(&tokens.word(next));
    let other = !follows
        && tokens.is(next, "of")
        && tokens.any(next + 1, &["next", "the", "last", "previous", "this", "following"]);
    let of_period = other && periods::month_of(tokens, next + 1).is_some();
    // "the 1st of the month" is the coming 1st.
    if let Some(end) = tokens.phrase(next, "of the month").filter(|_| (1..=31).contains(&day)) {
        return Some(DayRead::Day(DaySlot::base(Base::DayOfMonth(day)), end));
    }
    if !(1..=31).contains(&day)
        || !(follows || of_period)
        // "the second" can be of anything, "the twenty-first" is a day.
        || !(of_period || led || the && day > 12 || suffixed && (the || tokens.number(at).is_some()))
    {
        return None;
    }
    Some(DayRead::Day(DaySlot::base(Base::DayOfMonth(day)), next))
}
