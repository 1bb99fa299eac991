//! What follows the pointer while a row is dragged, and where it would go.

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::page;
use super::places::LINE;
use super::target::{Target, rows_of};

/// The title under the pointer, the line between rows, and what is marked.
#[derive(Default)]
pub(super) struct Ghost {
    title: Option<HtmlElement>,
    line: Option<HtmlElement>,
    lifted: Option<HtmlElement>,
    marked: Option<HtmlElement>,
}

impl Ghost {
    /// A row is lifted.
    pub(super) fn lift(&mut self, row: &HtmlElement, at: (f64, f64)) {
        self.clear();
        let _ = row.set_attribute("data-lifted", "");
        self.lifted = Some(row.clone());
        self.title = make("tasks-ghost");
        self.line = make("tasks-line");
        if let Some(title) = &self.title {
            title.set_text_content(Some(&page::title(row)));
        }
        if let Some(root) = document().document_element() {
            let _ = root.set_attribute("data-hand", "move");
        }
        self.follow(at, None);
    }

    /// The pointer is there, and the row would go to the target.
    pub(super) fn follow(&mut self, (x, y): (f64, f64), target: Option<&Target>) {
        if let Some(title) = &self.title {
            let _ = title.style().set_property("translate", &format!("{x}px {y}px"));
        }
        let place = match target {
            Some(Target::Place(place)) => Some(place.clone()),
            _ => None,
        };
        if self.marked != place {
            self.unmark();
            if let Some(place) = &place {
                let _ = place.set_attribute("data-marked", "");
            }
            self.marked = place;
        }
        let Some(line) = &self.line else { return };
        if let Some(Target::Gap(gap)) = target {
            return draw(line, gap.line);
        }
        let spot = match target {
            Some(Target::Group(spot)) => Some(*spot),
            _ => None,
        };
        let section = spot.and_then(|spot| {
            page::all("[data-tasks] .tasks-board section").into_iter().nth(spot.group)
        });
        let (Some(spot), Some(section)) = (spot, section) else {
            line.set_hidden(true);
            return;
        };
        let rows = rows_of(&section);
        let y = match (rows.get(spot.row), rows.last()) {
            (Some(row), _) => page::stretch(row).top,
            (None, Some(last)) => page::stretch(last).bottom,
            (None, None) => page::stretch(&section).bottom,
        };
        let area = section.get_bounding_client_rect();
        draw(line, [area.left(), y, area.width(), LINE]);
    }

    /// Nothing is dragged.
    pub(super) fn clear(&mut self) {
        self.unmark();
        for made in [self.title.take(), self.line.take()].into_iter().flatten() {
            made.remove();
        }
        if let Some(lifted) = self.lifted.take() {
            let _ = lifted.remove_attribute("data-lifted");
            if let Some(root) = document().document_element() {
                let _ = root.remove_attribute("data-hand");
            }
        }
    }

    fn unmark(&mut self) {
        if let Some(marked) = self.marked.take() {
            let _ = marked.remove_attribute("data-marked");
        }
    }
}

/// Shows the line at that left and top edge, of that width and height.
fn draw(line: &HtmlElement, [left, top, width, height]: [f64; 4]) {
    line.set_hidden(false);
    let style = line.style();
    let _ = style.set_property("translate", &format!("{left}px {top}px"));
    let _ = style.set_property("width", &format!("{width}px"));
    let _ = style.set_property("height", &format!("{height}px"));
}

fn make(class: &str) -> Option<HtmlElement> {
    let element: HtmlElement = document().create_element("div").ok()?.dyn_into().ok()?;
    element.set_class_name(class);
    let _ = element.set_attribute("aria-hidden", "true");
    document().body()?.append_child(&element).ok()?;
    Some(element)
}
