//! A field by its name, wherever it stands: "the venue for dinner is Luigi's", "put Zoom as the
//! place for the interview", "dinner location: Luigi's", "set the meeting's length to an hour".

use super::{changed, is_row, values::contrasted};
use crate::language::{
    offsets,
    request::{
        Change, Item, Outcome, Request,
        edits::{
            amend::category_named,
            becomes::{self, Cue},
        },
        sentence::Sentence,
    },
    resolve,
};

/// What a row has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Title,
    Place,
    Length,
    Amount,
    Category,
    Priority,
    When,
}

/// The names of fields. Longer ones stand before their beginnings.
#[rustfmt::skip]
const FIELDS: [(&str, Field); 27] = [
    ("title", Field::Title), ("name", Field::Title),
    ("location", Field::Place), ("place", Field::Place), ("venue", Field::Place),
    ("address", Field::Place), ("meeting point", Field::Place),
    ("length", Field::Length), ("duration", Field::Length),
    ("amount", Field::Amount), ("price", Field::Amount), ("cost", Field::Amount),
    ("total", Field::Amount),
    ("category", Field::Category),
    ("priority level", Field::Priority), ("priority", Field::Priority),
    ("due date", Field::When), ("start date", Field::When), ("start time", Field::When),
    ("starting time", Field::When), ("deadline", Field::When), ("date", Field::When),
    ("day", Field::When), ("time", Field::When), ("start", Field::When), ("hour", Field::When),
    ("slot", Field::When),
];

/// Verbs that change a field.
const CHANGING: [&str; 10] =
    ["change", "set", "update", "edit", "fix", "correct", "make", "switch", "modify", "amend"];

/// Verbs that fill a field.
const FILLING: [&str; 10] =
    ["put down", "put", "set", "add", "use", "have", "enter", "list", "note down", "note"];

/// What stands between a field and its value in a statement.
const STATING: [&str; 20] = [
    "should have been",
    "should've been",
    "should now be",
    "should be",
    "should say",
    "should read",
    "needs to be",
    "has to be",
    "is going to be",
    "will be",
    "will now be",
    "has been changed to",
    "has changed to",
    "got changed to",
    "was changed to",
    "changed to",
    "moved to",
    "is",
    "was",
    "becomes",
];

/// Reads a change of a field that is named.
pub(super) fn fielded(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let to = sentence.to.min(sentence.from + 14);
    (sentence.from..to).find_map(|at| {
        let (end, field) = FIELDS
            .iter()
            .find_map(|(name, field)| sentence.exactly(at, name).map(|end| (end, *field)))?;
        let (left, right) = (sentence.until(at), sentence.after(end));
        let mut read = filled(&left, &right, field)
            .or_else(|| of_row(&left, &right, field))
            .or_else(|| owned(&left, &right, field))
            .or_else(|| behind_row(&left, &right, field))?;
        // Only a task has one.
        if let Outcome::Done(Request::Change { which, .. }) = &mut read
            && sentence.after(at).starts(&["deadline", "due date"]).is_some()
        {
            which.item = Item::Task;
        }
        Some(read)
    })
}

/// The words in front of a field, without its article and "new".
fn bare<'s, 't>(left: &Sentence<'s, 't>) -> Sentence<'s, 't> {
    let mut to = left.to;
    while to > left.from && matches!(left.word(to - 1), "the" | "its" | "a" | "an" | "new") {
        to -= 1;
    }
    left.until(to)
}

/// "put Zoom (as the) place for the interview", "add a (location) to dinner: Luigi's".
fn filled(left: &Sentence<'_, '_>, right: &Sentence<'_, '_>, field: Field) -> Option<Outcome> {
    let verb = left.starts(&FILLING).or_else(|| left.starts(&["give", "make"]))?;
    let front = bare(left).after(verb);
    let Some(joint) = right.starts(&["of", "for", "on", "to", "from"]) else {
        // "add location Costa to dinner"
        let at = (right.from + 1..right.to)
            .rev()
            .find(|at| matches!(right.word(*at), "to" | "for" | "on"))
            .filter(|_| front.is_empty() && field == Field::Place)?;
        return settled(&right.after(at + 1), &right.until(at), field);
    };
    let rest = right.after(joint);
    if front.is_empty() {
        let at = (rest.from + 1..rest.to)
            .find(|at| matches!(rest.tokens.mark(*at), Some(':' | ',' | '-' | '–' | '=')))?;
        let fresh = matches!(left.word(left.from), "add" | "give" | "put");
        return fresh.then(|| settled(&rest.until(at), &rest.after(at + 1), field))?;
    }
    let last = front.to - 1;
    if front.word(last) != "as" || last == front.from {
        return None;
    }
    let new = front.until(last);
    let end = new.last_word();
    let down = matches!(new.word(end), "down" | "in") && end > new.from;
    settled(&rest, &if down { new.until(end) } else { new }, field)
}

