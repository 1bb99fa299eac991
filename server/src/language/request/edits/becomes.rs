//! What a row is to become, from the words that say it: "friday at 3", "an hour later", "15",
//! "transport", "high priority", "every monday", "lunch with Pat".

use crate::language::{
    lexer::Kind,
    money::{self, Weight},
    offsets,
    request::{
        Change, Move, PLANS, Question, Repetition, categories,
        sentence::{Dated, Sentence},
    },
    resolve,
    when::Moment,
};

/// Words at the ends of what something becomes that say nothing about it.
const AROUND: [&str; 13] = [
    "instead", "please", "now", "rather", "actually", "thanks", "pls", "just", "then", "sorry",
    "ok", "okay", "really",
];

/// What may be meant by words that could be several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::language::request) enum Cue {
    /// "change it to …", "make it …": anything.
    Any,
    /// "it was …", "the amount is …": what it cost.
    Cost,
    /// "move it to …", "actually …", "no, …": no title.
    Untitled,
}

/// "the essay deadline" is the essay's.
pub(super) fn without_deadline<'s, 't>(old: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let last = old.last_word();
    match old.word(last) {
        "deadline" if last > old.from => old.until(last),
        "date" if last > old.from + 1 && old.word(last - 1) == "due" => old.until(last - 1),
        _ => *old,
    }
}

/// The sentence without what surrounds it.
pub(in crate::language::request) fn inner<'s, 't>(sentence: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let idle = |at: usize| {
        sentence
            .tokens
            .mark(at)
            .is_some_and(|mark| matches!(mark, ',' | '.' | '!' | ':' | '-' | '–'))
            || AROUND.contains(&sentence.word(at))
    };
    let from = (sentence.from..sentence.to).find(|at| !idle(*at)).unwrap_or(sentence.to);
    let to = (from..sentence.to).rev().find(|at| !idle(*at)).map_or(from, |at| at + 1);
    sentence.after(from).until(to)
}

/// The readings of the words, likeliest first; none where they say nothing.
pub(in crate::language::request) fn changes(
    sentence: &Sentence<'_, '_>,
    cue: Cue,
) -> Result<Vec<Change>, Question> {
    let body = inner(sentence);
    if body.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    let amount = amount(&body, cue);
    if cue != Cue::Cost {
        if let Some(change) = shift(&body).map(Change::Move).or_else(|| certain(&body)) {
            return Ok(vec![change]);
        }
        let dated = body.dated_from_hour(PLANS)?;
        let whole = body.is_covered(&dated.used, &["on", "at", "for", "to", "the", "and", "it's"]);
        if let Some(change) = dated.resolved.as_ref().filter(|_| whole).map(|_| settled(&dated)) {
            found.extend(change);
        }
    }
    let small = body.tokens.number(body.from).is_some_and(|hour| hour <= 12);
    match amount {
        // "make it 3" is a time before it is an amount, "make it 15" is not.
        Some((change, true)) if small && !found.is_empty() => found.push(change),
        Some((change, _)) => found.insert(0, change),
        None => {}
    }
    if !found.is_empty() || cue == Cue::Cost {
        return Ok(found);
    }
    // "change it to yoga" is a category for an expense, and a name for whatever else was meant.
    found.extend(category(&body).map(Change::Category));
    if cue == Cue::Any {
        let said = body.starts(&["say", "read"]).filter(|end| *end < body.to);
        let title = said.map_or(body, |end| body.after(end)).title(&[]);
        found.extend((!title.is_empty()).then_some(Change::Title(title)));
    }
    Ok(found)
}

/// Priority, repeat, length and place: words that can be nothing else.
fn certain(body: &Sentence<'_, '_>) -> Option<Change> {
    let fill = ["a", "an", "the", "as", "to", "it", "priority", "task", "set"];
    let pressing = body.priority().filter(|(_, span)| body.is_covered(&[*span], &fill));
    if let Some((priority, _)) = pressing {
        return Some(Change::Priority(priority));
    }
    if let Some(priority) = body.level() {
        return Some(Change::Priority(priority));
    }
    if let Some((length, end)) = offsets::length(body.tokens, body.from) {
        let end = end + usize::from(body.word(end) == "long");
        let minutes = resolve::minutes(&length).filter(|minutes| *minutes > 0);
        if let Some(minutes) = minutes.filter(|_| body.only_marks(end)) {
            return Some(Change::Length(i64::from(minutes)));
        }
    }
    if let Ok(dated) = body.dated(PLANS)
        && let Some(repeat) = repeating(&dated)
        && body.is_covered(&dated.used, &["repeat", "repeats", "recurring", "a", "it", "happen"])
    {
        return Some(repeat);
    }
    let place = body.starts(&["at", "in"]).filter(|end| {
        *end < body.to
            && body
                .tokens
                .get(*end)
                .is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Opaque))
            && body.scan(PLANS).is_empty()
    })?;
    Some(Change::Location(body.after(place).title(&[])))
}

