//! Mouse, pen and finger: a row is dragged, or held to be selected.

use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, PointerEvent};

use super::super::geometry::scroll;
use super::ghost::Ghost;
use super::page::{self, CONTROL, ROW};
use super::places::{self, PLACE};
use super::target::{Target, target};
use super::{Controller, Shared, moving, picking};

/// How long a finger rests before it lifts what it presses.
const LONG_PRESS: Duration = Duration::from_millis(350);
/// How far a pointer goes before a press is a drag, in pixels.
const NEAR: f64 = 6.0;

/// A press, and what it has become.
#[derive(Default)]
pub(super) struct Drag {
    row: Option<HtmlElement>,
    pointer: i32,
    is_touch: bool,
    from: (f64, f64),
    at: (f64, f64),
    is_moving: bool,
    /// Whether a finger has lifted it and not moved since.
    is_held: bool,
    target: Option<Target>,
    ghost: Ghost,
    /// The click that ends a drag opens nothing.
    swallows_click: bool,
}

impl Drag {
    /// Everything is as before.
    pub(super) fn let_go(&mut self) {
        self.ghost.clear();
        self.row = None;
        self.is_moving = false;
        self.is_held = false;
        self.target = None;
    }
}

/// Whether a click was the end of a drag.
pub(super) fn swallowed(shared: &Shared, event: &Event) -> bool {
    let Ok(mut this) = shared.try_borrow_mut() else { return false };
    let swallows = std::mem::take(&mut this.drag.swallows_click);
    if swallows {
        event.prevent_default();
        event.stop_propagation();
    }
    swallows
}

/// Something that is neither a key nor a click happened.
pub(super) fn happened(shared: &Shared, name: &str, event: &Event) {
    let Ok(mut this) = shared.try_borrow_mut() else { return };
    match name {
        "pointerdown" => {
            let waits = this.press(event.unchecked_ref());
            drop(this);
            if waits {
                wait(shared);
            }
        }
        "pointermove" => {
            let begins = this.moved(event.unchecked_ref());
            drop(this);
            if begins {
                begin(shared);
            }
        }
        "pointerup" | "pointercancel" => {
            let ended: &PointerEvent = event.unchecked_ref();
            if this.drag.row.is_none() || ended.pointer_id() != this.drag.pointer {
                return;
            }
            this.stop_waiting();
            let end = this.end(name == "pointerup");
            drop(this);
            finish(shared, end);
        }
        "touchmove" | "contextmenu" if this.drag.is_moving => event.prevent_default(),
        // The rest of a finger is no menu of the browser's.
        "contextmenu" if this.drag.row.is_some() && this.drag.is_touch => event.prevent_default(),
        // The browser's own dragging of links.
        "dragstart" if held(event).is_some() => event.prevent_default(),
        _ => {}
    }
}

/// How a press has ended.
enum End {
    Nothing,
    Held(HtmlElement),
    Moved(HtmlElement, Target),
}

impl Controller {
    /// A press begins; whether a rest of it counts.
    fn press(&mut self, event: &PointerEvent) -> bool {
        self.drag.swallows_click = false;
        if !event.is_primary() || event.button() != 0 {
            self.drag.let_go();
            return false;
        }
        if page::around(event, ROW).is_none() {
            // Who presses elsewhere has left the row.
            self.focus.row = None;
        }
        let is_control = page::around(event, CONTROL).is_some();
        let selects = event.shift_key() || event.ctrl_key() || event.meta_key();
        let Some(row) = held(event).filter(|_| !is_control && !selects) else {
            return false;
        };
        self.drag.row = Some(row);
        self.drag.pointer = event.pointer_id();
        self.drag.is_touch = event.pointer_type() == "touch";
        self.drag.from = point(event);
        self.drag.at = self.drag.from;
        self.drag.is_touch
    }

