//! Another time, told in words of its own: "the meeting needs to move to 4", "they've moved the
//! dentist to wednesday", "no wait, the dentist is at 3", "can the call be at 4 instead".

use super::{changed, is_row, values::contrasted};
use crate::language::request::{
    Change, Outcome, PLANS, create,
    edits::{becomes, reschedule},
    sentence::Sentence,
};

/// Reads another time.
pub(super) fn moved(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    by_others(sentence).or_else(|| needs(sentence)).or_else(|| wished(sentence))
}

/// The move that the words say, and nothing else.
fn settled(new: &Sentence<'_, '_>) -> Option<Change> {
    let (new, _) = contrasted(new);
    let dated = new.dated_from_hour(PLANS).ok()?;
    let whole = new.is_covered(&dated.used, &["at", "on", "the", "to", "for", "in", "now", "be"]);
    let to = becomes::settled(&dated).filter(|_| whole)?;
    matches!(to, Change::Move(_) | Change::Repeat(_)).then_some(to)
}

/// Whether a row is spoken of as known.
fn is_known(row: &Sentence<'_, '_>) -> bool {
    row.starts(&["the", "my", "our"]).is_some() && is_row(row) && row.to - row.from > 1
}

/// "they've moved my dentist appointment to wednesday"
fn by_others(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let who = sentence.starts(&[
        "they've",
        "they have",
        "they had to",
        "they",
        "we've",
        "we have",
        "we had to",
        "we",
        "i've",
        "i had to",
        "i",
        "she's",
        "she",
        "he's",
        "he",
    ])?;
    let verb = sentence.after(who);
    let end = verb.starts(&[
        "moved",
        "pushed",
        "rescheduled",
        "changed",
        "shifted",
        "switched",
        "postponed",
        "bumped",
        "move",
        "push",
        "reschedule",
        "delayed",
    ])?;
    let body = verb.after(end);
    if !is_known(&body.until(body.from + 2)) {
        return None;
    }
    let body = body.find(&["back to", "forward to", "over to"]).map_or(body, |_| body);
    reschedule::towards(&body)
}

/// "the meeting needs to move to 4", "yoga should start at 7", "the dentist needs moving to friday".
fn needs(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) = sentence
        .find(&[
            "needs to be moved to",
            "has to be moved to",
            "should be moved to",
            "needs to move to",
            "has to move to",
            "should move to",
            "needs moving to",
            "needs pushing to",
            "needs to start at",
            "should start at",
            "has to start at",
            "will start at",
            "needs to be rescheduled to",
            "needs to be rescheduled for",
            "needs rescheduling to",
            "needs rescheduling for",
            "had to move to",
            "had to be moved to",
            "is moving to",
            "has been pushed to",
            "got pushed to",
            "has slipped to",
            "slipped to",
        ])
        .filter(|(at, _)| *at > sentence.from)?;
    let row = sentence.until(at);
    let task = create::is_imperative(&row) && row.starts(&["the", "my", "our"]).is_none();
    (is_row(&row) && !task).then(|| changed(&row, vec![settled(&sentence.after(end))?]))?
}

/// "can the call be at 4 instead", "i'd rather have the call on friday", "make the call friday".
fn wished(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let opened = sentence.starts(&[
        "can",
        "could",
        "i'd rather have",
        "i'd rather do",
        "i'd prefer",
        "i want",
        "i need",
        "have",
        "let's have",
        "we're having",
        "make",
        "do",
        "set",
    ])?;
    let asked = matches!(sentence.word(sentence.from), "can" | "could");
    let rather = sentence.word(sentence.from + 1) == "rather" || sentence.has(&["i'd prefer"]);
    let body = sentence.after(opened);
    let (inner, fresh) = contrasted(&body);
    let first = inner.scan(PLANS).iter().map(|found| found.from).min();
    let hour = || {
        (inner.from + 1..inner.to).find(|at| {
            matches!(inner.word(*at), "at" | "to") && inner.tokens.number(at + 1).is_some()
        })
    };
    let first = first.or_else(hour)?;
    let links = (inner.from..first)
        .rev()
        .take_while(|at| matches!(inner.word(*at), "be" | "at" | "on" | "to" | "for"))
        .count();
    let be = (first - links..first).any(|at| inner.word(at) == "be");
    let row = inner.until(first - links);
    let made = sentence.word(sentence.from) == "make" && links == 0;
    let put = sentence.word(sentence.from) == "set"
        && (first - links..first).any(|at| inner.word(at) == "to");
    let sure =
        asked && be || rather || (made || put) && create::names_event(&row) || fresh && !asked;
    (sure && is_known(&row)).then(|| changed(&row, vec![settled(&inner.after(first - links))?]))?
}

/// Words with which people take back what they said.
const CORRECTING: [&str; 13] = [
    "actually",
    "no wait",
    "oh wait",
    "wait no",
    "wait",
    "no",
    "sorry",
    "oops",
    "correction",
    "my mistake",
    "hang on",
    "whoops",
    "my bad",
];

/// "no wait, the dentist is at 3", "sorry the call's on friday": said behind such words, a known row
/// has another time. `sentence` is the whole, since they count as politeness elsewhere.
pub(super) fn taken_back(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&CORRECTING)?;
    let body = becomes::inner(&sentence.after(end));
    let body = body.starts(&CORRECTING).map_or(body, |end| becomes::inner(&body.after(end)));
    let (at, behind) = body
        .find(&["is", "starts", "will be"])
        .or_else(|| {
            (body.from..body.to.min(body.from + 6))
                .find(|at| {
                    body.word(*at).ends_with("'s") && matches!(body.word(at + 1), "at" | "on")
                })
                .map(|at| (at + 1, at + 1))
        })
        .filter(|(at, _)| *at > body.from)?;
    let row = body.until(at);
    (is_known(&row) && !sentence.is_question())
        .then(|| changed(&row, vec![settled(&body.after(behind))?]))?
}
