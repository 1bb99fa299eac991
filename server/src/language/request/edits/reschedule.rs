//! Moving: "move gym to 7am", "delay the call 30 minutes".

mod by;
mod part;
mod passive;

use super::{becomes, rows, target};
use crate::language::{
    Direction,
    request::{
        Change, Days, Item, Move, Outcome, PLANS, Question, Request, Target, Which, create,
        phrases, sentence::Sentence, verbs,
    },
    resolve,
    scan::Scene,
    when::Moment,
};
use by::{put_elsewhere, put_for, shift};
use passive::{PASSIVE, bare, passively, trailing};

/// "move gym to 7am", "delay the call 30 minutes", "dentist moved to thursday 4pm".
pub(super) fn reschedule(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    // "the meeting is at 4 now"
    let now = sentence.tokens.any(sentence.last_word(), &["now", "instead"])
        && sentence.starts(&["the", "my", "our"]).is_some();
    let is = sentence.find(&["is at", "is on", "starts at", "is"]).filter(|_| now);
    let passive = is.or_else(|| sentence.find(&PASSIVE));
    let verb = verbs::first(&verbs::MOVE, |verb| sentence.at(sentence.from, verb))
        .or_else(|| put_elsewhere(sentence));
    // "snooze the bins for an hour" moves by that.
    if let Some((end, "snooze" | "delay" | "postpone" | "defer", _)) = verb
        && let Some(by) = put_for(&sentence.after(end))
    {
        return Some(by);
    }
    if verb.is_none()
        && let Some(by) = passively(sentence)
    {
        return Some(by);
    }
    // "start yoga half an hour earlier"
    if verb.is_none()
        && let Some(end) = sentence.starts(&["start", "begin"])
        && sentence.has(&["earlier", "later"])
    {
        return shift(&sentence.after(end));
    }
    let (body, weak) = match (verb, passive) {
        (Some((end, _, sure)), _) => (sentence.after(end), !sure),
        (None, Some((from, _))) if from > sentence.from => (*sentence, true),
        _ => return None,
    };
    if let Some(by) = shift(&body) {
        return Some(by);
    }
    if let Some(parted) = part::to_part(&body) {
        return Some(parted);
    }
    let Some((joint, right)) = destination(&body) else {
        return (!weak).then_some(Outcome::Ask(Question::ToWhat));
    };
    // "change the sheets every two weeks on sunday", "bring cake on friday" move nothing.
    let towards = matches!(body.word(joint), "to" | "till" | "til" | "until" | "for");
    if weak && verb.is_some() && !towards {
        return None;
    }
    let old = body.until(joint);
    let old = passive.filter(|_| verb.is_none()).map_or(old, |(from, _)| sentence.until(from));
    to_time(&bare(&old), &right, sentence)
}

/// "the dentist to monday": what is moved and where to, its verb left out.
pub(super) fn towards(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let (joint, right) = destination(body)?;
    matches!(body.word(joint), "to" | "till" | "until")
        .then(|| to_time(&body.until(joint), &right, body))?
}

/// The row that the words in front of a verb name; "yoga's" is yoga.
pub(super) fn renamed(old: &Sentence<'_, '_>, item: Item) -> Option<Result<Which, Question>> {
    let which = rows::single(old, item);
    Some(which.map(|which| match which.target {
        Some(Target::Words(name)) => {
            let name = name.trim_end_matches("'s").trim_end_matches("’s").to_owned();
            Which { target: Some(Target::Words(name)), ..which }
        }
        target => Which { target, ..which },
    }))
}

