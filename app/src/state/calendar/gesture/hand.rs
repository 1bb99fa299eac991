//! What a pointer does.

use super::super::geometry::{Place, Point};
use super::super::rules::{Grip, Kind, drawn, usual};
use super::super::span::Span;
use super::{Change, Do, Drawing, Gesture, Phase, Press};

/// How far a mouse goes before a click becomes a drag, in pixels.
const CLICK: f64 = 4.0;
/// How far a finger may tremble before its press becomes scrolling, in pixels.
const TREMBLE: f64 = 10.0;

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
}
