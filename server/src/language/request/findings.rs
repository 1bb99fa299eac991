//! Dates and amounts of a whole message, found once and shared by all who ask about its parts.

use std::cell::{Cell, OnceCell};

use crate::language::{
    Direction, Reference,
    lexer::Tokens,
    money::{self, Found, Weight},
    scan::{Fragment, Scene},
};

/// What a message holds.
pub(super) struct Findings<'s, 't> {
    tokens: &'s Tokens<'t>,
    reference: &'s Reference,
    ahead: OnceCell<Vec<Fragment>>,
    back: OnceCell<Vec<Fragment>>,
    amounts: OnceCell<Vec<Found>>,
    /// Where the politeness in front of the parts looked at last ends: every room asks for it.
    plain: [Cell<Option<Plain>>; KEPT],
    oldest: Cell<usize>,
}

/// A part, and where the politeness in front of it ends.
#[derive(Debug, Clone, Copy)]
struct Plain {
    from: usize,
    to: usize,
    end: usize,
}

/// How many of those are kept.
const KEPT: usize = 8;

/// The entries of a sorted list that lie inside a stretch; `None` when one lies across its border.
fn inside<T>(
    list: &[T],
    from: usize,
    to: usize,
    ends: impl Fn(&T) -> (usize, usize),
) -> Option<&[T]> {
    let first = list.partition_point(|entry| ends(entry).1 <= from);
    let behind = list.partition_point(|entry| ends(entry).0 < to);
    let slice = list.get(first..behind)?;
    let crossed = slice.first().is_some_and(|entry| ends(entry).0 < from)
        || slice.last().is_some_and(|entry| ends(entry).1 > to);
    (!crossed).then_some(slice)
}

impl<'s, 't> Findings<'s, 't> {
    pub(super) fn new(tokens: &'s Tokens<'t>, reference: &'s Reference) -> Self {
        let (ahead, back, amounts) = (OnceCell::new(), OnceCell::new(), OnceCell::new());
        let plain = std::array::from_fn(|_| Cell::new(None));
        Self { tokens, reference, ahead, back, amounts, plain, oldest: Cell::new(0) }
    }

    /// Where the politeness in front of a part ends, worked out once for each.
    pub(super) fn plain(&self, from: usize, to: usize, end: impl FnOnce() -> usize) -> usize {
        let same = |kept: &Plain| kept.from == from && kept.to == to;
        if let Some(kept) = self.plain.iter().filter_map(Cell::get).find(same) {
            return kept.end;
        }
        let end = end();
        let place = self.oldest.get();
        if let Some(cell) = self.plain.get(place) {
            cell.set(Some(Plain { from, to, end }));
        }
        self.oldest.set((place + 1) % KEPT);
        end
    }

    fn fresh(&self, direction: Direction, from: usize, to: usize) -> Vec<Fragment> {
        Scene::new(self.tokens, self.reference, direction).scan(from, to)
    }

    /// All date expressions of the message.
    pub(super) fn all_dates(&self, direction: Direction) -> &[Fragment] {
        let cell = match direction {
            Direction::Forward => &self.ahead,
            Direction::Back => &self.back,
        };
        cell.get_or_init(|| self.fresh(direction, 0, self.tokens.len()))
    }

    /// The date expressions of a part; a border through one makes it be read anew.
    pub(super) fn dates(&self, direction: Direction, from: usize, to: usize) -> Vec<Fragment> {
        let ends = |fragment: &Fragment| (fragment.from, fragment.to);
        match inside(self.all_dates(direction), from, to, ends) {
            Some(known) => known.to_vec(),
            None => self.fresh(direction, from, to),
        }
    }

    /// The numbers of a part that may be amounts.
    pub(super) fn amounts(&self, from: usize, to: usize) -> Vec<Found> {
        let all = self.amounts.get_or_init(|| money::all(self.tokens, 0, self.tokens.len()));
        match inside(all, from, to, |found| (found.from, found.to)) {
            Some(known) => known.to_vec(),
            None => money::all(self.tokens, from, to),
        }
    }

    /// Whether a part holds a number that is an amount even without a thing before it.
    pub(super) fn has_amount(&self, from: usize, to: usize) -> bool {
        self.amounts(from, to).iter().any(|found| found.weight > Weight::Plain)
    }

    /// Whether a token lies inside a date expression, where nothing is split.
    pub(super) fn is_inside(&self, at: usize) -> bool {
        let dates = self.all_dates(Direction::Forward);
        let behind = dates.partition_point(|fragment| fragment.to <= at);
        dates.get(behind).is_some_and(|fragment| fragment.from < at)
    }

    /// The last day named outright before a place.
    pub(super) fn carried(&self, before: usize) -> Option<chrono::NaiveDate> {
        let today = self.reference.now.date_naive();
        let fragment = self.all_dates(Direction::Forward).iter().rev().find(|fragment| {
            let parts = &fragment.parts;
            let day = parts.day.is_some() && parts.end_day.is_none() && parts.repeat.is_none();
            fragment.to <= before && day
        })?;
        let settled = fragment.parts.day?.settle(today, Direction::Forward).ok()?;
        settled.last.is_none().then_some(settled.first).filter(|date| *date >= today)
    }
}
