//! What a hand or a key is doing, step by step, and what the page has to do about it.

use super::geometry::{Place, Point};
use super::rules::{Arrow, Field, Grip, Kind, drawn, stepped, usual};
use super::span::Span;

/// How far a mouse goes before a click becomes a drag, in pixels.
const CLICK: f64 = 4.0;
/// How far a finger may tremble before its press becomes scrolling, in pixels.
const TREMBLE: f64 = 10.0;

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
    /// Something was pressed. `is_held` is for what a finger has lifted before.
    pub(crate) fn press(&mut self, press: Press, is_held: bool) -> Do {
        match std::mem::take(&mut self.0) {
            Phase::Idle => {
                let what = if press.is_touch { Do::Wait } else { Do::Nothing };
                self.0 = Phase::Pressed(press);
                what
            }
            Phase::Held(held) if is_held => {
                let press = Press { subject: held.press.subject, ..press };
                self.0 = Phase::Drawing(Drawing { press, base: held.span, span: held.span });
                Do::Draw
            }
            Phase::Held(_) => Do::Clear,
            // A second finger or button ends what the first one does.
            Phase::Pressed(_) => Do::Nothing,
            Phase::Drawing(_) => Do::Return,
            busy => {
                self.0 = busy;
                Do::Nothing
            }
        }
    }

    /// The pointer is elsewhere.
    pub(crate) fn point(&mut self, point: Point, place: Option<Place>) -> Do {
        match &mut self.0 {
            Phase::Pressed(press) => {
                let far = press.point.distance(point);
                if press.is_touch && far > TREMBLE {
                    self.0 = Phase::Idle;
                } else if !press.is_touch && far >= CLICK {
                    self.take(None);
                    return self.point(point, place);
                }
                Do::Nothing
            }
            Phase::Drawing(drawing) => {
                let Some(place) = place else { return Do::Nothing };
                let Press { subject, grip, place: from, .. } = &drawing.press;
                let kind = subject.as_ref().map_or(Kind::Event, |subject| subject.kind);
                drawing.span = drawn(drawing.base, kind, *grip, *from, place);
                Do::Draw
            }
            _ => Do::Nothing,
        }
    }

    /// A finger has rested where it pressed.
    pub(crate) fn rested(&mut self) -> Do {
        match &self.0 {
            Phase::Pressed(press) if press.is_touch => {
                let length = press.subject.is_none().then(|| usual(press.place));
                self.take(length);
                Do::Draw
            }
            _ => Do::Nothing,
        }
    }

    /// Turns a press into a drag. A new event of a usual length is moved, not drawn up.
    fn take(&mut self, new: Option<Span>) {
        if let Phase::Pressed(mut press) = std::mem::take(&mut self.0) {
            let base = match (&press.subject, new) {
                (_, Some(span)) => {
                    press.grip = Grip::Whole;
                    span
                }
                (Some(subject), None) => subject.span,
                (None, None) => usual(press.place),
            };
            self.0 = Phase::Drawing(Drawing { press, base, span: base });
        }
    }

    /// The pointer was let go.
    pub(crate) fn release(&mut self) -> Do {
        match std::mem::take(&mut self.0) {
            Phase::Pressed(Press { subject: None, place, is_touch: false, .. }) => {
                Do::Begin(usual(place))
            }
            Phase::Drawing(drawing) => match drawing.press.subject.clone() {
                None => Do::Begin(drawing.span),
                Some(subject) if subject.span == drawing.span && drawing.press.is_touch => {
                    self.0 = Phase::Held(drawing);
                    Do::Hold
                }
                Some(subject) => self.drop(Change { subject, span: drawing.span }),
            },
            Phase::Pressed(_) => Do::Nothing,
            other => {
                self.0 = other;
                Do::Nothing
            }
        }
    }

    fn drop(&mut self, change: Change) -> Do {
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
