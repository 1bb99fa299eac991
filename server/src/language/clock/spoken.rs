//! Clock times in words: "quarter past six", "half three", "ten thirty am".

use super::{Clock, ClockRead, Half, hour, meridiem, named, oclock};
use crate::language::{lexer::Tokens, numbers, vocabulary};

/// "half past 3", "a quarter to seven", "twenty minutes after five", "half three".
pub(super) fn spoken(tokens: &Tokens<'_>, at: usize) -> Option<ClockRead> {
    let start = at + usize::from(tokens.is(at, "a") && tokens.is(at + 1, "quarter"));
    let (minutes, mut next) = match tokens.word(start) {
        "half" => (30, start + 1),
        "quarter" => (15, start + 1),
        _ => numbers::cardinal(tokens, start).filter(|(minutes, _)| (1..60).contains(minutes))?,
    };
    if tokens.any(next, &["minutes", "minute", "mins", "min"]) {
        next += 1;
    }
    let sign = match tokens.word(next) {
        "past" | "after" => 1,
        "to" | "before" | "till" | "til" => -1,
        "of" if tokens.is(next - 1, "quarter") => -1,
        // British "half three" is half past three; only a bare hour may follow.
        _ if minutes == 30 && tokens.is(start, "half") && next == start + 1 => {
            let (clock, after) = hour(tokens, next)?;
            // "wednesday half six library": a day says that it is a time.
            let day = tokens.word_before(at);
            let led = matches!(day, "at" | "today" | "tomorrow" | "tonight")
                || vocabulary::weekday(day).is_some();
            let follows = tokens.get(after).is_none_or(|_| {
                led || tokens.is_pause(after)
                    || !tokens.is_word(after)
                    || is_after_hour(tokens.word(after))
            });
            return (clock.half != Half::Full && follows).then_some(ClockRead {
                clock: Clock { shift: 30, ..clock },
                next: after,
                certain: true,
            });
        }
        _ => return None,
    };
    // "5 to 7" is a range; only spoken minutes, "past" and "after" make it a clock time, or minutes
    // that are no hour before one that has a name ("15 to noon").
    let digits = tokens.number(start).is_some();
    let said_minutes = next > start + 1;
    let to_named = minutes > 12 && named(tokens, next + 1).is_some();
    if sign < 0 && digits && !said_minutes && !to_named {
        return None;
    }
    let (clock, after) = hour(tokens, next + 1)?;
    let small_words =
        !digits && !said_minutes && sign < 0 && !matches!(minutes, 5 | 10 | 15 | 20 | 25 | 30);
    if small_words {
        return None;
    }
    let shift = sign * i32::try_from(minutes).ok()?;
    // "five minutes after 3" is exact; "ten to three" in words might still be a range of hours.
    Some(ClockRead { clock: Clock { shift, ..clock }, next: after, certain: true })
}

pub(super) fn is_after_hour(word: &str) -> bool {
    matches!(
        word,
        "on" | "in"
            | "at"
            | "tomorrow"
            | "today"
            | "tonight"
            | "this"
            | "for"
            | "till"
            | "until"
            | "to"
            | "and"
            | "then"
    ) || vocabulary::weekday(word).is_some()
}

/// "ten thirty am", "five-thirty", "nine fifty nine a m", "eight".
pub(super) fn in_words(tokens: &Tokens<'_>, at: usize) -> Option<ClockRead> {
    let (hour, next) =
        numbers::below_hundred(tokens, at).filter(|(hour, _)| (1..=12).contains(hour))?;
    let dash = usize::from(tokens.is_mark(next, '-') && tokens.glued(next));
    let oh = usize::from(tokens.any(next + dash, &["oh", "o"]));
    let minute = numbers::below_hundred(tokens, next + dash + oh)
        .filter(|(minute, _)| if oh == 1 { *minute < 10 } else { (10..60).contains(minute) });
    let (minute, mut after, timed) =
        minute.map_or((0, next, false), |(minute, after)| (minute, after, true));
    let mut clock = Clock::of(hour, minute, Half::Open);
    let mut certain = timed && dash == 1;
    if let Some((half, end, _)) = meridiem(tokens, after) {
        clock.half = half;
        after = end;
        certain = true;
    } else if let Some(end) = oclock(tokens, after) {
        after = end;
        certain = true;
        if let Some((half, end, _)) = meridiem(tokens, after) {
            clock.half = half;
            after = end;
        }
    } else if tokens.is(after, "ish") {
        after += 1;
    }
    Some(ClockRead { clock, next: after, certain })
}
