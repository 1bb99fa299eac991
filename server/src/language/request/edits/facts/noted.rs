//! Words for the notes of a row: "add a note to the dentist: bring the card", "dinner notes: Sam is
//! vegetarian", "add 'call first' to the notes of the inspection".

use super::{changed, is_row};
use crate::language::request::{Change, Outcome, edits::becomes, sentence::Sentence};

/// Verbs that put a note somewhere.
const ADDING: [&str; 11] = [
    "add",
    "put",
    "leave",
    "attach",
    "append",
    "stick",
    "include",
    "jot down",
    "write down",
    "write",
    "make",
];

/// What is put there. Longer ones stand before their beginnings.
const NOTE: [&str; 9] = [
    "a quick note",
    "a little note",
    "a short note",
    "another note",
    "a note",
    "a comment",
    "this note",
    "notes",
    "note",
];

/// What stands between the row and the words of its note.
const SAYING: [&str; 8] = [
    "that it says",
    "which says",
    "that says",
    "that reads",
    "to say that",
    "to say",
    "saying that",
    "saying",
];

/// What stands between the words of a note and its row.
const ONTO: [&str; 12] = [
    "to the notes of",
    "to the notes for",
    "to the notes on",
    "to notes of",
    "to notes for",
    "in the notes of",
    "in the notes for",
    "to the note of",
    "to the note for",
    "as a note to",
    "as a note on",
    "as a note for",
];

/// Reads words for the notes of a row.
pub(super) fn noted(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let body = becomes::inner(sentence);
    added(&body).or_else(|| headed(&body)).or_else(|| onto(&body)).or_else(|| owned(&body))
}

/// "add a note to the dentist: bring the card", "leave a note on dinner saying Sam is late".
fn added(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let verb = body.starts(&ADDING)?;
    let rest = body.after(verb);
    let rest = rest.after(rest.starts(&NOTE)?);
    let joint = rest.starts(&["to", "on", "onto", "for", "in", "under", "about"])?;
    let (at, end) = parted(&rest.after(joint))?;
    let row = rest.after(joint).until(at);
    // "make a note to call Sam: it's urgent" is something to do.
    let weak = matches!(rest.word(rest.from), "for" | "about")
        || matches!(body.word(body.from), "make" | "write");
    (!weak || is_known(&row)).then(|| settled(&row, &rest.after(end)))?
}

/// "note on the dentist: bring the card", "notes for dinner: Sam is vegetarian".
fn headed(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = body.starts(&["note", "notes", "a note"])?;
    let rest = body.after(end);
    let rest = rest.after(rest.starts(&["to", "on", "for", "about"])?);
    let (at, end) = parted(&rest)?;
    let row = rest.until(at);
    is_known(&row).then(|| settled(&row, &rest.after(end)))?
}

/// "add bring the card to the notes of the dentist", "put 'call first' as a note on the visit".
fn onto(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let rest = body.after(body.starts(&ADDING)?);
    let (at, end) = rest.find(&ONTO).filter(|(at, _)| *at > rest.from)?;
    settled(&rest.after(end), &rest.until(at))
}

/// "dentist notes: bring the card", "add to the dentist's notes: bring the card", "add bring the
/// card to the dentist's notes".
fn owned(body: &Sentence<'_, '_>) -> Option<Outcome> {
    let at = (body.from + 1..body.to).find(|at| matches!(body.word(*at), "note" | "notes"))?;
    let (front, behind) = (body.until(at), body.after(at + 1));
    let verb = front.starts(&ADDING);
    let front = verb.map_or(front, |end| front.after(end));
    if behind.tokens.is_mark(behind.from, ':') && behind.from < behind.to {
        let row = front.starts(&["to", "in", "on"]).map_or(front, |end| front.after(end));
        return is_known(&row).then(|| settled(&row, &behind.after(behind.from + 1)))?;
    }
    verb?;
    let to = (front.from + 1..front.to)
        .rev()
        .find(|at| matches!(front.word(*at), "to" | "in" | "into"))
        .filter(|_| behind.only_marks(behind.from))?;
    let row = front.after(to + 1);
    // "add the link to the call notes": whose notes they are is said, if not by a whole name.
    let told = row.starts(&["the", "my", "our"]).is_some_and(|end| end < row.to)
        && body.word(at) == "notes"
        && matches!(body.word(body.from), "add" | "put");
    (told || is_known(&row)).then(|| settled(&row, &front.until(to)))?
}

/// Where a row ends and the words of its note begin.
fn parted(rest: &Sentence<'_, '_>) -> Option<(usize, usize)> {
    let marked = (rest.from + 1..rest.to).find_map(|at| {
        let pause = match rest.tokens.mark(at)? {
            ':' | ',' | '–' | '—' => true,
            '-' => !rest.tokens.glued(at + 1),
            _ => false,
        };
        pause.then_some((at, at + 1))
    });
    let quoted = (rest.from + 1..rest.to).find(|at| rest.tokens.is_opaque(*at));
    let said = rest.find(&SAYING).filter(|(at, _)| *at > rest.from);
    [marked, quoted.map(|at| (at, at)), said].into_iter().flatten().min()
}

/// Whether a row of theirs has this name.
fn is_known(row: &Sentence<'_, '_>) -> bool {
    let row = becomes::inner(row);
    let from = row.starts(&["the", "my", "our", "this", "that"]).unwrap_or(row.from);
    row.known(from).is_some()
}

fn settled(row: &Sentence<'_, '_>, note: &Sentence<'_, '_>) -> Option<Outcome> {
    let row = becomes::inner(row);
    let end = note.starts(&SAYING).or_else(|| note.starts(&["that"]));
    let note = end.map_or(*note, |end| note.after(end)).verbatim();
    if !is_row(&row) || note.is_empty() {
        return None;
    }
    changed(&row, vec![Change::Note(note)])
}
