//! Questions that go on with the one before: "and tomorrow?", "on what?".

use super::{answers::polite_end, words_of};
use crate::language::request::{
    Asks, FollowUp, Hours, Item, PLANS, SPENT, agenda::hours, edits::rows, sentence::Sentence,
    spending,
};

/// Openings of a question that goes on with the one before.
const ONWARD: [&str; 26] = [
    "and what about",
    "and how about",
    "ok what about",
    "ok and",
    "what about",
    "how about",
    "whatabout",
    "and for",
    "and on",
    "and in",
    "and",
    "same for",
    "same question for",
    "same but for",
    "same thing for",
    "only",
    "just",
    "but for",
    "what of",
    "then what about",
    "now for",
    "now",
    "or",
    "ok",
    "also",
    "for",
];

/// "and tomorrow?", "what about last month", "and on coffee?", "just food".
pub(super) fn again(whole: &Sentence<'_, '_>) -> Option<FollowUp> {
    if let Some(asks) = more(whole) {
        return Some(FollowUp::Again {
            days: None,
            past: None,
            spending: None,
            item: None,
            hours: None,
            asks: Some(asks),
        });
    }
    let asked = (whole.from..whole.to).any(|at| whole.tokens.is_mark(at, '?'));
    let onward = whole.starts(&ONWARD).filter(|end| *end < whole.to);
    let body = match onward {
        Some(end) => whole.after(end),
        None if asked => *whole,
        None => return None,
    };
    if let Some(hours) = part_alone(&body) {
        return Some(FollowUp::Again {
            days: None,
            past: None,
            spending: None,
            item: None,
            hours: Some(hours),
            asks: None,
        });
    }
    let weak = onward.is_some_and(|_| {
        matches!(whole.word(whole.from), "for" | "now" | "ok" | "also" | "or" | "just" | "only")
    });
    let ahead = body.days(PLANS).ok()?;
    let back = body.days(SPENT).ok()?;
    let clocked = ahead.1.parts.clock.is_some() || ahead.1.parts.repeat.is_some();
    let hours = rows::stretch(&ahead.1);
    let cut = ahead.1.used;
    let mut item = None;
    let mut named = Vec::new();
    for at in body.from..body.to {
        if cut.iter().any(|(from, to)| (*from..*to).contains(&at)) || !body.tokens.is_word(at) {
            // A number or a quotation is something else than a question.
            if body.tokens.get(at).is_some_and(|token| !token.text.is_empty())
                && !body.tokens.is_word(at)
                && body.tokens.mark(at).is_none()
                && !cut.iter().any(|(from, to)| (*from..*to).contains(&at))
            {
                return None;
            }
            continue;
        }
        match body.word(at) {
            "events" | "event" | "calendar" | "meetings" | "appointments" => {
                item = Some(Item::Event)
            }
            "tasks" | "todos" | "task" | "reminders" => item = Some(Item::Task),
            "expenses" | "spending" | "expense" => item = Some(Item::Expense),
            "on" | "for" | "in" | "the" | "about" | "my" | "at" | "then" | "please" | "of"
            | "only" | "just" | "and" | "a" | "stuff" | "things" | "spend" | "spent" | "did"
            | "i" | "during" | "instead" => {}
            _ => named.push((at, at + 1)),
        }
    }
    let spending = match (named.first(), named.last()) {
        (Some(first), Some(last)) => {
            let words = Sentence { from: first.0, to: last.1, ..body };
            let spending = spending::narrowed(&words);
            let known = spending.category.is_some() && words.to - words.from <= 3;
            Some(spending).filter(|_| known)
        }
        _ => None,
    };
    if spending.is_none() && !named.is_empty() || clocked {
        return None;
    }
    let days = Some(ahead.0).filter(|days| !days.is_any());
    let past = Some(back.0).filter(|days| !days.is_any());
    let nothing = days.is_none() && spending.is_none() && item.is_none();
    // "now" and "for" begin other sentences as well; a bare day is no question without its mark.
    // "also school bake sale friday" is something new.
    let new = weak && !asked && days.is_some() && !named.is_empty();
    if nothing || new || weak && days.is_none() && spending.is_none() {
        return None;
    }
    // "is my haircut on saturday?" is a question of its own, "on coffee?" is not.
    let own = item.is_some()
        || !named.is_empty() && body.starts(&["on", "for", "about", "at", "in"]).is_none();
    if onward.is_none() && (own || days.is_none() && spending.is_none()) {
        return None;
    }
    Some(FollowUp::Again { days, past, spending, item, hours, asks: None })
}

/// "in the morning": another stretch of the same days.
fn part_alone(body: &Sentence<'_, '_>) -> Option<Hours> {
    let body = body.starts(&["in the", "in", "the"]).map_or(*body, |end| body.after(end));
    let part = crate::language::relative::part(body.word(body.from))?;
    body.only_marks(body.from + 1).then(|| hours::part(part))?
}

/// What a question leaves out when it goes on about the same days and things.
#[rustfmt::skip]
const MORE: [(Asks, &[&str]); 3] = [
    (Asks::Each, &[
        "on what", "on what exactly", "what on", "for what", "what for", "which ones", "which",
        "what were they", "what are they", "like what", "such as", "such as what", "what exactly",
        "what did i buy", "show them", "show me them", "list them", "show me", "itemise that",
        "itemize that", "itemise it", "itemize it", "show me the list", "show the list",
    ]),
    (Asks::Largest, &[
        "what was the biggest", "what was the largest", "which was the biggest",
        "which was the largest", "what's the biggest", "what's the largest",
        "what is the biggest", "what is the largest", "the biggest", "the biggest one",
        "what was the most expensive", "which was the most expensive", "biggest one",
        "which one was the biggest", "which one was the most expensive", "most expensive",
        "what was the highest",
    ]),
    (Asks::Smallest, &[
        "what was the smallest", "what was the cheapest", "which was the smallest",
        "which was the cheapest", "what's the smallest", "what's the cheapest", "the smallest",
        "the smallest one", "the cheapest", "the cheapest one", "which one was the cheapest",
    ]),
];

/// "on what?", "and what was the biggest one?": another question about the same.
fn more(whole: &Sentence<'_, '_>) -> Option<Asks> {
    let body = whole.starts(&["and", "ok", "so"]).map_or(*whole, |end| whole.after(end));
    MORE.iter().find_map(|(asks, phrases)| {
        let said = |phrase: &&str| {
            words_of(phrase, &body).is_some_and(|end| {
                let end = if body.tokens.is(end, "one") { end + 1 } else { end };
                polite_end(&body, end) || body.only_marks(end)
            })
        };
        phrases.iter().any(said).then_some(*asks)
    })
}
