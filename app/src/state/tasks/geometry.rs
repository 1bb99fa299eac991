//! Which row a pointer is at, from where rows are.

/// From top to bottom, in pixels of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stretch {
    /// The upper edge.
    pub(super) top: f64,
    /// The lower edge.
    pub(super) bottom: f64,
}

impl Stretch {
    fn middle(self) -> f64 {
        f64::midpoint(self.top, self.bottom)
    }

    /// How far away `y` is; 0 within.
    fn distance(self, y: f64) -> f64 {
        (self.top - y).max(y - self.bottom).max(0.0)
    }
}

/// The stretch that is nearest, if there is any.
pub(super) fn nearest(stretches: &[Stretch], y: f64) -> Option<usize> {
    let distances = stretches.iter().map(|stretch| stretch.distance(y)).enumerate();
    distances.min_by(|(_, one), (_, other)| one.total_cmp(other)).map(|(index, _)| index)
}

/// Before which of the rows something is put at `y`.
pub(super) fn before(rows: &[Stretch], y: f64) -> usize {
    rows.iter().filter(|row| row.middle() < y).count()
}

/// How fast the page scrolls when something is held at the edges of a window of that
/// height, in pixels for each frame; negative is up.
pub(super) fn scroll(y: f64, height: f64) -> f64 {
    const EDGE: f64 = 56.0;
    const FASTEST: f64 = 14.0;
    let up = ((EDGE - y) / EDGE).clamp(0.0, 1.0);
    let down = ((y - height + EDGE) / EDGE).clamp(0.0, 1.0);
    (down - up) * FASTEST
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROWS: [Stretch; 3] = [
        Stretch { top: 0.0, bottom: 40.0 },
        Stretch { top: 40.0, bottom: 80.0 },
        Stretch { top: 100.0, bottom: 140.0 },
    ];

    #[test]
    fn a_row_is_left_behind_at_its_middle() {
        assert_eq!(before(&ROWS, -10.0), 0);
        assert_eq!(before(&ROWS, 19.0), 0);
        assert_eq!(before(&ROWS, 21.0), 1);
        assert_eq!(before(&ROWS, 999.0), 3);
        assert_eq!(before(&[], 5.0), 0);
    }

    #[test]
    fn what_is_nearest_counts() {
        assert_eq!(nearest(&ROWS, 50.0), Some(1));
        assert_eq!(nearest(&ROWS, 95.0), Some(2));
        assert_eq!(nearest(&ROWS, -50.0), Some(0));
        assert_eq!(nearest(&[], 1.0), None);
    }

    #[test]
    fn only_the_edges_scroll() {
        assert!(scroll(10.0, 800.0) < 0.0 && scroll(795.0, 800.0) > 0.0);
        assert!(scroll(400.0, 800.0).abs() < f64::EPSILON);
    }
}
