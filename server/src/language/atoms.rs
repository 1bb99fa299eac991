//! The parts of a date or time expression, each tried at one place in the text.

use chrono::{DateTime, NaiveDate};
use chrono_tz::Tz;

use super::{
    calendar::{self, DayRead},
    clock::{self, Clock, ClockRead},
    day::{Base, DaySlot, Trouble},
    holidays,
    lexer::Tokens,
    numbers,
    offsets::{self, Length},
    periods,
    recurrence::{self, Repeat},
    relative::{self, DayPart},
    scan::{Lead, Parts, Scene},
    vocabulary,
    zones::{self, Zone},
};

/// One part of an expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Atom {
    Day(DaySlot, Option<DayPart>),
    Days(DaySlot, DaySlot),
    Clock(Clock),
    Clocks(Clock, Clock),
    /// An ISO 8601 date and time.
    Stamp(NaiveDate, Clock, Option<Zone>),
    Part(DayPart),
    Instant(DateTime<Tz>),
    Length(Length),
    Zone(Zone),
    Repeat(Repeat, Option<DayPart>),
    EndOfDay,
    SameTime,
    Trouble(Trouble),
}

/// Reads the part that stands at a place, given what was read so far and the words before it.
pub(crate) fn read(
    scene: &Scene<'_, '_>,
    at: usize,
    lead: Lead,
    parts: &Parts,
    adjacent: bool,
) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    tokens.get(at)?;
    if adjacent {
        if let Some((zone, next)) =
            zones::name_at(tokens, at).filter(|_| parts.clock.is_some() && parts.zone.is_none())
        {
            return Some((Atom::Zone(zone), next));
        }
        if let Some(found) = trailing_year(tokens, at, parts) {
            return Some(found);
        }
    }
    if tokens.is(at, "same") && tokens.is(at + 1, "time") {
        return Some((Atom::SameTime, at + 2));
    }
    recurrence::read(tokens, at)
        .map(|read| (Atom::Repeat(read.repeat, read.part), read.next))
        .or_else(|| offset(scene, at, lead))
        .or_else(|| day_range(scene, at))
        .or_else(|| end_of_day(tokens, at, parts))
        .or_else(|| day(scene, at))
        .or_else(|| length(tokens, at, lead, parts))
        .or_else(|| clocks(scene, at, lead, parts, adjacent))
        .or_else(|| part(scene, at, lead, parts, adjacent))
}

/// "Thu Oct 26 11:00:09 2023": the year behind the time.
fn trailing_year(tokens: &Tokens<'_>, at: usize, parts: &Parts) -> Option<(Atom, usize)> {
    let Some(DaySlot { base: Some(Base::MonthDay(month, day)), .. }) = parts.day else {
        return None;
    };
    let year = tokens.number(at).filter(|year| {
        parts.clock.is_some()
            && tokens.digits(at) == 4
            && (1900..2200).contains(year)
            && tokens.clean_right(at + 1)
    })?;
    let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
    Some((Atom::Day(DaySlot::exact(date), None), at + 1))
}

/// "close of business", "eod", "end of day".
fn end_of_day(tokens: &Tokens<'_>, at: usize, parts: &Parts) -> Option<(Atom, usize)> {
    let phrases = [
        "eod",
        "cob",
        "close of business",
        "close of play",
        "end of day",
        "end of the day",
        "end of business",
        "end of play",
        "day's end",
    ];
    let start = at + usize::from(tokens.is(at, "the"));
    phrases
        .iter()
        .find_map(|phrase| tokens.phrase(start, phrase))
        .filter(|_| !parts.end_of_day)
        .map(|next| (Atom::EndOfDay, next))
}

