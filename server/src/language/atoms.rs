//! The parts of a date or time expression, each tried at one place in the text.

mod counted;
mod hours;
mod ranges;

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;
use counted::{length, offset};
pub(crate) use hours::LABELS;
use hours::clocks;
use ranges::day_range;

use super::{
    calendar::{self, DayRead},
    clock::{self, Clock},
    day::{Base, DaySlot, Trouble},
    holidays,
    lexer::Tokens,
    numbers,
    offsets::Length,
    periods,
    recurrence::{self, Repeat},
    relative::{self, DayPart},
    scan::{Lead, Parts, Scene},
    zones::{self, Zone},
};

/// One part of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Atom {
    Day(DaySlot, Option<DayPart>),
    Days(DaySlot, DaySlot),
    Clock(Clock),
    Clocks(Clock, Clock),
    /// An ISO 8601 date and time.
    Stamp(NaiveDate, Clock, Option<Zone>),
    Part(DayPart),
    Instant(DateTime<Tz>),
    /// A length of the clock that begins at an instant.
    Running(DateTime<Tz>, Length),
    Length(Length),
    Zone(Zone),
    Repeat(Repeat, Option<DayPart>),
    EndOfDay,
    AllDay,
    /// The day of the item before, which a time alone has in any case.
    SameDay,
    SameTime,
    Trouble(Trouble),
}

/// Reads the part that stands at a place, given what was read so far and the words before it.
pub(crate) fn read(
    scene: &Scene<'_, '_>,
    at: usize,
    lead: Lead,
    parts: &Parts,
    adjacent: bool,
) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    tokens.get(at)?;
    if adjacent {
        if let Some((zone, next)) =
            zones::name_at(tokens, at).filter(|_| parts.clock.is_some() && parts.zone.is_none())
        {
            return Some((Atom::Zone(zone), next));
        }
        if let Some(found) = trailing_year(tokens, at, parts) {
            return Some(found);
        }
    }
    let same = at + usize::from(tokens.is(at, "the"));
    if tokens.is(same, "same") && tokens.is(same + 1, "day") && !tokens.is_word(same + 2) {
        return Some((Atom::SameDay, same + 2));
    }
    if tokens.is(at, "same") && tokens.is(at + 1, "time") {
        return Some((Atom::SameTime, at + 2));
    }
    // "at 25:12" is written like a time, but the clock has none such.
    let colon = tokens.is_mark(at + 1, ':') && tokens.glued(at + 1) && tokens.glued(at + 2);
    if lead.hour && colon && tokens.digits(at) == 2 && tokens.digits(at + 2) == 2 {
        let (hour, minute) = (tokens.number(at)?, tokens.number(at + 2)?);
        if hour > 24 || minute > 59 || hour == 24 && minute > 0 {
            return Some((Atom::Trouble(Trouble::NoSuchDate), at + 3));
        }
    }
    recurrence::read(tokens, at)
        .map(|read| (Atom::Repeat(read.repeat, read.part), read.next))
        .or_else(|| offset(scene, at, lead))
        .or_else(|| all_day(tokens, at))
        .or_else(|| day_range(scene, at, lead.between))
        .or_else(|| end_of_day(tokens, at, parts))
        .or_else(|| day(scene, at))
        .or_else(|| length(tokens, at, lead, parts))
        .or_else(|| clocks(scene, at, lead, parts, adjacent))
        .or_else(|| part(scene, at, lead, parts, adjacent))
}

/// "Thu Oct 26 11:00:09 2023": the year behind the time.
fn trailing_year(tokens: &Tokens<'_>, at: usize, parts: &Parts) -> Option<(Atom, usize)> {
    let Some(DaySlot { base: Some(Base::MonthDay(month, day)), .. }) = parts.day else {
        return None;
    };
    let year = numbers::four_digit_year(tokens, at)
        .filter(|_| parts.clock.is_some() && tokens.clean_right(at + 1))?;
    let date = NaiveDate::from_ymd_opt(year, month, day)?;
    Some((Atom::Day(DaySlot::exact(date), None), at + 1))
}

/// "close of business", "eod", "end of day".
fn end_of_day(tokens: &Tokens<'_>, at: usize, parts: &Parts) -> Option<(Atom, usize)> {
    let phrases = [
        "eod",
        "cob",
        "close of business",
        "close of play",
        "end of day",
        "end of the day",
        "end of business",
        "end of play",
        "day's end",
    ];
    let start = at + usize::from(tokens.is(at, "the"));
    phrases
        .iter()
        .find_map(|phrase| tokens.phrase(start, phrase))
        .filter(|_| !parts.end_of_day)
        .map(|next| (Atom::EndOfDay, next))
}

/// "all day", "for the whole day"; "all-day breakfast" is a breakfast.
fn all_day(tokens: &Tokens<'_>, at: usize) -> Option<(Atom, usize)> {
    let phrases =
        ["all day long", "all day", "the whole day", "whole day", "the entire day", "full day"];
    let dashed = (tokens.is(at, "all") && tokens.is_dash(at + 1) && tokens.is(at + 2, "day"))
        .then_some(at + 3);
    let next = phrases.iter().find_map(|phrase| tokens.phrase(at, phrase)).or(dashed)?;
    let closed = !tokens.is_word(next)
        || relative::starts_day(tokens, next)
        || tokens
            .any(next, &["on", "for", "at", "in", "from", "every", "the", "this", "next", "with"]);
    closed.then_some((Atom::AllDay, next))
}

