//! Several requests in one message: where one ends and the next begins.

use chrono::NaiveDate;

use super::joints::{CONTINUED, OPENINGS, REMINDERS, TITLED};
use super::{
    Outcome, PLANS, Question, Reading, Request, agenda, create, edits, findings::Findings, follow,
    sentence::Sentence, spending, talk,
};
use crate::language::{Reference, lexer::Tokens, scan::Fragment, when::Moment};

/// More requests than this in one message are left out.
const MOST: usize = 50;

/// Reads all requests of a message.
pub(super) fn read(tokens: &Tokens<'_>, reference: &Reference) -> Reading {
    let findings = Findings::new(tokens, reference);
    let whole = Sentence {
        tokens,
        from: 0,
        to: tokens.len(),
        reference,
        findings: &findings,
        carried: None,
        spent: false,
    };
    if let Some(reading) = follow::read(&whole) {
        return reading;
    }
    let mut requests: Vec<Request> = Vec::new();
    let mut question = None;
    // How many expenses without a day of their own stand last.
    let mut undated = 0;
    for sentence in split(&whole, &findings) {
        let mut sentence = sentence;
        sentence.carried = requests.last().and_then(|_| findings.carried(sentence.from));
        sentence.spent = matches!(requests.last(), Some(Request::RecordExpense { .. }));
        // "… and to lock the door": the reminder goes on.
        if matches!(requests.last(), Some(Request::CreateTask { .. }))
            && sentence.word(sentence.from) == "to"
        {
            sentence = sentence.after(sentence.from + 1);
        }
        if let Some(also) = completed_too(&sentence, requests.last(), whole) {
            requests.push(also);
            continue;
        }
        if let Some(items) = create::list_items(&sentence) {
            requests.extend(items);
            continue;
        }
        if let Some(again) = again(&sentence, requests.last()) {
            requests.push(again);
            continue;
        }
        match one(&sentence) {
            Outcome::Done(request) => {
                let date = expense_date(&request).filter(|_| sentence.dated_back());
                spread(&mut requests, undated, date);
                undated = match (expense_date(&request), date) {
                    (Some(_), None) => undated + 1,
                    _ => 0,
                };
                requests.push(request);
            }
            Outcome::Ask(asked) => question = question.or(Some(asked)),
            Outcome::Nothing => {}
        }
        if requests.len() >= MOST {
            break;
        }
    }
    match (requests.is_empty(), question) {
        (false, _) => Reading::Requests(requests),
        (true, Some(question)) => Reading::Ask(question),
        (true, None) => Reading::NotUnderstood,
    }
}

/// "complete renew passport and call the bank": the second thing is done as well.
fn completed_too(
    sentence: &Sentence<'_, '_>,
    last: Option<&Request>,
    whole: Sentence<'_, '_>,
) -> Option<Request> {
    let Some(Request::Complete { which, done: true }) = last else { return None };
    let verb = whole.plain().starts(&["complete", "finish", "check off", "tick off"])?;
    let named = which.target.as_ref().is_some_and(|target| target.words().is_some());
    let joined = sentence.from > verb && create::is_imperative(sentence);
    let fresh = sentence.starts(&super::joints::OPENINGS).is_some();
    (named && joined && !fresh && !sentence.dated_at_all()).then(|| Request::Complete {
        which: super::Which::named(super::Item::Task, sentence.title(&[])),
        done: true,
    })
}

fn expense_date(request: &Request) -> Option<NaiveDate> {
    match request {
        Request::RecordExpense { date, .. } => Some(*date),
        _ => None,
    }
}

/// "$60 for gas and $22 for a car wash yesterday": the day said last holds for those before it.
fn spread(requests: &mut [Request], undated: usize, day: Option<NaiveDate>) {
    let Some(day) = day else { return };
    for request in requests.iter_mut().rev().take(undated) {
        if let Request::RecordExpense { date, .. } = request {
            *date = day;
        }
    }
}

