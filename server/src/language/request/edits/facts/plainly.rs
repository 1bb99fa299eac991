//! Short forms that can mean nothing else, whether or not there is a row of that name: "pilates to
//! friday please", "mop floor to p1", "extend the call to 5", "tag tesco housing".

use super::{is_row, values, values::contrasted};
use crate::language::{
    request::{
        Change, Item, Outcome, PLANS, categories, create,
        edits::{
            amend,
            becomes::{self, Cue},
            reschedule, rows,
        },
        sentence::Sentence,
    },
    resolve, vocabulary,
    when::Moment,
};

/// Such a form has no more words than this.
const LONGEST: usize = 16;

/// Reads such a form.
pub(super) fn plainly(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = becomes::inner(sentence);
    if body.to - body.from > LONGEST {
        return None;
    }
    pressing(&body)
        .or_else(|| extended(&body))
        .or_else(|| contrary(&body))
        .or_else(|| tagged(&body))
        .or_else(|| towards(&body))
}

fn changed(row: &Sentence<'_, '_>, item: Item, to: Change) -> Option<Outcome> {
    let which = rows::single(row, item).ok().filter(|_| is_row(row))?;
    Some(amend::change(which, vec![to]))
}

/// A few words that name something and ask for nothing: no verb stands first.
fn is_name(row: &Sentence<'_, '_>) -> bool {
    is_row(row) && row.to - row.from <= 5 && !create::is_imperative(row) && !row.dated_at_all()
}

/// "pilates to friday", "dentist to 4pm".
fn towards(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let at = (body.from + 1..body.to).find(|at| body.word(*at) == "to")?;
    let (row, new) = (body.until(at), body.after(at + 1));
    let dated = new.dated_from_hour(PLANS).ok()?;
    let whole = new.is_covered(&dated.used, &["at", "on"]);
    // "from 2 to 3", "flight to may", "ride to 5 ways": a day of the week or a clock time.
    let certain = dated.parts.clock.is_some() || dated.parts.day.is_some();
    let ranged = row.tokens.number(at.wrapping_sub(1)).is_some() || row.has(&["from"])
        || vocabulary::weekday(row.word(row.last_word())).is_some()
        // "standup moves to 9am"
        || row.tokens.any(row.last_word(), &["moves", "moved", "goes", "shifts", "changes"]);
    (whole && certain && !ranged && is_name(&row)).then(|| reschedule::towards(body))?
}

/// "mop floor to p1", "mop floor is p2": a level by its letter and number.
fn pressing(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let (at, end) =
        body.find(&["should be", "is now", "is", "to"]).filter(|(at, _)| *at > body.from)?;
    let new = body.after(end);
    let (priority, (from, to)) = new.priority()?;
    let lettered = new.tokens.is(from, "p") && to == from + 2;
    let whole = lettered && new.is_covered(&[(from, to)], &["a", "now"]);
    whole.then(|| changed(&body.until(at), Item::Task, Change::Priority(priority)))?
}

/// "extend the call to 5", "extend the essay until friday".
fn extended(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let rest = body.after(body.starts(&["extend", "prolong", "stretch"])?);
    let (at, end) = rest
        .find(&["to", "until", "till", "so it ends at"])
        .filter(|(at, end)| *at > rest.from && *end < rest.to)?;
    let new = rest.after(end);
    let dated = new.dated_from_hour(PLANS).ok()?;
    if !new.is_covered(&dated.used, &["the", "at", "on"]) {
        return None;
    }
    let row = rest.until(at);
    match dated.resolved.as_ref()?.start {
        Moment::At(time) if dated.parts.day.is_none() && dated.parts.instant.is_none() => {
            changed(&row, Item::Event, Change::Ends(resolve::wall_time(&time)))
        }
        Moment::At(_) | Moment::Day(_) => changed(&row, Item::Either, becomes::settled(&dated)?),
    }
}

