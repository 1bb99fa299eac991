//! The end of a series: "end the standup on 18 december", "yoga ends on friday", "stop the book
//! club after january", "yoga shouldn't repeat any more".

use crate::language::request::{
    Change, Days, Extent, Item, Outcome, PLANS, Request, Which, edits::rows, sentence::Sentence,
};

/// Reads the end of a series.
pub(super) fn ends(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    no_longer(plain).or_else(|| told_to(plain)).or_else(|| told(plain))
}

/// "end the standup series on 18 december", "let the standup end on friday".
fn told_to(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = plain.starts(&["end", "stop", "let", "have"])?;
    let body = plain.after(end);
    let lets = matches!(plain.word(plain.from), "let" | "have");
    let body_end = if lets { body.find(&["end", "stop"])?.0 } else { body.to };
    let old = last_day(&body).map(|(at, _)| body.until(at.min(body_end)))?;
    // "stop smoking after january" is nothing on a calendar.
    let deed = old.word(old.from).ends_with("ing");
    if deed && !old.has(&["series"]) {
        return None;
    }
    outcome(&old, &body)
}

/// "yoga ends on 11 december", "the standup runs until friday".
fn told(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    if plain.is_question() {
        return None;
    }
    let (at, end) = plain.find(&[
        "ends",
        "will end",
        "stops",
        "should end",
        "should stop",
        "runs until",
        "goes on until",
        "continues until",
        "repeats until",
        "runs till",
        "is over",
    ])?;
    let until = plain.tokens.any(end - 1, &["until", "till"]);
    // The word before the day belongs to it: "until friday", "on friday".
    let body = plain.after(end - usize::from(until));
    let (joint, _) = last_day(&body)?;
    (at > plain.from && joint == body.from).then(|| outcome(&plain.until(at), &body))?
}

/// The joint before a day that ends the sentence, and the last day said.
fn last_day(body: &Sentence<'_, '_>) -> Option<(usize, chrono::NaiveDate)> {
    let at = (body.from..body.to)
        .rev()
        .find(|at| matches!(body.word(*at), "on" | "after" | "in" | "until" | "till" | "with"))?;
    let said = body.after(at + 1);
    let (days, dated) = said.days(PLANS).ok()?;
    let day = dated.parts.day.is_some() && dated.parts.clock.is_none();
    let whole = said.is_covered(&dated.used, &["the", "on", "of", "end"]);
    (day && whole).then_some((at, days.last.or(days.first)?))
}

/// All that follows the last day goes.
fn outcome(old: &Sentence<'_, '_>, body: &Sentence<'_, '_>) -> Option<Outcome> {
    let (_, last) = last_day(body)?;
    let old = old.find(&["series"]).map_or(*old, |(at, _)| old.until(at));
    let which = rows::single(&old, Item::Event).ok().filter(|which| which.target.is_some())?;
    let days = Days { first: last.succ_opt(), last: None };
    let which = Which { extent: Some(Extent::Following), guessed: true, days, ..which };
    (last >= body.today()).then_some(Outcome::Done(Request::Delete { which }))
}

/// "yoga shouldn't repeat anymore", "make yoga stop repeating", "take the repeat off yoga".
fn no_longer(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let old = if let Some((at, end)) = plain.find(&[
        "shouldn't repeat",
        "shouldnt repeat",
        "should not repeat",
        "should no longer repeat",
        "no longer repeats",
        "doesn't repeat",
        "doesnt repeat",
        "won't repeat",
        "wont repeat",
        "should stop repeating",
        "doesn't need to repeat",
    ]) {
        let rest = plain.after(end);
        let rest = rest.starts(&["anymore", "any more", "any longer", "now"]).unwrap_or(end);
        (at > plain.from && plain.only_marks(rest)).then(|| plain.until(at))?
    } else if let Some(end) = plain.starts(&["make", "let", "have"]) {
        let (at, behind) = plain.find(&["stop repeating", "not repeat", "no longer repeat"])?;
        (at > end && plain.only_marks(behind)).then(|| plain.after(end).until(at))?
    } else {
        let end =
            plain.starts(&["stop repeating", "don't repeat", "dont repeat", "do not repeat"])?;
        let body = plain.after(end);
        let tail = body.find(&["anymore", "any more", "any longer"]);
        tail.map(|(at, _)| body.until(at))?
    };
    let which = rows::single(&old, Item::Either).ok()?;
    Some(Outcome::Done(Request::Change { which, to: vec![Change::Repeat(None)] }))
}
