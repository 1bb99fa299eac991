//! Messages that mean something only behind what was said before: "yes", "2", "and tomorrow?",
//! "no, make it 3pm".

use super::{
    Change, FollowUp, Item, Outcome, PLANS, Question, Reading, Request, SPENT, Which,
    edits::{
        self,
        becomes::{self, Cue},
        rows,
    },
    sentence::Sentence,
    spending,
};

/// Longer messages stand for themselves, in tokens.
const LONGEST: usize = 16;

/// Reads a message that leans on the one before.
pub(super) fn read(whole: &Sentence<'_, '_>) -> Option<Reading> {
    if whole.to - whole.from > LONGEST {
        return None;
    }
    answer(whole).or_else(|| again(whole)).map(Reading::FollowUp).or_else(|| corrected(whole))
}

const YES: [&str; 22] = [
    "yes",
    "yep",
    "yeah",
    "yup",
    "ya",
    "yea",
    "aye",
    "sure",
    "ok",
    "okay",
    "confirm",
    "confirmed",
    "correct",
    "absolutely",
    "definitely",
    "certainly",
    "affirmative",
    "right",
    "fine",
    "k",
    "y",
    "indeed",
];

/// Whole answers that agree without one of these words.
const AGREED: [&str; 12] = [
    "do it",
    "go ahead",
    "go for it",
    "please do",
    "sounds good",
    "that's right",
    "thats right",
    "of course",
    "that works",
    "looks good",
    "make it so",
    "do that",
];

/// What may stand beside a yes.
#[rustfmt::skip]
const BESIDE: [&str; 39] = [
    "please", "do", "it", "that", "go", "ahead", "for", "all", "of", "them", "thing", "sounds",
    "good", "thanks", "thank", "you", "then", "delete", "cancel", "remove", "move", "complete", "the", "is",
    "that's", "right", "i", "am", "i'm", "want", "to", "both", "everything", "great", "perfect", "now", "both", "add", "mark",
];

const NO: [&str; 28] = [
    "no",
    "nope",
    "nah",
    "never mind",
    "nevermind",
    "nvm",
    "no thanks",
    "no thank you",
    "not now",
    "don't",
    "dont",
    "do not",
    "stop",
    "cancel",
    "leave it",
    "forget it",
    "no don't",
    "no dont",
    "no don't do that",
    "don't do that",
    "don't do it",
    "keep it",
    "keep them",
    "n",
    "no leave it",
    "no stop",
    "no cancel",
    "on second thought no",
];

/// Yes, no, or a place in a list, when the message is nothing else.
fn answer(whole: &Sentence<'_, '_>) -> Option<FollowUp> {
    let said = |phrases: &[&str]| {
        phrases
            .iter()
            .any(|phrase| words_of(phrase, whole).is_some_and(|end| polite_end(whole, end)))
    };
    if said(&NO) {
        return Some(FollowUp::No);
    }
    if said(&AGREED) {
        return Some(FollowUp::Yes);
    }
    let words: Vec<&str> = (whole.from..whole.to)
        .filter(|at| whole.tokens.is_word(*at))
        .map(|at| whole.word(at))
        .collect();
    let marks_only = (whole.from..whole.to).all(|at| {
        whole.tokens.is_word(at) || matches!(whole.tokens.mark(at), Some(',' | '.' | '!' | '-'))
    });
    if marks_only
        && words.first().is_some_and(|word| YES.contains(word))
        && words.iter().all(|word| YES.contains(word) || BESIDE.contains(word))
    {
        return Some(FollowUp::Yes);
    }
    const REFUSING: [&str; 5] = ["no", "nope", "nah", "don't", "dont"];
    const REFUSED: [&str; 26] = [
        "no", "nope", "nah", "leave", "it", "as", "is", "them", "alone", "don't", "dont", "do",
        "that", "thanks", "thank", "you", "keep", "never", "mind", "please", "not", "now", "ok",
        "forget", "cancel", "any",
    ];
    if marks_only
        && words.first().is_some_and(|word| REFUSING.contains(word))
        && words.iter().all(|word| REFUSED.contains(word))
    {
        return Some(FollowUp::No);
    }
    let body = becomes::inner(whole);
    let body = body
        .starts(&["pick", "take", "i mean", "i meant", "choose", "option", "number"])
        .filter(|end| *end < body.to && !matches!(body.word(body.from), "option" | "number"))
        .map_or(body, |end| body.after(end));
    if let Some(number) = body.tokens.number(body.from).filter(|_| body.only_marks(body.from + 1)) {
        let plain = whole.tokens.clean_left(body.from) && whole.tokens.digits(body.from) <= 2;
        return i32::try_from(number)
            .ok()
            .filter(|number| plain && (1..=50).contains(number))
            .map(FollowUp::Pick);
    }
    if let Some(end) = body.starts(&["the latter", "the former"]) {
        let first = body.word(end - 1) == "former";
        return body.only_marks(end).then_some(FollowUp::Pick(if first { 1 } else { 2 }));
    }
    rows::place(&body).map(FollowUp::Pick)
}

