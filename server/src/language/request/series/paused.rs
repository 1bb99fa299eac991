//! Something that pauses: "pause yoga until january", "put the standup on hold this week".

use super::{cues, read_afresh, skipped};
use crate::language::request::{
    Days, Extent, Outcome, Request, Target, edits, fresh, sentence::Sentence,
};

/// Reads what pauses: all its occurrences in the days that are said are left out.
pub(super) fn paused(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    if plain.is_question() {
        return None;
    }
    let (body, hold) = opening(plain)?;
    let cut: Vec<(usize, usize)> = hold.into_iter().collect();
    let Some((at, end)) = body.find(&["until", "till", "til"]) else {
        let text = format!("skip {}", fresh::without(&body, &cut));
        return read_afresh(plain, &text, |rest| skipped::request(&rest).map(Outcome::Done));
    };
    let said = cues::day(&body, end).or_else(|| cues::month(&body, end))?;
    let last = said.first.pred_opt().filter(|last| *last >= body.today())?;
    if !body.only_marks(said.to) {
        return None;
    }
    let text = format!("cancel {}", fresh::without(&body.until(at), &cut));
    read_afresh(plain, &text, |rest| {
        let Outcome::Done(Request::Delete { mut which }) = edits::read(&rest)? else { return None };
        which.days = Days { first: Some(rest.today()), last: Some(last) };
        which.all = true;
        which.extent = Some(Extent::This);
        let named = matches!(which.target, Some(Target::Words(_)));
        named.then_some(Outcome::Done(Request::Delete { which }))
    })
}

/// What is said to pause and when, and the words in between that only say that it does.
fn opening<'s, 't>(plain: &Sentence<'s, 't>) -> Option<(Sentence<'s, 't>, Option<(usize, usize)>)> {
    if let Some(end) = plain.starts(&["pause", "suspend", "take a break from", "i'm pausing"]) {
        return Some((plain.after(end), None));
    }
    let body = plain.after(plain.starts(&["put"])?);
    let hold = body.find(&["on hold", "on pause", "on ice"])?;
    Some((body, Some(hold)))
}