/// A single day or a period.
fn day(scene: &Scene<'_, '_>, at: usize) -> Option<(Atom, usize)> {
    let (tokens, today) = (scene.tokens, scene.today);
    if let Some((date, next)) = holidays::read(tokens, at, today, scene.direction) {
        return Some((Atom::Day(DaySlot::exact(date), None), next));
    }
    if let Some((slot, next)) = periods::read(tokens, at, today, scene.direction) {
        return Some((Atom::Day(slot, None), next));
    }
    if let Some(read) = relative::read(tokens, at, today) {
        return Some((Atom::Day(read.day, read.part), read.next));
    }
    match calendar::read(tokens, at)? {
        DayRead::Day(slot, next) => {
            Some(stamp(tokens, slot, next).unwrap_or((Atom::Day(slot, None), next)))
        }
        DayRead::NoSuchDate(next) => Some((Atom::Trouble(Trouble::NoSuchDate), next)),
    }
}

/// The time glued to an ISO date by a "T".
fn stamp(tokens: &Tokens<'_>, slot: DaySlot, at: usize) -> Option<(Atom, usize)> {
    let Some(Base::Exact(date)) = slot.base else { return None };
    if !tokens.is(at, "t") || !tokens.glued(at) || !tokens.glued(at + 1) {
        return None;
    }
    let two = |place: usize| tokens.number(place).filter(|_| tokens.digits(place) == 2);
    let colon =
        |place: usize| tokens.is_mark(place, ':') && tokens.glued(place) && tokens.glued(place + 1);
    let hour = two(at + 1).filter(|hour| *hour < 24)?;
    let minute = two(at + 3).filter(|minute| colon(at + 2) && *minute < 60)?;
    let mut clock = Clock::full(hour, minute);
    let mut next = at + 4;
    if colon(next) {
        clock.second = Some(two(next + 1).filter(|second| *second < 60)?);
        next += 2;
        if tokens.is_mark(next, '.')
            && tokens.glued(next)
            && tokens.glued(next + 1)
            && tokens.number(next + 1).is_some()
        {
            next += 2;
        }
    }
    let zone = zones::iso_offset(tokens, next);
    let end = zone.map_or(next, |(_, after)| after);
    Some((Atom::Stamp(date, clock, zone.map(|(zone, _)| zone)), end))
}

/// The place behind a word or dash that joins the ends of a range.
fn joint(tokens: &Tokens<'_>, at: usize, and: bool) -> Option<usize> {
    (tokens.is_dash(at)
        || tokens.any(at, &["to", "till", "til", "until", "through", "thru"])
        || and && tokens.is(at, "and"))
    .then_some(at + 1)
}

fn day_number(tokens: &Tokens<'_>, at: usize) -> Option<(u32, usize)> {
    let at = at + usize::from(tokens.is(at, "the"));
    numbers::ordinal(tokens, at)
        .or_else(|| tokens.number(at).filter(|_| tokens.digits(at) <= 2).map(|day| (day, at + 1)))
        .filter(|(day, _)| (1..=31).contains(day))
}

