//! From one part of a message to the one thing it asks for.
//!
//! Every room that knows a kind of request looks at the part and proposes what it can make of it,
//! a [`Candidate`]: the outcome, what it aims at, and the [`Evidence`] its own grammar found (an
//! opening that says it outright, a verb of putting, a name with a day, …). Then `clues` adds what
//! anybody can see in the part (a clock time, an amount, the noun of an event, a question), and
//! `points` says how much each piece of evidence speaks for or against each aim. The candidate
//! with the most points is read. Nothing else decides: a room never asks whether another one
//! would want the part.
//!
//! ```text
//! "also put lunch with Marco on friday at noon"
//!   event  placed 40  event noun 15  with somebody 8  clock 12  day 6   81  <- read
//!   task   verb 30                                                      30
//! "put the bins out on friday"
//!   event  placed 40  goes somewhere -40  day 6                          6
//!   task   verb 30    goes somewhere 15                                 45  <- read
//! ```
//!
//! Two candidates that would make different things and lie closer than [`points::NEAR`] are a
//! question with both as choices.

mod beyond;
mod clues;
mod points;

pub(super) use beyond::is_beyond;

use super::{Outcome, Request, agenda, create, edits, sentence::Sentence, series, spending};

/// What a candidate would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// Change, delete or tick off what exists.
    Change,
    /// Answer a question about money.
    AskMoney,
    /// Answer a question about plans.
    AskPlans,
    /// Note an expense.
    Spend,
    /// Make a task.
    Task,
    /// Make an event.
    Event,
}

/// Why a part would be read one way or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Evidence {
    /// Words that say the aim and can mean nothing else: "remind me to", "schedule", "rename".
    Outright,
    /// The calendar or the list it belongs on is named: "… to my shopping list".
    Kept,
    /// The room's grammar accounts for the whole part: "what's on friday", "cancel the dentist".
    Worded,
    /// An amount and what it was for.
    Stated,
    /// A verb of putting with its place in the calendar: "stick … in for tuesday".
    Slotted,
    /// A verb of putting: "put", "stick", "pop", "pencil in", "jot down".
    Placed,
    /// A verb of noting, which may also be the thing to do: "note", "write", "enter".
    Noted,
    /// A verb that asks to do something: "call", "buy".
    Verb,
    /// By then it is to be done: "by friday", "due monday".
    Deadline,
    /// A name and a day or time, without any verb.
    Named,
    /// Something is missing, so that it can only ask back.
    Unfinished,
    /// Words in front of the opening that it does not account for.
    Front,
    /// The part begins like a question.
    Question,
    /// The part ends with a question mark.
    Doubt,
    /// What would be, and not what is or shall be: "if i'd bought that bike".
    Unreal,
    /// What there is not: "no milk this week".
    Denied,
    /// It begins with something to do that is no looking up: "file expenses by friday".
    Deed,
    /// A clock time is said.
    Clock,
    /// A day is said.
    Day,
    /// The day said has passed.
    Past,
    /// How long it lasts, or when it ends, is said.
    Length,
    /// The noun of something that takes place: "lunch", "dentist", "meeting".
    Noun,
    /// With somebody: "with Marco".
    Person,
    /// The verb moves a thing: "put the bins out", "pop to the shops".
    Away,
    /// An amount with its currency.
    Money,
    /// A word of spending: "spent", "paid", "cost".
    Spending,
}

/// Pieces of evidence, each at most once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Case(u32);

impl Case {
    pub(super) fn of(evidence: &[Evidence]) -> Self {
        Self(evidence.iter().fold(0, |bits, one| bits | 1 << *one as u8))
    }

    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    fn holds(self, evidence: Evidence) -> bool {
        self.0 & (1 << evidence as u8) != 0
    }
}

/// One way to read a part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    aim: Aim,
    outcome: Outcome,
    case: Case,
}

impl Candidate {
    pub(super) fn new(aim: Aim, outcome: Outcome, evidence: &[Evidence]) -> Self {
        let unfinished = matches!(&outcome, Outcome::Ask(question) if question.is_unfinished());
        let more = if unfinished { Case::of(&[Evidence::Unfinished]) } else { Case::default() };
        Self { aim, outcome, case: Case::of(evidence).and(more) }
    }
}

/// What the candidates of a part come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Choice {
    /// One reading is the surest.
    Sure(Outcome),
    /// Two readings are as good as each other, the better one first.
    Either([Request; 2]),
}

/// Reads a part that is no idle talk.
pub(super) fn read(sentence: &Sentence<'_, '_>) -> Choice {
    let mut candidates = proposed(sentence);
    beyond::strike(sentence, &mut candidates);
    if candidates.is_empty() {
        return Choice::Sure(Outcome::Nothing);
    }
    let clues = clues::of(&sentence.plain());
    let mut scored: Vec<(i32, Candidate)> = candidates
        .into_iter()
        .map(|candidate| (points::score(candidate.aim, candidate.case.and(clues)), candidate))
        // What has more against it than for it is not read, whatever else there is.
        .filter(|(score, candidate)| *score >= 0 || matches!(candidate.outcome, Outcome::Ask(_)))
        .collect();
    // The sort is stable: of equals the one proposed first stays first.
    scored.sort_by_key(|(score, _)| -score);
    let mut ranked = scored.into_iter();
    let Some((best, first)) = ranked.next() else { return Choice::Sure(Outcome::Nothing) };
    let rival = ranked
        .take_while(|(score, _)| best - score < points::NEAR)
        .find(|(_, other)| makes(other) && makes(&first) && other.aim != first.aim);
    match (first.outcome, rival.map(|(_, other)| other.outcome)) {
        (Outcome::Done(one), Some(Outcome::Done(other))) => Choice::Either([one, other]),
        (outcome, _) => Choice::Sure(outcome),
    }
}

/// Whether a candidate makes a new row; only between those is a person asked which they meant.
fn makes(candidate: &Candidate) -> bool {
    matches!(candidate.aim, Aim::Spend | Aim::Task | Aim::Event)
}

/// What the rooms make of a part. Their order matters only between equals.
fn proposed(sentence: &Sentence<'_, '_>) -> Vec<Candidate> {
    let mut list = Vec::new();
    let mut propose = |aim, outcome: Option<Outcome>, evidence| {
        list.extend(outcome.map(|outcome| Candidate::new(aim, outcome, &[evidence])));
    };
    propose(Aim::Change, series::read(sentence), Evidence::Outright);
    propose(Aim::Change, edits::explicit(sentence), Evidence::Outright);
    propose(Aim::AskPlans, agenda::of_list(&sentence.plain()), Evidence::Outright);
    propose(Aim::AskMoney, spending::query(sentence), Evidence::Worded);
    propose(Aim::AskPlans, agenda::query(sentence), Evidence::Worded);
    propose(Aim::Change, edits::read(sentence), Evidence::Worded);
    propose(Aim::Spend, spending::record(sentence), Evidence::Stated);
    list.extend(create::proposed(sentence));
    list.retain(|candidate| candidate.outcome != Outcome::Nothing);
    list
}
