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
    pub(in crate::language::request) fn dated(&self, direction: Direction) -> Result<Dated, Question> {
        self.together(&self.scan(direction), direction)
    }

    /// The same, where a bare number at the start is an hour: "(move lunch to) 1".
    pub(in crate::language::request) fn dated_from_hour(&self, direction: Direction) -> Result<Dated, Question> {
        let scene = Scene::new(self.tokens, self.reference, direction).with_hour_first();
        self.together(&scene.scan(self.from, self.to), direction)
    }

    fn together(&self, fragments: &[Fragment], direction: Direction) -> Result<Dated, Question> {
        let Some((mut parts, used)) = when::together(fragments) else {
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
        let used = used.into_iter().map(|fragment| (fragment.from, fragment.to)).collect();
        Ok(Dated { parts, used, resolved })
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
        self.together(&fragments, direction).map(|dated| (self.span_of(&dated), dated))
    }

    /// The days a question is about.
    pub(in crate::language::request) fn days(&self, direction: Direction) -> Result<(Days, Dated), Question> {
        let dated = self.dated(direction)?;
        Ok((self.span_of(&dated), dated))
    }

    /// The days that an expression names.
    fn span_of(&self, dated: &Dated) -> Days {
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
