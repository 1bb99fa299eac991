//! Repeats that name weekdays: "mon wed and fri every week", "tuesday mornings", "daily except sunday".

use chrono::Weekday;

use super::{Frequency, Repeat, RepeatRead, WEEKEND, WORKWEEK, done};
use crate::language::{lexer::Tokens, relative, vocabulary};

/// "every day except sunday", "daily but not at weekends": the other days of the week.
pub(super) fn without_days(tokens: &Tokens<'_>, read: RepeatRead) -> RepeatRead {
    let daily = read.repeat.frequency == Frequency::Daily && read.repeat.interval == 1;
    let joint = read.next + usize::from(tokens.is_mark(read.next, ','));
    let behind = [
        "except for",
        "except on",
        "except",
        "apart from",
        "but not on",
        "but not",
        "excluding",
        "bar",
    ]
    .iter()
    .find_map(|phrase| tokens.phrase(joint, phrase))
    .filter(|_| daily);
    let Some(behind) = behind.map(|at| at + usize::from(tokens.any(at, &["the", "at", "on"])))
    else {
        return read;
    };
    let mut left_out = Vec::new();
    let name = |word: &str| vocabulary::weekday(word).or_else(|| vocabulary::weekday_plural(word));
    let next = if tokens.any(behind, &["weekends", "weekend"]) {
        left_out.extend(WEEKEND);
        behind + 1
    } else if let Some(day) = name(tokens.word(behind)) {
        left_out.push(day);
        more_days(tokens, behind + 1, &mut left_out, name)
    } else {
        return read;
    };
    let days: Vec<Weekday> =
        WORKWEEK.into_iter().chain(WEEKEND).filter(|day| !left_out.contains(day)).collect();
    RepeatRead { repeat: Repeat::weekly(&days, 1), next, ..read }
}

/// "mon wed and fri every week", "tuesday and thursday weekly".
pub(super) fn days_weekly(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let first = vocabulary::weekday(tokens.word(at))?;
    let mut days = vec![first];
    let next = more_days(tokens, at + 1, &mut days, vocabulary::weekday);
    let tail = tokens
        .phrase(next, "every week")
        .or_else(|| tokens.phrase(next, "each week"))
        .or_else(|| tokens.phrase(next, "weekly"))?;
    done(Repeat::weekly(&days, 1), tail)
}

/// How far behind a list of weekdays "every week" may stand, in tokens.
const NEAR: usize = 12;

/// "mon wed fri 18-19:30 every week", "tues & fri 6:30pm weekly": the weekdays of a repeat that is
/// said further behind, or so many that no single day can be meant.
pub(super) fn days_listed(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    let mut days = vec![vocabulary::weekday(tokens.word(at))?];
    let mut next = more_days(tokens, at + 1, &mut days, vocabulary::weekday);
    // "mon to thu … every week"
    if days.len() == 1
        && tokens.any(at + 1, &["to", "till", "til", "until"])
        && let Some(last) = vocabulary::weekday(tokens.word(at + 2))
    {
        while let Some(day) = days.last().map(|day| day.succ()).filter(|day| !days.contains(day)) {
            days.push(day);
            if day == last {
                break;
            }
        }
        next = at + 3;
    }
    // "mon-fri" may be one stretch of days, "sat and sun" is a weekend.
    let range = tokens.any(at + 1, &["thru", "through", "to", "till", "til", "until"])
        || tokens.is_dash(at + 1);
    let said = (next..tokens.len().min(next + NEAR)).any(|at| {
        tokens.is(at, "weekly")
            || tokens.any(at, &["every", "each"])
                && (tokens.any(at + 1, &["week", "fortnight"])
                    || tokens.any(at + 1, &["other", "second", "two"])
                        && tokens.any(at + 2, &["week", "weeks"]))
    });
    let daily = |at: usize| {
        tokens.any(at, &["daily", "everyday"])
            || tokens.any(at, &["every", "each"]) && tokens.is(at + 1, "day")
    };
    // "daily standup at 9, monday to friday"
    let around = at.saturating_sub(NEAR)..tokens.len().min(next + NEAR);
    let said = said || days.len() > 2 && around.into_iter().any(daily);
    let repeats = if said { days.len() > 1 } else { days.len() > 2 && !range };
    repeats.then(|| done(Repeat::weekly(&days, 1), next))?
}

/// More weekdays behind the first: ", thursday and saturday", "mon wed fri", "mon thru fri".
pub(super) fn more_days(
    tokens: &Tokens<'_>,
    at: usize,
    days: &mut Vec<Weekday>,
    name: impl Fn(&str) -> Option<Weekday>,
) -> usize {
    let mut next = at;
    if let Some(last) = (tokens.any(next, &["thru", "through"]) || tokens.is_dash(next))
        .then(|| name(tokens.word(next + 1)))
        .flatten()
    {
        while let Some(day) = days.last().map(|day| day.succ()).filter(|day| !days.contains(day)) {
            days.push(day);
            if day == last {
                break;
            }
        }
        return next + 2;
    }
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

/// "mondays and wednesdays", "tuesdays", "tuesday mornings".
pub(super) fn plural(tokens: &Tokens<'_>, at: usize) -> Option<RepeatRead> {
    if let Some(day) = vocabulary::weekday(tokens.word(at))
        && tokens.any(at + 1, &["mornings", "afternoons", "evenings", "nights"])
    {
        let part = relative::part(tokens.word(at + 1));
        let repeat = Repeat::weekly(&[day], 1);
        return Some(RepeatRead { repeat, part, next: at + 2 });
    }
    let first = vocabulary::weekday_plural(tokens.word(at))?;
    let mut days = vec![first];
    let next = more_days(tokens, at + 1, &mut days, vocabulary::weekday_plural);
    done(Repeat::weekly(&days, 1), next)
}
