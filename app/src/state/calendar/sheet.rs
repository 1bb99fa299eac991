//! What the page says of itself: the days of the grid and the blocks in it.

use leptos::prelude::document;
use web_sys::{Element, HtmlElement};

use super::geometry::{self, Area, Cell};
use super::gesture::Subject;
use super::rules::{Field, Kind};
use super::span::{self, Span};
use super::words::Customs;
pub(super) use crate::state::find::{all, around};

/// Everything that can be moved.
pub(super) const BLOCK: &str = "[data-grid] :is([data-event],[data-task])";
/// What a press on it belongs to itself.
pub(super) const CONTROL: &str = "a,button,input,select,textarea,summary,label";

/// The days of the grid, where they are now.
#[derive(Default)]
pub(super) struct Board {
    /// Where each is.
    pub(super) cells: Vec<Cell>,
    /// The elements of the same.
    pub(super) elements: Vec<HtmlElement>,
}

impl Board {
    /// Reads the grid of the page.
    pub(super) fn read() -> Self {
        let mut board = Self::default();
        for element in all("[data-grid] [data-day]") {
            let day = element.get_attribute("data-day").and_then(|day| span::day(&day));
            let Some(day) = day else { continue };
            let has_hours = field(&element) == Some(Field::Hours);
            board.cells.push(Cell { day, area: area(&element), has_hours });
            board.elements.push(element);
        }
        board
    }

    /// Measures it again, as it was scrolled.
    pub(super) fn measure(&mut self) {
        for (cell, element) in self.cells.iter_mut().zip(&self.elements) {
            cell.area = area(element);
        }
    }

    /// Where the band above the hours ends; far up where there is none.
    pub(super) fn band_ends(&self) -> f64 {
        geometry::band_ends(&self.cells)
    }

    /// Whether the day is on the page.
    pub(super) fn has(&self, day: i64) -> bool {
        self.cells.iter().any(|cell| cell.day == day)
    }
}

/// Where an element is.
pub(super) fn area(element: &Element) -> Area {
    let rect = element.get_bounding_client_rect();
    Area { left: rect.left(), top: rect.top(), right: rect.right(), bottom: rect.bottom() }
}

/// Which part of a grid an element is in; none for one that is in no grid.
pub(super) fn field(element: &Element) -> Option<Field> {
    let root = element.closest("[data-band],[data-grid]").ok()??;
    Some(if root.has_attribute("data-band") {
        Field::Band
    } else if root.get_attribute("data-grid")? == "month" {
        Field::Month
    } else {
        Field::Hours
    })
}

/// What a block stands for. Tasks that are done stay where they are.
pub(super) fn subject(block: &Element) -> Option<Subject> {
    if block.has_attribute("data-done") {
        return None;
    }
    let read = |name| block.get_attribute(name);
    let (id, kind) = match read("data-event") {
        Some(id) => (id, Kind::Event),
        None => (read("data-task")?, Kind::Task),
    };
    let end = read("data-end").unwrap_or_default();
    Some(Subject {
        id,
        occurrence: read("data-occurrence").unwrap_or_default(),
        kind,
        // Only events have parts; a task's rule goes on from its deadline.
        repeats: kind == Kind::Event && block.has_attribute("data-repeats"),
        span: Span::read(&read("data-start")?, &end)?,
    })
}

/// The pieces of something on the page.
pub(super) fn pieces(subject: &Subject) -> Vec<HtmlElement> {
    let mut found = all(BLOCK);
    found.retain(|block| self::subject(block).is_some_and(|other| other.is(subject)));
    found
}

/// How the person writes dates and times.
pub(super) fn customs() -> Customs {
    let text = document().query_selector("[data-customs]").ok().flatten();
    let text = text.and_then(|root| root.get_attribute("data-customs")).unwrap_or_default();
    Customs {
        month_first: text.contains("month-first"),
        twelve_hours: text.contains("twelve-hours"),
    }
}