/// "(change) the time (of the meeting) to 4", "the venue (for dinner) is Luigi's".
fn of_row(left: &Sentence<'_, '_>, right: &Sentence<'_, '_>, field: Field) -> Option<Outcome> {
    let front = bare(left);
    let verb = front.starts(&CHANGING);
    if !front.is_empty() && verb != Some(front.to) {
        return None;
    }
    let rest = right.after(right.starts(&["of", "for", "on"])?);
    let (at, end) = if verb.is_some() { joint(&rest)? } else { stated(&rest)? };
    // "the price of lunch was 14" is what something costs.
    let copula = matches!(rest.word(at), "is" | "was");
    if verb.is_none() && copula && field == Field::Amount && !contrasted(&rest.after(end)).1 {
        return None;
    }
    settled(&rest.until(at), &rest.after(end), field)
}

/// "(set) the meeting's (length) to an hour", "dinner (venue) changed to Luigi's".
fn owned(left: &Sentence<'_, '_>, right: &Sentence<'_, '_>, field: Field) -> Option<Outcome> {
    let front = bare(left);
    let verb = front.starts(&CHANGING);
    let row = verb.map_or(front, |end| front.after(end));
    let row = becomes::inner(&row);
    let owner = row.word(row.last_word()).ends_with("'s");
    let (at, end) = if verb.is_some() { first(right)? } else { stated(right)? };
    if at != right.from || row.is_empty() || row.starts(&["of", "for"]).is_some() {
        return None;
    }
    let copula = matches!(right.word(at), "is" | "was");
    let known = owner || !copula || contrasted(&right.after(end)).1;
    // "my phone's price was 500", "the meeting time is 4" tell about the world.
    let sure = match field {
        Field::Place | Field::Length | Field::Category | Field::Priority => true,
        Field::Amount => !copula,
        Field::When | Field::Title => known,
    };
    sure.then(|| settled(&row, &right.after(end), field))?
}

/// "edit parents evening, (name) should be …", "dinner: (location) Luigi's".
fn behind_row(left: &Sentence<'_, '_>, right: &Sentence<'_, '_>, field: Field) -> Option<Outcome> {
    let front = bare(left);
    let parted = front.to > front.from && front.tokens.mark(front.to - 1).is_some();
    if !parted {
        return None;
    }
    let verb = front.starts(&CHANGING);
    let row = becomes::inner(&verb.map_or(front, |end| front.after(end)));
    let end = first(right).filter(|(at, _)| *at == right.from).map_or(right.from, |(_, end)| end);
    let marked = end > right.from || matches!(field, Field::Place | Field::Priority);
    marked.then(|| settled(&row, &right.after(end), field))?
}

/// The joint that begins here: of a statement or of a change.
fn first(right: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let end = right.starts(&["to", "as"]).or_else(|| right.starts(&STATING));
    let marked = matches!(right.tokens.mark(right.from), Some(':' | '=' | '→')).then_some(1);
    end.or_else(|| marked.map(|width| right.from + width)).map(|end| (right.from, end))
}

/// The joint of a statement, behind the row that it is about.
fn stated(rest: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let marked = (rest.from..rest.to)
        .find(|at| {
            matches!(rest.tokens.mark(*at), Some(':' | '=' | '→')) && !rest.tokens.glued(*at + 1)
        })
        .map(|at| (at, at + 1));
    rest.find(&STATING).filter(|(_, end)| *end < rest.to).or(marked)
}

/// The joint of a change: the last "to", a colon, or ", it's".
fn joint(rest: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let to = (rest.from + 1..rest.to.saturating_sub(1))
        .rev()
        .find(|at| matches!(rest.word(*at), "to" | "as"))
        .map(|at| (at, at + 1));
    to.or_else(|| {
        (rest.from + 1..rest.to)
            .find(|at| matches!(rest.tokens.mark(*at), Some(':' | ',' | '-' | '–' | '=')))
            .map(|at| {
                let said = rest.after(at + 1);
                let it = ["it's", "it is", "it was", "it should be", "should be", "make it"];
                (at, said.starts(&it).unwrap_or(at + 1))
            })
    })
}

/// The change, where the words after the field say what it can be.
fn settled(row: &Sentence<'_, '_>, new: &Sentence<'_, '_>, field: Field) -> Option<Outcome> {
    let row = becomes::inner(row);
    if !is_row(&row) || new.is_empty() {
        return None;
    }
    let (body, _) = contrasted(new);
    let to = match field {
        Field::Title => Change::Title(Some(body.verbatim()).filter(|title| !title.is_empty())?),
        Field::Place => {
            let body = body.starts(&["at", "in", "on"]).map_or(body, |end| body.after(end));
            Change::Location(Some(body.title(&[])).filter(|title| !title.is_empty())?)
        }
        Field::Length => {
            let (length, end) = offsets::length(body.tokens, body.from)?;
            let minutes = resolve::minutes(&length).filter(|minutes| *minutes > 0);
            let end = end + usize::from(body.word(end) == "long");
            Change::Length(i64::from(minutes.filter(|_| body.only_marks(end))?))
        }
        Field::Amount => becomes::changes(&body, Cue::Cost).ok()?.into_iter().next()?,
        Field::Category => Change::Category(category_named(&body)),
        Field::Priority => {
            Change::Priority(body.level().or_else(|| body.priority().map(|(level, _)| level))?)
        }
        Field::When => becomes::changes(&body, Cue::Untitled)
            .ok()?
            .into_iter()
            .find(|change| matches!(change, Change::Move(_) | Change::Repeat(_)))?,
    };
    changed(&row, vec![to])
}
