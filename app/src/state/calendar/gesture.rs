//! What a hand or a key is doing, step by step, and what the page has to do about it.

mod hand;
mod saving;

use super::geometry::{Place, Point};
use super::rules::{Grip, Kind};
use super::span::Span;

/// What is moved or resized, as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subject {
    /// Its identifier.
    pub(crate) id: String,
    /// Which occurrence of it; empty if it does not repeat.
    pub(crate) occurrence: String,
    /// Event or task.
    pub(crate) kind: Kind,
    /// Whether it must be asked how much of it is meant.
    pub(crate) repeats: bool,
    /// When it takes place.
    pub(crate) span: Span,
}

/// Something that was pressed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Press {
    /// What lies there; none for an empty place.
    pub(crate) subject: Option<Subject>,
    /// Where it is held.
    pub(crate) grip: Grip,
    /// On the screen.
    pub(crate) point: Point,
    /// In the calendar.
    pub(crate) place: Place,
    /// Whether by a finger, which also scrolls.
    pub(crate) is_touch: bool,
}

/// Something that follows the pointer.
#[derive(Debug, Clone, PartialEq)]
struct Drawing {
    press: Press,
    /// What it was when it was taken.
    base: Span,
    /// What it is by now.
    span: Span,
}

/// New times for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// For what.
    pub(crate) subject: Subject,
    /// Its new times.
    pub(crate) span: Span,
}

/// How far a gesture is.
#[derive(Debug, Clone, Default, PartialEq)]
enum Phase {
    /// Nothing is going on.
    #[default]
    Idle,
    /// Pressed: a click, a drag, or a finger that scrolls.
    Pressed(Press),
    /// It moves, grows or begins under the pointer.
    Drawing(Drawing),
    /// A finger has lifted it and let go: it can be taken anywhere now.
    Held(Drawing),
    /// Moved by keys, not saved yet.
    Stepping(Change),
    /// It repeats: which part is meant?
    Asking(Change),
    /// Sent, and shown where it will be; where keys have moved it meanwhile.
    Sending(Change, Option<Span>),
}

/// What the page has to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Do {
    /// Nothing.
    Nothing,
    /// Tell when the finger has rested for a while.
    Wait,
    /// Show where it is now.
    Draw,
    /// Show it with handles for a finger.
    Hold,
    /// Open the form of a new event.
    Begin(Span),
    /// Save once the keys rest.
    Rest,
    /// Ask which part of a repeating event is meant.
    Ask,
    /// Send it.
    Send,
    /// Show everything as it was.
    Clear,
    /// The same, for something that was shown elsewhere: it goes back visibly.
    Return,
}

/// The gesture that is going on; one at a time.
#[derive(Debug, Default)]
pub(crate) struct Gesture(Phase);

impl Gesture {
    /// What is to be sent.
    pub(crate) fn change(&self) -> Option<&Change> {
        match &self.0 {
            Phase::Stepping(change) | Phase::Asking(change) | Phase::Sending(change, _) => {
                Some(change)
            }
            _ => None,
        }
    }

    /// What is shown elsewhere than the page has it, and where.
    pub(crate) fn shown(&self) -> Option<(Option<&Subject>, Span)> {
        match &self.0 {
            Phase::Drawing(drawing) | Phase::Held(drawing) => {
                Some((drawing.press.subject.as_ref(), drawing.span))
            }
            Phase::Sending(change, next) => {
                Some((Some(&change.subject), next.unwrap_or(change.span)))
            }
            Phase::Stepping(change) | Phase::Asking(change) => {
                Some((Some(&change.subject), change.span))
            }
            Phase::Idle | Phase::Pressed(_) => None,
        }
    }

    /// Whether something follows the pointer.
    pub(crate) fn is_drawing(&self) -> bool {
        matches!(self.0, Phase::Drawing(_))
    }

    /// Whether a pointer is pressed.
    pub(crate) fn is_pressed(&self) -> bool {
        matches!(self.0, Phase::Pressed(_) | Phase::Drawing(_))
    }

    /// How it is held, while it follows the pointer.
    pub(crate) fn grip(&self) -> Option<Grip> {
        match &self.0 {
            Phase::Drawing(drawing) => Some(drawing.press.grip),
            _ => None,
        }
    }
}

impl Subject {
    /// Whether both are the same.
    pub(crate) fn is(&self, other: &Self) -> bool {
        self.id == other.id && self.occurrence == other.occurrence
    }
}

#[cfg(test)]
mod tests;
