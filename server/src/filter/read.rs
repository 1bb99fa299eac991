//! Reading a filter.

use domain::task::{Label, Priority};

use super::lexer::{Piece, pieces};
use super::{Comparison, Filter, Part, State, Term, Test, Wrong, dates};

const KEYS: &str = "due, done, list, label, priority, is, has, no and estimate";
const LONELY: &str = "“or” stands between two things to find.";

/// Reads a filter.
///
/// # Errors
/// The first part of it that is wrong, where it stands, and what can be said instead.
pub fn read(text: &str) -> Result<Filter, Wrong> {
    let mut groups: Vec<Vec<Term>> = Vec::new();
    let mut group = Vec::new();
    let mut joint: Option<Piece> = None;
    for piece in pieces(text)? {
        let is_joint = piece.quoted.is_none() && is_or(&piece.bare) && !piece.negated;
        if is_joint {
            if group.is_empty() {
                return Err(piece.wrong(LONELY));
            }
            groups.push(std::mem::take(&mut group));
            joint = Some(piece);
            continue;
        }
        let test = test(&piece)?;
        group.push(Term { negated: piece.negated, test });
        joint = None;
    }
    if let Some(joint) = joint {
        return Err(joint.wrong(LONELY));
    }
    if !group.is_empty() {
        groups.push(group);
    }
    Ok(Filter { groups })
}

fn is_or(word: &str) -> bool {
    word == "|" || word.eq_ignore_ascii_case("or")
}

fn test(piece: &Piece) -> Result<Test, Wrong> {
    let bare = piece.bare.as_str();
    match (&piece.quoted, bare.split_once(':')) {
        (Some(words), None) => words_of(piece, words),
        (Some(value), Some((key, _))) => keyed(piece, key, value),
        // An address or a clock time is a word.
        (None, Some((key, value))) if is_key(key) && !value.starts_with("//") => {
            keyed(piece, key, value)
        }
        (None, _) => word(piece, bare),
    }
}

fn is_key(key: &str) -> bool {
    !key.is_empty() && key.chars().all(char::is_alphabetic)
}

fn words_of(piece: &Piece, words: &str) -> Result<Test, Wrong> {
    let words = words.trim();
    if words.is_empty() {
        return Err(piece.wrong("There is nothing between the quotation marks."));
    }
    Ok(Test::Words(words.to_owned()))
}

fn word(piece: &Piece, word: &str) -> Result<Test, Wrong> {
    if let Some(label) = word.strip_prefix('#') {
        return label_of(piece, label);
    }
    Ok(match word.to_lowercase().as_str() {
        "p1" => Test::Priority(Priority::High),
        "p2" => Test::Priority(Priority::Medium),
        "p3" => Test::Priority(Priority::Low),
        "p4" => Test::Priority(Priority::None),
        "done" => Test::Is(State::Done),
        _ => Test::Words(word.to_owned()),
    })
}

fn label_of(piece: &Piece, label: &str) -> Result<Test, Wrong> {
    Label::parse(label).map(Test::Label).map_err(|reason| piece.wrong(reason))
}

fn keyed(piece: &Piece, key: &str, value: &str) -> Result<Test, Wrong> {
    let value = value.trim();
    let small = value.to_lowercase();
    let key = key.to_lowercase();
    if value.is_empty() {
        return Err(piece.wrong(format!("Say what “{key}:” is, without a space before it.")));
    }
    match key.as_str() {
        "due" => Ok(match small.as_str() {
            "overdue" | "late" => Test::Overdue,
            "none" | "never" => Test::No(Part::Due),
            "any" => Test::Has(Part::Due),
            _ => Test::Due(dates::span(piece, &small)?),
        }),
        "done" => dates::span(piece, &small).map(Test::Done),
        "list" => Ok(match small.as_str() {
            "none" if piece.quoted.is_none() => Test::No(Part::List),
            "any" if piece.quoted.is_none() => Test::Has(Part::List),
            _ => Test::List(value.to_owned()),
        }),
        "label" if small == "none" => Ok(Test::No(Part::Label)),
        "label" if small == "any" => Ok(Test::Has(Part::Label)),
        "label" => label_of(piece, value.strip_prefix('#').unwrap_or(value)),
        "priority" => Priority::from_name(&small)
            .map(Test::Priority)
            .ok_or_else(|| piece.wrong("It is high, medium, low or none.")),
        "is" => state(&small).map(Test::Is).ok_or_else(|| {
            piece.wrong("A task is done, open, repeating, a subtask (is:subtask), or due:overdue.")
        }),
        "has" => part(piece, &small).map(Test::Has),
        "no" => part(piece, &small).map(Test::No),
        "estimate" => estimate(piece, &small),
        _ => Err(piece.wrong(format!(
            "There is no “{key}:”. There are {KEYS}. Put it in quotation marks to find the words."
        ))),
    }
}

fn state(name: &str) -> Option<State> {
    [State::Done, State::Open, State::Repeating, State::Subtask]
        .into_iter()
        .find(|state| state.name() == name)
}

fn part(piece: &Piece, name: &str) -> Result<Part, Wrong> {
    Part::ALL.into_iter().find(|part| part.name() == name).ok_or_else(|| {
        piece.wrong("It can be said of due, list, label, priority, estimate and notes.")
    })
}

/// `30`, `<30m` or `>=2h`.
fn estimate(piece: &Piece, value: &str) -> Result<Test, Wrong> {
    let (comparison, length) = Comparison::cut(value);
    let (number, unit) = match (length.strip_suffix('h'), length.strip_suffix('m')) {
        (Some(hours), _) => (hours, 60),
        (None, Some(minutes)) => (minutes, 1),
        (None, None) => (length, 1),
    };
    let minutes = number.parse::<u32>().ok().and_then(|number| number.checked_mul(unit));
    minutes
        .filter(|minutes| *minutes <= 100_000)
        .map(|minutes| Test::Estimate(comparison, minutes))
        .ok_or_else(|| piece.wrong("Say minutes or hours, such as <30m or 2h."))
}

impl Comparison {
    /// Cuts the sign from the front of a value.
    pub(super) fn cut(value: &str) -> (Self, &str) {
        [Self::AtMost, Self::AtLeast, Self::Less, Self::More]
            .into_iter()
            .find_map(|sign| Some((sign, value.strip_prefix(sign.sign())?)))
            .unwrap_or_else(|| (Self::Equal, value.strip_prefix('=').unwrap_or(value)))
    }
}