/// A single day or a period.
fn day(scene: &Scene<'_, '_>, at: usize) -> Option<(Atom, usize)> {
    let (tokens, today) = (scene.tokens, scene.today);
    if let Some((slot, next)) = holidays::read(tokens, at, today, scene.direction) {
        return Some((Atom::Day(slot, None), next));
    }
    if let Some((slot, next)) = periods::read(tokens, at, today, scene.direction) {
        return Some((Atom::Day(slot, None), next));
    }
    if let Some(read) = relative::read(tokens, at, today) {
        return Some((Atom::Day(read.day, read.part), read.next));
    }
    match calendar::read(tokens, at)? {
        DayRead::Day(slot, next) => {
            Some(stamp(tokens, slot, next).unwrap_or((Atom::Day(slot, None), next)))
        }
        DayRead::NoSuchDate(next) => Some((Atom::Trouble(Trouble::NoSuchDate), next)),
    }
}

/// The time glued to an ISO date by a "T".
fn stamp(tokens: &Tokens<'_>, slot: DaySlot, at: usize) -> Option<(Atom, usize)> {
    let Some(Base::Exact(date)) = slot.base else { return None };
    if !tokens.is(at, "t") || !tokens.glued(at) || !tokens.glued(at + 1) {
        return None;
    }
    let two = |place: usize| tokens.number(place).filter(|_| tokens.digits(place) == 2);
    let colon =
        |place: usize| tokens.is_mark(place, ':') && tokens.glued(place) && tokens.glued(place + 1);
    let hour = two(at + 1).filter(|hour| *hour < 24)?;
    let minute = two(at + 3).filter(|minute| colon(at + 2) && *minute < 60)?;
    let mut clock = Clock::full(hour, minute);
    let mut next = at + 4;
    if colon(next) {
        clock.second = Some(two(next + 1).filter(|second| *second < 60)?);
        next += 2;
        if tokens.is_mark(next, '.')
            && tokens.glued(next)
            && tokens.glued(next + 1)
            && tokens.number(next + 1).is_some()
        {
            next += 2;
        }
    }
    let zone = zones::iso_offset(tokens, next);
    let end = zone.map_or(next, |(_, after)| after);
    Some((Atom::Stamp(date, clock, zone.map(|(zone, _)| zone)), end))
}

/// The place behind a word or dash that joins the ends of a range.
pub(crate) fn joint(tokens: &Tokens<'_>, at: usize, and: bool) -> Option<usize> {
    (tokens.is_dash(at)
        || tokens.any(at, &["to", "till", "til", "until", "untill", "through", "thru"])
        || and && tokens.is(at, "and"))
    .then_some(at + 1)
}

/// A part of the day beside a day or a time, or introduced by "in the" or "at".
fn part(
    scene: &Scene<'_, '_>,
    at: usize,
    lead: Lead,
    parts: &Parts,
    adjacent: bool,
) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    if let Some(next) = tokens.phrase(at, "first thing") {
        let end = tokens.phrase(next, "in the morning").unwrap_or(next);
        return Some((Atom::Part(DayPart::Morning), end));
    }
    let word = tokens.word(at);
    let dated =
        adjacent && (parts.day.is_some() || parts.clock.is_some() || parts.repeat.is_some());
    if word == "lunch" || word == "lunchtime" {
        let ends = !tokens.is_word(at + 1) || relative::starts_day(tokens, at + 1);
        let said = word == "lunchtime" || lead.hour || dated && ends && !lead.for_;
        return (said && parts.clock.is_none() && ends)
            .then_some((Atom::Part(DayPart::Midday), at + 1));
    }
    // "tuesday pm"; "tuesday am I free?" asks.
    let half = match word {
        "am" => Some(DayPart::Morning),
        "pm" => Some(DayPart::Afternoon),
        _ => None,
    };
    if let Some(part) = half {
        let ends = !tokens.is_word(at + 1) || tokens.any(at + 1, &["on", "with", "for", "at"]);
        let beside = adjacent && parts.day.is_some() && parts.clock.is_none();
        return (beside && ends).then_some((Atom::Part(part), at + 1));
    }
    let (part, next) = relative::shaded(tokens, at)
        .or_else(|| relative::part(word).filter(|_| word != "eve").map(|part| (part, at + 1)))?;
    let the = tokens.word_before(at) == "the";
    let led = (lead.in_ && the) || lead.hour && part == DayPart::Night;
    let of = tokens.is(next, "of") && day(scene, next + 1).is_some();
    let alone = at == 0 && tokens.len() == next;
    // "afternoon at 7", "evening 7:30"
    let timed = clock::read(tokens, next + usize::from(tokens.is(next, "at")))
        .is_some_and(|clock| clock.certain || tokens.is(next, "at"));
    (dated || led || of || alone || timed).then_some((Atom::Part(part), next))
}
