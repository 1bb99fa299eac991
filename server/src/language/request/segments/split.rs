//! Where a message falls into parts that each ask for one thing.

use super::joint::{begins, right_end};
use crate::language::{
    lexer::Tokens,
    request::{PLANS, create, findings::Findings, joints::REMINDERS, sentence::Sentence},
};

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
pub(super) fn split<'s, 't>(
    whole: &Sentence<'s, 't>,
    findings: &Findings<'_, '_>,
) -> Vec<Sentence<'s, 't>> {
    let tokens = whole.tokens;
    let mut parts = Vec::new();
    let mut from = whole.from;
    let mut at = from + 1;
    let mut listed = false;
    while at < whole.to && parts.len() < MOST_PARTS {
        if findings.is_inside(at) && !parts_days(whole, from, at, findings) {
            at += 1;
            continue;
        }
        let line = new_line(tokens, at);
        let next = if line { at } else { past_separators(tokens, at, whole.to) };
        // Nothing but joints is left.
        if next >= whole.to {
            break;
        }
        if next == at && !line {
            at += 1;
            continue;
        }
        let left = Sentence { from, to: at, ..*whole };
        let near = Sentence { from: from.max(at.saturating_sub(WINDOW)), to: at, ..*whole };
        let right = whole.after(next).until(whole.to.min(next + WINDOW));
        listed = listed
            || matches!(tokens.mark(at), Some(',' | '+')) && enumerated(&near, &right, findings);
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

/// "monday gym 7am, tuesday yoga 6pm": the comma stands inside what reads as one expression, but a
/// day is said on both sides of it.
fn parts_days(
    whole: &Sentence<'_, '_>,
    from: usize,
    at: usize,
    findings: &Findings<'_, '_>,
) -> bool {
    let joint = whole.tokens.is_mark(at, ',') || whole.tokens.is(at, "and");
    if !joint || whole.tokens.number(at + 1).is_some() {
        return false;
    }
    let left = Sentence { from: from.max(at.saturating_sub(WINDOW)), to: at, ..*whole };
    let right = whole.after(at + 1);
    let right = right.until(right_end(&right, findings).min(at + 1 + WINDOW));
    let day = |part: &Sentence<'_, '_>| {
        part.scan(PLANS)
            .iter()
            .any(|found| found.parts.day.is_some() && found.parts.repeat.is_none())
    };
    let words = |part: &Sentence<'_, '_>| {
        let dates = part.scan(PLANS);
        (part.from..part.to).any(|at| {
            part.tokens.is_word(at) && !dates.iter().any(|date| (date.from..date.to).contains(&at))
        })
    };
    // "every monday and friday water the ferns"
    let often = whole.tokens.is(at, "and")
        && [&left, &right].iter().any(|part| {
            part.has(&["every", "each"])
                || part.scan(PLANS).iter().any(|found| found.parts.repeat.is_some())
        });
    !often && day(&left) && day(&right) && words(&left) && words(&right)
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
pub(super) fn past_separators(tokens: &Tokens<'_>, at: usize, to: usize) -> usize {
    let mut place = at;
    while place < to {
        let slash = tokens.is_mark(place, '/') && !tokens.glued(place);
        let mark = (matches!(tokens.mark(place), Some(',' | ';' | '&' | '+')) || slash)
            && !tokens.glued(place + 1)
            || matches!(tokens.mark(place), Some('.' | '!' | '?')) && !tokens.glued(place + 1);
        // "and after that coffee at eleven"
        let led =
            place > at && tokens.any(place, &["after", "later"]) || tokens.is(place, "followed");
        if led
            && let Some(end) = ["after that", "later on", "followed by"]
                .iter()
                .find_map(|words| tokens.phrase(place, words))
        {
            place = end;
            continue;
        }
        if !mark && !tokens.any(place, &["and", "then", "also", "plus", "afterwards"]) {
            break;
        }
        place += 1;
    }
    place
}