/// "make pilates 4 instead of 3".
fn contrary(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let rest = body.after(body.starts(&["make", "change", "switch"])?);
    let (new, contrasts) = contrasted(&rest);
    if !contrasts {
        return None;
    }
    // What is new stands last, in front of what is no longer.
    let from = (new.from + 1..new.to).find(|from| {
        let words = new.after(*from);
        becomes::changes(&words, Cue::Untitled).is_ok_and(|to| !to.is_empty())
            && words.dated_from_hour(PLANS).is_ok_and(|dated| dated.resolved.is_some())
    })?;
    let to = becomes::changes(&new.after(from), Cue::Untitled).ok()?;
    let row = new.until(from);
    let which = rows::single(&row, Item::Event).ok().filter(|_| is_row(&row))?;
    Some(amend::change(which, to))
}

/// "tag tesco housing", "tesco under housing".
fn tagged(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let last = body.last_word();
    let own = categories::own(body.word(last))?.to_owned();
    let verb = body.starts(&["tag", "categorise", "categorize", "label"]);
    let under = last > body.from && body.word(last - 1) == "under";
    let row = match verb {
        Some(end) => body.after(end).until(last),
        None if under && is_name(&body.until(last - 1)) => body.until(last - 1),
        None => return None,
    };
    changed(&row, Item::Expense, Change::Category(own))
}

/// What is said to end at a clock time.
#[rustfmt::skip]
const ENDING: [&str; 16] = [
    "needs to end at", "should end at", "should finish at", "will end at", "will finish at",
    "is going to end at", "now ends at", "now finishes at", "ends at", "finishes at", "to end at",
    "to finish at", "end at", "finish at", "goes on until", "goes until",
];

/// "the standup ends at 5", "make the call end at 11".
pub(super) fn ending(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let anew = sentence.tokens.any(sentence.last_word(), &["now", "instead"]);
    let body = becomes::inner(sentence);
    if body.to - body.from > LONGEST {
        return None;
    }
    let (at, end) = body.find(&ENDING).filter(|(at, end)| *at > body.from && *end < body.to)?;
    let verb = body.starts(&["make", "have", "let"]);
    let row = body.until(at).after(verb.unwrap_or(body.from));
    let defined = row.starts(&["the", "my", "our"]).is_some();
    let named = row.known(row.from) == Some(row.to);
    let new = body.after(end);
    let dated = new.dated_from_hour(PLANS).ok()?;
    let clock = dated.parts.day.is_none() && new.is_covered(&dated.used, &[]);
    let Moment::At(time) = dated.resolved.as_ref()?.start else { return None };
    (clock && (verb.is_some() || defined || named || anew))
        .then(|| changed(&row, Item::Event, Change::Ends(resolve::wall_time(&time))))?
}

/// "move pilates to the library".
pub(super) fn carried(body: &Sentence<'_, '_>) -> Option<Outcome> {
    if body.to - body.from > LONGEST {
        return None;
    }
    let rest = body.after(body.starts(&["move", "relocate", "shift", "switch"])?);
    let at = (rest.from + 1..rest.to).rev().find(|at| rest.word(*at) == "to")?;
    let new = rest.after(at + 1);
    (values::is_place(&new) && !new.has(&["list"]))
        .then(|| changed(&rest.until(at), Item::Event, Change::Location(new.title(&[]))))?
}

#[cfg(test)]
mod tests {
    use crate::language::request::examples::check;

    #[test]
    fn short_forms() {
        check(&[
            ("pilates to friday please", &["event pilates -> Fri 15 May"]),
            ("mop floor to p1", &["task mop floor -> Priority(High)"]),
            ("mop floor is p2", &["task mop floor -> Priority(Medium)"]),
            ("extend the call to 5", &["event call -> until 17:00:00"]),
            ("the standup ends at 11", &["event standup -> until 11:00:00"]),
            ("extend the essay until friday", &["either essay -> Fri 15 May"]),
            ("make pilates 4 instead of 3", &["event pilates -> 16:00:00"]),
            ("tag tesco housing", &["expense tesco -> #Housing"]),
            ("move pilates to the library", &["event pilates -> @ the library"]),
        ]);
    }

    #[test]
    fn several_changes_of_one_row() {
        check(&[
            (
                "move the standup to 10 and call it daily sync",
                &["either standup -> 10:00:00 and \"daily sync\""],
            ),
            (
                "move the report to friday and make it urgent",
                &["task report -> Fri 15 May and Priority(High)"],
            ),
            (
                "move the call to friday at 3 in room 5",
                &["event call -> Fri 15 May, 15:00 and @ room 5"],
            ),
        ]);
    }
}
