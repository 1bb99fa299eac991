//! Where a task stands among the groups, and where it goes.

use crate::texts;
use crate::view::tasks::{NO_LIST, Place, TaskGroup};

/// A place among the groups: which group, and before which of its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    /// The group, from 0.
    pub(super) group: usize,
    /// The row, from 0; as many as there are stands for the end.
    pub(super) row: usize,
}

/// What is sent of a move: the neighbours, and what the new group gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Moved {
    /// The row that it stands behind; empty for none.
    pub(super) after: String,
    /// The row that it stands before, where there is none that it stands behind.
    pub(super) before: String,
    /// What the group gives; empty where it stays in its own.
    pub(super) takes: String,
}

/// Where a task is.
pub(super) fn find(groups: &[TaskGroup], id: &str) -> Option<Spot> {
    groups.iter().enumerate().find_map(|(group, rows)| {
        let row = rows.rows.iter().position(|task| task.id == id)?;
        Some(Spot { group, row })
    })
}

/// Puts a task elsewhere; `to` counts the rows as they are before. Where it then is;
/// none where it cannot go or stays.
pub(super) fn put(groups: &mut [TaskGroup], id: &str, to: Spot) -> Option<Spot> {
    let from = find(groups, id)?;
    let is_same = from.group == to.group;
    let target = groups.get(to.group)?;
    if if is_same { !target.by_hand } else { target.takes.is_empty() } {
        return None;
    }
    let row = if is_same && to.row > from.row { to.row - 1 } else { to.row };
    if is_same && row == from.row {
        return None;
    }
    let source = groups.get_mut(from.group)?;
    let task = source.rows.remove(from.row);
    source.count = source.count.saturating_sub(1);
    let target = groups.get_mut(to.group)?;
    let row = row.min(target.rows.len());
    target.rows.insert(row, task);
    target.count += 1;
    Some(Spot { group: to.group, row })
}

/// One step up or down: past a neighbour, or into the next group that takes tasks.
pub(super) fn step(groups: &[TaskGroup], id: &str, down: bool) -> Option<Spot> {
    let Spot { group, row } = find(groups, id)?;
    let own = groups.get(group)?;
    if own.by_hand {
        let is_timed = |row: usize| own.rows.get(row).is_some_and(|task| !task.due_time.is_empty());
        let neighbour = if down { Some(row + 1) } else { row.checked_sub(1) };
        let neighbour = neighbour.filter(|next| *next < own.rows.len());
        // What has a time stands by its time.
        if let Some(next) = neighbour.filter(|next| !is_timed(*next) && !is_timed(row)) {
            return Some(Spot { group, row: if down { next + 1 } else { next } });
        }
    }
    let takes = |(_, group): &(usize, &TaskGroup)| !group.takes.is_empty();
    let next = if down {
        groups.iter().enumerate().skip(group + 1).find(takes)
    } else {
        groups.iter().enumerate().take(group).rev().find(takes)
    };
    next.map(|(group, rows)| Spot { group, row: if down { 0 } else { rows.rows.len() } })
}

/// What is to be sent of where a task is now, if it was in the group of that key before.
pub(super) fn moved(groups: &[TaskGroup], id: &str, was_in: &str) -> Option<Moved> {
    let spot = find(groups, id)?;
    let group = groups.get(spot.group)?;
    let near = |row: Option<usize>| {
        let task = row.and_then(|row| group.rows.get(row)).filter(|_| group.by_hand);
        // The order of what has a time is not made by hand.
        task.filter(|task| task.due_time.is_empty()).map(|task| task.id.clone())
    };
    let after = near(spot.row.checked_sub(1)).unwrap_or_default();
    let before = if after.is_empty() { near(Some(spot.row + 1)) } else { None };
    let takes = if group.key == was_in { String::new() } else { group.takes.clone() };
    Some(Moved { after, before: before.unwrap_or_default(), takes })
}

/// Where a list or a saved filter has gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ranked {
    /// What it stands behind; empty for none.
    pub(super) after: String,
    /// What it stands before, where there is nothing that it stands behind.
    pub(super) before: String,
    /// What is said of it.
    pub(super) words: String,
}

