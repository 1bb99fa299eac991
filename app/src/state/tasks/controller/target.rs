//! Where a row would go that is dragged, from where things are on the page.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::super::geometry::{before, nearest};
use super::super::order::Spot;
use super::page;
use super::places::{Gap, gap};

/// Where something would go.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Target {
    /// To a place in the column.
    Place(HtmlElement),
    /// Into a group, before one of its rows.
    Group(Spot),
    /// Between two places of the column.
    Gap(Gap),
}

/// Where a row, or a place of the column, would go if it were let go there.
pub(super) fn target(row: Option<&HtmlElement>, (x, y): (f64, f64)) -> Option<Target> {
    if let Some(place) = row.filter(|row| page::id(row).is_none()) {
        return gap(place, (x, y)).map(Target::Gap);
    }
    let is_in = |place: &HtmlElement| {
        let rect = place.get_bounding_client_rect();
        (rect.left()..rect.right()).contains(&x) && (rect.top()..rect.bottom()).contains(&y)
    };
    let places = page::all("[data-tasks] nav li[data-takes]");
    if let Some(place) = places.into_iter().find(is_in) {
        return Some(Target::Place(place));
    }
    let sections = page::all("[data-tasks] .tasks-board section");
    let stretches: Vec<_> = sections.iter().map(|section| page::stretch(section)).collect();
    let group = nearest(&stretches, y)?;
    let section = sections.get(group)?;
    let is_own = row.is_some_and(|row| section.contains(Some(row)));
    let takes = if is_own { "data-by-hand" } else { "data-takes" };
    if !section.has_attribute(takes) {
        return None;
    }
    let rows: Vec<_> = rows_of(section).iter().map(|row| page::stretch(row)).collect();
    let row = if section.has_attribute("data-by-hand") { before(&rows, y) } else { rows.len() };
    Some(Target::Group(Spot { group, row }))
}

/// The rows of a group.
pub(super) fn rows_of(section: &HtmlElement) -> Vec<HtmlElement> {
    let Ok(list) = section.query_selector_all("[data-row]") else { return Vec::new() };
    (0..list.length()).filter_map(|index| list.item(index)?.dyn_into().ok()).collect()
}
