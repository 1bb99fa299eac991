//! Whether a request of its own begins behind a joint.

use super::split::past_separators;
use crate::language::{
    request::{
        PLANS, categories, create,
        edits::rows,
        findings::Findings,
        joints::{self, CONTINUED, REMINDERS, TITLED},
        sentence::Sentence,
        verbs,
    },
    scan::{Fragment, Parts},
};

/// Whether a request of its own begins behind a joint.
pub(super) fn begins(
    left: &Sentence<'_, '_>,
    right: &Sentence<'_, '_>,
    joint: usize,
    findings: &Findings<'_, '_>,
) -> bool {
    let tokens = left.tokens;
    let said = (joint..right.from)
        .any(|at| tokens.any(at, &["then", "also", "plus", "after", "followed", "afterwards"]));
    // "…, delete it": about the same thing.
    let object = right.plain();
    let same = object.find(&["it", "that", "them"]).is_some_and(|(at, _)| at <= object.from + 1);
    let same = same
        || object.starts(&["nag me about it", "remind me about it", "remind me of it"]).is_some();
    // "owe Jamie 15 for the cinema, remind me on friday"
    let reminded = object.starts(&["remind me", "nag me", "ping me"]);
    let same = same
        || reminded.is_some_and(|end| names_only_days(&object.after(end))) && !left.dated_at_all();
    // "…, not 16" says what it is not.
    // "in october, how much did i spend": only days, which belong to the question.
    if right.is_question() && names_only_days(left) {
        return false;
    }
    let negated = right.starts(&["not", "instead", "rather"]).is_some();
    let plain_and = right.from == joint + 1
        && (tokens.is(joint, "and") || matches!(tokens.mark(joint), Some('+' | '&')));
    if goes_on(left, right, plain_and, findings) {
        return true;
    }
    // "move the call to 4 and make it 30 minutes": one more change of the same row.
    if !negated && changes_it(&object) && is_change(left) {
        return true;
    }
    if same || negated || left.plain().is_empty() {
        return false;
    }
    // "add task: …" takes all that follows as its title, and a reminder keeps its second verb.
    let titled = (left.from..left.to.min(left.from + 6)).any(|at| tokens.is_mark(at, ':'))
        && left.plain().starts(&TITLED).is_some();
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
    if right.starts(&["again"]).is_some() || joints::opens(right) {
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
    let amount_left = findings.has_amount(left.from, left.to) || is_priced(left);
    // "spent 30 on gas, 12 on lunch and 5 on coffee"
    let counted = tokens.number(left.from).is_some() && findings.has_amount(0, left.from);
    // "ice 9.50, prawns 64, beers 52": behind a price whatever ends in a number is one more.
    let listed = tokens.is_mark(joint, ',')
        && left.from > 0
        && left.to > left.from + 1
        && tokens.number(left.to - 1).is_some()
        && findings.has_amount(0, left.from);
    let amount_left = amount_left || counted || listed;
    let words = left.to - left.from >= 2;
    let both = plain_and && !reminder && does_something(left) && does_something(&extent);
    if words
        && extent.to - extent.from >= 2
        && create::is_imperative(&extent)
        && (dated_left || amount_left || said || both)
    {
        return true;
    }
    let numbered = tokens.is_mark(joint, ',')
        && extent.to > extent.from + 1
        && tokens.number(extent.to - 1).is_some();
    let number = amount_left
        && (numbered
            || tokens.number(right.from).is_some()
            || findings.amounts(extent.from, extent.to).iter().any(|found| found.to == extent.to));
    if amount_left
        && (findings.has_amount(extent.from, extent.to) || number || is_priced(&extent))
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
    // "call mum tomorrow and dad on friday": a day behind words of its own.
    let days = |found: &[Fragment]| {
        found.iter().any(|one| one.parts.day.is_some())
            && found.iter().all(|one| one.parts.repeat.is_none())
    };
    let led = theirs.iter().all(|one| one.from > extent.from) && !extent.starts_with_date();
    if plain_and && led && days(&mine) && days(&theirs) && has_words(left, &mine) {
        return true;
    }
    // Two times that cannot be one: two things.
    dated_left && has_words(left, &mine) && {
        let mut together = Parts::default();
        for fragment in &mine {
            together.absorb(&fragment.parts);
        }
        theirs
            .iter()
            .filter(|fragment| fragment.parts.is_dated())
            .any(|fragment| !together.absorb(&fragment.parts))
    }
}

/// Verbs that change "it".
const OF_IT: [&str; 16] = [
    "make", "call", "rename", "name", "set", "put", "change", "mark", "tag", "file", "push",
    "move", "extend", "repeat", "flag", "label",
];

/// Whether a part changes what was named before it.
fn changes_it(object: &Sentence<'_, '_>) -> bool {
    object
        .starts(&OF_IT)
        .and_then(|end| object.after(end).starts(&["it", "that"]))
        .is_some_and(|end| end < object.to)
}

/// Whether a part changes something that it names itself.
fn is_change(left: &Sentence<'_, '_>) -> bool {
    let plain = left.plain();
    let starts = |verb: &str| plain.at(plain.from, verb);
    let verb = verbs::first(&verbs::MOVE, starts)
        .map(|(end, ..)| end)
        .or_else(|| plain.starts(&["change", "rename", "set", "extend", "update", "edit", "mark"]));
    verb.is_some_and(|end| {
        plain.after(end).starts(&["it", "that", "this", "them"]).is_none() && end < plain.to
    })
}

/// "move gym to friday (and) the dentist to monday", "cancel lunch (and) my call": more of the same
/// change.
fn goes_on(
    left: &Sentence<'_, '_>,
    right: &Sentence<'_, '_>,
    plain_and: bool,
    findings: &Findings<'_, '_>,
) -> bool {
    let plain = left.plain();
    let extent = right.until(right_end(right, findings));
    let starts = |verb: &str| plain.at(plain.from, verb);
    if verbs::first(&verbs::MOVE, starts).is_some() {
        let to = |part: &Sentence<'_, '_>| {
            (part.from + 1..part.to).any(|at| {
                part.word(at) == "to"
                    && (part.tokens.number(at + 1).is_some()
                        || part.after(at + 1).starts_with_date())
            })
        };
        return to(&plain) && to(&extent);
    }
    // "show my tasks and my events for tomorrow"
    let plural = |part: &Sentence<'_, '_>| {
        let at = part.starts(&["my", "the", "all my"]).unwrap_or(part.from);
        rows::kind(part.word(at)).is_some_and(|(_, plural)| plural)
    };
    if let Some(end) = plain.starts(&["show me", "show", "list", "give me", "tell me"])
        && plural(&plain.after(end))
        && plural(&extent)
    {
        return true;
    }
    let removes =
        verbs::first(&verbs::DELETE, starts).is_some_and(|(_, verb, sure)| sure || verb == "skip");
    let ticks =
        plain.starts(&["complete", "finish", "tick off", "check off", "cross off"]).is_some();
    let all = plain.has(&["all", "every", "everything", "list"]);
    // "cancel standup on wednesday and yoga on thursday": a name and a day on either side.
    let (mine, theirs) = (left.scan(PLANS), extent.scan(PLANS));
    let dated = |found: &[Fragment]| found.iter().any(|one| one.parts.day.is_some());
    let alike = removes
        && plain_and
        && dated(&mine)
        && dated(&theirs)
        && has_words(&extent, &theirs)
        && !joints::opens(&extent)
        && !create::is_imperative(&extent);
    (removes || ticks)
        && !all
        && (extent.starts(&["the", "my"]).is_some() || alike)
        && !plain.has(&["and", "between"])
        && extent.to - extent.from <= 5
}

/// Where the part that begins here ends at the latest: the next comma, "and" or sentence end.
pub(super) fn right_end(right: &Sentence<'_, '_>, findings: &Findings<'_, '_>) -> usize {
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

/// Whether nothing is named but days, side by side or one by one.
fn names_only_days(sentence: &Sentence<'_, '_>) -> bool {
    const BETWEEN: [&str; 16] = [
        "and",
        "or",
        "to",
        "with",
        "than",
        "versus",
        "vs",
        "compared",
        "against",
        "for",
        "in",
        "on",
        "about",
        "so",
        "comparing",
        "the",
    ];
    let plain = sentence.plain();
    let dates = plain.scan(PLANS);
    !dates.is_empty()
        && (plain.from..plain.to)
            .filter(|at| !dates.iter().any(|date| (date.from..date.to).contains(at)))
            .all(|at| plain.tokens.mark(at).is_some() || BETWEEN.contains(&plain.word(at)))
}

/// "taxi 14": something that is bought, and a number behind it.
fn is_priced(sentence: &Sentence<'_, '_>) -> bool {
    let plain = sentence.plain();
    plain.amounts().iter().any(|found| found.to == plain.to && found.from > plain.from)
        && categories::find(plain.tokens, plain.from, plain.to).is_some()
        && !create::is_task_like(&plain)
}

/// "call the bank": a verb with its own object. "go to the shop (and buy milk)" is only the way
/// to do something.
fn does_something(sentence: &Sentence<'_, '_>) -> bool {
    let plain = sentence.plain();
    let way = ["go", "come", "run", "try", "stop", "remember", "make", "mark", "complete"];
    let object = plain.word(plain.from + 1);
    create::is_imperative(&plain)
        && !way.contains(&plain.word(plain.from))
        && plain.to - plain.from >= 2
        && !matches!(object, "to" | "with" | "from" | "by" | "it" | "them" | "that" | "up" | "all")
}
