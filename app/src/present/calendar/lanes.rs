//! Blocks that overlap stand side by side.

/// From which minute to which.
pub(super) type Minutes = (u32, u32);

/// A place side by side with others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    /// Which lane, from 0.
    pub(super) lane: usize,
    /// How many lanes share the width.
    pub(super) lanes: usize,
    /// How many of them it fills: lanes to its right that are free all the while.
    pub(super) wide: usize,
}

/// Blocks that found no lane, told of in the last one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct More {
    /// When they take place.
    pub(super) minutes: Minutes,
    /// How many they are.
    pub(super) count: usize,
    /// Where they are told of.
    pub(super) place: Place,
}

/// Where everything goes.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Packed {
    /// A place for each block, in their order; none where there was no room.
    pub(super) places: Vec<Option<Place>>,
    /// What had no room.
    pub(super) more: Vec<More>,
}

/// Gives lanes to blocks in the order of their starts, the longer first: those that
/// overlap, directly or through others, share the width, `most` lanes at most.
pub(super) fn pack(blocks: &[Minutes], most: usize) -> Packed {
    let mut packed = Packed::default();
    let mut rest = blocks;
    while !rest.is_empty() {
        let (cluster, after) = rest.split_at(cluster(rest));
        pack_cluster(cluster, most, &mut packed);
        rest = after;
    }
    packed
}

/// How many of the first blocks hang together.
fn cluster(blocks: &[Minutes]) -> usize {
    let mut end = 0;
    for (index, (from, to)) in blocks.iter().enumerate() {
        if index > 0 && *from >= end {
            return index;
        }
        end = end.max(*to);
    }
    blocks.len()
}

fn pack_cluster(cluster: &[Minutes], most: usize, packed: &mut Packed) {
    let mut taken: Vec<u32> = Vec::new();
    let mut lanes = Vec::with_capacity(cluster.len());
    for (from, to) in cluster {
        let lane = taken.iter().position(|until| until <= from).unwrap_or(taken.len());
        match taken.get_mut(lane) {
            Some(until) => *until = *to,
            None => taken.push(*to),
        }
        lanes.push(lane);
    }
    // The last lane tells of what has none.
    let count = taken.len().min(most);
    let shown = if taken.len() > most { most - 1 } else { most };
    let wide = |index: usize, lane: usize| {
        let (from, to) = cluster[index];
        let next = cluster
            .iter()
            .zip(&lanes)
            .filter(|((other_from, other_to), other)| {
                **other > lane && *other_from < to && from < *other_to
            })
            .map(|(_, other)| *other)
            .min();
        next.unwrap_or(count).min(count) - lane
    };
    for (index, lane) in lanes.iter().enumerate() {
        let place = Place { lane: *lane, lanes: count, wide: 1 };
        packed.places.push((*lane < shown).then(|| Place { wide: wide(index, *lane), ..place }));
    }
    let place = Place { lane: shown, lanes: count, wide: 1 };
    let hidden = cluster.iter().zip(&lanes).filter(|(_, lane)| **lane >= shown);
    let mut last: Option<More> = None;
    for (minutes, _) in hidden {
        match &mut last {
            Some(more) if minutes.0 < more.minutes.1 => {
                more.minutes.1 = more.minutes.1.max(minutes.1);
                more.count += 1;
            }
            _ => packed.more.extend(last.replace(More { minutes: *minutes, count: 1, place })),
        }
    }
    packed.more.extend(last);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(blocks: &[Minutes]) -> Vec<(usize, usize, usize)> {
        let packed = pack(blocks, 9);
        assert!(packed.more.is_empty());
        let place =
            |place: &Option<Place>| place.map(|place| (place.lane, place.lanes, place.wide));
        packed.places.iter().map(|one| place(one).expect("a place")).collect()
    }

    #[test]
    fn what_overlaps_shares_the_width_and_what_does_not_has_it_all() {
        assert_eq!(places(&[(0, 40), (40, 80)]), [(0, 1, 1), (0, 1, 1)]);
        assert_eq!(places(&[(0, 40), (20, 60)]), [(0, 2, 1), (1, 2, 1)]);
        // The third overlaps the second only, and takes the lane that is free again.
        assert_eq!(places(&[(0, 40), (20, 80), (40, 60)]), [(0, 2, 1), (1, 2, 1), (0, 2, 1)]);
        assert_eq!(
            places(&[(0, 90), (10, 90), (20, 90), (120, 140)]),
            [(0, 3, 1), (1, 3, 1), (2, 3, 1), (0, 1, 1)]
        );
    }

    #[test]
    fn lanes_to_the_right_that_stay_free_are_used() {
        // Three at first, then one beside the long first one: it fills two lanes.
        assert_eq!(
            places(&[(0, 100), (0, 30), (0, 30), (50, 80)]),
            [(0, 3, 1), (1, 3, 1), (2, 3, 1), (1, 3, 2)]
        );
    }

    #[test]
    fn no_two_blocks_cover_each_other() {
        let mut blocks: Vec<Minutes> = (0..60)
            .map(|index| (index * 37 % 1300, index * 37 % 1300 + 20 + index * 13 % 150))
            .collect();
        blocks.sort_by_key(|(from, to)| (*from, std::cmp::Reverse(*to)));
        let packed = pack(&blocks, 60);
        for (index, one) in blocks.iter().enumerate() {
            for (other, two) in blocks.iter().enumerate().skip(index + 1) {
                if one.0 >= two.1 || two.0 >= one.1 {
                    continue;
                }
                let (a, b) = (
                    packed.places[index].expect("a place"),
                    packed.places[other].expect("a place"),
                );
                assert_eq!(a.lanes, b.lanes);
                assert!(
                    a.lane + a.wide <= b.lane || b.lane + b.wide <= a.lane,
                    "{one:?} {a:?} covers {two:?} {b:?}"
                );
            }
        }
    }

    #[test]
    fn what_has_no_room_is_told_of_in_the_last_lane() {
        let blocks = [(0, 60), (0, 60), (0, 60), (10, 30), (40, 50)];
        let packed = pack(&blocks, 3);
        let place = Place { lane: 2, lanes: 3, wide: 1 };
        assert_eq!(packed.places[1], Some(Place { lane: 1, ..place }));
        assert_eq!(packed.places[2..], [None, None, None]);
        assert_eq!(packed.more, [More { minutes: (0, 60), count: 3, place }]);
    }
}
