//! Days named from today: "tomorrow", "next friday", "the day after tomorrow", "last night",
//! "tuesday week".

mod meant;

use chrono::{Days, NaiveDate, Weekday};
use meant::is_meant;

use super::{
    Direction,
    day::{self, DaySlot, Which},
    lexer::Tokens,
    vocabulary,
};

/// Parts of the day. They give a time when none is said, and settle am or pm when one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DayPart {
    Morning,
    Midday,
    Afternoon,
    Evening,
    Night,
}

/// What a relative expression says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct RelativeRead {
    pub(crate) day: DaySlot,
    pub(crate) part: Option<DayPart>,
    pub(crate) next: usize,
}

/// How many days away a word is from today.
fn distance(word: &str) -> Option<i64> {
    Some(match vocabulary::bare(word) {
        "today" | "tday" | "2day" => 0,
        "tomorrow" | "tmrw" | "tmr" | "tmrow" | "tomorow" | "tommorow" | "tommorrow"
        | "tomorro" | "tomoz" | "2moro" | "tmw" | "morgen" => 1,
        "yesterday" | "yday" | "yest" => -1,
        "overmorrow" => 2,
        word if vocabulary::one_error(word, "tomorrow") => 1,
        word if vocabulary::one_error(word, "yesterday") => -1,
        _ => return None,
    })
}

/// The part of the day a word names by itself.
pub(crate) fn part(word: &str) -> Option<DayPart> {
    Some(match vocabulary::bare(word) {
        "morning" | "mornings" | "morn" => DayPart::Morning,
        "lunchtime" => DayPart::Midday,
        "afternoon" | "afternoons" | "arvo" => DayPart::Afternoon,
        "evening" | "evenings" | "eve" => DayPart::Evening,
        "night" | "nights" | "nite" => DayPart::Night,
        _ => return None,
    })
}

/// "early evening", "late-night", "midafternoon": a part of the day, more or less, and the place
/// behind it.
pub(crate) fn shaded(tokens: &Tokens<'_>, at: usize) -> Option<(DayPart, usize)> {
    if let Some(whole) = tokens.word(at).strip_prefix("mid") {
        let named =
            part(whole).filter(|part| matches!(part, DayPart::Morning | DayPart::Afternoon));
        if let Some(part) = named {
            return Some((part, at + 1));
        }
    }
    if !tokens.any(at, &["early", "late", "mid"]) {
        return None;
    }
    let place = at + 1 + usize::from(tokens.is_mark(at + 1, '-'));
    part(tokens.word(place)).map(|part| (part, place + 1))
}

/// Whether a day named by weekday or distance starts here.
pub(crate) fn starts_day(tokens: &Tokens<'_>, at: usize) -> bool {
    distance(tokens.word(at)).is_some()
        || tokens.any(at, &["tonight", "tonite"])
        || vocabulary::weekday(tokens.word(at)).is_some()
        || tokens.any(at, &["next", "this", "last"])
            && vocabulary::weekday(tokens.word(at + 1)).is_some()
}

fn moved(today: NaiveDate, days: i64) -> Option<NaiveDate> {
    let count = Days::new(days.unsigned_abs());
    if days < 0 { today.checked_sub_days(count) } else { today.checked_add_days(count) }
}

/// Reads a relative day that starts at a place.
pub(crate) fn read(tokens: &Tokens<'_>, at: usize, today: NaiveDate) -> Option<RelativeRead> {
    let found = |days: i64, part: Option<DayPart>, next: usize| {
        moved(today, days).map(|date| RelativeRead { day: DaySlot::exact(date), part, next })
    };
    let article = at + usize::from(tokens.is(at, "the"));
    if tokens.is(article, "day") {
        for (words, days) in [("after", 1), ("before", -1)] {
            if let Some(base) = distance(tokens.word(article + 2))
                .filter(|base| tokens.is(article + 1, words) && *base == days)
            {
                return found(base + days, None, article + 3);
            }
        }
    }
    let word = tokens.word(at);
    if let Some(days) = distance(word) {
        if tokens.is(at + 1, "week") {
            return found(days + 7, None, at + 2);
        }
        return found(days, None, at + 1);
    }
    match vocabulary::bare(word) {
        "tonight" | "tonite" | "2nite" => return found(0, Some(DayPart::Night), at + 1),
        "last" if tokens.any(at + 1, &["night", "nite"]) => {
            return found(-1, Some(DayPart::Night), at + 2);
        }
        "last" if tokens.any(at + 1, &["evening"]) => {
            return found(-1, Some(DayPart::Evening), at + 2);
        }
        "this" if part(tokens.word(at + 1)).is_some() && !tokens.is(at + 1, "eve") => {
            return found(0, part(tokens.word(at + 1)), at + 2);
        }
        "later" if tokens.any(at + 1, &["today", "tonight"]) => return read(tokens, at + 1, today),
        "late" | "early" if tokens.any(at + 1, &["tonight", "tonite", "last", "this"]) => {
            return read(tokens, at + 1, today).filter(|read| read.part.is_some());
        }
        "this" if let Some((part, next)) = shaded(tokens, at + 1) => {
            return found(0, Some(part), next);
        }
        _ => {}
    }
    weekday(tokens, at, today)
}

