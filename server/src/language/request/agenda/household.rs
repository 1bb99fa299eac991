//! "what do the kids have on wednesday", "what shifts have i got next week": all that is planned
//! then, whoever it is for and whatever it is called. Rows do not say whose they are.

use super::{days_of, hours};
use crate::language::request::{Days, Outcome, Request, sentence::Sentence};

/// Verbs of such a question, in front of the one it is about.
const VERBS: [&str; 8] = ["do", "does", "have", "has", "are", "is", "did", "will"];

/// What ends it.
#[rustfmt::skip]
const ENDS: [&str; 18] = [
    "have", "got", "doing", "up to", "have got", "have planned", "got planned", "have scheduled",
    "have coming up", "got coming up", "got going on", "have going on", "be doing", "planned",
    "got on", "have on", "on", "scheduled",
];

/// Names of what takes place, of which a person has many.
#[rustfmt::skip]
const KINDS: [&str; 24] = [
    "shifts", "classes", "lessons", "lectures", "meetings", "appointments", "events", "calls",
    "sessions", "practices", "games", "matches", "rehearsals", "interviews", "activities", "plans",
    "seminars", "trainings", "visits", "bookings", "exams", "tests", "clubs", "things",
];

/// Reads such a question.
pub(super) fn household(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let opened = sentence.starts(&["what", "what's", "which"])?;
    let (days, used) = days_of(sentence).ok()?;
    let first = used.iter().map(|span| span.0).min().unwrap_or(sentence.to);
    let body = sentence.after(opened).until(first);
    (days != Days::default() && (of_somebody(sentence, &body) || of_kind(&body))).then(|| {
        let hours = hours::said(sentence);
        Outcome::Done(Request::ListEvents { days, hours, words: None, next: false })
    })
}

/// Whether nothing but such an end stands from a place on.
fn ends(body: &Sentence<'_, '_>, at: usize) -> bool {
    let rest = body.after(at);
    ENDS.iter().any(|end| {
        rest.exactly(rest.from, end).is_some_and(|end| {
            let behind = rest.after(end);
            let end = behind.starts(&["on", "for", "at", "in", "this", "planned"]).unwrap_or(end);
            rest.only_marks(end)
        })
    })
}

/// "(what) do the kids have", "(what's) Leo got on".
fn of_somebody(sentence: &Sentence<'_, '_>, body: &Sentence<'_, '_>) -> bool {
    let verb = if sentence.word(sentence.from) == "what's" {
        Some(body.from)
    } else {
        body.starts(&VERBS)
    };
    let Some(who) = verb else { return false };
    let person = |from: usize, to: usize| {
        let named =
            body.tokens.get(from).is_some_and(|token| token.text.starts_with(char::is_uppercase));
        named
            || matches!(
                body.word(to - 1),
                "kids"
                    | "children"
                    | "boys"
                    | "girls"
                    | "twins"
                    | "family"
                    | "husband"
                    | "wife"
                    | "partner"
                    | "son"
                    | "daughter"
                    | "team"
                    | "mum"
                    | "mom"
                    | "dad"
                    | "everyone"
                    | "everybody"
                    | "baby"
                    | "toddler"
                    | "teens"
            )
    };
    (who + 1..body.to.min(who + 4)).any(|to| ends(body, to) && person(who, to))
}

/// "(what) shifts have i got", "(which) meetings are there".
fn of_kind(body: &Sentence<'_, '_>) -> bool {
    if !KINDS.contains(&body.word(body.from)) {
        return false;
    }
    let rest = body.after(body.from + 1);
    rest.starts(&[
        "do i have",
        "do we have",
        "have i got",
        "have we got",
        "am i on",
        "am i doing",
        "are there",
        "have i",
        "are on",
        "are scheduled",
        "are planned",
        "are coming up",
        "do the kids have",
        "have the kids got",
    ])
    .is_some()
}

#[cfg(test)]
mod tests {
    use crate::language::request::{Reading, Request, examples::written_reference, read};

    #[test]
    fn all_of_a_day_is_shown() {
        for text in [
            "what do the kids have on wednesday",
            "what has Leo got on this week",
            "what are the girls doing on saturday",
            "what shifts have i got next week",
            "which classes do i have tomorrow",
        ] {
            let reading = read(text, &written_reference());
            let Reading::Requests(requests) = &reading else { panic!("{text}: {reading:?}") };
            assert!(matches!(requests[..], [Request::ListEvents { words: None, .. }]), "{text}");
        }
    }
}
