//! Putting a list or a saved filter elsewhere among its kind, by hand or by keys.

use leptos::prelude::request_animation_frame;
use web_sys::{DomRect, HtmlElement};

use super::super::geometry::{Stretch, before};
use super::super::order;
use super::{Shared, page};
use crate::texts;
use crate::view::tasks::{Place, TasksView};

/// What can be moved in the column.
pub(super) const PLACE: &str = "[data-tasks] nav li[data-place]";

/// How thick the line is that shows where something would go, in pixels.
pub(super) const LINE: f64 = 2.0;

/// Between two of a kind.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gap {
    /// Before which of them, from 0.
    pub(super) index: usize,
    /// Left, top, width and height of the line that shows it, in pixels of the window.
    pub(super) line: [f64; 4],
}

/// Where a place would go if it were let go there.
pub(super) fn gap(place: &HtmlElement, (x, y): (f64, f64)) -> Option<Gap> {
    let kind = place.get_attribute("data-place")?;
    let fellows = page::all(&format!("{PLACE}[data-place='{kind}']"));
    let rects: Vec<_> = fellows.iter().map(|fellow| fellow.get_bounding_client_rect()).collect();
    let (first, last) = (rects.first()?, rects.last()?);
    // On a phone they stand beside each other.
    let is_line = last.top() < first.bottom() && rects.len() > 1;
    let along = |rect: &DomRect| {
        if is_line {
            Stretch { top: rect.left(), bottom: rect.right() }
        } else {
            Stretch { top: rect.top(), bottom: rect.bottom() }
        }
    };
    let stretches: Vec<_> = rects.iter().map(along).collect();
    let index = before(&stretches, if is_line { x } else { y });
    let edge = stretches.get(index).map_or(along(last).bottom, |next| next.top);
    let line = if is_line {
        [edge, first.top(), LINE, first.height()]
    } else {
        [first.left(), edge, first.width(), LINE]
    };
    Some(Gap { index, line })
}

/// One step up or down, by the keys.
pub(super) fn step(shared: &Shared, place: &HtmlElement, down: bool) {
    let Some((kind, key)) = named(place) else { return };
    let Ok(this) = shared.try_borrow() else { return };
    let here =
        this.shown.now(|view| of_kind(view, &kind).iter().position(|place| place.key == key));
    drop(this);
    let to =
        here.flatten().and_then(|here| if down { Some(here + 2) } else { here.checked_sub(1) });
    if !to.is_some_and(|to| put(shared, place, to)) {
        page::say(texts::tasks::NO_FURTHER);
    }
}

/// Puts a place before another one, shows that at once and sends it; whether it has moved.
pub(super) fn put(shared: &Shared, place: &HtmlElement, to: usize) -> bool {
    let Some((kind, key)) = named(place) else { return false };
    let Ok(this) = shared.try_borrow() else { return false };
    let shown = this.shown;
    drop(this);
    let moved = shown.change(|view| {
        let places = if kind == "list" { &mut view.lists } else { &mut view.filters };
        order::rank(places, &key, to)
    });
    let Some(moved) = moved.flatten() else { return false };
    page::say(&moved.words);
    if let Some(frame) = page::one("[data-tasks] [data-moving-place]") {
        page::write(&frame, "kind", &kind);
        page::write(&frame, "id", &key);
        page::write(&frame, "after", &moved.after);
        page::write(&frame, "before", &moved.before);
        page::send(&frame, "move-place");
    }
    // Whatever moves in the page loses the focus.
    request_animation_frame(move || {
        let link = page::one(&format!("{PLACE}[data-key='{key}'] a"));
        if let Some(link) = link {
            let _ = link.focus();
        }
    });
    true
}

fn named(place: &HtmlElement) -> Option<(String, String)> {
    Some((place.get_attribute("data-place")?, place.get_attribute("data-key")?))
}

fn of_kind<'a>(view: &'a TasksView, kind: &str) -> &'a [Place] {
    if kind == "list" { &view.lists } else { &view.filters }
}