/// A weekday with its qualifiers.
fn weekday(tokens: &Tokens<'_>, at: usize, today: NaiveDate) -> Option<RelativeRead> {
    let mut place = at
        + usize::from(
            tokens.is(at, "the")
                && tokens.any(
                    at + 1,
                    &["next", "last", "coming", "following", "previous", "upcoming", "past"],
                ),
        );
    let mut which = Which::Coming;
    let mut qualified = false;
    for _ in 0..2 {
        match tokens.word(place) {
            "this" | "coming" | "upcoming" => {}
            "next" | "following" | "nxt" => which = Which::Next(tokens.habits.week_start),
            "last" | "past" | "previous" => which = Which::Last,
            _ => break,
        }
        qualified = true;
        place += 1;
    }
    let name = vocabulary::weekday(tokens.word(place))?;
    if !qualified && !is_meant(tokens, place) {
        return None;
    }
    let abbreviated = tokens.word(place).len() <= 5
        && tokens.is_mark(place + 1, '.')
        && tokens.glued(place + 1)
        && tokens.get(place + 2).is_some_and(|_| !tokens.glued(place + 2));
    let next = place + 1 + usize::from(abbreviated);
    // "tuesday week" is the Tuesday after the coming one.
    if tokens.is(next, "week")
        && !qualified
        && (tokens.is_pause(next + 1)
            || !tokens.is_word(next + 1)
            || tokens.any(next + 1, &["at", "for", "from", "in"]))
    {
        let coming = DaySlot::weekday(name, which).settle(today, Direction::Forward).ok()?;
        let date = coming.first.checked_add_days(Days::new(7))?;
        return Some(RelativeRead { day: DaySlot::exact(date), part: None, next: next + 1 });
    }
    Some(RelativeRead { day: DaySlot::weekday(name, which), part: None, next })
}

/// The first day of the week that a date lies in, `weeks` weeks away, of weeks that begin on
/// `start`.
pub(crate) fn week(date: NaiveDate, weeks: i64, start: Weekday) -> Option<NaiveDate> {
    moved(day::week(date, start), weeks * 7)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_days_from_today() {
        let today: NaiveDate = "2026-05-13".parse().unwrap();
        for (text, expected) in [
            ("tomorrow", "2026-05-14"),
            ("tommorow", "2026-05-14"),
            ("yesteday", "2026-05-12"),
            ("the day after tmrw", "2026-05-15"),
            ("day before yesterday", "2026-05-11"),
            ("tuesday week", "2026-05-26"),
            ("next tusday", "2026-05-19"),
            ("this coming friday", "2026-05-15"),
            ("last night", "2026-05-12"),
        ] {
            let read = read(&Tokens::new(text), 0, today)
                .and_then(|read| read.day.settle(today, Direction::Forward).ok());
            assert_eq!(
                read.map(|settled| settled.first),
                Some(expected.parse().unwrap()),
                "{text}"
            );
        }
    }

    #[test]
    fn plain_words_are_no_days() {
        let today: NaiveDate = "2026-05-13".parse().unwrap();
        for (text, at) in [
            ("we sat down", 1),
            ("the sun is out", 1),
            ("sun screen", 0),
            ("to wed her", 1),
            ("sunscreen", 0),
        ] {
            assert_eq!(read(&Tokens::new(text), at, today), None, "{text}");
        }
    }
}
