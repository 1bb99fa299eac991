//! Mouse, pen and finger.

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, PointerEvent};

use super::super::geometry::{Point, place};
use super::super::gesture::{Do, Press};
use super::super::rules::Grip;
use super::super::sending;
use super::super::sheet::{self, BLOCK, CONTROL};
use super::{Controller, Shared, frames, perform};

/// Something that is not a key happened.
pub(super) fn happened(shared: &Shared, name: &str, event: &Event) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    match name {
        "pointerdown" => {
            let what = this.down(event.unchecked_ref());
            // What a finger has lifted before is taken up again.
            let begins = this.gesture.is_drawing();
            drop(this);
            if begins {
                begin(shared);
            }
            perform(shared, &what);
        }
        "pointermove" => {
            let moved: &PointerEvent = event.unchecked_ref();
            if !this.gesture.is_pressed() || moved.pointer_id() != this.pointer_id {
                return;
            }
            this.pointer = point(moved);
            if this.gesture.is_drawing() {
                return;
            }
            let at = this.pointer;
            this.gesture.point(at, None);
            let begins = this.gesture.is_drawing();
            if !this.gesture.is_pressed() {
                this.stop_waiting();
            }
            drop(this);
            if begins {
                begin(shared);
                perform(shared, &Do::Draw);
            }
        }
        "pointerup" | "pointercancel" => {
            let ended: &PointerEvent = event.unchecked_ref();
            if !this.gesture.is_pressed() || ended.pointer_id() != this.pointer_id {
                return;
            }
            this.stop_waiting();
            let what = if name == "pointerup" {
                if this.gesture.is_drawing() {
                    // Where it was let go counts, not where the last frame saw it.
                    this.pointer = point(ended);
                    this.follow();
                }
                this.gesture.release()
            } else {
                this.gesture.cancel()
            };
            drop(this);
            perform(shared, &what);
            rest(shared);
        }
        // The button of a question that sends nothing.
        "click" if sheet::around(event, "dialog[data-ask] [type=button]").is_some() => {
            drop(this);
            sending::close(event);
        }
        "click" if std::mem::take(&mut this.swallows_click) => {
            event.prevent_default();
            event.stop_propagation();
        }
        "touchmove" if this.gesture.is_drawing() => event.prevent_default(),
        // The browser's own menu and its own dragging of links.
        "contextmenu" if this.gesture.is_pressed() && this.waiting.is_some() => {
            event.prevent_default();
        }
        "contextmenu" if this.gesture.is_drawing() => event.prevent_default(),
        "dragstart" if sheet::around(event, BLOCK).is_some() => event.prevent_default(),
        "scroll" => this.is_scrolled = true,
        _ => {}
    }
}

/// A press has become a drag.
pub(super) fn begin(shared: &Shared) {
    {
        let Ok(mut this) = shared.try_borrow_mut() else { return };
        this.swallows_click = true;
        this.scrollers = scrollers(&this);
        if let Some(root) = document().document_element() {
            // Moves are heard wherever the pointer goes.
            let _ = root.set_pointer_capture(this.pointer_id);
        }
    }
    frames(shared);
}

/// The hand is off: how it was shown goes.
fn rest(shared: &Shared) {
    if let Ok(this) = shared.try_borrow_mut() {
        super::settle_hand(this);
    }
}

impl Controller {
    fn down(&mut self, event: &PointerEvent) -> Do {
        self.swallows_click = false;
        if !event.is_primary() || event.button() != 0 {
            return if self.gesture.is_pressed() { self.gesture.cancel() } else { Do::Nothing };
        }
        let saved = self.gesture.settle();
        if saved != Do::Nothing {
            self.stop_waiting();
            return saved;
        }
        let is_touch = event.pointer_type() == "touch";
        self.pointer = point(event);
        self.pointer_id = event.pointer_id();
        let held = sheet::around(event, ".ghost[data-held]");
        let is_held = held.is_some();
        let Some(press) = self.press(event, is_touch, is_held) else {
            // Elsewhere: what a finger has lifted is put down.
            return self.gesture.cancel();
        };
        self.gesture.press(press, is_held)
    }

    /// What was pressed; none where nothing can be moved or begun.
    fn press(&mut self, event: &PointerEvent, is_touch: bool, is_held: bool) -> Option<Press> {
        let edge = sheet::around(event, "[data-edge]");
        let grip = edge.map(|edge| match edge.get_attribute("data-edge").as_deref() {
            Some("start") => Grip::Start,
            _ => Grip::End,
        });
        let block = if is_held { None } else { sheet::around(event, BLOCK) };
        let is_empty = block.is_none() && !is_held;
        if is_empty && sheet::around(event, CONTROL).is_some() {
            return None;
        }
        sheet::around(event, "[data-grid] [data-day]")?;
        self.look();
        let subject = match &block {
            Some(block) => Some(sheet::subject(block)?),
            None => None,
        };
        Some(Press {
            grip: grip.unwrap_or(if is_empty { Grip::New } else { Grip::Whole }),
            subject,
            point: self.pointer,
            place: place(&self.board.cells, self.pointer)?,
            is_touch,
        })
    }
}

fn point(event: &PointerEvent) -> Point {
    Point { x: event.client_x().into(), y: event.client_y().into() }
}

/// What can be scrolled around the grid, the page itself last.
fn scrollers(this: &Controller) -> Vec<HtmlElement> {
    let mut found = Vec::new();
    let mut next = this.board.elements.last().cloned();
    while let Some(element) = next {
        let is_page = element.tag_name() == "HTML";
        let style = window().get_computed_style(&element).ok().flatten();
        let scrolls = style.is_some_and(|style| {
            let says = style.get_property_value("overflow").unwrap_or_default();
            says.contains("auto") || says.contains("scroll")
        });
        next = element.parent_element().and_then(|parent| parent.dyn_into().ok());
        if scrolls || is_page {
            found.push(element);
        }
    }
    found
}