/// "10 to 22 august 2012", "aug 10 - 22, 2012", "the 22nd to the 25th", "4-23 in next month", "from may to december".
fn day_range(scene: &Scene<'_, '_>, at: usize) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    // Month first: the month covers both days.
    if let Some((month, next)) = vocabulary::month_at(tokens, at) {
        if let Some((first, after)) = day_number(tokens, next) {
            let right = joint(tokens, after, false)?;
            let (last, end) = day_number(tokens, right).filter(|(_, end)| {
                tokens.clean_right(*end)
                    && clock::read(tokens, right).is_none_or(|read| !read.certain)
            })?;
            if first >= last || vocabulary::month_at(tokens, end).is_some() {
                return None;
            }
            let year_at = end + usize::from(tokens.is_mark(end, ','));
            let year = tokens
                .number(year_at)
                .filter(|year| tokens.digits(year_at) == 4 && (1900..2200).contains(year));
            let next = if year.is_some() { year_at + 1 } else { end };
            return days_of(scene, month, year, first, last).map(|atom| (atom, next));
        }
        // Month to month.
        let (_, end) = vocabulary::month_at(tokens, joint(tokens, next, false)?)?;
        let (last_month, _) = vocabulary::month_at(tokens, joint(tokens, next, false)?)?;
        if tokens.number(end).is_some() && tokens.digits(end) <= 2 {
            return None;
        }
        let year = tokens
            .number(end)
            .filter(|year| tokens.digits(end) == 4 && (1900..2200).contains(year))
            .and_then(|year| i32::try_from(year).ok());
        let after = if year.is_some() { end + 1 } else { end };
        let start_year = year.map(|year| year - i32::from(month > last_month));
        let first = DaySlot::base(Base::Month(month, start_year))
            .settle(scene.today, scene.direction)
            .ok()?;
        let last = DaySlot::base(Base::Month(last_month, year))
            .settle(first.first, super::Direction::Forward)
            .ok()?;
        return Some((Atom::Day(DaySlot::base(Base::Span(first.first, last.last?)), None), after));
    }
    let (first, after) =
        day_number(tokens, at).filter(|_| tokens.clean_left(at) || tokens.is_word(at))?;
    let right = joint(tokens, after, false)?;
    let (last, end) = day_number(tokens, right)?;
    if first >= last {
        return None;
    }
    let of = end + usize::from(tokens.any(end, &["of", "in"]));
    if let Some((month, next)) = vocabulary::month_at(tokens, of) {
        let year_at = next + usize::from(tokens.is_mark(next, ','));
        let year = tokens
            .number(year_at)
            .filter(|year| tokens.digits(year_at) == 4 && (1900..2200).contains(year));
        let to = if year.is_some() { year_at + 1 } else { next };
        return days_of(scene, month, year, first, last).map(|atom| (atom, to));
    }
    if periods::month_of(tokens, of).is_some() {
        let (slot, next) = periods::read(tokens, of, scene.today, scene.direction)?;
        let Some(Base::Month(month, Some(year))) = slot.base else { return None };
        let date = |day| NaiveDate::from_ymd_opt(year, month, day).map(DaySlot::exact);
        return Some((Atom::Days(date(first)?, date(last)?), next));
    }
    None
}

fn days_of(
    scene: &Scene<'_, '_>,
    month: u32,
    year: Option<u32>,
    first: u32,
    last: u32,
) -> Option<Atom> {
    let date = |year: i32, day| NaiveDate::from_ymd_opt(year, month, day);
    let year = match year {
        Some(year) => i32::try_from(year).ok()?,
        None => chrono::Datelike::year(&super::day::month_day(
            month,
            first,
            scene.today,
            scene.direction,
        )?),
    };
    Some(match (date(year, first), date(year, last)) {
        (Some(first), Some(last)) => Atom::Days(DaySlot::exact(first), DaySlot::exact(last)),
        _ => Atom::Trouble(Trouble::NoSuchDate),
    })
}

