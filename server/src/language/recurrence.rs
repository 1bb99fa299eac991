//! Repeats, kept as RFC 5545 RRULE text: "every other monday", "first thursday of every month",
//! "tuesdays and thursdays", "every 3 days", "twice a year".

mod rule;

use chrono::Weekday;
pub(crate) use rule::{Frequency, Repeat};

use super::{
    calendar::{self, DayRead},
    day::Base,
    lexer::Tokens,
    numbers,
    offsets::{self, Unit},
    relative::{self, DayPart},
    vocabulary,
};

/// A repeat, the part of the day it names, and the place behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RepeatRead {
    pub(crate) repeat: Repeat,
    pub(crate) part: Option<DayPart>,
    pub(crate) next: usize,
}

const WORKWEEK: [Weekday; 5] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri];
const WEEKEND: [Weekday; 2] = [Weekday::Sat, Weekday::Sun];

fn done(repeat: Repeat, next: usize) -> Option<RepeatRead> {
    Some(RepeatRead { repeat, part: None, next })
}

/// Reads a repeat that starts at a place.
pub(crate) fn read(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    // "every! 3 days" counts from when it is done (Todoist's notation).
    let from_completion = tokens.is_mark(at + 1, '!');
    every(tokens, at)
        .map(|read| RepeatRead { repeat: Repeat { from_completion, ..read.repeat }, ..read })
        .or_else(|| of_every_month(tokens, at))
        .or_else(|| adverb(tokens, at))
        .or_else(|| plural(tokens, at))
        .or_else(|| days_weekly(tokens, at))
}

/// "mon wed and fri every week", "tuesday and thursday weekly".
fn days_weekly(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let first = vocabulary::weekday(tokens.word(at))?;
    let mut days = vec![first];
    let next = more_days(tokens, at + 1, &mut days, vocabulary::weekday);
    let tail = tokens
        .phrase(next, "every week")
        .or_else(|| tokens.phrase(next, "each week"))
        .or_else(|| tokens.phrase(next, "weekly"))?;
    done(Repeat::weekly(&days, 1), tail)
}

fn is_every(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(at, &["every", "each", "evry", "everyday"])
}

/// More weekdays behind the first: ", thursday and saturday".
fn more_days(
    tokens: &Tokens<'_>,
    at: usize,
    days: &mut Vec<Weekday>,
    name: impl Fn(&str) -> Option<Weekday>,
) -> usize {
    let mut next = at;
    while days.len() < 7 {
        let mut joint = next;
        while tokens.is_mark(joint, ',')
            || tokens.is_mark(joint, '/')
            || tokens.is_mark(joint, '&')
            || tokens.any(joint, &["and", "every"])
        {
            joint += 1;
        }
        let Some(day) = name(tokens.word(joint)).filter(|day| !days.contains(day)) else { break };
        days.push(day);
        next = joint + 1;
    }
    next
}

