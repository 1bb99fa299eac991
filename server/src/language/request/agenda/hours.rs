//! The stretch of the day a question is about: "tomorrow morning", "friday at 3", "after 5".

use chrono::{NaiveTime, TimeDelta};

use crate::language::{
    relative::DayPart,
    request::{
        Hours, PLANS,
        sentence::{Dated, Sentence},
    },
    resolve,
    when::Moment,
};

/// Hours of the parts of the day, where the whole part is asked for and not one hour of it. The
/// starts are near those of `conventions/language.md`, rule 9; the ends are where the next part
/// begins.
pub(in crate::language::request) fn part(part: DayPart) -> Option<Hours> {
    let (from, to) = match part {
        DayPart::Morning => (6, 12),
        DayPart::Midday => (12, 14),
        DayPart::Afternoon => (12, 18),
        DayPart::Evening => (18, 22),
        DayPart::Night => (18, 0),
    };
    Some(Hours {
        from: NaiveTime::from_hms_opt(from, 0, 0)?,
        to: NaiveTime::from_hms_opt(to, 0, 0)?,
    })
}

/// "after lunch", "before dinner": what is left of the day beside a meal of the usual hour.
fn beside_meal(sentence: &Sentence<'_, '_>) -> Option<Hours> {
    const MEALS: [(&str, &str, u32, u32); 4] = [
        ("before breakfast", "after breakfast", 8, 9),
        ("before lunch", "after lunch", 12, 13),
        ("before dinner", "after dinner", 18, 20),
        ("before supper", "after supper", 18, 20),
    ];
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    MEALS.iter().find_map(|(before, after, begins, ends)| {
        if sentence.has(&[before]) {
            return Some(Hours { from: NaiveTime::MIN, to: hour(*begins)? });
        }
        let behind = Hours { from: hour(*ends)?, to: NaiveTime::MIN };
        sentence.has(&[after]).then_some(behind)
    })
}

/// The hours that a question names.
pub(in crate::language::request) fn said(sentence: &Sentence<'_, '_>) -> Option<Hours> {
    of(sentence, &sentence.dated(PLANS).ok()?)
}

/// The same of expressions that were read already.
pub(super) fn of(sentence: &Sentence<'_, '_>, dated: &Dated) -> Option<Hours> {
    if let Some(hours) = beside_meal(sentence) {
        return Some(hours);
    }
    let resolved = dated.resolved.as_ref()?;
    if dated.parts.clock.is_none() {
        return part(dated.parts.part?);
    }
    let Moment::At(start) = resolved.start else { return None };
    let time = resolve::wall_time(&start);
    let open = sentence.has(&["after", "from"]);
    let before = sentence.has(&["before", "until", "till"]);
    let day = |hour| NaiveTime::from_hms_opt(hour, 0, 0);
    Some(match resolved.end {
        Some(Moment::At(end)) => Hours { from: time, to: resolve::wall_time(&end) },
        _ if open => Hours { from: time, to: day(0)? },
        _ if before => Hours { from: day(0)?, to: time },
        // "am I free at 3" asks about the usual hour.
        _ => Hours { from: time, to: time.overflowing_add_signed(TimeDelta::hours(1)).0 },
    })
}
