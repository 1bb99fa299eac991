//! Bars over several days, packed into the rows of a week.

use std::ops::RangeInclusive;

/// Which days of the week a bar covers, from 0.
pub(super) type Columns = RangeInclusive<usize>;

/// Where everything goes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Packed {
    /// A row for each bar, in their order; none where there was no room.
    pub(super) rows: Vec<Option<usize>>,
    /// How many bars of each day have no row.
    pub(super) more: Vec<usize>,
    /// How many rows are needed, the line that tells of more included.
    pub(super) height: usize,
}

/// Gives each bar the first row that is free on all its days. A day with more than
/// `most` keeps its last row for telling so.
pub(super) fn pack(bars: &[Columns], days: usize, most: usize) -> Packed {
    let mut taken: Vec<Vec<bool>> = vec![Vec::new(); days];
    let mut rows = Vec::with_capacity(bars.len());
    for bar in bars {
        let columns = &taken[bar.clone()];
        let free = |row: usize| columns.iter().all(|day| !day.get(row).is_some_and(|taken| *taken));
        let row = (0..).find(|row| free(*row)).unwrap_or_default();
        for day in &mut taken[bar.clone()] {
            if day.len() <= row {
                day.resize(row + 1, false);
            }
            day[row] = true;
        }
        rows.push(row);
    }
    let is_full = |day: usize| taken[day].len() > most;
    let mut packed = Packed { more: vec![0; days], ..Packed::default() };
    for (bar, row) in bars.iter().zip(rows) {
        let is_shown = row < most && !(row + 1 == most && bar.clone().any(is_full));
        if is_shown {
            packed.height = packed.height.max(row + 1);
        } else {
            packed.height = packed.height.max(most);
            for day in bar.clone() {
                packed.more[day] += 1;
            }
        }
        packed.rows.push(is_shown.then_some(row));
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_take_the_first_row_that_is_free_on_all_their_days() {
        let packed = pack(&[0..=3, 2..=4, 4..=6, 0..=0], 7, 4);
        // The third has room again beside the first, the last one below it.
        assert_eq!(packed.rows, [Some(0), Some(1), Some(0), Some(1)]);
        assert_eq!((packed.more, packed.height), (vec![0; 7], 2));
    }

    #[test]
    fn as_many_as_there_are_rows_need_no_word_about_more() {
        let packed = pack(&[1..=1, 1..=1, 1..=1], 7, 3);
        assert_eq!(packed.rows, [Some(0), Some(1), Some(2)]);
        assert_eq!(packed.more, [0; 7]);
    }

    #[test]
    fn a_full_day_keeps_its_last_row_for_telling_so() {
        let packed = pack(&[1..=1, 1..=1, 1..=1, 1..=1], 7, 3);
        assert_eq!(packed.rows, [Some(0), Some(1), None, None]);
        assert_eq!(packed.more, [0, 2, 0, 0, 0, 0, 0]);
        assert_eq!(packed.height, 3);
    }

    #[test]
    fn a_bar_that_gives_way_on_one_day_is_told_of_on_all_of_its_days() {
        let packed = pack(&[0..=0, 0..=0, 0..=1, 0..=0], 2, 3);
        assert_eq!(packed.rows, [Some(0), Some(1), None, None]);
        assert_eq!(packed.more, [2, 1]);
    }
}