/// Moves what the first words name to the time that the second ones say.
fn to_time(
    old: &Sentence<'_, '_>,
    right: &Sentence<'_, '_>,
    sentence: &Sentence<'_, '_>,
) -> Option<Outcome> {
    let old = old.until(old.to - trailing(old));
    // "rehearsal dinner from 7": the hour it had.
    let hour = (old.from + 1..old.to).rev().find(|at| old.word(*at) == "from");
    let old = hour
        .filter(|at| {
            let rest = old.after(at + 1);
            let used = rest.dated_from_hour(PLANS).map(|dated| dated.used).unwrap_or_default();
            rest.tokens.number(at + 1).is_some()
                && rest.is_covered(&used, &[])
                && !old.dated_at_all()
        })
        .map_or(old, |at| old.until(at));
    let (parts, from) = match old.dated(PLANS) {
        Ok(dated) => {
            // "choir from 6pm": the name finds it, and an hour without a day is on no day yet.
            let hour = dated.parts.day.is_none() && dated.parts.instant.is_none();
            let named = hour && target(&old, &dated.used).is_ok();
            let from = dated.resolved.filter(|_| !named).map(|resolved| resolved.start);
            (dated.used, from)
        }
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let new = match right.dated_from_hour(PLANS) {
        Ok(dated) => dated,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let resolved = new.resolved.clone()?;
    // "move the call to friday at 3 in room 5"
    let place = place_behind(right, &new.used);
    let changes = |to: Move| match place.clone() {
        Some(place) => vec![Change::All(vec![Change::Move(to), Change::Location(place)])],
        None => vec![Change::Move(to)],
    };
    // "move yoga to tuesdays at 7" changes how it repeats.
    if resolved.repeat.is_some()
        && let Ok(which) = rows::single(&old, Item::Event)
    {
        let to = becomes::settled(&new).into_iter().collect();
        return Some(Outcome::Done(Request::Change { which, to }));
    }
    let only_time = new.parts.day.is_none() && new.parts.instant.is_none();
    let to = match (only_time, from, resolved.start) {
        (true, Some(day), Moment::At(time)) => {
            Move::To { start: on_day(day, time, sentence).unwrap_or(resolved.start), end: None }
        }
        (true, None, Moment::At(time)) => becomes::hour(&new, &time),
        _ => Move::To {
            start: resolved.start,
            end: if resolved.stretch { None } else { resolved.end },
        },
    };
    if let Some(bulk) = rows::bulk(&old) {
        let to = changes(to);
        return Some(match bulk {
            Ok(which) => Outcome::Done(Request::Change { which, to }),
            Err(question) => Outcome::Ask(question),
        });
    }
    // "move the hotel expense to yesterday"
    if old.has(&["expense", "purchase"])
        && let Ok(which) = rows::single(&old, Item::Expense)
    {
        return Some(Outcome::Done(Request::Change { which, to: vec![Change::Move(to)] }));
    }
    let mut cut = parts;
    cut.extend(old.find(&phrases::CALENDARS));
    let named = becomes::without_deadline(&old);
    let task = named.to < old.to || create::is_imperative(&old);
    let item = if task { Item::Task } else { Item::Event };
    // "gym's moved to 8"
    let named = target(&named, &cut).map(|named| match named {
        Target::Words(name) => Target::Words(name.trim_end_matches("'s").to_owned()),
        other => other,
    });
    if named.is_err() && from.is_none() {
        return Some(Outcome::Ask(Question::Which));
    }
    let item = if place.is_some() { Item::Event } else { item };
    Some(moved(item, named.ok(), from, changes(to)))
}

/// A place behind the new time, where nothing else stands there.
fn place_behind(right: &Sentence<'_, '_>, used: &[(usize, usize)]) -> Option<String> {
    let end = used.iter().map(|span| span.1).max()?;
    let said = becomes::inner(&right.after(end));
    super::facts::place(&said).filter(|_| right.until(end).is_covered(used, &["at", "on", "the"]))
}

/// Moves the row that has these words, or this day or time now.
fn moved(item: Item, target: Option<Target>, from: Option<Moment>, to: Vec<Change>) -> Outcome {
    let leans = Which { target: target.clone(), ..Which::default() }.leans();
    let item = if leans { Item::Either } else { item };
    let day = from.map(|from| from.date());
    let at = match from {
        Some(Moment::At(at)) => Some(at),
        Some(Moment::Day(_)) | None => None,
    };
    let days = Days { first: day, last: day };
    let which = Which { item, guessed: !leans, target, days, at, ..Which::default() };
    Outcome::Done(Request::Change { which, to })
}

/// The same wall-clock time on the day of another moment.
pub(super) fn on_day(
    day: Moment,
    time: chrono::DateTime<chrono_tz::Tz>,
    sentence: &Sentence<'_, '_>,
) -> Option<Moment> {
    let local = day.date().and_time(resolve::wall_time(&time));
    crate::language::zones::settle(sentence.reference.now.timezone(), local).map(Moment::At)
}

/// The last "to", "till", "until" or "for" with a time behind it.
pub(super) fn destination<'s, 't>(
    sentence: &Sentence<'s, 't>,
) -> Option<(usize, Sentence<'s, 't>)> {
    let scene =
        Scene::new(sentence.tokens, sentence.reference, Direction::Forward).with_hour_first();
    (sentence.from..sentence.to)
        .rev()
        .filter(|at| {
            matches!(
                sentence.word(*at),
                "to" | "till" | "til" | "until" | "for" | "on" | "at" | "by"
            )
        })
        .filter(|at| {
            scene
                .expression(at + 1, true)
                .is_some_and(|fragment| fragment.to <= sentence.to && fragment.parts.is_dated())
        })
        .reduce(|best, next| {
            // "to thursday at 4pm": the words before join the same time.
            let joined = matches!(sentence.word(best), "on" | "at" | "by" | "for")
                || sentence.word(next) == "to"
                    && next + 1 < best
                    && scene.expression(next + 1, true).is_some_and(|fragment| fragment.to > best);
            if joined { next } else { best }
        })
        .map(|at| (at, sentence.after(at + 1)))
}
