//! Parts of a message that lean on the part before them.

use chrono::NaiveDate;

use crate::language::{
    request::{
        Change, Item, PLANS, Request, Target, Which, create, edits, joints, sentence::Sentence,
    },
    when::Moment,
};

/// "complete renew passport and call the bank": the second thing is done as well.
pub(super) fn completed_too(
    sentence: &Sentence<'_, '_>,
    last: Option<&Request>,
    whole: Sentence<'_, '_>,
) -> Option<Request> {
    let Some(Request::Complete { which, done: true }) = last else { return None };
    let verb = whole.plain().starts(&["complete", "finish", "check off", "tick off"])?;
    let named = which.target.as_ref().is_some_and(|target| target.words().is_some());
    let joined = sentence.from > verb && create::is_imperative(sentence);
    let fresh = joints::opens(sentence);
    (named && joined && !fresh && !sentence.dated_at_all()).then(|| Request::Complete {
        which: Which::named(Item::Task, sentence.title(&[])),
        done: true,
    })
}

/// "remind me to call mum at 5 and dad at 6": the verb of the task before is left out.
pub(super) fn task_too(
    sentence: &Sentence<'_, '_>,
    last: Option<&Request>,
    whole: Sentence<'_, '_>,
) -> Option<Request> {
    let Some(Request::CreateTask { title, due: Some(Moment::At(_)), repeat: None, .. }) = last
    else {
        return None;
    };
    let plain = sentence.plain();
    let asked = whole.plain().starts(&joints::REMINDERS).is_some() && sentence.from > whole.from;
    let other =
        joints::opens(&plain) || create::is_imperative(&plain) || create::names_event(&plain);
    if !asked || other || plain.is_question() || plain.to - plain.from > 8 {
        return None;
    }
    let dated = plain.dated(PLANS).ok()?;
    let due = dated.resolved.filter(|_| dated.parts.clock.is_some())?.start;
    let name = plain.title(&dated.used);
    // "pick up the cake": the verb with its particle.
    let mut words = title.split_whitespace();
    let mut verb = words.next()?.to_owned();
    if let Some(particle) = words.next().filter(|word| {
        matches!(
            *word,
            "up" | "out" | "off" | "back" | "in" | "for" | "to" | "down" | "on" | "with"
        )
    }) {
        verb = format!("{verb} {particle}");
    }
    (!name.is_empty()).then(|| Request::CreateTask {
        title: format!("{verb} {name}"),
        due: Some(due),
        priority: None,
        repeat: None,
        labels: Vec::new(),
        list: None,
    })
}

/// "move gym to friday and the dentist to monday", "cancel lunch and the call": the verb of the
/// change before is left out.
pub(super) fn changed_too(sentence: &Sentence<'_, '_>, last: Option<&Request>) -> Option<Request> {
    let plain = sentence.plain();
    let named = plain.starts(&["the", "my", "our"]).is_some();
    let joined = plain.from > 0 && plain.tokens.is(plain.from - 1, "and") && plain.dated_at_all();
    if joints::opens(&plain) || create::is_imperative(&plain) || plain.is_question() {
        return None;
    }
    match last? {
        Request::Change { to, .. } if matches!(to.first(), Some(Change::Move(_))) => {
            edits::moved(&plain)
        }
        Request::Delete { which } if named && !which.all || joined => {
            let (days, dated) = plain.days(PLANS).ok()?;
            let name = edits::bare_title(&plain.title(&dated.used)).to_owned();
            let extent = which.extent.filter(|_| joined);
            let which = Which { days, item: which.item, guessed: true, extent, ..Which::default() };
            let which = Which { target: Some(Target::Words(name.clone())), ..which };
            (!name.is_empty()).then_some(Request::Delete { which })
        }
        Request::Complete { which, done } if named && !which.all && !plain.dated_at_all() => {
            let name = edits::bare_title(&plain.title(&[])).to_owned();
            (!name.is_empty())
                .then(|| Request::Complete { which: Which::named(Item::Task, name), done: *done })
        }
        _ => None,
    }
}

pub(super) fn expense_date(request: &Request) -> Option<NaiveDate> {
    match request {
        Request::RecordExpense { date, .. } => Some(*date),
        _ => None,
    }
}

/// "$60 for gas and $22 for a car wash yesterday": the day said last holds for those before it.
pub(super) fn spread(requests: &mut [Request], undated: usize, day: Option<NaiveDate>) {
    let Some(day) = day else { return };
    for request in requests.iter_mut().rev().take(undated) {
        if let Request::RecordExpense { date, .. } = request {
            *date = day;
        }
    }
}

/// "… and again on friday at the same time": the item before, at another time.
pub(super) fn again(sentence: &Sentence<'_, '_>, last: Option<&Request>) -> Option<Request> {
    sentence.plain().starts(&["again"])?;
    let dated = sentence.dated(PLANS).ok()?;
    let Some(Request::CreateEvent { title, start, end, all_day, location, zone, .. }) = last else {
        return None;
    };
    let resolved = dated.resolved?;
    let (start, end) = match (resolved.start, start, end) {
        (Moment::Day(day), Moment::At(old), Moment::At(old_end)) => {
            let new = crate::language::zones::settle(old.timezone(), day.and_time(old.time()))?;
            (Moment::At(new), Moment::At(new.checked_add_signed(*old_end - *old)?))
        }
        (Moment::At(new), Moment::At(old), Moment::At(old_end)) => (
            Moment::At(new),
            resolved.end.unwrap_or(Moment::At(new.checked_add_signed(*old_end - *old)?)),
        ),
        (new, ..) => (new, resolved.end.unwrap_or(new)),
    };
    Some(Request::CreateEvent {
        title: title.clone(),
        start,
        end,
        all_day: *all_day && !start.has_time(),
        location: location.clone(),
        repeat: None,
        zone: *zone,
    })
}
