//! Repeats, kept as RFC 5545 RRULE text: "every other monday", "first thursday of every month",
//! "tuesdays and thursdays", "every 3 days", "twice a year".

mod days;
mod every;
mod monthly;
mod rule;

use chrono::Weekday;
use days::{days_listed, days_weekly, more_days, plural, without_days};
use every::{completing, every};
use monthly::of_every_month;
pub(crate) use rule::{Frequency, Repeat};

use super::{
    lexer::Tokens,
    numbers,
    offsets::{self, Unit},
    relative::DayPart,
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
    // "once every two weeks"
    let once = at + usize::from(tokens.is(at, "once") && every::is_every(tokens, at + 1));
    every(tokens, once)
        .map(|read| without_days(tokens, read))
        .map(|read| completing(tokens, read, from_completion))
        .or_else(|| of_every_month(tokens, at))
        .or_else(|| adverb(tokens, at))
        .or_else(|| plural(tokens, at))
        .or_else(|| days_weekly(tokens, at))
        .or_else(|| days_listed(tokens, at))
        .or_else(|| after_done(tokens, at))
        .map(|read| so_often(tokens, read))
}

/// "every friday, 10 times", "every day for 5 times": the repeat ends by itself.
fn so_often(tokens: &Tokens<'_>, read: RepeatRead) -> RepeatRead {
    let at = read.next + usize::from(tokens.is_mark(read.next, ','));
    let at = at + usize::from(tokens.is(at, "for"));
    match numbers::cardinal(tokens, at) {
        Some((count, next)) if (2..=999).contains(&count) && tokens.is(next, "times") => {
            RepeatRead {
                repeat: Repeat { count: Some(count), ..read.repeat },
                next: next + 1,
                ..read
            }
        }
        _ => read,
    }
}

/// "3 days after I finish", "a week after it's done", "2 weeks after completion".
fn after_done(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let (count, next) = if tokens.any(at, &["a", "an"]) {
        (1, at + 1)
    } else {
        numbers::cardinal(tokens, at).filter(|(count, _)| (1..=999).contains(count))?
    };
    let frequency = match offsets::unit(tokens.word(next))? {
        Unit::Day => Frequency::Daily,
        Unit::Week => Frequency::Weekly,
        Unit::Month => Frequency::Monthly,
        Unit::Year => Frequency::Yearly,
        _ => return None,
    };
    let next = next + 1;
    let end = [
        "after i finish it",
        "after i finish",
        "after i complete it",
        "after i complete",
        "after i do it",
        "after i've done it",
        "after i'm done",
        "after it's done",
        "after its done",
        "after it is done",
        "after completion",
        "after completing it",
        "after finishing",
        "after each completion",
        "after the last time",
        "after i last did it",
        "from completion",
        "after being done",
    ]
    .iter()
    .find_map(|phrase| tokens.phrase(next, phrase))?;
    done(Repeat { from_completion: true, ..Repeat::plain(frequency, count) }, end)
}

/// "daily", "weekly", "twice a year", "weekdays".
fn adverb(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let repeat = match tokens.word(at) {
        "daily" => Repeat::plain(Frequency::Daily, 1),
        "weekly" => Repeat::plain(Frequency::Weekly, 1),
        "bi" | "semi" if tokens.is_dash(at + 1) && tokens.glued(at + 2) => {
            let repeat = match (tokens.word(at), tokens.word(at + 2)) {
                ("bi", "weekly") => Repeat::plain(Frequency::Weekly, 2),
                ("bi", "monthly") => Repeat::plain(Frequency::Monthly, 2),
                ("bi", "annually" | "annual") | ("semi", "annually" | "annual") => {
                    Repeat::plain(Frequency::Monthly, 6)
                }
                _ => return None,
            };
            return done(repeat, at + 3);
        }
        "nightly" => {
            let read = adverb_of(tokens, at, Repeat::plain(Frequency::Daily, 1))?;
            return Some(RepeatRead { part: Some(DayPart::Night), ..read });
        }
        "bimonthly" => Repeat::plain(Frequency::Monthly, 2),
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
    adverb_of(tokens, at, repeat)
}

/// An adverb that says how often, where it does and is no part of a name.
fn adverb_of(tokens: &Tokens<'_>, at: usize, repeat: Repeat) -> Option<RepeatRead> {
    // "send the weekly report" names a report; "daily scrum 10:30" and "back up weekly" repeat.
    let ends = !tokens.is_word(at + 1)
        || tokens.any(
            at + 1,
            &[
                "on", "at", "from", "until", "till", "starting", "for", "in", "and", "by", "now",
                "instead", "please",
            ],
        );
    let leads = at == 0 || tokens.is_pause(at - 1);
    let repeat = Repeat { in_name: !ends, ..repeat };
    (leads || ends).then_some(RepeatRead { repeat, part: None, next: at + 1 })
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
