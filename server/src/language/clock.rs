//! Clock times as people write and say them: "5pm", "17.30", "15h30", "quarter past six",
//! "half three", "ten thirty am", "0900", "noon".

mod digits;
mod spoken;

use super::{lexer::Tokens, numbers};
use digits::digits;
use spoken::{in_words, spoken};

/// Which half of the day an hour belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Half {
    Am,
    Pm,
    /// Written on the 24-hour clock.
    Full,
    /// Left to the words around it and to convention.
    Open,
}

/// A clock time before the half of the day is settled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) hour: u32,
    pub(crate) minute: u32,
    pub(crate) second: Option<u32>,
    pub(crate) half: Half,
    /// Minutes past (positive) or to (negative) the hour in spoken times.
    pub(crate) shift: i32,
}

impl Clock {
    pub(crate) const fn full(hour: u32, minute: u32) -> Self {
        Self { hour, minute, second: None, half: Half::Full, shift: 0 }
    }

    fn of(hour: u32, minute: u32, half: Half) -> Self {
        Self { hour, minute, second: None, half, shift: 0 }
    }

    /// Seconds since midnight; may lie outside one day ("ten to midnight" is the evening before).
    pub(crate) fn seconds(&self, half: Half) -> i64 {
        let hour = match half {
            Half::Am if self.hour == 12 => 0,
            Half::Pm if self.hour < 12 => self.hour + 12,
            _ => self.hour,
        };
        i64::from(hour) * 3600
            + (i64::from(self.minute) + i64::from(self.shift)) * 60
            + i64::from(self.second.unwrap_or(0))
    }
}

/// A clock time, the place behind it, and whether it is one without any help from its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ClockRead {
    pub(crate) clock: Clock,
    pub(crate) next: usize,
    pub(crate) certain: bool,
}

/// "am", "p.m.", "a m", "p": whether it is pm, the place behind it, and whether it is certain.
fn meridiem(tokens: &Tokens<'_>, at: usize) -> Option<(Half, usize, bool)> {
    // "3 in the am"
    if let Some(place) =
        tokens.phrase(at, "in the").filter(|place| tokens.any(*place, &["am", "pm"]))
    {
        return meridiem(tokens, place);
    }
    let word = tokens.word(at);
    let half = match word.chars().next()? {
        'a' => Half::Am,
        'p' => Half::Pm,
        _ => return None,
    };
    match word {
        "am" | "pm" => Some((half, at + 1, true)),
        "a" | "p" => {
            let dot = usize::from(tokens.is_mark(at + 1, '.'));
            if tokens.is(at + 1 + dot, "m") {
                let end = at + 2 + dot;
                return Some((half, end + usize::from(dot == 1 && tokens.is_mark(end, '.')), true));
            }
            (tokens.glued(at)
                && tokens.number(at.wrapping_sub(1)).is_some()
                && tokens.clean_right(at + 1))
            .then_some((half, at + 1, false))
        }
        _ => None,
    }
}

/// Reads a clock time that starts at a place.
pub(crate) fn read(tokens: &Tokens<'_>, at: usize) -> Option<ClockRead> {
    named(tokens, at)
        .or_else(|| spoken(tokens, at))
        .or_else(|| digits(tokens, at))
        .or_else(|| in_words(tokens, at))
}

fn named(tokens: &Tokens<'_>, at: usize) -> Option<ClockRead> {
    let lead = usize::from(
        tokens.number(at) == Some(12) && tokens.any(at + 1, &["noon", "midday", "midnight"]),
    );
    // "mid-day", "mid night"
    if tokens.is(at, "mid") {
        let apart = at + 1 + usize::from(tokens.is_mark(at + 1, '-'));
        let clock = match tokens.word(apart) {
            "day" => Clock::full(12, 0),
            "night" => Clock::full(24, 0),
            _ => return None,
        };
        return Some(ClockRead { clock, next: apart + 1, certain: true });
    }
    let clock = match tokens.word(at + lead) {
        "noon" | "midday" | "noonish" => Clock::full(12, 0),
        "midnight" => Clock::full(24, 0),
        _ => return None,
    };
    Some(ClockRead { clock, next: at + lead + 1, certain: true })
}

/// The hour that a spoken time leans on.
fn hour(tokens: &Tokens<'_>, at: usize) -> Option<(Clock, usize)> {
    if let Some(read) = named(tokens, at) {
        return Some((read.clock, read.next));
    }
    let (hour, next) = numbers::cardinal(tokens, at).filter(|(hour, _)| (1..=24).contains(hour))?;
    if let Some((half, after, _)) = meridiem(tokens, next).filter(|_| hour <= 12) {
        return Some((Clock::of(hour, 0, half), after));
    }
    let after = oclock(tokens, next).unwrap_or(next);
    tokens
        .clean_right(after)
        .then_some((Clock::of(hour, 0, if hour > 12 { Half::Full } else { Half::Open }), after))
}

fn oclock(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if tokens.any(at, &["o'clock", "oclock", "uhr"]) {
        return Some(at + 1);
    }
    let apostrophe = usize::from(matches!(tokens.mark(at + 1), Some('\'' | '’')));
    (tokens.is(at, "o") && tokens.is(at + 1 + apostrophe, "clock")).then_some(at + 2 + apostrophe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_usual_forms() {
        for (text, hour, minute, half) in [
            ("5pm", 5, 0, Half::Pm),
            ("5:30p", 5, 30, Half::Pm),
            ("3 p . m .", 3, 0, Half::Pm),
            ("17.30", 17, 30, Half::Full),
            ("15h15", 15, 15, Half::Full),
            ("0900", 9, 0, Half::Full),
            ("730 am", 7, 30, Half::Am),
            ("nine fifty nine a m", 9, 59, Half::Am),
            ("five-thirty", 5, 30, Half::Open),
            ("3 o'clock", 3, 0, Half::Open),
            ("3 oclock am", 3, 0, Half::Am),
            ("4 in the pm", 4, 0, Half::Pm),
            ("mid-day", 12, 0, Half::Full),
            ("0:01 am", 0, 1, Half::Am),
        ] {
            let read = read(&Tokens::new(text), 0)
                .map(|read| (read.clock.hour, read.clock.minute, read.clock.half));
            assert_eq!(read, Some((hour, minute, half)), "{text}");
        }
    }

    #[test]
    fn reads_spoken_times() {
        for (text, hour, shift) in [
            ("quarter past six", 6, 15),
            ("a quarter to 7pm", 7, -15),
            ("ten to three", 3, -10),
            ("twenty after 3pm", 3, 20),
            ("half three", 3, 30),
            ("15 past noon", 12, 15),
            ("15 to noon", 12, -15),
        ] {
            let read = read(&Tokens::new(text), 0).map(|read| (read.clock.hour, read.clock.shift));
            assert_eq!(read, Some((hour, shift)), "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_time() {
        for text in ["1:1 meeting", "25:12", "16:9", "12.345", "9.99.1", "half a dozen"] {
            let read = read(&Tokens::new(text), 0);
            assert!(read.is_none_or(|read| !read.certain), "{text}: {read:?}");
        }
    }
}