/// The place behind a phrase whose words may have marks between them ("no, thanks").
fn words_of(phrase: &str, whole: &Sentence<'_, '_>) -> Option<usize> {
    let mut at = whole.from;
    for word in phrase.split(' ') {
        while matches!(whole.tokens.mark(at), Some(',' | '.' | '!' | '-' | '…')) {
            at += 1;
        }
        if at >= whole.to || whole.word(at) != word {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Whether only politeness follows.
fn polite_end(whole: &Sentence<'_, '_>, from: usize) -> bool {
    (from..whole.to).all(|at| {
        whole.tokens.mark(at).is_some_and(|mark| mark != '?')
            || matches!(
                whole.word(at),
                "thanks" | "thank" | "you" | "please" | "then" | "ok" | "now"
            )
    })
}

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
fn again(whole: &Sentence<'_, '_>) -> Option<FollowUp> {
    let asked = (whole.from..whole.to).any(|at| whole.tokens.is_mark(at, '?'));
    let onward = whole.starts(&ONWARD).filter(|end| *end < whole.to);
    let body = match onward {
        Some(end) => whole.after(end),
        None if asked => *whole,
        None => return None,
    };
    let weak = onward.is_some_and(|_| {
        matches!(whole.word(whole.from), "for" | "now" | "ok" | "also" | "or" | "just" | "only")
    });
    let ahead = body.days(PLANS).ok()?;
    let back = body.days(SPENT).ok()?;
    let clocked = ahead.1.parts.clock.is_some() || ahead.1.parts.repeat.is_some();
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
    if nothing || weak && days.is_none() && spending.is_none() {
        return None;
    }
    if onward.is_none() && days.is_none() {
        return None;
    }
    Some(FollowUp::Again { days, past, spending, item })
}

/// Openings of a correction that may stand before anything.
#[rustfmt::skip]
const CORRECTING: [&str; 36] = [
    "no i meant", "no i mean", "no wait", "no sorry", "no actually", "sorry i meant", "sorry i mean",
    "oops i meant", "i meant", "i mean", "actually no", "actually make", "actually", "wait no",
    "wait", "hang on", "hold on", "oops", "sorry", "correction", "scratch that", "hmm", "hm", "oh",
    "nope", "nah", "no", "not quite", "my bad", "my mistake", "rather", "or rather", "better", "well", "ah", "um",
];

/// "no, make it 3pm", "actually friday", "it was 12.80", "an hour later", "friday instead".
fn corrected(whole: &Sentence<'_, '_>) -> Option<Reading> {
    let mut body = *whole;
    let mut led = false;
    loop {
        while matches!(body.tokens.mark(body.from), Some(',' | '.' | '!' | '-' | '–' | '…' | ':'))
            && body.from < body.to
        {
            body = body.after(body.from + 1);
        }
        let Some(end) = CORRECTING
            .iter()
            .find_map(|phrase| words_of(phrase, &body).filter(|end| *end < body.to))
        else {
            break;
        };
        // "no" and "actually" with nothing behind them are answers.
        body = body.after(end);
        led = true;
    }
    if body.is_empty() || body.is_question() && !led {
        return None;
    }
    if led
        && let Some(Outcome::Done(request)) = edits::explicit(&body).or_else(|| edits::read(&body))
    {
        return Some(Reading::Requests(vec![request]));
    }
    let body = without_old(&body);
    let cost = body.starts(&[
        "it was actually",
        "that was actually",
        "it was only",
        "that was",
        "it was",
        "it cost",
        "that cost",
        "it's",
        "its",
        "that's",
        "thats",
        "it should be",
        "that should be",
        "it should have been",
        "should be",
        "should have been",
        "it is",
        "i paid",
        "that should have been",
        "the amount was",
        "the amount is",
        "amount is",
        "amount was",
        "the price was",
        "the total was",
    ]);
    if let Some(end) = cost.filter(|end| *end < body.to) {
        return becoming(&body.after(end), Cue::Untitled, true);
    }
    let instead = body.tokens.is(body.last_word(), "instead");
    if led || instead {
        return becoming(&body, Cue::Untitled, false);
    }
    // "an hour later", "30 min earlier"
    let shift = becomes::shift(&becomes::inner(&body))?;
    Some(requests(vec![Change::Move(shift)]))
}

/// Without ", not 12" at the end, which names what it is not.
fn without_old<'s, 't>(body: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    body.find(&["not", "instead of", "rather than"])
        .filter(|(at, _)| *at > body.from)
        .map_or(*body, |(at, _)| body.until(at))
}

fn becoming(body: &Sentence<'_, '_>, cue: Cue, was: bool) -> Option<Reading> {
    let mut to = match becomes::changes(body, cue) {
        Ok(to) => to,
        Err(question @ (Question::NoSuchDate | Question::Disagree { .. })) => {
            return Some(Reading::Ask(question));
        }
        Err(_) => return None,
    };
    to.retain(|change| {
        !was || !matches!(change, Change::Location(_)) || body.starts(&["at"]).is_some()
    });
    if was {
        // What something was is what it cost, before it is when it was.
        to.sort_by_key(|change| !matches!(change, Change::Amount { .. }));
    }
    (!to.is_empty()).then(|| requests(to))
}

fn requests(to: Vec<Change>) -> Reading {
    Reading::Requests(vec![Request::Change { which: Which::last(), to }])
}
