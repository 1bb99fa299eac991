//! One time that is left out: "skip next tuesday's standup", "no yoga this week", "give gym a miss
//! on friday".

use super::read_afresh;
use crate::language::request::{
    Extent, Item, Outcome, PLANS, Request, Target, categories, edits, fresh, sentence::Sentence,
};

/// A name has so many words at most.
const SHORT: usize = 3;

/// Reads what is left out.
pub(super) fn skipped(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = missed(plain)?;
    read_afresh(plain, &body, |rest| request(&rest).map(Outcome::Done))
}

/// "skip …" of something that has a day.
pub(super) fn request(rest: &Sentence<'_, '_>) -> Option<Request> {
    let end = rest.starts(&["skip"])?;
    let body = rest.after(end);
    let text = format!("cancel {}", fresh::without(&body, &[]));
    read_afresh(rest, &text, |rest| {
        let outcome = edits::read(&rest)?;
        let Outcome::Done(Request::Delete { mut which }) = outcome else { return None };
        let several = which.days.first != which.days.last;
        which.all |= several;
        let named = matches!(which.target, Some(Target::Words(_)));
        // "no meetings on friday": all of a kind on its days, which is asked about first.
        let kind = which.target.is_none() && which.all && which.item == Item::Event;
        which.extent = Some(Extent::This);
        (named && which.item != Item::Expense || kind).then_some(Request::Delete { which })
    })
}

/// The same as a wish to skip it, where the words mean that.
fn missed(plain: &Sentence<'_, '_>) -> Option<String> {
    let of = |body: &Sentence<'_, '_>, cut: &[(usize, usize)]| {
        Some(format!("skip {}", fresh::without(body, cut)))
    };
    let dated = |body: &Sentence<'_, '_>| {
        let dates = body.scan(PLANS);
        let days = dates.iter().any(|found| found.parts.day.is_some());
        let timed = dates.iter().any(|f| f.parts.clock.is_some() || f.parts.length.is_some());
        let spans: Vec<_> = dates.iter().map(|found| (found.from, found.to)).collect();
        let named = !body.is_covered(&spans, &["on", "the", "for", "please"]);
        days && !timed && named && !plain.is_question()
    };
    if let Some(end) = plain.starts(&[
        "we're skipping",
        "we are skipping",
        "i'm skipping",
        "i am skipping",
        "i'll skip",
        "we'll skip",
        "i will skip",
        "skip",
    ]) {
        let body = plain.after(end);
        // "skip gym" is about the next time, in few words; "skip rope for 10 minutes" is not.
        let short = body.to - body.from <= SHORT && body.length().is_none();
        let next = short && body.scan(PLANS).is_empty() && body.tokens.is_word(body.from);
        return (dated(&body) || next && !plain.is_question()).then(|| of(&body, &[]))?;
    }
    if let Some(end) = plain.starts(&["give"])
        && let Some(cut) = plain.find(&["a miss"])
    {
        let body = plain.after(end);
        return dated(&body).then(|| of(&body, &[cut]))?;
    }
    let end = plain.starts(&[
        "there's no",
        "there is no",
        "theres no",
        "there won't be any",
        "there won't be a",
        "there won't be",
        "we have no",
        "no",
    ])?;
    let body = plain.after(end);
    // "no, the dentist tomorrow" corrects, "no milk this week" is for the shopping.
    let corrects =
        matches!(body.word(body.from), "the" | "my" | "it" | "that" | "more" | "need" | "one")
            || !body.tokens.is_word(body.from);
    let goods =
        matches!(categories::find(body.tokens, body.from, body.to), Some("Groceries" | "Food"));
    (!corrects && !goods && dated(&body)).then(|| of(&body, &[]))?
}
