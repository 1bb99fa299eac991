//! The words that say how much of what repeats is meant.

use chrono::NaiveDate;

use crate::language::{
    Direction,
    request::{Extent, PLANS, sentence::Sentence},
    scan::Scene,
    vocabulary, when,
};

/// How much is meant, from which day on, and the tokens that say so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cue {
    pub(super) extent: Extent,
    pub(super) from: Option<NaiveDate>,
    pub(super) cut: Vec<(usize, usize)>,
}

impl Cue {
    fn of(extent: Extent, cut: (usize, usize)) -> Self {
        Self { extent, from: None, cut: vec![cut] }
    }
}

/// Words without one of which nothing here is said.
#[rustfmt::skip]
const TRIGGERS: [&str; 59] = [
    "series", "from", "starting", "beginning", "effective", "as", "after", "future", "remaining",
    "rest", "following", "later", "only", "just", "next", "skip", "skipping", "no", "miss", "end",
    "ends", "ending", "stop", "stops", "recurring", "repeating", "occurrence", "occurrences",
    "instance", "instances", "once", "time", "upcoming", "onwards", "onward", "going", "henceforth",
    "completely", "them", "good", "repeat", "repeats", "won't", "wont", "shouldn't", "shouldnt",
    "weekly", "daily", "monthly", "yearly", "fortnightly", "biweekly", "quarterly", "pause",
    "suspend", "break", "pausing", "hold", "ice",
];

/// Whether any word of it may say how much is meant.
pub(super) fn may_hold(plain: &Sentence<'_, '_>) -> bool {
    (plain.from..plain.to).any(|at| TRIGGERS.contains(&plain.word(at)))
}

/// What the words say.
pub(super) fn find(plain: &Sentence<'_, '_>) -> Option<Cue> {
    following(plain)
        .or_else(|| from_day(plain))
        .or_else(|| whole(plain))
        .or_else(|| single(plain))
        .or_else(|| next(plain))
}

/// "from now on", "and all following ones", "all future …".
fn following(plain: &Sentence<'_, '_>) -> Option<Cue> {
    const BEHIND: [&str; 24] = [
        "and all following ones",
        "and all the following ones",
        "and all following",
        "and the following ones",
        "and following ones",
        "and all future ones",
        "and future ones",
        "and all later ones",
        "and all the ones after",
        "and all those after",
        "and the ones after",
        "and everything after that",
        "and everything after it",
        "and everything after",
        "and every one after",
        "and all after that",
        "and onwards",
        "and onward",
        "from now onwards",
        "from now on",
        "from here on out",
        "from here on",
        "going forward",
        "henceforth",
    ];
    const BEFORE: [&str; 14] = [
        "all of the remaining",
        "all of my remaining",
        "all the remaining",
        "all my remaining",
        "all remaining",
        "the remaining",
        "all my future",
        "all of my future",
        "all future",
        "any future",
        "all upcoming",
        "all my upcoming",
        "the rest of the",
        "the rest of my",
    ];
    if let Some((at, end)) = plain.find(&BEHIND) {
        let end = plain.starts_at(end, &["that", "it"]).unwrap_or(end);
        return Some(Cue::of(Extent::Following, (at, end)));
    }
    let (at, end) = plain.find(&BEFORE)?;
    // "move the rest of the week's meetings" is about days.
    let timed = vocabulary::weekday(plain.word(end)).is_some()
        || ["day", "week", "month", "year", "week's", "afternoon", "morning", "tasks", "todos"]
            .contains(&plain.word(end));
    (!timed && at > plain.from).then(|| Cue::of(Extent::Following, (at, end)))
}

