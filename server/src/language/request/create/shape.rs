//! What a sentence without an opening makes: a verb phrase is a task, a name with a day or time an
//! event.

use super::{Aim, Candidate, Evidence, event, is_imperative, possession, task};
use crate::language::request::{
    Outcome, PLANS, Question, Request, phrases,
    sentence::{Dated, Sentence},
    talk,
};
use crate::language::{resolve::Resolved, when::Moment};

/// The candidate that the shape alone makes.
pub(super) fn proposed(plain: &Sentence<'_, '_>, head: &Sentence<'_, '_>) -> Option<Candidate> {
    let dated = match plain.dated(PLANS) {
        Ok(dated) => dated,
        Err(_) if plain.is_question() => return None,
        Err(asked) => return Some(Candidate::new(Aim::Event, Outcome::Ask(asked), &[])),
    };
    if is_imperative(plain) && lasts(&dated) {
        let verb = head.starts(&["book", "add", "create", "make"]).map(|end| (head.from, end));
        let made = event(plain, &verb.into_iter().collect::<Vec<_>>());
        return Some(Candidate::new(Aim::Event, made, &[Evidence::Verb]));
    }
    if is_imperative(plain) {
        let made = match head.starts(&["add", "create", "make"]) {
            Some(end) => added(plain, (head.from, end), &dated),
            None => task(plain, &[]),
        };
        return Some(Candidate::new(aim(&made), made, &[Evidence::Verb]));
    }
    let made = named(plain, head, &dated);
    Some(Candidate::new(aim(&made), made, &[Evidence::Named]))
}

/// Whether a clock time with an end is said: "book study group 4 to 5:30pm" takes that time.
fn lasts(dated: &Dated) -> bool {
    let ends = |resolved: &Resolved| {
        matches!((resolved.start, resolved.end), (Moment::At(_), Some(Moment::At(_))))
    };
    dated.resolved.as_ref().is_some_and(ends) && !dated.parts.deadline && !dated.parts.until
}

fn aim(made: &Outcome) -> Aim {
    match made {
        Outcome::Done(Request::CreateTask { .. }) => Aim::Task,
        _ => Aim::Event,
    }
}

/// A sentence without a verb: with a day or time it is an event.
fn named(plain: &Sentence<'_, '_>, head: &Sentence<'_, '_>, dated: &Dated) -> Outcome {
    let priority = plain.priority();
    let question = plain.asks();
    let Some(resolved) = dated.resolved.as_ref().filter(|_| !question) else {
        let thing = phrases::EVENT_NOUNS.iter().any(|noun| plain.has(&[noun]));
        if thing && !question && priority.is_none() && !talk::is_statement(plain) {
            return Outcome::Ask(Question::What);
        }
        if priority.is_some() && !question && !talk::is_statement(plain) {
            return task(plain, &[]);
        }
        return Outcome::Nothing;
    };
    if talk::is_statement(plain) {
        return Outcome::Nothing;
    }
    let said = possession(head);
    let mut cut = dated.used.clone();
    cut.extend(said);
    cut.extend(priority.map(|(_, span)| span));
    let title = plain.title(&cut);
    if says_of_the_day(&title) {
        return Outcome::Nothing;
    }
    if title.is_empty() {
        return Outcome::Ask(Question::OnlyATime(resolved.start));
    }
    if plain.to > plain.from && plain.tokens.is_mark(plain.to - 1, '?') {
        return Outcome::Ask(Question::Unclear);
    }
    if ((dated.parts.deadline || dated.parts.due)
        && !dated.parts.until
        && dated.parts.end_clock.is_none())
        || priority.is_some()
    {
        return task(plain, &[]);
    }
    event(plain, &said.into_iter().collect::<Vec<_>>())
}

/// "add X" without a list or a calendar: a verb phrase or a thing is a task, a dated name an event.
fn added(plain: &Sentence<'_, '_>, verb: (usize, usize), dated: &Dated) -> Outcome {
    let body = plain.after(verb.1);
    let noun = body
        .word(body.from + usize::from(matches!(body.word(body.from), "a" | "an" | "the" | "my")));
    if is_imperative(&body) || dated.resolved.is_none() && !phrases::EVENT_NOUNS.contains(&noun) {
        return if matches!(plain.word(verb.0), "make" | "create") && !is_imperative(&body) {
            task(plain, &[])
        } else {
            task(plain, &[verb])
        };
    }
    if dated.resolved.is_none()
        || matches!(plain.word(verb.0), "make") && !phrases::EVENT_NOUNS.contains(&noun)
    {
        return if phrases::EVENT_NOUNS.contains(&noun) {
            Outcome::Ask(Question::What)
        } else {
            task(plain, &[])
        };
    }
    event(plain, &[verb])
}

/// "(mondays) are the worst", "merry (christmas)": said of the day, and no name of anything on it.
fn says_of_the_day(title: &str) -> bool {
    const SAID: [&str; 24] = [
        "are", "is", "isn't", "aren't", "was", "were", "seems", "feels", "looks", "suck", "sucks",
        "rock", "rule", "can't", "cannot", "couldn't", "never", "always", "merry", "happy",
        "frohe", "belated", "blessed", "joyous",
    ];
    let words = title.to_lowercase();
    let wish = ["good luck", "have a ", "safe travels", "get well", "congrat", "enjoy "];
    words.split_whitespace().next().is_some_and(|first| SAID.contains(&first))
        || wish.iter().any(|opening| words.starts_with(opening))
}
