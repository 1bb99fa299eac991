//! Whole requests: what a person asked the planner to do.
//!
//! A message is cut into tokens once; `findings` keeps the lattice of date expressions and
//! amounts with the tokens they span; `segments` splits it where a second request begins. For
//! each part the rooms below propose what they can make of it, with their evidence, and
//! `candidates` compares the proposals: tokens → lattice → scored candidates → one of the
//! [`Request`]s, which hold the inputs of operations. A room that is added proposes too; nothing
//! has to be put before or behind another.

mod agenda;
mod ambiguous;
mod asked;
mod candidates;
mod categories;
mod change;
mod create;
mod cues;
mod edits;
#[cfg(test)]
mod examples;
mod findings;
mod follow;
mod frames;
mod fresh;
mod joints;
mod kinds;
mod lines;
mod names;
mod phrases;
mod reading;
mod segments;
mod sentence;
mod series;
mod spending;
mod talk;
mod verbs;
mod which;

use super::{Direction, Reference, lexer::Tokens};

pub use asked::{Asks, Counted, Grouping, Hours, Per, Spending};
pub use categories::category_of;
pub use change::{Change, Move, Priority, Repetition};
pub use kinds::{Category, Request};
pub use names::{Names, may_be_named};
pub use reading::{Before, Choice, FollowUp, Question, Reading, SmallTalk};
pub use which::{Days, Extent, Item, Target, Which};

/// Longer messages are not interpreted, in bytes; the chat refuses them before (4,000 characters).
const LONGEST: usize = 16_000;

/// Reads a message.
#[must_use]
pub fn read(text: &str, reference: &Reference) -> Reading {
    read_among(text, reference, &Names::default())
}

/// Reads a message of somebody whose rows have these names.
#[must_use]
pub fn read_among(text: &str, reference: &Reference, names: &Names) -> Reading {
    if text.len() > LONGEST {
        return Reading::NotUnderstood;
    }
    let read_one = |text: &str| read_one(text, reference, names);
    lines::read(text, reference, &read_one).unwrap_or_else(|| read_one(text))
}

/// More lines than this in one message are left out.
const LONGEST_LINES: usize = 50;

/// Whether a message begins as questions do.
#[must_use]
pub fn asks(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
    matches!(
        first.as_str(),
        "what"
            | "what's"
            | "whats"
            | "when"
            | "when's"
            | "where"
            | "where's"
            | "how"
            | "how's"
            | "who"
            | "which"
            | "why"
    )
}

/// Whether a message is in another language than English, of which nothing is read.
#[must_use]
pub fn is_foreign(text: &str) -> bool {
    talk::is_foreign(&Tokens::new(text))
}

/// Reads a message of one line.
fn read_one(text: &str, reference: &Reference, names: &Names) -> Reading {
    let tokens = Tokens::said(text, reference).among(names);
    if let Some(talk) = talk::small(&tokens) {
        return Reading::SmallTalk(talk);
    }
    if talk::is_foreign(&tokens) {
        return Reading::NotUnderstood;
    }
    if let Some(choices) = ambiguous::choices(text, &tokens, reference) {
        return choices;
    }
    segments::read(&tokens, reference, true)
}

/// What one part of a message was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Outcome {
    Done(Request),
    Ask(Question),
    Nothing,
}

impl From<super::day::Trouble> for Question {
    fn from(trouble: super::day::Trouble) -> Self {
        match trouble {
            super::day::Trouble::NoSuchDate => Self::NoSuchDate,
            super::day::Trouble::Disagree { date, said } => Self::Disagree { date, said },
        }
    }
}

/// The direction of expressions about what is planned and about what was spent.
const PLANS: Direction = Direction::Forward;
const SPENT: Direction = Direction::Back;
