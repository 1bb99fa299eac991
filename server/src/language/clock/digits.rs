//! Clock times in digits: "8:30pm", "15h30", "0900", a bare hour.

use super::{Clock, ClockRead, Half, meridiem, oclock};
use crate::language::{lexer::Tokens, zones};

pub(super) fn digits(tokens: &Tokens<'_>, at: usize) -> Option<ClockRead> {
    let value = tokens.number(at)?;
    let width = tokens.digits(at);
    if !tokens.clean_left(at) {
        return None;
    }
    let leading_zero =
        tokens.get(at).is_some_and(|token| token.text.starts_with('0')) && width == 2;
    let glued_word = |place: usize| if tokens.glued(place) { tokens.word(place) } else { "" };
    // 15h30, 16h
    if glued_word(at + 1) == "h" && value <= 24 {
        if tokens.glued(at + 2) && tokens.digits(at + 2) == 2 {
            let minute = tokens.number(at + 2).filter(|minute| *minute < 60)?;
            return Some(ClockRead {
                clock: Clock::full(value, minute),
                next: at + 3,
                certain: true,
            });
        }
        // "at 9h" is an hour of the day, "9h" alone may be how long.
        let zoned = zones::name_at(tokens, at + 2).is_some();
        let led = zoned
            || at > 0
                && (tokens.any(at - 1, &["at", "from", "until", "till", "to"])
                    || tokens.is_dash(at - 1));
        let stands = !tokens.is_word(at + 2)
            || zoned
            || tokens.any(at + 2, &["for", "to", "till", "until", "tomorrow", "today", "on"]);
        return ((value > 12 || led) && tokens.clean_right(at + 2)).then_some(ClockRead {
            clock: Clock::full(value, 0),
            next: at + 2,
            certain: stands,
        });
    }
    // 3ish, 3-ish
    let dash = usize::from(tokens.is_mark(at + 1, '-') && tokens.glued(at + 1));
    if glued_word(at + 1 + dash) == "ish" && (1..=12).contains(&value) {
        return Some(ClockRead {
            clock: Clock::of(value, 0, Half::Open),
            next: at + 2 + dash,
            certain: false,
        });
    }
    // 8:30, 8.30pm, 11:00:09
    let separator = tokens
        .mark(at + 1)
        .filter(|mark| matches!(mark, ':' | '.') && tokens.glued(at + 1) && tokens.glued(at + 2));
    if let Some(separator) = separator.filter(|_| width <= 2 && tokens.digits(at + 2) == 2) {
        let minute = tokens.number(at + 2).filter(|minute| *minute < 60)?;
        if value > 24 || value == 24 && minute > 0 {
            return None;
        }
        let (mut second, mut next) = (None, at + 3);
        if separator == ':'
            && tokens.is_mark(next, ':')
            && tokens.glued(next)
            && tokens.glued(next + 1)
            && tokens.digits(next + 1) == 2
        {
            second = Some(tokens.number(next + 1).filter(|second| *second < 60)?);
            next += 2;
            // A fraction of a second is read over.
            if tokens.is_mark(next, '.')
                && tokens.glued(next)
                && tokens.glued(next + 1)
                && tokens.number(next + 1).is_some()
            {
                next += 2;
            }
        }
        let half = if value > 12 || leading_zero || value == 0 { Half::Full } else { Half::Open };
        let clock = Clock { hour: value, minute, second, half, shift: 0 };
        if let Some((half, after, _)) = meridiem(tokens, next)
            .filter(|(half, ..)| value <= 12 && (value > 0 || *half == Half::Am))
        {
            return Some(ClockRead { clock: Clock { half, ..clock }, next: after, certain: true });
        }
        let after = next + usize::from(tokens.any(next, &["h", "hrs", "uhr"]));
        let zone = zones::name_at(tokens, after).is_some();
        let open_end = tokens.clean_right(after) || tokens.is_dash(after) || zone;
        return open_end.then_some(ClockRead { clock, next: after, certain: separator == ':' });
    }
    // 5pm, 9a, 730 am
    let (hour, minute) = if width <= 2 { (value, 0) } else { (value / 100, value % 100) };
    if let Some((half, next, certain)) =
        meridiem(tokens, at + 1).filter(|_| (1..=12).contains(&hour) && minute < 60 && width <= 4)
    {
        return Some(ClockRead { clock: Clock::of(hour, minute, half), next, certain });
    }
    if let Some(next) = oclock(tokens, at + 1).filter(|_| (1..=24).contains(&value)) {
        let after = meridiem(tokens, next);
        let half = after.map_or(if value > 12 { Half::Full } else { Half::Open }, |read| read.0);
        return Some(ClockRead {
            clock: Clock::of(value, 0, half),
            next: after.map_or(next, |read| read.1),
            certain: true,
        });
    }
    // A bare hour, or 1030 and 0900.
    let open_end = tokens.clean_right(at + 1) || tokens.is_dash(at + 1);
    if !open_end
        || hour > 24
        || minute > 59
        || hour == 24 && minute > 0
        || width > 4
        || hour == 0 && width < 3
    {
        return None;
    }
    let zero = tokens.get(at).is_some_and(|token| token.text.starts_with('0'));
    let half = if hour > 12 || zero { Half::Full } else { Half::Open };
    Some(ClockRead { clock: Clock::of(hour, minute, half), next: at + 1, certain: false })
}