    /// The pointer moves; whether a drag begins.
    fn moved(&mut self, event: &PointerEvent) -> bool {
        let drag = &mut self.drag;
        if drag.row.is_none() || event.pointer_id() != drag.pointer {
            return false;
        }
        drag.at = point(event);
        let (x, y) = (drag.at.0 - drag.from.0, drag.at.1 - drag.from.1);
        let is_far = x.hypot(y) > NEAR;
        if drag.is_moving {
            drag.is_held &= !is_far;
            return false;
        }
        if is_far && drag.is_touch {
            // It scrolls.
            drag.let_go();
            self.stop_waiting();
            return false;
        }
        is_far
    }

    fn end(&mut self, is_good: bool) -> End {
        if is_good && self.drag.is_moving {
            self.drag.target = target(self.drag.row.as_ref(), self.drag.at);
        }
        let (row, target) = (self.drag.row.take(), self.drag.target.take());
        let (is_moving, is_held) = (self.drag.is_moving, self.drag.is_held);
        self.drag.let_go();
        self.drag.swallows_click = is_moving;
        match (row, target) {
            (Some(row), _) if is_good && is_held => End::Held(row),
            (Some(row), Some(target)) if is_good && is_moving => End::Moved(row, target),
            _ => End::Nothing,
        }
    }
}

/// The row, or the place of the column, that an event is about.
fn held(event: &Event) -> Option<HtmlElement> {
    page::around(event, ROW).or_else(|| page::around(event, PLACE))
}

fn point(event: &PointerEvent) -> (f64, f64) {
    (event.client_x().into(), event.client_y().into())
}

/// A finger that rests lifts what it presses.
fn wait(shared: &Shared) {
    let later = Rc::clone(shared);
    let lift = move || {
        let Ok(mut this) = later.try_borrow_mut() else { return };
        if this.drag.row.is_none() {
            return;
        }
        this.drag.is_held = true;
        drop(this);
        begin(&later);
    };
    if let Ok(mut this) = shared.try_borrow_mut() {
        this.stop_waiting();
        this.waiting = set_timeout_with_handle(lift, LONG_PRESS).ok();
    }
}

/// A press has become a drag.
fn begin(shared: &Shared) {
    {
        let Ok(mut this) = shared.try_borrow_mut() else { return };
        let Some(row) = this.drag.row.clone() else { return };
        let at = this.drag.at;
        this.drag.is_moving = true;
        this.drag.ghost.lift(&row, at);
        if let Some(root) = document().document_element() {
            // Moves are heard wherever the pointer goes.
            let _ = root.set_pointer_capture(this.drag.pointer);
        }
    }
    frames(shared);
}

/// Follows the pointer from frame to frame for as long as something moves with it.
fn frames(shared: &Shared) {
    let next = Rc::clone(shared);
    request_animation_frame(move || {
        {
            let Ok(mut this) = next.try_borrow_mut() else { return };
            if !this.drag.is_moving {
                return;
            }
            let height = window().inner_height().ok().and_then(|height| height.as_f64());
            let by = scroll(this.drag.at.1, height.unwrap_or_default());
            if by != 0.0 && !this.drag.is_held {
                window().scroll_by_with_x_and_y(0.0, by);
            }
            let at = this.drag.at;
            let row = this.drag.row.as_ref().filter(|_| !this.drag.is_held);
            let target = row.and_then(|row| target(Some(row), at));
            this.drag.ghost.follow(at, target.as_ref());
            this.drag.target = target;
        }
        frames(&next);
    });
}

fn finish(shared: &Shared, end: End) {
    match end {
        End::Nothing => {}
        End::Held(row) if page::id(&row).is_some() => picking::toggle(shared, &row),
        End::Held(_) => {}
        End::Moved(place, Target::Gap(gap)) => {
            places::put(shared, &place, gap.index);
        }
        End::Moved(row, target) => {
            let Some(id) = page::id(&row) else { return };
            match target {
                Target::Place(place) => {
                    moving::give(&id, &place.get_attribute("data-takes").unwrap_or_default());
                }
                Target::Group(spot) => moving::drop_at(shared, &id, spot),
                Target::Gap(_) => {}
            }
        }
    }
}