/// "from december on", "starting monday", "as of 1 january", "after friday".
fn from_day(plain: &Sentence<'_, '_>) -> Option<Cue> {
    (plain.from..plain.to).find_map(|at| {
        // "three fridays from now"
        let counted = at > plain.from && vocabulary::weekday_plural(plain.word(at - 1)).is_some();
        let (begin, opening) =
            opening(plain, at).filter(|_| !counted || plain.word(at + 1) != "now")?;
        let said = (at..=begin).rev().find_map(|from| day(plain, from));
        let Said { to, first, last } = said.or_else(|| month(plain, begin))?;
        let tail = plain.starts_at(
            to,
            &[
                "and onwards",
                "and onward",
                "and beyond",
                "onwards",
                "onward",
                "forwards",
                "forward",
            ],
        );
        // "from december on standup", but "from friday on the calendar".
        let on = (plain.word(to) == "on").then_some(to + 1);
        let end = tail.or(on).unwrap_or(to);
        let sure = match opening {
            Opening::Outright => true,
            Opening::From => {
                tail.is_some() || on.is_some() || at == plain.from || ends_a_wish(plain, end)
            }
            Opening::After => plain.only_marks(end) && deletes(plain),
        };
        let day = match opening {
            Opening::After => last.succ_opt()?,
            Opening::Outright | Opening::From => first,
        };
        let past = day < plain.today();
        (sure && !past).then(|| Cue { from: Some(day), ..Cue::of(Extent::Following, (at, end)) })
    })
}

/// The words before a day from which on something is meant.
#[derive(Clone, Copy)]
enum Opening {
    Outright,
    From,
    After,
}

fn opening(plain: &Sentence<'_, '_>, at: usize) -> Option<(usize, Opening)> {
    let (end, opening) = match plain.word(at) {
        "starting" | "beginning" | "effective" => (at + 1, Opening::Outright),
        "as" => (plain.starts_at(at, &["as of", "as from"])?, Opening::Outright),
        "from" => (at + 1, Opening::From),
        "after" => (at + 1, Opening::After),
        _ => return None,
    };
    let end = plain.starts_at(end, &["from", "in", "on", "with", "of"]).unwrap_or(end);
    Some((end, opening))
}

/// Days that were said, and the place behind them.
pub(super) struct Said {
    pub(super) to: usize,
    pub(super) first: NaiveDate,
    last: NaiveDate,
}

/// The days said at a place, without a clock time and without an end.
pub(super) fn day(plain: &Sentence<'_, '_>, at: usize) -> Option<Said> {
    let found = Scene::new(plain.tokens, plain.reference, Direction::Forward)
        .expression(at, true)
        .filter(|found| found.to <= plain.to)?;
    let parts = &found.parts;
    let open = parts.clock.is_none()
        && parts.end_day.is_none()
        && parts.repeat.is_none()
        && parts.length.is_none();
    if !open || parts.day.is_none() {
        return None;
    }
    let (days, _) = plain.after(at).until(found.to).days(PLANS).ok()?;
    Some(Said { to: found.to, first: days.first?, last: days.last.or(days.first)? })
}

/// A month by itself, which is one only behind "in" elsewhere: "from december on".
pub(super) fn month(plain: &Sentence<'_, '_>, at: usize) -> Option<Said> {
    let (_, to) = vocabulary::month_at(plain.tokens, at).filter(|(_, to)| *to <= plain.to)?;
    let text = format!("in {}", plain.word(at));
    let said = when::read(&text, plain.reference, Direction::Forward).ok()??;
    let first = said.start.date();
    Some(Said { to, first, last: said.end.map_or(first, |end| end.date()) })
}

/// A bare "from …" at the end of a wish that something be no more, or repeat otherwise.
fn ends_a_wish(plain: &Sentence<'_, '_>, end: usize) -> bool {
    let expense = plain.has(&["expense", "expenses", "purchase", "purchases"]);
    let told = plain.has(&["is at", "are at", "is now at", "will be at", "starts at", "start at"]);
    plain.only_marks(end)
        && !expense
        && (told || deletes(plain) || plain.starts(&["repeat", "make"]).is_some())
}

pub(super) fn deletes(plain: &Sentence<'_, '_>) -> bool {
    plain
        .starts(&[
            "delete", "cancel", "remove", "drop", "scrap", "skip", "erase", "stop", "axe", "kill",
        ])
        .is_some()
}

