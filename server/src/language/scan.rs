//! Finds date and time expressions: reads one part after the other, as long as each fits the
//! ones already read, and leaves what they mean together to `resolve`.

pub(crate) use super::parts::Parts;
use chrono::NaiveDate;

use super::{
    Direction, Reference,
    atoms::{self},
    lexer::Tokens,
    relative, vocabulary,
};

/// An expression and the tokens it covers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fragment {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) parts: Parts,
}

/// What the readers of parts look at.
pub(crate) struct Scene<'s, 't> {
    pub(crate) tokens: &'s Tokens<'t>,
    pub(crate) reference: &'s Reference,
    pub(crate) today: NaiveDate,
    pub(crate) direction: Direction,
    /// The token behind the last one that may be read.
    pub(crate) limit: usize,
    /// A bare number at the start is an hour ("move lunch to 1").
    pub(crate) hour_first: bool,
}

/// Words that may stand before a part of an expression.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Lead {
    /// "at", "@", "around", "by": a bare number behind it is an hour.
    pub(crate) hour: bool,
    pub(crate) in_: bool,
    pub(crate) within: bool,
    pub(crate) for_: bool,
    pub(crate) from: bool,
    pub(crate) between: bool,
    pub(crate) after: bool,
    pub(crate) since: bool,
    pub(crate) deadline: bool,
    pub(crate) due: bool,
    pub(crate) until: bool,
}

/// Reads over the words that introduce a part.
fn lead(tokens: &Tokens<'_>, at: usize, first: bool) -> (Lead, usize) {
    let mut lead = Lead::default();
    let mut place = at;
    for _ in 0..5 {
        // The second half of "check-in" introduces nothing.
        if place > 0 && tokens.glued(place) && tokens.is_dash(place - 1) && tokens.is_word(place) {
            let compound = tokens.glued(place - 1) && place > 1 && tokens.is_word(place - 2);
            if compound {
                break;
            }
        }
        match tokens.word(place) {
            // "paid about 12.50 for lunch"
            "about" | "around"
                if matches!(tokens.word_before(place), "spent" | "paid" | "cost" | "costs") =>
            {
                break;
            }
            // "message Sam tonight about friday's match"
            "about" if vocabulary::weekday(tokens.word(place + 1)).is_some() => break,
            "at" | "around" | "approx" | "approximately" | "about" | "roughly" => lead.hour = true,
            "by" | "before" => {
                lead.hour = true;
                lead.deadline = true;
            }
            "due" => lead.due = true,
            "until" | "untill" | "till" | "til" | "through" => {
                lead.hour = true;
                lead.deadline = true;
                lead.until = true;
            }
            "no" | "not" if tokens.is(place + 1, "later") && tokens.is(place + 2, "than") => {
                lead.hour = true;
                lead.deadline = true;
                place += 2;
            }
            "on" | "over" | "of" | "during" | "sometime" | "starting" | "beginning" | "start"
            | "effective"
                if (!tokens.glued(place) || place == 0) && !tokens.is(place + 1, "of") => {}
            "in" => lead.in_ = true,
            "within" => {
                lead.in_ = true;
                lead.within = true;
            }
            "for" => lead.for_ = true,
            "from" => lead.from = true,
            "between" => lead.between = true,
            "after" => lead.after = true,
            "since" => lead.since = true,
            "the"
                if place > at
                    && (tokens.is(place + 1, "same")
                        || relative::part(tokens.word(place + 1)).is_some()
                        || relative::shaded(tokens, place + 1).is_some()) => {}
            _ => match tokens.mark(place) {
                Some('@') => lead.hour = true,
                Some(',' | '(') if !first => {}
                Some('-' | '–' | '—' | '|' | '/' | '~')
                    if !first && !tokens.glued(place) && !tokens.glued(place + 1) => {}
                _ => break,
            },
        }
        place += 1;
    }
    (lead, place)
}

/// "flight at 6:40, lands 9:25": the time behind such a word ends what began.
fn arrival(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let word = at + usize::from(tokens.is_mark(at, ','));
    tokens
        .any(word, &["lands", "landing", "arrives", "arriving", "arrive", "ends", "ending"])
        .then_some(word + 1)
}