/// An amount that is all there is, and whether it is a bare whole number.
fn amount(body: &Sentence<'_, '_>, cue: Cue) -> Option<(Change, bool)> {
    let fill = ["of", "it", "was", "is", "cost", "costs", "only", "a", "about", "the", "total"];
    let mut list = body.amounts();
    list.retain(|found| found.weight >= Weight::Decimal || cue == Cue::Cost);
    if let Some(found) =
        money::best(&list).filter(|found| body.is_covered(&[(found.from, found.to)], &fill))
    {
        let change = Change::Amount { hundredths: found.hundredths, currency: found.currency };
        return Some((change, false));
    }
    let value = body.tokens.number(body.from).filter(|_| body.only_marks(body.from + 1))?;
    let change = Change::Amount { hundredths: i64::from(value) * 100, currency: None };
    (value > 0 && value < 1_000_000).then_some((change, true))
}

/// A category by its own name, or words that name goods of one ("taxi").
pub(in crate::language::request) fn category(body: &Sentence<'_, '_>) -> Option<String> {
    let body = body.starts(&["the category", "category"]).map_or(*body, |end| body.after(end));
    let body = match body.tokens.is_mark(body.from, '#') {
        true => body.after(body.from + 1),
        false => body,
    };
    let title = body.title(&[]);
    let title = title.strip_suffix(" category").unwrap_or(&title);
    if let Some(name) = categories::own(&title.to_lowercase()) {
        return Some(name.to_owned());
    }
    (body.to - body.from <= 2)
        .then(|| categories::find(body.tokens, body.from, body.to))
        .flatten()
        .map(str::to_owned)
}

/// How something repeats from now on, with its clock time where one is said: "every weekday at 10".
fn repeating(dated: &Dated) -> Option<Change> {
    let resolved = dated.resolved.as_ref()?;
    let repeat = resolved.repeat.clone()?;
    let time = match resolved.start {
        Moment::At(at) if dated.parts.clock.is_some() => Some(resolve::wall_time(&at)),
        Moment::At(_) | Moment::Day(_) => None,
    };
    Some(Change::Repeat(Some(Repetition { time, ..repeat })))
}

/// Where a date expression moves a row.
pub(in crate::language::request) fn settled(dated: &Dated) -> Option<Change> {
    let resolved = dated.resolved.as_ref()?;
    if let Some(repeat) = repeating(dated) {
        return Some(repeat);
    }
    let only_time = dated.parts.day.is_none() && dated.parts.instant.is_none();
    Some(Change::Move(match resolved.start {
        Moment::At(time) if only_time => hour(dated, &time),
        start => Move::To { start, end: resolved.end.filter(|_| !resolved.stretch) },
    }))
}

/// A clock time of the row's own day, and whether its half of the day was said.
pub(super) fn hour(dated: &Dated, time: &chrono::DateTime<chrono_tz::Tz>) -> Move {
    let open = dated.parts.part.is_none()
        && dated.parts.clock.is_some_and(|clock| clock.half == crate::language::clock::Half::Open);
    let time = resolve::wall_time(time);
    if open { Move::Hour(time) } else { Move::Time(time) }
}

/// "an hour later", "30 minutes earlier", "by a day", "back a week", "half an hour".
pub(in crate::language::request) fn shift(body: &Sentence<'_, '_>) -> Option<Move> {
    let lead = body.starts(&[
        "back by",
        "forward by",
        "out by",
        "up by",
        "by",
        "back",
        "forward",
        "out",
        "up",
    ]);
    let forward = body.starts(&["forward", "up"]).is_some();
    let body = lead.map_or(*body, |end| body.after(end));
    let (earlier, at) = match body.starts(&["later by", "earlier by"]) {
        Some(end) => (body.word(body.from) == "earlier", end),
        None => (forward, body.from),
    };
    let (length, end) = offsets::length(body.tokens, at)?;
    let tail = body.after(end);
    let direction = tail.starts(&["later", "earlier", "back", "forward", "ahead", "sooner"]);
    let said = lead.is_some() || direction.is_some() || at > body.from;
    if !said || !body.only_marks(direction.unwrap_or(end)) {
        return None;
    }
    let earlier = earlier || tail.starts(&["earlier", "forward", "ahead", "sooner"]).is_some();
    by(&length, earlier)
}

/// A length as a move; months have no fixed number of days.
pub(in crate::language::request) fn by(length: &offsets::Length, earlier: bool) -> Option<Move> {
    let sign = if earlier { -1 } else { 1 };
    if length.months > 0 || length.workdays > 0 {
        return None;
    }
    if length.seconds == 0 {
        return (length.days > 0).then_some(Move::ByDays(sign * i64::from(length.days)));
    }
    let minutes = length.seconds / 60 + i64::from(length.days) * 24 * 60;
    (minutes > 0).then_some(Move::By(sign * minutes))
}
