//! Repeats that say "every": "every other monday", "every! 3 days", "every 15th".

use super::{Frequency, Repeat, RepeatRead, WEEKEND, WORKWEEK, done, monthly::nth_day, more_days};
use crate::language::{
    calendar::{self, DayRead},
    day::Base,
    lexer::Tokens,
    numbers,
    offsets::{self, Unit},
    relative, vocabulary,
};

/// Marks a repeat that counts from completion: "every! 3 days", "every 3 days after completion".
pub(super) fn completing(tokens: &Tokens<'_>, read: RepeatRead, marked: bool) -> RepeatRead {
    let said = [
        "after completion",
        "after it's done",
        "after i finish",
        "from completion",
        "when done",
        "once done",
    ]
    .iter()
    .find_map(|phrase| tokens.phrase(read.next, phrase));
    let from_completion = marked || said.is_some();
    let next = said.unwrap_or(read.next);
    RepeatRead { repeat: Repeat { from_completion, ..read.repeat }, next, ..read }
}

pub(super) fn is_every(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(at, &["every", "each", "evry", "everyday"])
}

pub(super) fn every(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    if tokens.is(at, "everyday") {
        return done(Repeat::plain(Frequency::Daily, 1), at + 1);
    }
    // "alternate fridays", "alternating weeks"
    if tokens.any(at, &["alternate", "alternating"]) {
        return alternate(tokens, at + 1);
    }
    if !is_every(tokens, at) {
        return None;
    }
    let mut place = at + 1 + usize::from(tokens.is_mark(at + 1, '!'));
    place += usize::from(tokens.is(place, "single"));
    let mut interval = 1;
    if tokens.any(place, &["other", "second", "2nd", "alternate"]) && !tokens.is(place + 1, "of") {
        // "every second tuesday of the month" is monthly, "every second tuesday" every other week.
        let ordinal = !tokens.any(place, &["other", "alternate"])
            && vocabulary::weekday(tokens.word(place + 1)).is_some()
            && tokens.is(place + 2, "of");
        if !ordinal {
            interval = 2;
            place += 1;
        }
    } else if let Some((count, next)) = numbers::cardinal(tokens, place).filter(|(count, next)| {
        (1..=999).contains(count) && offsets::unit(tokens.word(*next)).is_some()
    }) {
        interval = count;
        place = next;
    } else if let Some((count, next)) = vaguely(tokens, place) {
        interval = count;
        place = next;
    }
    if let Some((nth, next)) = nth_day(tokens, place) {
        let next = tokens
            .phrase(next, "of the month")
            .or_else(|| tokens.phrase(next, "of each month"))
            .or_else(|| tokens.phrase(next, "of every month"))
            .unwrap_or(next);
        return done(
            Repeat { days: vec![nth], ..Repeat::plain(Frequency::Monthly, interval) },
            next,
        );
    }
    let word = tokens.word(place);
    if matches!(word, "weekday" | "weekdays" | "workday" | "workdays") {
        return done(Repeat::weekly(&WORKWEEK, 1), place + 1);
    }
    if matches!(word, "weekend" | "weekends") {
        return done(Repeat::weekly(&WEEKEND, interval), place + 1);
    }
    if let Some(part) = relative::part(word).filter(|_| word != "eve") {
        return Some(RepeatRead {
            repeat: Repeat::plain(Frequency::Daily, interval),
            part: Some(part),
            next: place + 1,
        });
    }
    if let Some(day) = vocabulary::weekday(word).or_else(|| vocabulary::weekday_plural(word)) {
        let mut days = vec![day];
        let next = more_days(tokens, place + 1, &mut days, |word| {
            vocabulary::weekday(word).or_else(|| vocabulary::weekday_plural(word))
        });
        return done(Repeat::weekly(&days, interval), next);
    }
    if let Some(read) = on_days(tokens, place, interval) {
        return Some(read);
    }
    if let Some(unit) = offsets::unit(word) {
        let repeat = match unit {
            Unit::Hour => Repeat::plain(Frequency::Hourly, interval),
            Unit::Day => Repeat::plain(Frequency::Daily, interval),
            Unit::Workday => Repeat::weekly(&WORKWEEK, 1),
            Unit::Week => Repeat::plain(Frequency::Weekly, interval),
            Unit::Fortnight => Repeat::plain(Frequency::Weekly, interval * 2),
            Unit::Month => Repeat::plain(Frequency::Monthly, interval),
            Unit::Quarter => Repeat::plain(Frequency::Monthly, interval * 3),
            Unit::Year => Repeat::plain(Frequency::Yearly, interval),
            Unit::Second | Unit::Minute => return None,
        };
        return done(repeat, place + 1);
    }
    // "every june": some day of it, so the first.
    if let Some((month, next)) = vocabulary::month_at(tokens, place)
        && calendar::read(tokens, place).is_none()
    {
        let yearly = Repeat::plain(Frequency::Yearly, interval);
        return done(Repeat { month: Some(month), ..yearly }, next);
    }
    // "every april 4" and "every 15th"
    match calendar::read(tokens, place)? {
        DayRead::Day(slot, next) => match slot.base? {
            Base::MonthDay(month, day) => {
                let month_day = i32::try_from(day).ok();
                done(
                    Repeat { month: Some(month), month_day, ..Repeat::plain(Frequency::Yearly, 1) },
                    next,
                )
            }
            Base::DayOfMonth(day) => done(
                Repeat {
                    month_day: i32::try_from(day).ok(),
                    ..Repeat::plain(Frequency::Monthly, 1)
                },
                next,
            ),
            _ => None,
        },
        DayRead::NoSuchDate(_) => None,
    }
}

