//! Clock times and ranges of them: when a bare number is an hour.

use super::{Atom, joint};
use crate::language::{
    Direction,
    calendar::{self, DayRead},
    clock::{self, Clock, ClockRead},
    day::Base,
    lexer::Tokens,
    offsets, relative,
    scan::{Lead, Parts, Scene},
    vocabulary, zones,
};

/// Words whose number names a thing and no hour.
#[rustfmt::skip]
pub(crate) const LABELS: [&str; 69] = [
    "room", "chapter", "page", "floor", "gate", "platform", "unit", "apartment", "apt", "episode",
    "season", "version", "vol", "volume", "part", "level", "bus", "line", "route", "iphone",
    "flight", "no", "number", "week", "terminal", "track", "lane", "exit", "highway", "section",
    "step", "phase", "grade", "top", "size", "box", "seat", "row", "table", "lot", "building",
    "suite", "question", "act", "scene", "round", "team", "group", "invoice", "order", "for",
    "ticket", "studio", "hall", "court", "pitch", "pod", "bay", "zone", "wing", "dock",
    "pier", "desk", "booth", "ward", "door", "lab", "screen", "stage",
];

/// Words that may follow a bare hour.
pub(super) fn continues(scene: &Scene<'_, '_>, at: usize) -> bool {
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
pub(super) fn clocks(
    scene: &Scene<'_, '_>,
    at: usize,
    lead: Lead,
    parts: &Parts,
    adjacent: bool,
) -> Option<(Atom, usize)> {
    let tokens = scene.tokens;
    let first = clock::read(tokens, at).map(|read| minutes_apart(scene, at, lead, read))?;
    let lead = Lead { hour: lead.hour || scene.hour_first && !adjacent, ..lead };
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
    // "twelve thirty" and nothing else, "an alarm for eight forty".
    let spoken_alone = first.clock.minute > 0
        && tokens.number(at).is_none()
        && (whole_text || lead.for_ && !tokens.is_word(first.next));
    // "one morning", "two night markets": so many of them.
    let counted = tokens.number(at).is_none()
        && first.clock.minute == 0
        && relative::part(tokens.word(first.next)).is_some();
    let fits = if dotted {
        // Looking back, "yesterday 4.50" is what something cost.
        let ahead = scene.direction == Direction::Forward;
        let day_behind = !tokens.any(first.next, &["yesterday", "today", "last", "this"])
            && followed_by_day(scene, first.next);
        lead.hour || ahead && (here || day_behind) || whole_text
    } else if wide {
        (lead.hour || here || followed_by_part(tokens, first.next)) && continues(scene, first.next)
    } else {
        // Looking back, "pizza 23 today" is what something cost.
        let price = scene.direction == Direction::Back && first.clock.hour > 12;
        (lead.hour
            || here
            || first.next > at + 1
                && tokens.number(at).is_some()
                && tokens.is(first.next - 1, "ish")
            || !price && !counted && followed_by_day(scene, first.next))
            && continues(scene, first.next)
    };
    (fits && !labelled || spoken_alone).then_some((Atom::Clock(first.clock), first.next))
}

/// The second time of a range, and whether the range is one without help from outside.
pub(super) fn range_end(
    scene: &Scene<'_, '_>,
    first: ClockRead,
    lead: Lead,
) -> Option<(ClockRead, bool)> {
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

pub(super) fn followed_by_part(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.phrase(at, "in the").is_some_and(|next| relative::part(tokens.word(next)).is_some())
        || tokens.is(at, "at") && tokens.any(at + 1, &["night", "lunch"])
        || relative::part(tokens.word(at)).is_some()
}

pub(super) fn followed_by_day(scene: &Scene<'_, '_>, at: usize) -> bool {
    let tokens = scene.tokens;
    let place = at + usize::from(tokens.is_mark(at, ','));
    if followed_by_part(tokens, place) || relative::starts_day(tokens, place) {
        return true;
    }
    tokens.is(place, "this") && relative::part(tokens.word(place + 1)).is_some()
        || tokens.is(place, "last") && tokens.is(place + 1, "night")
}

/// "at 3 15": the minutes behind a bare hour, where nothing stands behind them that they count.
fn minutes_apart(scene: &Scene<'_, '_>, at: usize, lead: Lead, read: ClockRead) -> ClockRead {
    let tokens = scene.tokens;
    let bare = read.next == at + 1 && !read.certain && tokens.digits(at) <= 2;
    let minute = tokens
        .number(at + 1)
        .filter(|minute| tokens.digits(at + 1) == 2 && *minute < 60 && tokens.clean_right(at + 2));
    let open = !tokens.is_word(at + 2) || relative::starts_day(tokens, at + 2);
    match minute.filter(|_| bare && lead.hour && open && tokens.number(at).is_some()) {
        Some(minute) => {
            let clock = Clock { minute, ..read.clock };
            ClockRead { clock, next: at + 2, certain: true }
        }
        None => read,
    }
}
