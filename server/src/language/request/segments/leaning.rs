//! Parts of a message that lean on the part before them.

use chrono::NaiveDate;

use crate::language::{
    request::{
        Change, Item, PLANS, Repetition, Request, Target, Which, create, edits, joints,
        sentence::Sentence,
    },
    when::Moment,
};

/// "mom's birthday is on march 14, remind me every year": how often what was just said repeats.
pub(super) fn repeats(sentence: &Sentence<'_, '_>) -> Option<Repetition> {
    let plain = sentence.plain();
    let said = ["remind me", "remind us", "set a reminder", "make it", "repeat it", "repeats"];
    let rest = plain.after(plain.starts(&said)?);
    let rest = rest
        .starts(&["about it", "about that", "of it", "of that", "repeat", "repeats"])
        .map_or(rest, |end| rest.after(end));
    let dated = rest.dated(PLANS).ok()?;
    let repeat = dated.resolved?.repeat?;
    rest.is_covered(&dated.used, &["please", "for", "it"]).then_some(repeat)
}

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
    let Some(Request::CreateTask { title, due: Some(due), repeat: None, .. }) = last else {
        return None;
    };
    let plain = sentence.plain();
    if let Some(also) = same_verb(&plain, title) {
        return Some(also);
    }
    if matches!(due, Moment::Day(_)) {
        return None;
    }
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

/// Verbs that go on with another object: "pay the rent on the 5th and the internet on the 10th".
#[rustfmt::skip]
const CARRIED: [&str; 44] = [
    "pay", "call", "ring", "phone", "text", "email", "message", "buy", "get", "return", "book",
    "water", "feed", "clean", "wash", "submit", "finish", "order", "send", "renew", "collect",
    "mow", "read", "write", "file", "post", "visit", "chase", "cancel", "hoover", "iron", "pack",
    "fix", "print", "sign", "hand in", "pick up", "drop off", "take out", "put out", "turn in",
    "send off", "fill in", "do",
];

/// The same verb with another object and a day of its own.
fn same_verb(plain: &Sentence<'_, '_>, title: &str) -> Option<Request> {
    let low = title.to_lowercase();
    let verb = CARRIED
        .iter()
        .filter(|verb| low.strip_prefix(**verb).is_some_and(|rest| rest.starts_with(' ')))
        .max_by_key(|verb| verb.len())?;
    // "call the plumber tomorrow, pooja on wednesday": behind a comma a name may stand for itself.
    let defined = plain.starts(&["the", "my", "our"]).is_some();
    let joined = plain.from > 0
        && (plain.tokens.is(plain.from - 1, "and")
            || defined && plain.tokens.is_mark(plain.from - 1, ','));
    let other = joints::opens(plain)
        || create::is_imperative(plain)
        || create::names_event(plain)
        || plain.is_question()
        || !plain.amounts().is_empty();
    if !joined || other || plain.to - plain.from > 9 || plain.tokens.is(plain.from, "i") {
        return None;
    }
    let dated = plain.dated(PLANS).ok()?;
    let first = dated.used.iter().map(|span| span.0).min()?;
    let due = dated.resolved.filter(|resolved| resolved.repeat.is_none())?.start;
    let name = plain.title(&dated.used);
    let words = name.split_whitespace().count();
    // The object stands in front of its day, and is a thing or a person.
    if first == plain.from || name.is_empty() || words > 4 {
        return None;
    }
    Some(Request::CreateTask {
        title: format!("{} {name}", title.get(..verb.len())?),
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

/// "how much did i spend last week and what was the biggest one?": of the sum before.
pub(super) fn largest_too(sentence: &Sentence<'_, '_>, last: Option<&Request>) -> Option<Request> {
    let Some(Request::SumExpenses { days, spending, .. }) = last else { return None };
    let plain = sentence.plain();
    let rest = plain.after(plain.starts(&["what was", "what's", "what is", "which was"])?);
    let rest = rest.after(rest.starts(&["the", "my"])?);
    let end = rest.starts(&[
        "biggest",
        "largest",
        "highest",
        "most expensive",
        "priciest",
        "dearest",
        "smallest",
        "cheapest",
        "lowest",
    ])?;
    let smallest = matches!(rest.word(rest.from), "smallest" | "cheapest" | "lowest");
    let behind = rest.after(end);
    let behind = behind
        .starts(&["one of them", "one", "of them", "of those", "single one", "item"])
        .map_or(behind, |end| behind.after(end));
    behind.only_marks(behind.from).then(|| Request::LargestExpenses {
        days: *days,
        spending: spending.clone(),
        smallest,
        most: 1,
    })
}
