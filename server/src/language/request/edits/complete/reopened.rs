//! Opening again what was ticked off: "reopen the report", "mark milk as not done".

use crate::language::request::{
    Item, Outcome, Request, Target, Which, edits::rows, sentence::Sentence,
};

const VERBS: [&str; 30] = [
    "i actually haven't done",
    "i actually haven't finished",
    "i didn't actually finish",
    "i didn't actually do",
    "actually i haven't done",
    "i've not done",
    "un-complete",
    "un-mark",
    "didn't finish",
    "haven't finished",
    "i didn't finish",
    "i haven't finished",
    "i never did",
    "i never finished",
    "i still haven't done",
    "i still haven't finished",
    "still haven't done",
    "haven't done",
    "didn't do",
    "reopen",
    "re-open",
    "untick",
    "uncheck",
    "unmark",
    "uncomplete",
    "un-tick",
    "un-check",
    "uncross",
    "i haven't done",
    "i didn't do",
];

/// Said of a task behind "mark … as".
const OPEN: [&str; 13] = [
    "as not done",
    "not done",
    "as undone",
    "as incomplete",
    "as not complete",
    "as not completed",
    "as unfinished",
    "as not finished",
    "as open",
    "as pending",
    "as to do",
    "undone",
    "incomplete",
];

/// Said behind a task's name.
const NOT_YET: [&str; 23] = [
    "not done after all",
    "not finished after all",
    "isn't done",
    "isn't complete",
    "is not complete",
    "wasn't finished",
    "was not finished",
    "was not done",
    "wasn't actually done",
    "isn't actually done",
    "is still open",
    "is still to do",
    "still needs doing",
    "needs doing again",
    "needs to be done again",
    "not done yet",
    "not finished yet",
    "is not done",
    "wasn't done",
    "isn't finished",
    "is not finished",
    "aren't done",
    "are not done",
];

/// Reads a wish to open tasks again.
pub(super) fn reopened(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if sentence.is_question() {
        return None;
    }
    if let Some(end) = sentence.starts(&VERBS) {
        return open(&sentence.after(end));
    }
    if let Some(end) = sentence.starts(&["mark", "set", "flag"]) {
        let body = sentence.after(end);
        let (at, behind) = body.find(&OPEN).filter(|(at, _)| *at > body.from)?;
        let behind = body.after(behind);
        let rest = behind.starts(&["yet", "again", "anymore", "please", "after all"]);
        return rest.unwrap_or(behind.from).eq(&behind.to).then(|| open(&body.until(at)))?;
    }
    // "put the report back on my list"
    if let Some(end) = sentence.starts(&["put", "add"])
        && let Some((at, behind)) = sentence.find(&[
            "back on my list",
            "back on the list",
            "back on my to-do list",
            "back on my todo list",
            "back on my to do list",
        ])
        && at > end
        && sentence.only_marks(behind)
    {
        return open(&sentence.after(end).until(at));
    }
    // "the report's not done"
    let hung = || {
        (sentence.from + 1..sentence.to).find_map(|at| {
            let owner = sentence.word(at - 1).ends_with("'s");
            let end = sentence.starts_at(at, &["not done", "not finished", "not complete"])?;
            owner.then_some((at, end))
        })
    };
    let (at, end) = sentence.find(&NOT_YET).or_else(hung).filter(|(at, _)| *at > sentence.from)?;
    let rest = sentence.after(end);
    let end = rest.starts(&["yet", "after all", "actually"]).unwrap_or(rest.from);
    rest.only_marks(end).then(|| open(&sentence.until(at)))?
}

fn open(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = body.until(
        (body.from..body.to)
            .rev()
            .find(|at| body.tokens.is_word(*at) && !matches!(body.word(*at), "yet" | "again"))?
            + 1,
    );
    let which = match rows::bulk(&body) {
        Some(bulk) => bulk,
        None => rows::single(&body, Item::Task),
    };
    Some(which.map_or_else(Outcome::Ask, |mut which| {
        // "the report's not done"
        if let Some(Target::Words(name)) = &mut which.target {
            *name = name.trim_end_matches("'s").to_owned();
        }
        let which = Which { item: Item::Task, ..which };
        Outcome::Done(Request::Complete { which, done: false })
    }))
}
