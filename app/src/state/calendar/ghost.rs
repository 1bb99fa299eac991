//! What is drawn while something moves: its times where it would be, and itself
//! faintly where it was.

use std::time::Duration;

use leptos::prelude::{document, request_animation_frame, set_timeout};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::gesture::Subject;
use super::rules::Kind;
use super::sheet::{Board, area, pieces};
use super::span::{DAY, Span};
use crate::texts;

/// How long something takes to go back, as the style sheet has it.
const RETURN: Duration = Duration::from_millis(180);

/// The drawing; nothing of it is there while nothing moves.
#[derive(Default)]
pub(super) struct Ghost {
    /// One for each day.
    pieces: Vec<HtmlElement>,
    shown: Option<(Span, bool)>,
    /// The blocks that it stands for.
    originals: Vec<HtmlElement>,
    title: String,
}

impl Ghost {
    /// Shows something at a time. A new event has no subject.
    pub(super) fn show(
        &mut self,
        board: &Board,
        subject: Option<&Subject>,
        span: Span,
        hours: &str,
        is_held: bool,
    ) {
        if self.shown == Some((span, is_held)) {
            return;
        }
        if self.shown.is_none() {
            self.lift(subject);
        }
        self.shown = Some((span, is_held));
        let (first, last) = span.days();
        // What lasts a day or longer is in the band, whatever its hours.
        let is_short = matches!(span, Span::Timed { start, end } if end - start < DAY);
        let wants_hours = is_short && board.cells.iter().any(|cell| cell.has_hours);
        let mut used = 0;
        for (cell, element) in board.cells.iter().zip(&board.elements) {
            if cell.has_hours != wants_hours || cell.day < first || cell.day > last {
                continue;
            }
            let Some(piece) = self.piece(used, element) else { return };
            used += 1;
            if let (true, Span::Timed { start, end }) = (wants_hours, span) {
                let midnight = cell.day * DAY;
                let top = (start - midnight).max(0);
                let height = (end - midnight).min(DAY) - top;
                let style = piece.style();
                // A column is as high as a day.
                let _ = style.set_property("top", &format!("calc({top} * 100% / {DAY})"));
                let _ = style.set_property("height", &format!("calc({height} * 100% / {DAY})"));
            }
            let flag = |name: &str, is: bool| {
                let _ =
                    if is { piece.set_attribute(name, "") } else { piece.remove_attribute(name) };
            };
            flag("data-hours", wants_hours);
            flag("data-held", is_held);
            flag("data-before", cell.day > first);
            flag("data-after", cell.day < last);
            flag("data-fixed", subject.is_some_and(|subject| subject.kind == Kind::Task));
            let words = if cell.day == first { hours } else { "" };
            write(&piece, 0, &self.title);
            write(&piece, 1, words);
        }
        for piece in self.pieces.drain(used..) {
            piece.remove();
        }
    }

    /// Marks the blocks that it stands for and takes their title.
    fn lift(&mut self, subject: Option<&Subject>) {
        self.originals = subject.map(pieces).unwrap_or_default();
        for block in &self.originals {
            let _ = block.set_attribute("data-lifted", "");
        }
        let title = self
            .originals
            .first()
            .and_then(|block| block.query_selector(".block-title").ok().flatten()?.text_content());
        self.title = title.unwrap_or_else(|| texts::event::NEW.to_owned());
    }

    /// The piece of that number, in an element.
    fn piece(&mut self, index: usize, home: &Element) -> Option<HtmlElement> {
        if index == self.pieces.len() {
            self.pieces.push(new_piece()?);
        }
        let piece = self.pieces.get(index)?.clone();
        if !piece.parent_element().is_some_and(|parent| parent == *home) {
            let _ = home.append_child(&piece);
        }
        Some(piece)
    }

    /// Takes everything away. What was marked is marked no longer, also where the
    /// page has used its element for something else by now.
    pub(super) fn clear(&mut self) {
        for block in self.originals.drain(..) {
            let _ = block.remove_attribute("data-lifted");
        }
        for piece in self.pieces.drain(..) {
            piece.remove();
        }
        self.shown = None;
    }

    /// Lets it go back to where it was, visibly.
    pub(super) fn spring_back(&mut self) {
        let from = self.pieces.first().map(|piece| area(piece));
        let to = self.originals.first().map(|block| area(block));
        // One of them is enough; the others go with everything else.
        let moving = (!self.pieces.is_empty()).then(|| self.pieces.remove(0));
        if let (Some(from), Some(to), Some(piece)) = (from, to, moving) {
            let _ = piece.set_attribute("data-returns", "");
            let style = piece.style();
            let (x, y) = (to.left - from.left, to.top - from.top);
            request_animation_frame(move || {
                let _ = style.set_property("transform", &format!("translate({x}px, {y}px)"));
            });
            set_timeout(move || piece.remove(), RETURN);
        }
        self.clear();
    }

    /// Whether anything is shown.
    pub(super) fn is_shown(&self) -> bool {
        self.shown.is_some()
    }
}

fn write(piece: &HtmlElement, child: u32, text: &str) {
    if let Some(line) = piece.children().item(child)
        && line.text_content().as_deref() != Some(text)
    {
        line.set_text_content(Some(text));
    }
}

/// Two lines, and a handle for a finger at either end.
fn new_piece() -> Option<HtmlElement> {
    let document = document();
    // Days are lists, so that a piece is one of their entries.
    let piece = document.create_element("li").ok()?;
    piece.set_class_name("ghost");
    let _ = piece.set_attribute("aria-hidden", "true");
    for (name, edge) in [("strong", ""), ("span", ""), ("i", "start"), ("i", "end")] {
        let line = document.create_element(name).ok()?;
        if !edge.is_empty() {
            let _ = line.set_attribute("data-edge", edge);
        }
        let _ = piece.append_child(&line);
    }
    piece.dyn_into().ok()
}