/// Reads one part of a message.
fn one(sentence: &Sentence<'_, '_>) -> Outcome {
    let plain = sentence.plain();
    if plain.is_empty() {
        return Outcome::Nothing;
    }
    if talk::is_idle(sentence) || talk::is_idle(&plain) && !sentence.has(&["how much"]) {
        return if plain.starts(&["could you repeat", "repeat this", "repeat that"]).is_some() {
            Outcome::Ask(Question::Which)
        } else {
            Outcome::Nothing
        };
    }
    if plain.starts(&["repeat"]).is_some() {
        return Outcome::Ask(Question::Which);
    }
    edits::explicit(sentence)
        .or_else(|| create::commanded(sentence))
        .or_else(|| spending::query(sentence))
        .or_else(|| agenda::query(sentence))
        .or_else(|| edits::read(sentence))
        .or_else(|| spending::record(sentence))
        .unwrap_or_else(|| create::plain(sentence))
}

/// "… and again on friday at the same time": the item before, at another time.
fn again(sentence: &Sentence<'_, '_>, last: Option<&Request>) -> Option<Request> {
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

/// "buy stamps, call the vet, and email Jo": things to do, one behind the other.
fn enumerated(
    left: &Sentence<'_, '_>,
    right: &Sentence<'_, '_>,
    findings: &Findings<'_, '_>,
) -> bool {
    let extent = right.until(right_end(right, findings));
    let left = left.plain();
    let titled = (left.from..left.to.min(left.from + 6)).any(|at| left.tokens.is_mark(at, ':'));
    extent.to - extent.from >= 2
        && !titled
        && create::is_imperative(&extent)
        && (create::is_imperative(&left) || left.starts(&REMINDERS).is_some())
        && left.to - left.from >= 2
}

/// How many tokens on either side of a joint decide whether a request begins there.
const WINDOW: usize = 40;

/// More parts than this in one message are left out.
const MOST_PARTS: usize = 60;

/// The parts of a message that each ask for one thing.
fn split<'s, 't>(whole: &Sentence<'s, 't>, findings: &Findings<'_, '_>) -> Vec<Sentence<'s, 't>> {
    let tokens = whole.tokens;
    let mut parts = Vec::new();
    let mut from = whole.from;
    let mut at = from + 1;
    let mut listed = false;
    while at < whole.to && parts.len() < MOST_PARTS {
        if findings.is_inside(at) {
            at += 1;
            continue;
        }
        let line = new_line(tokens, at);
        let next = if line { at } else { past_separators(tokens, at, whole.to) };
        if next == at && !line || next >= whole.to {
            at += 1;
            continue;
        }
        let left = Sentence { from, to: at, ..*whole };
        let near = Sentence { from: from.max(at.saturating_sub(WINDOW)), to: at, ..*whole };
        let right = whole.after(next).until(whole.to.min(next + WINDOW));
        listed = listed || tokens.is_mark(at, ',') && enumerated(&near, &right, findings);
        if line
            || tokens.is_mark(at, ';')
            || listed && enumerated(&near, &right, findings)
            || begins(&near, &right, at, findings)
        {
            parts.push(left);
            from = next;
        }
        at = next.max(at + 1);
    }
    parts.push(Sentence { from, ..*whole });
    parts
}

fn new_line(tokens: &Tokens<'_>, at: usize) -> bool {
    let (Some(before), Some(token)) =
        (at.checked_sub(1).and_then(|before| tokens.get(before)), tokens.get(at))
    else {
        return false;
    };
    tokens.text.get(before.end()..token.start).is_some_and(|gap| gap.contains('\n'))
}

/// The place behind the words and marks that join two requests.
fn past_separators(tokens: &Tokens<'_>, at: usize, to: usize) -> usize {
    let mut place = at;
    while place < to {
        let mark = matches!(tokens.mark(place), Some(',' | ';' | '&' | '+'))
            && !tokens.glued(place + 1)
            || matches!(tokens.mark(place), Some('.' | '!' | '?')) && !tokens.glued(place + 1);
        if !mark && !tokens.any(place, &["and", "then", "also", "plus"]) {
            break;
        }
        place += 1;
    }
    place
}

/// Whether a request of its own begins behind a joint.
fn begins(
    left: &Sentence<'_, '_>,
    right: &Sentence<'_, '_>,
    joint: usize,
    findings: &Findings<'_, '_>,
) -> bool {
    let tokens = left.tokens;
    let said = (joint..right.from).any(|at| tokens.any(at, &["then", "also", "plus"]));
    // "…, delete it": about the same thing.
    let object = right.plain();
    let same = object.find(&["it", "that", "them"]).is_some_and(|(at, _)| at <= object.from + 1);
    let same = same
        || object.starts(&["nag me about it", "remind me about it", "remind me of it"]).is_some();
    // "…, not 16" says what it is not.
    let negated = right.starts(&["not", "instead", "rather"]).is_some();
    if same || negated || left.plain().is_empty() {
        return false;
    }
    // "add task: …" takes all that follows as its title, and a reminder keeps its second verb.
    let titled = (left.from..left.to.min(left.from + 6)).any(|at| tokens.is_mark(at, ':'))
        && left.plain().starts(&TITLED).is_some();
    let plain_and = right.from == joint + 1 && tokens.is(joint, "and");
    let reminder = left.plain().starts(&REMINDERS).is_some();
    let carries_on = reminder && plain_and && right.starts(&CONTINUED).is_some();
    if titled || carries_on && !(left.dated_at_all() && right.dated_at_all()) {
        return false;
    }
    // "complete renew passport and call the bank"
    let completes = left.plain().starts(&["complete", "finish", "mark", "check off", "tick off"]);
    if completes.is_some()
        && plain_and
        && create::is_imperative(right)
        && create::is_imperative(&left.after(completes.unwrap_or(left.from)))
    {
        return true;
    }
    if right.starts(&["again"]).is_some() || right.starts(&OPENINGS).is_some() {
        return left.to - left.from > 1
            || left.tokens.is_word(left.from) && tokens.is_mark(joint, '.');
    }
    if reminder
        && right.word(right.from) == "to"
        && create::is_imperative(&right.after(right.from + 1))
    {
        return true;
    }
    let extent = right.until(right_end(right, findings));
    let (mine, theirs) = (left.scan(PLANS), extent.scan(PLANS));
    let dated_left = mine.iter().any(|fragment| fragment.parts.is_dated());
    let dated_right = theirs.iter().any(|fragment| fragment.parts.is_dated());
    let amount_left = findings.has_amount(left.from, left.to);
    // "spent 30 on gas, 12 on lunch and 5 on coffee"
    let counted = tokens.number(left.from).is_some() && findings.has_amount(0, left.from);
    let amount_left = amount_left || counted;
    let words = left.to - left.from >= 2;
    if words
        && extent.to - extent.from >= 2
        && create::is_imperative(&extent)
        && (dated_left || amount_left || said)
    {
        return true;
    }
    let number = amount_left
        && (tokens.number(right.from).is_some()
            || findings.amounts(extent.from, extent.to).iter().any(|found| found.to == extent.to));
    if amount_left
        && (findings.has_amount(extent.from, extent.to) || number)
        && has_words(&extent, &theirs)
    {
        return true;
    }
    if !dated_right || !has_words(&extent, &theirs) {
        return false;
    }
    if said {
        return true;
    }
    // Two times that cannot be one: two things.
    dated_left && has_words(left, &mine) && {
        let mut together = crate::language::scan::Parts::default();
        for fragment in &mine {
            together.absorb(&fragment.parts);
        }
        theirs
            .iter()
            .filter(|fragment| fragment.parts.is_dated())
            .any(|fragment| !together.absorb(&fragment.parts))
    }
}

/// Where the part that begins here ends at the latest: the next comma, "and" or sentence end.
fn right_end(right: &Sentence<'_, '_>, findings: &Findings<'_, '_>) -> usize {
    (right.from + 1..right.to)
        .find(|at| !findings.is_inside(*at) && past_separators(right.tokens, *at, right.to) > *at)
        .unwrap_or(right.to)
}

/// Whether words are left beside the dates.
fn has_words(sentence: &Sentence<'_, '_>, fragments: &[Fragment]) -> bool {
    (sentence.from..sentence.to).any(|at| {
        let word = sentence.word(at);
        !word.is_empty()
            && !matches!(word, "and" | "at" | "on" | "the" | "for" | "in" | "then" | "a")
            && !fragments.iter().any(|fragment| (fragment.from..fragment.to).contains(&at))
    })
}
