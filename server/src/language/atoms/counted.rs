//! Lengths counted from now or from a day, and lengths that end what starts.

use chrono::{NaiveDate, Weekday};

use super::{Atom, day, joint};
use crate::language::{
    Direction,
    clock::Clock,
    day::{Base, DaySlot, Which},
    lexer::Tokens,
    numbers,
    offsets::{self, Length},
    periods, relative,
    scan::{Lead, Parts, Scene},
    vocabulary,
};

/// Lengths counted from now or from a day: "in 5 days", "2 weeks ago", "3 days before july 4th".
pub(super) fn offset(scene: &Scene<'_, '_>, at: usize, lead: Lead) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    let now = scene.reference.now;
    if tokens.is(at, "right") && tokens.is(at + 1, "now")
        || tokens.is(at, "now") && tokens.len() == 1
    {
        return Some((Atom::Instant(now), at + 1 + usize::from(tokens.is(at, "right"))));
    }
    if tokens.is(at, "this") && tokens.is(at + 1, "time") {
        let clock = Clock::full(chrono::Timelike::hour(&now), chrono::Timelike::minute(&now));
        // "this time next week" is seven days from now.
        if let Some(back) = tokens
            .is(at + 3, "week")
            .then_some(tokens.word(at + 2))
            .filter(|step| matches!(*step, "next" | "last"))
            .map(|step| step == "last")
        {
            return Some((Atom::Instant(Length::days(7).shift(now, back)?), at + 4));
        }
        return relative::starts_day(tokens, at + 2).then_some((Atom::Clock(clock), at + 2));
    }
    // "between now and friday", "from now until 6"
    if tokens.is(at, "now")
        && (lead.between || lead.from)
        && joint(tokens, at + 1, lead.between).is_some()
    {
        return Some((Atom::Day(DaySlot::exact(scene.today), None), at + 1));
    }
    if let Some(found) = running(scene, at, lead)
        .or_else(|| weekdays(scene, at))
        .or_else(|| weekday_beside(scene, at))
    {
        return Some(found);
    }
    // "the day after christmas", "the week before easter"
    let article = at + usize::from(tokens.is(at, "the"));
    if tokens.any(article, &["day", "week", "month"])
        && tokens.any(article + 1, &["after", "before"])
    {
        let length = match tokens.word(article) {
            "day" => Length::days(1),
            "week" => Length::days(7),
            _ => Length { months: 1, ..Length::default() },
        };
        if let Some(found) = from_day(scene, article + 2, length, tokens.is(article + 1, "before"))
        {
            return Some(found);
        }
    }
    let (length, mut next) = offsets::length(tokens, at)?;
    let counted = |back: bool, next: usize| {
        let atom = if length.is_calendar() {
            let date = length.shift_date(scene.today, back)?;
            // "monday two weeks from now" is the Monday of that week.
            let weeks = length.months == 0 && length.days > 0 && length.days.is_multiple_of(7);
            let base = if weeks { Base::Counted(date) } else { Base::Exact(date) };
            Atom::Day(DaySlot::base(base), None)
        } else {
            Atom::Instant(length.shift(now, back)?)
        };
        Some((atom, next))
    };
    if tokens.is(next, "time") && (lead.in_ || tokens.word(next - 1).ends_with('s')) {
        next += 1;
        return counted(false, next);
    }
    match tokens.word(next) {
        "ago" => return counted(true, next + 1),
        "hence" => return counted(false, next + 1),
        "in" if let Some(end) = tokens.phrase(next, "in the future") => {
            return counted(false, end);
        }
        "later" | "earlier" if lead_is_shift(tokens, at) => return None,
        "later" => return counted(false, next + 1),
        "from" if tokens.any(next + 1, &["now"]) => return counted(false, next + 2),
        "from" | "after" | "before" | "on" | "past" => {
            let on = tokens.is(next, "on");
            let week = length.months == 0 && length.days > 0 && length.days.is_multiple_of(7);
            if (!on || week)
                && let Some(found) = from_day(scene, next + 1, length, tokens.is(next, "before"))
            {
                // "for 3 days from 1 october" is a stretch that starts there.
                return (!lead.for_).then_some(found);
            }
        }
        // "a week tomorrow", "two weeks today"
        _ if length.is_calendar()
            && length.days > 0
            && length.days % 7 == 0
            && tokens.any(next, &["tomorrow", "today", "tmrw"])
            && !lead.for_ =>
        {
            if let Some(found) = from_day(scene, next, length, false) {
                return Some(found);
            }
        }
        _ => {}
    }
    let after = lead.after && !tokens.is_word(next);
    (lead.in_ || after).then(|| counted(false, next)).flatten()
}

