//! The date expressions of a sentence, read together.

use chrono::NaiveDate;

use super::Sentence;
use crate::language::{
    Direction,
    request::{Days, Question},
    resolve::{self, Resolved},
    scan::{Fragment, Parts, Scene},
    when::{self, Moment},
};

/// The date expression of a sentence and the tokens it takes.
pub(in crate::language::request) struct Dated {
    pub(in crate::language::request) parts: Parts,
    pub(in crate::language::request) used: Vec<(usize, usize)>,
    pub(in crate::language::request) resolved: Option<Resolved>,
}

impl Sentence<'_, '_> {
    /// The date expressions of the sentence.
    pub(in crate::language::request) fn scan(&self, direction: Direction) -> Vec<Fragment> {
        self.findings.dates(direction, self.from, self.to)
    }

    /// Whether a day or time is named.
    pub(in crate::language::request) fn dated_at_all(&self) -> bool {
        self.scan(Direction::Forward).iter().any(|fragment| fragment.parts.is_dated())
    }

    /// The date expression of the sentence, read together from all its pieces.
    pub(in crate::language::request) fn dated(
        &self,
        direction: Direction,
    ) -> Result<Dated, Question> {
        self.together(&self.scan(direction), direction)
    }

    /// The same beside words that mean something else: "squeeze in (a half hour call)".
    pub(in crate::language::request) fn dated_beside(
        &self,
        taken: &[(usize, usize)],
        direction: Direction,
    ) -> Result<Dated, Question> {
        let all = self.scan(direction);
        let crossed = all.iter().any(|found| {
            taken.iter().any(|(from, to)| found.from < *to && *from < found.to && *to < found.to)
        });
        if !crossed {
            return self.together(&all, direction);
        }
        let mut fragments = Vec::new();
        let mut from = self.from;
        let mut borders: Vec<(usize, usize)> = taken.to_vec();
        borders.sort_unstable();
        for (start, end) in borders {
            fragments.extend(self.after(from).until(start).scan(direction));
            from = end.max(from);
        }
        fragments.extend(self.after(from).scan(direction));
        self.together(&fragments, direction)
    }

    /// The same, where a bare number at the start is an hour: "(move lunch to) 1".
    pub(in crate::language::request) fn dated_from_hour(
        &self,
        direction: Direction,
    ) -> Result<Dated, Question> {
        let scene = Scene::new(self.tokens, self.reference, direction).with_hour_first();
        self.together(&scene.scan(self.from, self.to), direction)
    }

    fn together(&self, fragments: &[Fragment], direction: Direction) -> Result<Dated, Question> {
        let of_a_thing = |found: &Fragment| {
            self.is_possessive(found)
                && fragments.iter().any(|other| {
                    other.parts.day.is_some() && !self.is_possessive(other) && !self.is_name(other)
                })
        };
        let named: Vec<usize> = fragments
            .iter()
            .filter(|found| self.is_name(found) || of_a_thing(found))
            .map(|found| found.from)
            .collect();
        // "sunday school on the 5th": the day in a name yields to one that is said outright.
        let outright = |found: &Fragment| !named.contains(&found.from) && found.parts.day.is_some();
        let fragments: Vec<Fragment> = if fragments.iter().any(outright) {
            fragments.iter().filter(|found| !named.contains(&found.from)).cloned().collect()
        } else {
            fragments.to_vec()
        };
        let Some((mut parts, used)) = when::together(&fragments) else {
            return Ok(Dated { parts: Parts::default(), used: Vec::new(), resolved: None });
        };
        let carries = parts.day.is_none()
            && parts.instant.is_none()
            && parts.repeat.is_none()
            && (parts.clock.is_some() || parts.part.is_some());
        if let Some(day) = self.carried.filter(|_| carries) {
            parts.day = Some(crate::language::day::DaySlot::exact(day));
        }
        let hint = when::hint(self.tokens, self.from, self.to);
        let resolved =
            resolve::resolve(&parts, self.reference, direction, hint).map_err(Question::from)?;
        let used = used
            .into_iter()
            .filter(|fragment| !named.contains(&fragment.from))
            .map(|fragment| (fragment.from, fragment.to))
            .collect();
        Ok(Dated { parts, used, resolved })
    }

    /// Whether a day that has passed, or today, is named.
    pub(in crate::language::request) fn dated_back(&self) -> bool {
        self.scan(Direction::Back)
            .iter()
            .any(|found| found.parts.day.is_some() || found.parts.part.is_some())
    }

    /// The days a question is about, some stretches and repeats left out.
    pub(in crate::language::request) fn days_without(
        &self,
        taken: &[(usize, usize)],
        direction: Direction,
    ) -> Result<(Days, Dated), Question> {
        let fragments: Vec<Fragment> = self
            .scan(direction)
            .into_iter()
            .filter(|found| {
                found.parts.repeat.is_none()
                    && !taken.iter().any(|(from, to)| found.from < *to && *from < found.to)
            })
            .collect();
        self.together(&fragments, direction).map(|dated| (self.days_in(&dated), dated))
    }

    /// Whether a day is part of a name that has kept it: "sunday school", "friday prayers".
    fn is_name(&self, found: &Fragment) -> bool {
        const BEHIND: [&str; 14] = [
            "school", "roast", "service", "mass", "league", "prayers", "prayer", "funday", "paper",
            "specials", "club", "market", "sermon", "worship",
        ];
        found.to == found.from + 1
            && found.parts.day.is_some_and(|day| day.weekday.is_some() && day.base.is_none())
            && found.to < self.to
            && BEHIND.contains(&self.word(found.to))
    }

    /// Whether it is the day of a thing: "(message Sam tonight about) saturday's match".
    fn is_possessive(&self, found: &Fragment) -> bool {
        found.to < self.to
            && self.word(found.to - 1).ends_with("'s")
            && self.tokens.is_word(found.to)
    }

    /// The days a question is about.
    pub(in crate::language::request) fn days(
        &self,
        direction: Direction,
    ) -> Result<(Days, Dated), Question> {
        let dated = self.dated(direction)?;
        Ok((self.days_in(&dated), dated))
    }

    /// The days that an expression names.
    pub(in crate::language::request) fn days_in(&self, dated: &Dated) -> Days {
        let today = self.today();
        match &dated.resolved {
            None => Days::default(),
            Some(resolved) => {
                let first = resolved.start.date();
                let last = resolved.end.map_or(first, |end| end.date());
                if dated.parts.since {
                    Days { first: Some(first), last: Some(last.max(today)) }
                } else if dated.parts.deadline && resolved.end.is_none() {
                    Days { first: None, last: Some(first) }
                } else {
                    Days { first: Some(first), last: Some(last) }
                }
            }
        }
    }
}

/// A moment's day when it is one, for expenses.
pub(in crate::language::request) fn day_of(moment: Moment, latest: NaiveDate) -> NaiveDate {
    moment.date().min(latest)
}
