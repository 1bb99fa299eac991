//! Where a pointer is: which day, and which minute of it.

use super::span::DAY;

/// How near an edge a pointer scrolls, in pixels.
const EDGE: f64 = 48.0;
/// The fastest that it scrolls, in pixels a frame.
const FASTEST: f64 = 18.0;

/// A place on the screen, in pixels from the window's corner.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Point {
    /// From the left.
    pub(crate) x: f64,
    /// From the top.
    pub(crate) y: f64,
}

impl Point {
    /// How far away another one is.
    pub(crate) fn distance(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y)
    }
}

/// A rectangle on the screen.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Area {
    /// Its left edge.
    pub(crate) left: f64,
    /// Its upper edge.
    pub(crate) top: f64,
    /// Its right edge.
    pub(crate) right: f64,
    /// Its lower edge.
    pub(crate) bottom: f64,
}

impl Area {
    /// How far a point lies outside, left or right and above or below.
    fn outside(self, point: Point) -> (f64, f64) {
        let beyond = |at: f64, low: f64, high: f64| (low - at).max(at - high).max(0.0);
        (beyond(point.x, self.left, self.right), beyond(point.y, self.top, self.bottom))
    }
}

/// A day's place in the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cell {
    /// The day's number.
    pub(crate) day: i64,
    /// Where it is.
    pub(crate) area: Area,
    /// Whether its height is the 24 hours of the day.
    pub(crate) has_hours: bool,
}

/// What a pointer points at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    /// The day's number.
    pub(crate) day: i64,
    /// The minute of the day, from 0 to 1440; none where a day is shown as a whole.
    pub(crate) minute: Option<i64>,
}

/// The place nearest to a point. In a week the band of whole days reaches up to the
/// window's edge: hours that were scrolled away lie under it.
pub(crate) fn place(cells: &[Cell], point: Point) -> Option<Place> {
    let is_week = is_week(cells);
    let wants_hours = is_week && point.y > band_ends(cells);
    let near = cells.iter().filter(|cell| cell.has_hours == wants_hours).min_by(|one, other| {
        let far = |cell: &Cell| {
            let (across, along) = cell.area.outside(point);
            // A column is chosen by its side only.
            if is_week { across } else { across + along }
        };
        far(one).total_cmp(&far(other))
    })?;
    Some(Place { day: near.day, minute: near.has_hours.then(|| minute(near.area, point.y)) })
}

fn is_week(cells: &[Cell]) -> bool {
    cells.iter().any(|cell| cell.has_hours)
}

/// Where the band above the hours ends; far up where there is none.
pub(crate) fn band_ends(cells: &[Cell]) -> f64 {
    let is_week = is_week(cells);
    let band = cells.iter().filter(|cell| is_week && !cell.has_hours);
    band.map(|cell| cell.area.bottom).fold(f64::NEG_INFINITY, f64::max)
}

fn minute(area: Area, y: f64) -> i64 {
    let part = ((y - area.top) / (area.bottom - area.top).max(1.0)).clamp(0.0, 1.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "0 to 1440")]
    let minute = (part * DAY as f64) as i64;
    minute
}

/// How far to scroll in this frame for a pointer at `at` between two edges; negative
/// is back. The nearer the edge, the faster.
pub(crate) fn scroll(at: f64, low: f64, high: f64) -> f64 {
    // Edges that lie close together leave a middle that rests.
    let edge = EDGE.min((high - low) / 4.0);
    if edge <= 0.0 {
        return 0.0;
    }
    let speed = |depth: f64| (depth / edge).clamp(0.0, 1.0) * FASTEST;
    speed(at - (high - edge)) - speed((low + edge) - at)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(day: i64, left: f64, top: f64, height: f64, has_hours: bool) -> Cell {
        let area = Area { left, top, right: left + 100.0, bottom: top + height };
        Cell { day, area, has_hours }
    }

    /// Two days: a band at 100 to 140, hours from -380 (scrolled by eight hours) on.
    fn week() -> Vec<Cell> {
        let hours = |day: i64, left| cell(day, left, -340.0, 1440.0, true);
        vec![
            cell(1, 50.0, 100.0, 40.0, false),
            cell(2, 150.0, 100.0, 40.0, false),
            hours(1, 50.0),
            hours(2, 150.0),
        ]
    }

    fn at(cells: &[Cell], x: f64, y: f64) -> (i64, Option<i64>) {
        let place = place(cells, Point { x, y }).expect("a place");
        (place.day, place.minute)
    }

    #[test]
    fn a_point_has_its_day_and_minute() {
        assert_eq!(at(&week(), 60.0, 200.0), (1, Some(540)));
        assert_eq!(at(&week(), 160.0, 200.0), (2, Some(540)));
    }

    #[test]
    fn the_band_lies_over_hours_that_were_scrolled_away() {
        assert_eq!(at(&week(), 60.0, 120.0), (1, None));
        assert_eq!(at(&week(), 160.0, 20.0), (2, None), "above the band is the band");
    }

    #[test]
    fn what_is_beyond_the_grid_counts_as_its_edge() {
        assert_eq!(at(&week(), 0.0, 200.0), (1, Some(540)));
        assert_eq!(at(&week(), 999.0, 5000.0), (2, Some(1440)));
        assert_eq!(place(&[], Point::default()), None);
    }

    #[test]
    fn a_month_has_rows_of_whole_days() {
        let month = [
            cell(1, 0.0, 0.0, 80.0, false),
            cell(2, 100.0, 0.0, 80.0, false),
            cell(8, 0.0, 80.0, 80.0, false),
            cell(9, 100.0, 80.0, 80.0, false),
        ];
        assert_eq!(at(&month, 120.0, 130.0), (9, None));
        assert_eq!(at(&month, -5.0, 200.0), (8, None));
    }

    #[test]
    fn edges_scroll_faster_the_nearer_they_are() {
        assert!(scroll(300.0, 0.0, 600.0).abs() < f64::EPSILON);
        assert!(scroll(10.0, 0.0, 600.0) < scroll(40.0, 0.0, 600.0));
        assert!(scroll(40.0, 0.0, 600.0) < 0.0 && scroll(590.0, 0.0, 600.0) > 0.0);
        assert!((scroll(900.0, 0.0, 600.0) - FASTEST).abs() < f64::EPSILON);
        assert!(scroll(5.0, 0.0, 0.0).abs() < f64::EPSILON);
    }
}