impl<'s, 't> Scene<'s, 't> {
    pub(crate) fn new(
        tokens: &'s Tokens<'t>,
        reference: &'s Reference,
        direction: Direction,
    ) -> Self {
        let limit = tokens.len();
        Self {
            tokens,
            reference,
            today: reference.now.date_naive(),
            direction,
            limit,
            hour_first: false,
        }
    }

    /// The same scene, where a bare number at the start of an expression is an hour.
    pub(crate) fn with_hour_first(self) -> Self {
        Self { hour_first: true, ..self }
    }

    /// All expressions from one token up to another, left to right.
    pub(crate) fn scan(&self, from: usize, to: usize) -> Vec<Fragment> {
        // An end of a range beyond the part belongs to the next one.
        Self { limit: to, ..*self }.scan_from(from, to)
    }

    fn scan_from(&self, from: usize, to: usize) -> Vec<Fragment> {
        let mut found = Vec::new();
        let mut at = from;
        while at < to {
            // Behind a glued dash only the end of a range may stand, never the start of something.
            let tail = self.tokens.glued(at)
                && at > 0
                && self.tokens.is_dash(at - 1)
                && self.tokens.glued(at - 1);
            let mute = self.tokens.mark(at).is_some_and(|mark| mark != '@');
            if mute {
                at += 1;
                continue;
            }
            match self.expression(at, true).filter(|fragment| !tail && fragment.to <= to) {
                Some(fragment) => {
                    at = fragment.to;
                    found.push(fragment);
                }
                None => at += 1,
            }
        }
        found
    }

    /// The longest expression that starts at a token.
    pub(crate) fn expression(&self, at: usize, ranges: bool) -> Option<Fragment> {
        let mut parts = Parts::default();
        let (mut to, mut between) = (at, false);
        for step in 0..10 {
            let (lead, place) = lead(self.tokens, to, step == 0);
            let Some((atom, next)) = atoms::read(self, place, lead, &parts, step > 0)
                .filter(|(_, next)| *next > place && *next <= self.limit)
            else {
                break;
            };
            if !parts.take(&atom) {
                break;
            }
            parts.since |= lead.since;
            parts.deadline |= lead.deadline;
            parts.due |= lead.due;
            parts.until |= lead.until;
            to = next
                + usize::from(
                    self.tokens.is_mark(next, ')')
                        && (at..place).any(|open| self.tokens.is_mark(open, '(')),
                );
            between |= lead.between;
            if ranges && let Some(next) = self.range_end(to, &mut parts, between) {
                to = next;
            }
        }
        (to > at && (parts.is_dated() || parts.length.is_some() || parts.all_day))
            .then_some(Fragment { from: at, to, parts })
    }

    /// Reads "to …", "until …", "- …" behind a start that has no end yet.
    fn range_end(&self, at: usize, parts: &mut Parts, between: bool) -> Option<usize> {
        let tokens = self.tokens;
        if parts.end_day.is_some()
            || parts.end_clock.is_some()
            || !(parts.day.is_some() || parts.clock.is_some())
            || parts.repeat.is_some()
        {
            return None;
        }
        let start = atoms::joint(tokens, at, between)
            .or_else(|| arrival(tokens, at).filter(|_| parts.clock.is_some()))?;
        // "friday - 3 things": a bare number behind a dash ends nothing.
        let right = self.expression(start, false).filter(|right| right.to <= self.limit)?;
        let end = right.parts;
        if end.repeat.is_some()
            || end.length.is_some()
            || end.instant.is_some()
            || right.from != start
        {
            return None;
        }
        let matches = match (end.day, end.clock) {
            (Some(_), Some(_)) => true,
            (Some(_), None) => parts.clock.is_none(),
            (None, Some(_)) => parts.clock.is_some(),
            (None, None) => false,
        };
        if !matches {
            return None;
        }
        parts.end_day = end.day;
        parts.end_clock = end.clock;
        parts.zone = parts.zone.or(end.zone);
        Some(right.to)
    }
}