/// Lengths counted from now or from a day: "in 5 days", "2 weeks ago", "3 days before july 4th".
fn offset(scene: &Scene<'_, '_>, at: usize, lead: Lead) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    let now = scene.reference.now;
    if tokens.is(at, "right") && tokens.is(at + 1, "now")
        || tokens.is(at, "now") && tokens.len() == 1
    {
        return Some((Atom::Instant(now), at + 1 + usize::from(tokens.is(at, "right"))));
    }
    if tokens.is(at, "this") && tokens.is(at + 1, "time") {
        let clock = Clock::full(chrono::Timelike::hour(&now), chrono::Timelike::minute(&now));
        return relative::starts_day(tokens, at + 2).then_some((Atom::Clock(clock), at + 2));
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
            Atom::Day(DaySlot::exact(length.shift_date(scene.today, back)?), None)
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
        "later" | "earlier" if lead_is_shift(tokens, at) => return None,
        "later" => return counted(false, next + 1),
        "from" if tokens.any(next + 1, &["now"]) => return counted(false, next + 2),
        "from" | "after" | "before" | "on" | "past" => {
            let on = tokens.is(next, "on");
            let week = length == Length::days(7);
            if !on || week {
                if let Some(found) = from_day(scene, next + 1, length, tokens.is(next, "before")) {
                    // "for 3 days from 1 october" is a stretch that starts there.
                    return (!lead.for_).then_some(found);
                }
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
    lead.in_.then(|| counted(false, next)).flatten()
}

/// "move it 30 minutes later" shifts something; it is no time counted from now.
fn lead_is_shift(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.any(0, &["move", "push", "shift", "delay", "postpone", "reschedule", "bring", "start"])
        && at > 0
}

/// A length counted from the day named at a place.
fn from_day(scene: &Scene<'_, '_>, at: usize, length: Length, back: bool) -> Option<(Atom, usize)> {
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
fn length(tokens: &Tokens<'_>, at: usize, lead: Lead, parts: &Parts) -> Option<(Atom, usize)> {
    if !(lead.for_ || parts.clock.is_some()) || tokens.any(at, &["a", "an"]) && !lead.for_ {
        return None;
    }
    let (length, next) = offsets::length(tokens, at)?;
    // "for 2 hour meeting" and "a 45 min call" describe the thing, but last as long.
    (lead.for_ || !length.is_calendar()).then_some((Atom::Length(length), next))
}

/// Words whose number names a thing and no hour.
pub(crate) const LABELS: [&str; 52] = [
    "room",
    "chapter",
    "page",
    "floor",
    "gate",
    "platform",
    "unit",
    "apartment",
    "apt",
    "episode",
    "season",
    "version",
    "vol",
    "volume",
    "part",
    "level",
    "bus",
    "line",
    "route",
    "iphone",
    "flight",
    "no",
    "number",
    "week",
    "terminal",
    "track",
    "lane",
    "exit",
    "highway",
    "section",
    "step",
    "phase",
    "grade",
    "top",
    "size",
    "box",
    "seat",
    "row",
    "table",
    "lot",
    "building",
    "suite",
    "question",
    "act",
    "scene",
    "round",
    "team",
    "group",
    "invoice",
    "order",
    "for",
    "ticket",
];

/// Words that may follow a bare hour.
fn continues(scene: &Scene<'_, '_>, at: usize) -> bool {
    let tokens = scene.tokens;
    if !tokens.is_word(at) {
        return !matches!(tokens.mark(at), Some('%' | '$' | '€' | '£' | '/' | '°' | '#' | '*'));
    }
    let word = tokens.word(at);
    let name = tokens.get(at).is_some_and(|token| token.text.starts_with(char::is_uppercase));
    if relative::starts_day(tokens, at)
        || relative::part(word).is_some()
        || vocabulary::month(word).is_some()
        || zones::name_at(tokens, at).is_some()
    {
        return true;
    }
    if matches!(
        word,
        "at" | "in"
            | "on"
            | "for"
            | "from"
            | "to"
            | "till"
            | "until"
            | "and"
            | "or"
            | "with"
            | "by"
            | "then"
            | "this"
            | "next"
            | "the"
            | "my"
            | "is"
            | "sharp"
            | "please"
            | "i"
            | "we"
            | "every"
            | "each"
            | "daily"
            | "as"
            | "so"
            | "but"
            | "w"
            | "if"
            | "today's"
            | "instead"
            | "that"
    ) {
        return true;
    }
    !(name
        || word.ends_with('s')
        || offsets::unit(word).is_some()
        || matches!(
            word,
            "people"
                | "percent"
                | "kg"
                | "km"
                | "dollar"
                | "euro"
                | "usd"
                | "eur"
                | "gbp"
                | "p"
                | "c"
                | "k"
                | "x"
                | "th"
        ))
}

/// A clock time or a range of them.
fn clocks(
    scene: &Scene<'_, '_>,
    at: usize,
    lead: Lead,
    parts: &Parts,
    adjacent: bool,
) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    let first = clock::read(tokens, at)?;
    let single_day = parts.day.is_some_and(|day| {
        !matches!(day.base, Some(Base::Week(_) | Base::Month(..) | Base::Span(..)))
    });
    let here = adjacent && (single_day || parts.part.is_some() || parts.repeat.is_some());
    let labelled = at > 0 && !lead.hour && !here && LABELS.contains(&tokens.word_before(at));
    // A range of hours helps both ends.
    if let Some((last, sure)) = range_end(scene, first, lead) {
        let outside =
            lead.hour || lead.from || lead.between || here || followed_by_day(scene, last.next);
        if sure || outside && !labelled {
            return Some((Atom::Clocks(first.clock, last.clock), last.next));
        }
    }
    if first.certain {
        return Some((Atom::Clock(first.clock), first.next));
    }
    let dotted = tokens.is_mark(at + 1, '.') && first.next > at + 2;
    let wide =
        tokens.digits(at) > 2 && !tokens.get(at).is_some_and(|token| token.text.starts_with('0'));
    let whole_text = at == 0 && first.next == tokens.len();
    let fits = if dotted {
        // Looking back, "yesterday 4.50" is what something cost.
        lead.hour || here && scene.direction == super::Direction::Forward || whole_text
    } else if wide {
        (lead.hour || here || followed_by_part(tokens, first.next)) && continues(scene, first.next)
    } else {
        (lead.hour
            || here
            || first.next > at + 1
                && tokens.number(at).is_some()
                && tokens.is(first.next - 1, "ish")
            || followed_by_day(scene, first.next))
            && continues(scene, first.next)
    };
    (fits && !labelled).then_some((Atom::Clock(first.clock), first.next))
}

/// The second time of a range, and whether the range is one without help from outside.
fn range_end(scene: &Scene<'_, '_>, first: ClockRead, lead: Lead) -> Option<(ClockRead, bool)> {
    let tokens = scene.tokens;
    let right = joint(tokens, first.next, lead.between)?;
    let right = right + usize::from(tokens.any(right, &["at", "around", "about"]));
    if matches!(calendar::read(tokens, right), Some(DayRead::Day(..))) {
        return None;
    }
    let last = clock::read(tokens, right).filter(|last| last.next <= scene.limit)?;
    let glued = tokens.is_dash(first.next);
    let open = last.certain || continues(scene, last.next);
    let known = first.certain || last.certain;
    // "june 5 - 9 pm" has been read as days already; "1-2 hours" is a length.
    let length = offsets::unit(tokens.word(last.next)).is_some() && !last.certain;
    (open && !length && (known || glued || lead.from || lead.between || tokens.is_word(first.next)))
        .then_some((last, known))
}

fn followed_by_part(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.phrase(at, "in the").is_some_and(|next| relative::part(tokens.word(next)).is_some())
        || tokens.is(at, "at") && tokens.any(at + 1, &["night", "lunch"])
        || relative::part(tokens.word(at)).is_some()
}

fn followed_by_day(scene: &Scene<'_, '_>, at: usize) -> bool {
    let tokens = scene.tokens;
    let place = at + usize::from(tokens.is_mark(at, ','));
    if followed_by_part(tokens, place) || relative::starts_day(tokens, place) {
        return true;
    }
    tokens.is(place, "this") && relative::part(tokens.word(place + 1)).is_some()
        || tokens.is(place, "last") && tokens.is(place + 1, "night")
}

/// A part of the day beside a day or a time, or introduced by "in the" or "at".
fn part(
    scene: &Scene<'_, '_>,
    at: usize,
    lead: Lead,
    parts: &Parts,
    adjacent: bool,
) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    let word = tokens.word(at);
    let dated =
        adjacent && (parts.day.is_some() || parts.clock.is_some() || parts.repeat.is_some());
    if word == "lunch" || word == "lunchtime" {
        let ends = !tokens.is_word(at + 1) || relative::starts_day(tokens, at + 1);
        let said = word == "lunchtime" || lead.hour || dated && ends && !lead.for_;
        return (said && parts.clock.is_none() && ends)
            .then_some((Atom::Part(DayPart::Midday), at + 1));
    }
    let part = relative::part(word).filter(|_| word != "eve")?;
    let the = tokens.word_before(at) == "the";
    let led = (lead.in_ && the) || lead.hour && part == DayPart::Night;
    let of =
        tokens.is(at + 1, "of") && matches!(calendar::read(tokens, at + 2), Some(DayRead::Day(..)));
    let alone = at == 0 && tokens.len() == 1;
    (dated || led || of || alone).then_some((Atom::Part(part), at + 1))
}
