//! What keys do, and how everything that was moved comes to an end.

use super::super::rules::{Arrow, Field, stepped};
use super::{Change, Do, Drawing, Gesture, Phase, Press, Subject};

impl Gesture {
    /// It was let go where it is to be.
    pub(super) fn drop(&mut self, change: Change) -> Do {
        if change.span == change.subject.span {
            Do::Clear
        } else if change.subject.repeats {
            self.0 = Phase::Asking(change);
            Do::Ask
        } else {
            self.0 = Phase::Sending(change, None);
            Do::Send
        }
    }

    /// The arrow of a key, with Shift or without, on something that has the focus.
    /// None for a key that means nothing there.
    pub(crate) fn key(
        &mut self,
        subject: Subject,
        field: Field,
        arrow: Arrow,
        resizes: bool,
    ) -> Option<Do> {
        let step = |span| stepped(span, subject.kind, field, arrow, resizes);
        match &mut self.0 {
            Phase::Idle => {
                let span = step(subject.span)?;
                self.0 = Phase::Stepping(Change { subject, span });
            }
            Phase::Stepping(change) if change.subject.is(&subject) => {
                change.span = step(change.span)?;
            }
            // The next step is sent after this one. Which row the part of a series
            // is in by then, only the page that comes will tell.
            Phase::Sending(change, next) if change.subject.is(&subject) && !subject.repeats => {
                *next = Some(step(next.unwrap_or(change.span))?);
                return Some(Do::Draw);
            }
            _ => return Some(Do::Nothing),
        }
        Some(Do::Rest)
    }

    /// The keys have rested, or the focus has gone on: what they did is saved.
    pub(crate) fn settle(&mut self) -> Do {
        match std::mem::take(&mut self.0) {
            Phase::Stepping(change) => self.drop(change),
            other => {
                self.0 = other;
                Do::Nothing
            }
        }
    }

    /// It was said which part is meant.
    pub(crate) fn answered(&mut self) -> Do {
        match std::mem::take(&mut self.0) {
            Phase::Asking(change) => {
                self.0 = Phase::Sending(change, None);
                Do::Send
            }
            other => {
                self.0 = other;
                Do::Nothing
            }
        }
    }

    /// Esc, or the hand was taken away by something else. What was sent stays sent.
    pub(crate) fn cancel(&mut self) -> Do {
        match std::mem::take(&mut self.0) {
            sending @ Phase::Sending(..) => {
                self.0 = sending;
                Do::Nothing
            }
            Phase::Idle | Phase::Pressed(_) => Do::Nothing,
            Phase::Held(_) => Do::Clear,
            Phase::Drawing(Drawing { press: Press { subject: None, .. }, .. }) => Do::Clear,
            Phase::Drawing(_) | Phase::Stepping(_) | Phase::Asking(_) => Do::Return,
        }
    }

    /// The page was read again; `now` is what it shows of the subject.
    pub(crate) fn reread(&mut self, now: Option<Subject>) -> Do {
        match std::mem::take(&mut self.0) {
            Phase::Sending(change, next) => match (now, next) {
                (Some(subject), _) if subject.span == change.subject.span => Do::Return,
                (Some(subject), Some(span)) => {
                    self.0 = Phase::Stepping(Change { subject, span });
                    Do::Rest
                }
                _ => Do::Clear,
            },
            // Somebody else has changed the page under the hand.
            Phase::Idle => Do::Nothing,
            other => {
                self.0 = other;
                Do::Draw
            }
        }
    }
}