fn every(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    if tokens.is(at, "everyday") {
        return done(Repeat::plain(Frequency::Daily, 1), at + 1);
    }
    if !is_every(tokens, at) {
        return None;
    }
    let mut place = at + 1 + usize::from(tokens.is_mark(at + 1, '!'));
    place += usize::from(tokens.is(place, "single"));
    let mut interval = 1;
    if tokens.any(place, &["other", "second", "2nd"]) && !tokens.is(place + 1, "of") {
        // "every second tuesday of the month" is monthly, "every second tuesday" every other week.
        let ordinal = !tokens.is(place, "other")
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

/// "first thursday", "last friday".
fn nth_day(tokens: &Tokens<'_>, at: usize) -> Option<((Option<i32>, Weekday), usize)> {
    let (nth, place) = match tokens.word(at) {
        "last" => (-1, at + 1),
        _ => numbers::ordinal(tokens, at).and_then(|(nth, next)| {
            Some((i32::try_from(nth).ok().filter(|nth| *nth <= 5)?, next))
        })?,
    };
    vocabulary::weekday(tokens.word(place)).map(|weekday| ((Some(nth), weekday), place + 1))
}

/// The place behind "of every month", "of each month", "of the month", "every month".
fn month_tail(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let of = at + usize::from(tokens.any(at, &["of", "in"]));
    (is_every(tokens, of) && tokens.is(of + 1, "month")).then_some(of + 2).or_else(|| {
        (of > at && tokens.is(of, "month")
            || of > at
                && tokens.any(of, &["the"])
                && tokens.is(of + 1, "month")
                && is_every(tokens, of + 2))
        .then_some(of + 1)
    })
}

/// "first thursday of every month", "the 12th of each month", "last day of every month".
fn of_every_month(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let start = at + usize::from(tokens.is(at, "the"));
    let monthly = Repeat::plain(Frequency::Monthly, 1);
    if tokens.is(start, "last") && tokens.is(start + 1, "day") {
        let next = month_tail(tokens, start + 2)?;
        return done(Repeat { month_day: Some(-1), ..monthly }, next);
    }
    if let Some((day, next)) = nth_day(tokens, start) {
        return done(Repeat { days: vec![day], ..monthly }, month_tail(tokens, next)?);
    }
    let is_day = |(day, _): &(u32, usize)| (1..=31).contains(day);
    let (day, mut next) = numbers::ordinal(tokens, start).filter(is_day)?;
    let and = next + 1 + usize::from(tokens.is(next + 1, "the"));
    let other = numbers::ordinal(tokens, and)
        .filter(is_day)
        .filter(|_| tokens.is(next, "and") || tokens.is_mark(next, '&'));
    if let Some((_, after)) = other {
        next = after;
    }
    let next = month_tail(tokens, next + usize::from(tokens.any(next, &["day", "days"])))?;
    let number = |day: u32| i32::try_from(day).ok();
    let other_day = other.and_then(|(other, _)| number(other));
    done(Repeat { month_day: number(day), other_day, ..monthly }, next)
}

/// "daily", "weekly", "twice a year", "weekdays".
fn adverb(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let repeat = match tokens.word(at) {
        "daily" => Repeat::plain(Frequency::Daily, 1),
        "weekly" => Repeat::plain(Frequency::Weekly, 1),
        "biweekly" | "fortnightly" => Repeat::plain(Frequency::Weekly, 2),
        "monthly" => Repeat::plain(Frequency::Monthly, 1),
        "quarterly" => Repeat::plain(Frequency::Monthly, 3),
        "yearly" | "annually" => Repeat::plain(Frequency::Yearly, 1),
        "weekdays" | "workdays" => return done(Repeat::weekly(&WORKWEEK, 1), at + 1),
        "weekends" => return done(Repeat::weekly(&WEEKEND, 1), at + 1),
        "once" | "twice" => {
            let twice = tokens.is(at, "twice");
            if !tokens.any(at + 1, &["a", "per", "each", "every"]) {
                return None;
            }
            let repeat = match (tokens.word(at + 2), twice) {
                ("day", false) => Repeat::plain(Frequency::Daily, 1),
                ("week", false) => Repeat::plain(Frequency::Weekly, 1),
                ("month", false) => Repeat::plain(Frequency::Monthly, 1),
                ("quarter", false) => Repeat::plain(Frequency::Monthly, 3),
                ("year", false) => Repeat::plain(Frequency::Yearly, 1),
                ("year", true) => Repeat::plain(Frequency::Monthly, 6),
                ("day", true) => Repeat::plain(Frequency::Hourly, 12),
                _ => return None,
            };
            return done(repeat, at + 3);
        }
        _ => return None,
    };
    // "send the weekly report" names a report; "daily scrum 10:30" and "back up weekly" repeat.
    let ends = !tokens.is_word(at + 1)
        || tokens.any(
            at + 1,
            &["on", "at", "from", "until", "till", "starting", "for", "in", "and", "by"],
        );
    let leads = at == 0 || tokens.is_pause(at - 1);
    let repeat = Repeat { in_name: !ends, ..repeat };
    (leads || ends).then_some(RepeatRead { repeat, part: None, next: at + 1 })
}

/// "mondays and wednesdays", "tuesdays".
fn plural(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let first = vocabulary::weekday_plural(tokens.word(at))?;
    let mut days = vec![first];
    let next = more_days(tokens, at + 1, &mut days, vocabulary::weekday_plural);
    done(Repeat::weekly(&days, 1), next)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_rules() {
        for (text, rule) in [
            ("every day", "FREQ=DAILY"),
            ("every weekday", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"),
            ("every other monday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO"),
            ("every! 3 days", "FREQ=DAILY;INTERVAL=3"),
            ("every tuesday thursday and saturday", "FREQ=WEEKLY;BYDAY=TU,TH,SA"),
            ("mondays and wednesdays", "FREQ=WEEKLY;BYDAY=MO,WE"),
            ("first thursday of every month", "FREQ=MONTHLY;BYDAY=1TH"),
            ("the last day of every month", "FREQ=MONTHLY;BYMONTHDAY=-1"),
            ("the 12th of each month", "FREQ=MONTHLY;BYMONTHDAY=12"),
            ("every april 4", "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=4"),
            ("quarterly", "FREQ=MONTHLY;INTERVAL=3"),
            ("twice a year", "FREQ=MONTHLY;INTERVAL=6"),
            ("every second tuesday of the month", "FREQ=MONTHLY;BYDAY=2TU"),
        ] {
            assert_eq!(
                read(&Tokens::new(text), 0).map(|read| read.repeat.rule()),
                Some(rule.to_owned()),
                "{text}"
            );
        }
        assert_eq!(read(&Tokens::new("write weekly report"), 1), None);
    }

    #[test]
    fn finds_the_first_occurrence() {
        let first = |text: &str| {
            read(&Tokens::new(text), 0)
                .and_then(|read| read.repeat.first("2026-05-13".parse().unwrap()))
        };
        assert_eq!(first("every tuesday"), Some("2026-05-19".parse().unwrap()));
        assert_eq!(first("every april 4"), Some("2027-04-04".parse().unwrap()));
        assert_eq!(first("last friday of every month"), Some("2026-05-29".parse().unwrap()));
    }
}