/// Puts a place before another one; `to` counts them as they are before. None where it cannot
/// go or stays. What is in no list stays last.
pub(super) fn rank(places: &mut Vec<Place>, key: &str, to: usize) -> Option<Ranked> {
    let from = places.iter().position(|place| place.key == key)?;
    let count = places.iter().filter(|place| place.key != NO_LIST).count();
    let to = if to > from { to - 1 } else { to };
    if to == from || to >= count {
        return None;
    }
    let place = places.remove(from);
    let words = texts::tasks::rank(&place.name, to + 1, count);
    places.insert(to, place);
    let key = |index: Option<usize>| {
        index.and_then(|index| places.get(index)).map(|place| place.key.clone()).unwrap_or_default()
    };
    let after = key(to.checked_sub(1));
    let before = if after.is_empty() { key(Some(to + 1)) } else { String::new() };
    Some(Ranked { after, before, words })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::row::TaskView;

    fn group(key: &str, takes: &str, rows: &[&str]) -> TaskGroup {
        let row = |id: &&str| {
            let (id, due_time) = id.split_once('@').unwrap_or((id, ""));
            TaskView { id: id.to_owned(), due_time: due_time.to_owned(), ..TaskView::default() }
        };
        TaskGroup {
            key: key.to_owned(),
            takes: takes.to_owned(),
            by_hand: !takes.is_empty(),
            count: rows.len(),
            rows: rows.iter().map(row).collect(),
            ..TaskGroup::default()
        }
    }

    fn groups() -> Vec<TaskGroup> {
        vec![
            group("overdue", "", &["a", "b"]),
            group("today", "day:1", &["t@09:00", "c", "d", "e"]),
            group("next", "day:2", &[]),
        ]
    }

    fn ids(group: &TaskGroup) -> Vec<&str> {
        group.rows.iter().map(|task| task.id.as_str()).collect()
    }

    #[test]
    fn a_task_goes_where_it_is_put() {
        let mut groups = groups();
        assert_eq!(
            put(&mut groups, "c", Spot { group: 1, row: 4 }),
            Some(Spot { group: 1, row: 3 })
        );
        assert_eq!(ids(&groups[1]), ["t", "d", "e", "c"]);
        let moved_to = moved(&groups, "c", "today");
        assert_eq!(moved_to, Some(Moved { after: "e".to_owned(), ..Moved::default() }));
        assert_eq!(
            put(&mut groups, "a", Spot { group: 2, row: 0 }),
            Some(Spot { group: 2, row: 0 })
        );
        assert_eq!((ids(&groups[0]), groups[0].count, groups[2].count), (vec!["b"], 1, 1));
        let moved_to = moved(&groups, "a", "overdue");
        assert_eq!(moved_to, Some(Moved { takes: "day:2".to_owned(), ..Moved::default() }));
    }

    #[test]
    fn nothing_goes_where_nothing_can_be_put() {
        let mut groups = groups();
        assert_eq!(put(&mut groups, "c", Spot { group: 0, row: 0 }), None);
        assert_eq!(put(&mut groups, "a", Spot { group: 0, row: 2 }), None);
        assert_eq!(put(&mut groups, "d", Spot { group: 1, row: 2 }), None);
        assert_eq!(put(&mut groups, "d", Spot { group: 1, row: 3 }), None);
        assert_eq!(put(&mut groups, "d", Spot { group: 7, row: 0 }), None);
        assert_eq!(groups, self::groups());
    }

    #[test]
    fn steps_pass_neighbours_then_leave_the_group() {
        let groups = groups();
        assert_eq!(step(&groups, "d", false), Some(Spot { group: 1, row: 1 }));
        assert_eq!(step(&groups, "d", true), Some(Spot { group: 1, row: 4 }));
        assert_eq!(step(&groups, "e", true), Some(Spot { group: 2, row: 0 }));
        assert_eq!(step(&groups, "a", true), Some(Spot { group: 1, row: 0 }));
        // Above is what has a time, and a group that takes nothing.
        assert_eq!(step(&groups, "c", false), None);
        assert_eq!(step(&groups, "nobody", true), None);
    }

    #[test]
    fn lists_change_places_and_none_goes_behind_what_has_no_list() {
        let place =
            |key: &str| Place { key: key.to_owned(), name: key.to_uppercase(), ..Place::default() };
        let mut places = ["a", "b", "c", NO_LIST].map(place).to_vec();
        let keys = |places: &[Place]| {
            places.iter().map(|place| place.key.clone()).collect::<Vec<_>>().join(" ")
        };
        let ranked = rank(&mut places, "a", 3).expect("moves");
        assert_eq!(keys(&places), "b c a none");
        assert_eq!((ranked.after.as_str(), ranked.words.as_str()), ("c", "“A”, 3 of 3."));
        assert_eq!(rank(&mut places, "a", 4), None);
        assert_eq!(rank(&mut places, "a", 5), None);
        assert_eq!(rank(&mut places, "a", 2), None);
        let ranked = rank(&mut places, "a", 0).expect("moves");
        assert_eq!((ranked.after.as_str(), ranked.before.as_str()), ("", "b"));
        assert_eq!(keys(&places), "a b c none");
        assert_eq!(rank(&mut places, "nobody", 0), None);
    }
}