/// "the whole series", "every occurrence of …", "the recurring …", "…, all of them".
fn whole(plain: &Sentence<'_, '_>) -> Option<Cue> {
    const OF: [&str; 10] = [
        "all occurrences of",
        "every occurrence of",
        "each occurrence of",
        "all instances of",
        "every instance of",
        "each instance of",
        "all the occurrences of",
        "all repeats of",
        "the whole series of",
        "the entire series of",
    ];
    const BEHIND: [&str; 7] = [
        "completely and all of them",
        "completely",
        "all of them",
        "every one of them",
        "for good",
        "all occurrences",
        "every occurrence",
    ];
    if let Some(cut) = plain.find(&OF) {
        return Some(Cue::of(Extent::All, cut));
    }
    if let Some((at, end)) = plain.find(&["recurring", "repeating"])
        && at > plain.from
        && plain.tokens.any(at - 1, &["the", "my", "our", "that"])
    {
        return Some(Cue::of(Extent::All, (at, end)));
    }
    if let Some((at, end)) = plain.find(&["series"])
        && at > plain.from + 1
    {
        let mut cut = vec![(at, end)];
        cut.extend(plain.find(&["whole", "entire", "full", "complete"]));
        return Some(Cue { cut, ..Cue::of(Extent::All, (at, end)) });
    }
    // The name stands before it: "delete standup completely, all of them".
    let (at, _) = plain.find(&BEHIND).filter(|(at, _)| *at > plain.from + 1)?;
    let tail = plain.after(at);
    let all = |from: usize| tail.starts_at(from, &BEHIND);
    let mut end = all(at)?;
    while let Some(next) = all(end + usize::from(plain.tokens.is_mark(end, ','))) {
        end = next;
    }
    plain.only_marks(end).then(|| Cue::of(Extent::All, (at, end)))
}

/// "just tomorrow's", "only this one", "this once", "this instance of".
fn single(plain: &Sentence<'_, '_>) -> Option<Cue> {
    const OF: [&str; 8] = [
        "this one instance of",
        "this one occurrence of",
        "this instance of",
        "this occurrence of",
        "one occurrence of",
        "one instance of",
        "a single occurrence of",
        "that one instance of",
    ];
    const BEHIND: [&str; 9] = [
        "just this once",
        "only this once",
        "this once",
        "just this time",
        "only this time",
        "this time only",
        "this one time",
        "just this one",
        "only this one",
    ];
    if let Some(cut) = plain.find(&OF).or_else(|| plain.find(&BEHIND)) {
        return Some(Cue::of(Extent::This, cut));
    }
    let dates = plain.scan(PLANS);
    let touches = |at: usize| {
        let behind = plain.starts_at(at + 1, &["the", "on", "for"]).unwrap_or(at + 1);
        dates.iter().any(|found| found.from == at + 1 || found.from == behind || found.to == at)
    };
    (plain.from..plain.to).find_map(|at| {
        let word = plain.word(at);
        let leads = word == "only" && at == plain.from && !dates.is_empty();
        let here = leads || matches!(word, "only" | "just") && at > plain.from && touches(at);
        let comma = usize::from(plain.tokens.is_mark(at + 1, ','));
        here.then(|| Cue::of(Extent::This, (at, at + 1 + comma)))
    })
}

/// "the next standup": no day, but the one that comes next.
fn next(plain: &Sentence<'_, '_>) -> Option<Cue> {
    let (at, end) = plain.find(&["next"]).filter(|(at, _)| *at > plain.from)?;
    let in_date = plain.scan(PLANS).iter().any(|found| (found.from..found.to).contains(&at));
    let named = plain.tokens.is_word(end)
        && vocabulary::weekday(plain.word(end)).is_none()
        && !["one", "ones", "to", "item", "task", "on", "few", "week", "month", "year", "time"]
            .contains(&plain.word(end));
    (named && !in_date).then(|| Cue::of(Extent::This, (at, end)))
}