/// "every few days", "every couple of weeks": as many as `conventions/language.md`, rule 10, says.
fn vaguely(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let (count, next) = match tokens.word(at) {
        "few" => (3, at + 1),
        "couple" => (2, at + 1 + usize::from(tokens.is(at + 1, "of"))),
        _ => return None,
    };
    offsets::unit(tokens.word(next)).map(|_| (count, next))
}

/// "fridays", "weeks", behind "alternate".
fn alternate(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let word = tokens.word(at);
    if let Some(day) = vocabulary::weekday(word).or_else(|| vocabulary::weekday_plural(word)) {
        return done(Repeat::weekly(&[day], 2), at + 1);
    }
    match offsets::unit(word)? {
        Unit::Day => done(Repeat::plain(Frequency::Daily, 2), at + 1),
        Unit::Week => done(Repeat::plain(Frequency::Weekly, 2), at + 1),
        Unit::Month => done(Repeat::plain(Frequency::Monthly, 2), at + 1),
        _ => None,
    }
}

/// "every other week on Tuesday and Friday", "every year on 4 April". Where the days are said
/// elsewhere in the sentence they complete the rule later.
fn on_days(tokens: &Tokens<'_>, place: usize, interval: u32) -> Option<RepeatRead> {
    let unit = offsets::unit(tokens.word(place))?;
    let on = place + 1 + usize::from(tokens.is(place + 1, "on"));
    match unit {
        Unit::Week => {
            let mut days = vec![vocabulary::weekday(tokens.word(on))?];
            let next = more_days(tokens, on + 1, &mut days, vocabulary::weekday);
            // "every week on tuesday 19 may" names a date.
            let dated = tokens.number(next).is_some()
                || vocabulary::month(tokens.word(next)).is_some()
                || numbers::ordinal(tokens, next).is_some();
            (!dated).then(|| done(Repeat::weekly(&days, interval), next)).flatten()
        }
        Unit::Year => match calendar::read(tokens, on)? {
            DayRead::Day(slot, next) => {
                let Some(Base::MonthDay(month, day)) = slot.base else { return None };
                let month_day = i32::try_from(day).ok();
                let yearly = Repeat::plain(Frequency::Yearly, interval);
                done(Repeat { month: Some(month), month_day, ..yearly }, next)
            }
            DayRead::NoSuchDate(_) => None,
        },
        _ => None,
    }
}