/// Hours and minutes that run from now or until now: "next 3 hours", "the last 20 minutes". What is
/// to be done within them is due at their end.
fn running(scene: &Scene<'_, '_>, at: usize, lead: Lead) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    let at = at + usize::from(tokens.is(at, "the"));
    let (length, ahead, next) = periods::counted_length(tokens, at)?;
    // "15 minutes past 15h"
    let clock = tokens.is(at, "past")
        && (offsets::unit(tokens.word_before(at)).is_some()
            || tokens.any(at.wrapping_sub(1), &["half", "quarter"])
            || tokens.number(at.wrapping_sub(1)).is_some());
    if length.is_calendar() || clock {
        return None;
    }
    let now = scene.reference.now;
    let atom = match (lead.within, ahead) {
        (true, true) => Atom::Instant(length.shift(now, false)?),
        (false, true) => Atom::Running(now, length),
        (_, false) => Atom::Running(length.shift(now, true)?, length),
    };
    Some((atom, next))
}

/// "3 fridays from now", "two thursdays ago".
fn weekdays(scene: &Scene<'_, '_>, at: usize) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    let (count, next) =
        numbers::cardinal(tokens, at).filter(|(count, _)| (1..=52).contains(count))?;
    let weekday = vocabulary::weekday_plural(tokens.word(next))
        .or_else(|| vocabulary::weekday(tokens.word(next)).filter(|_| count == 1))?;
    let (back, end) = match tokens.word(next + 1) {
        "ago" | "back" => (true, next + 2),
        "hence" => (false, next + 2),
        "from" if tokens.any(next + 2, &["now", "today"]) => (false, next + 3),
        _ => return None,
    };
    Some((nth_from(scene.today, weekday, count, back)?, end))
}

/// "the third tuesday after christmas", "the sunday before easter".
fn weekday_beside(scene: &Scene<'_, '_>, at: usize) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    let at = at + usize::from(tokens.is(at, "the"));
    let (count, place) = numbers::ordinal(tokens, at)
        .filter(|(count, _)| (1..=10).contains(count))
        .unwrap_or((1, at));
    let weekday = vocabulary::weekday(tokens.word(place))?;
    let back = match tokens.word(place + 1) {
        "after" => false,
        "before" => true,
        _ => return None,
    };
    let (Atom::Day(slot, _), next) = day(scene, place + 2)? else { return None };
    slot.base.filter(|base| matches!(base, Base::Exact(_) | Base::MonthDay(..)))?;
    let beside = slot.settle(scene.today, scene.direction).ok()?.first;
    Some((nth_from(beside, weekday, count, back)?, next))
}

/// The n-th such weekday behind a date, or before it.
fn nth_from(date: NaiveDate, weekday: Weekday, count: u32, back: bool) -> Option<Atom> {
    let (from, which) = if back { (date, Which::Last) } else { (date.succ_opt()?, Which::Coming) };
    let first = DaySlot::weekday(weekday, which).settle(from, Direction::Forward).ok()?.first;
    let nth = Length::days((count - 1) * 7).shift_date(first, back)?;
    Some(Atom::Day(DaySlot::exact(nth), None))
}

/// "move it 30 minutes later" shifts something; it is no time counted from now.
pub(super) fn lead_is_shift(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(0, &["move", "push", "shift", "delay", "postpone", "reschedule", "bring", "start"])
        && at > 0
}

/// A length counted from the day named at a place.
pub(super) fn from_day(
    scene: &Scene<'_, '_>,
    at: usize,
    length: Length,
    back: bool,
) -> Option<(Atom, usize)> {
    let at = at + usize::from(scene.tokens.any(at, &["on"]));
    let (atom, next) = day(scene, at)?;
    let Atom::Day(slot, _) = atom else { return None };
    let settled = slot.settle(scene.today, scene.direction).ok()?;
    let from = if back { settled.first } else { settled.last.unwrap_or(settled.first) };
    if !length.is_calendar() {
        return None;
    }
    Some((Atom::Day(DaySlot::exact(length.shift_date(from, back)?), None), next))
}

/// "for 30 mins", "2h" behind a time, "for a week".
pub(super) fn length(
    tokens: &Tokens<'_>,
    at: usize,
    lead: Lead,
    parts: &Parts,
) -> Option<(Atom, usize)> {
    let behind_time = parts.clock.is_some() && !tokens.any(at, &["a", "an"]);
    if !lead.for_ && !behind_time {
        return None;
    }
    let (length, next) = offsets::length(tokens, at)?;
    // "for 2 hour meeting" and "a 45 min call" describe the thing, but last as long.
    (lead.for_ || !length.is_calendar()).then_some((Atom::Length(length), next))
}
