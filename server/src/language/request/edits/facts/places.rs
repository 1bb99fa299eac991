//! Where something takes place now: "the standup is in room 5 now", "dinner's at Luigi's instead",
//! "move the interview to Zoom", "use room 5 for the standup".

use super::{
    changed, is_row,
    values::{contrasted, is_meeting_place, is_place, place},
};
use crate::language::request::{Change, Outcome, create, sentence::Sentence};

/// Reads another place.
pub(super) fn placed(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    stated(sentence)
        .or_else(|| moved(sentence))
        .or_else(|| used(sentence))
        .or_else(|| held(sentence))
}

fn located(row: &Sentence<'_, '_>, place: String) -> Option<Outcome> {
    (!place.is_empty()).then(|| changed(row, vec![Change::Location(place)]))?
}

/// Whether it is something that takes place, which people speak of as known.
fn is_known(row: &Sentence<'_, '_>) -> bool {
    create::names_event(row)
        && (row.starts(&["the", "my", "our"]).is_some()
            || (row.from..row.to).any(|at| row.word(at).ends_with("'s")))
}

/// "the standup is in room 5 now", "dinner takes place at Luigi's", "yoga moved to the park".
fn stated(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let copula = sentence.find(&[
        "is now going to be",
        "is going to be",
        "is happening",
        "is being held",
        "takes place",
        "will now be",
        "will be",
        "is now",
        "is",
        "are now",
        "are",
    ]);
    // "dinner's at Luigi's"
    let hung = || {
        (sentence.from..sentence.to.min(sentence.from + 7)).find_map(|at| {
            let next = sentence.word(at + 1);
            let place = matches!(next, "at" | "in" | "on" | "over" | "now");
            (place && sentence.word(at).ends_with("'s")).then_some((at + 1, at + 1))
        })
    };
    if let Some((at, end)) =
        copula.or_else(hung).filter(|(at, end)| *at > sentence.from && *end < sentence.to)
    {
        let row = sentence.until(at);
        let front = row.last_word();
        let now = row.word(front) == "now" && front > row.from;
        let row = if now { row.until(front) } else { row };
        let renewed = now || end > at && sentence.word(end - 1) == "now";
        let (new, fresh) = contrasted(&sentence.after(end));
        let new = new.starts(&["happening", "held"]).map_or(new, |end| new.after(end));
        let bare = new.starts(&["on", "over", "in", "via"]).map_or(new, |end| new.after(end));
        let sure = fresh || renewed || is_known(&row) || is_meeting_place(&bare);
        // "yoga is now online"
        if is_row(&row) && new.word(new.from) == "online" && new.only_marks(new.from + 1) {
            return located(&row, "online".to_owned());
        }
        if let Some(place) = place(&new).filter(|_| sure && is_row(&row)) {
            return located(&row, place);
        }
    }
    let (at, end) = sentence
        .find(&[
            "has been moved to",
            "has been switched to",
            "has been changed to",
            "was moved to",
            "got moved to",
            "been moved to",
            "has moved to",
            "is moving to",
            "moved to",
            "relocated to",
            "switched to",
            "got switched to",
            "changed to",
            "moving to",
        ])
        .filter(|(at, end)| *at > sentence.from && *end < sentence.to)?;
    let (new, _) = contrasted(&sentence.after(end));
    let row = sentence.until(at);
    let row = row.until(row.to - usize::from(row.word(row.last_word()) == "has"));
    (is_row(&row) && is_place(&new)).then(|| located(&row, new.title(&[])))?
}

/// "move the standup to room 5", "switch the interview over to Zoom".
fn moved(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb =
        sentence.starts(&["move", "switch", "change", "shift", "relocate", "take", "bring"])?;
    let body = sentence.after(verb);
    let at = (body.from + 1..body.to).rev().find(|at| body.word(*at) == "to")?;
    let (new, _) = contrasted(&body.after(at + 1));
    let over = usize::from(body.word(at - 1) == "over" && at > body.from + 1);
    let row = body.until(at - over);
    let event = sentence.word(sentence.from) == "relocate"
        || create::names_event(&row)
        || is_meeting_place(&new);
    (is_row(&row) && event && is_place(&new)).then(|| located(&row, new.title(&[])))?
}

/// "use Zoom for the interview"
fn used(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let body =
        sentence.after(sentence.starts(&["use", "let's use", "we'll use", "we're using"])?);
    let (at, end) = body.find(&["for"]).filter(|(at, _)| *at > body.from)?;
    let (place, row) = (body.until(at), body.after(end));
    (is_place(&place) && is_row(&row) && create::names_event(&row))
        .then(|| located(&row, place.title(&[])))?
}

/// "hold the standup in room 5", "put the interview on Zoom", "let's do dinner at Luigi's instead".
fn held(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let said = sentence.starts(&[
        "put",
        "make",
        "hold",
        "have",
        "do",
        "host",
        "run",
        "we're doing",
        "we're having",
        "let's do",
        "let's have",
        "let's hold",
    ]);
    // "yoga at the park instead" needs no verb.
    let (body, fresh) = contrasted(&sentence.after(said.unwrap_or(sentence.from)));
    if said.is_none() && (!fresh || create::is_commanded(&body)) {
        return None;
    }
    let (at, place) = (body.from + 1..body.to).find_map(|at| {
        matches!(body.word(at), "in" | "at" | "on" | "over" | "via")
            .then(|| place(&body.after(at)))
            .flatten()
            .map(|place| (at, place))
    })?;
    let row = body.until(at);
    let known = is_place(&body.after(at + 1)) && is_known(&row);
    let sure = known || fresh && (said.is_none() || create::names_event(&row));
    (sure && is_row(&row)).then(|| located(&row, place))?
}
