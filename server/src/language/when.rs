//! Dates and times in a text: the one place where the product reads them.

use std::ops::Range;

use chrono::{DateTime, NaiveDate, Weekday};
use chrono_tz::Tz;

use super::{
    Direction, Reference,
    day::Trouble,
    lexer::{Kind, Tokens},
    resolve::{self, Hint, Resolved},
    scan::{Fragment, Parts, Scene},
};

/// A date, or an instant on the person's wall clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// A day without a time.
    Day(NaiveDate),
    /// An instant in the person's zone.
    At(DateTime<Tz>),
}

impl Moment {
    /// The day, on the person's calendar.
    #[must_use]
    pub fn date(&self) -> NaiveDate {
        match self {
            Self::Day(date) => *date,
            Self::At(time) => time.date_naive(),
        }
    }

    /// Whether a time of day belongs to it.
    #[must_use]
    pub fn has_time(&self) -> bool {
        matches!(self, Self::At(_))
    }
}

/// A date or time expression that was found and settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct When {
    /// The bytes of the text it was read from, outermost.
    pub span: Range<usize>,
    /// The day or instant, or the start of the stretch.
    pub start: Moment,
    /// The end: exclusive for instants, inclusive for days.
    pub end: Option<Moment>,
    /// The time was not said but stands for a part of the day ("tomorrow morning").
    pub usual_hour: bool,
    /// RFC 5545 RRULE body of a repeat; `start` is then its first occurrence.
    pub rule: Option<String>,
    /// The zone it was said in ("3pm London time"), when that is one with a name.
    pub zone: Option<Tz>,
}

/// A date expression that settles on nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WhenError {
    /// Written like a date, but the calendar has none such (30 February).
    #[error("there is no such date")]
    NoSuchDate {
        /// The bytes of the expression.
        span: Range<usize>,
    },
    /// A date and a weekday that disagree; neither is guessed to be the right one.
    #[error("{date} is a {}, not a {}", .date.format("%A"), crate::words::weekday(*.said))]
    Disagree {
        /// The bytes of the expression.
        span: Range<usize>,
        /// The date said.
        date: NaiveDate,
        /// The weekday said with it.
        said: Weekday,
    },
}

/// Reads the date or time expression of a text.
///
/// Parts that stand apart ("lunch tomorrow with Ana at one") are read together.
///
/// # Errors
/// When the expression names a day that does not exist, or a date and a weekday that disagree.
pub fn read(
    text: &str,
    reference: &Reference,
    direction: Direction,
) -> Result<Option<When>, WhenError> {
    let tokens = Tokens::said(text, reference);
    let scene = Scene::new(&tokens, reference, direction);
    let fragments = scene.scan(0, tokens.len());
    let Some((parts, used)) = together(&fragments) else { return Ok(None) };
    let (Some(first), Some(last)) = (used.first(), used.last()) else { return Ok(None) };
    let span = tokens.span(first.from, last.to);
    match resolve::resolve(&parts, reference, direction, hint(&tokens, 0, tokens.len())) {
        Ok(resolved) => Ok(resolved.map(|Resolved { start, end, soft, repeat, .. }| When {
            span,
            start,
            end,
            usual_hour: soft,
            rule: repeat.map(|repeat| repeat.rule),
            zone: parts.zone.and_then(|zone| zone.named_at(&start)),
        })),
        Err(Trouble::NoSuchDate) => Err(WhenError::NoSuchDate { span }),
        Err(Trouble::Disagree { date, said }) => Err(WhenError::Disagree { span, date, said }),
    }
}

/// The parts of all expressions that fit together, and the expressions they came from.
pub(crate) fn together(fragments: &[Fragment]) -> Option<(Parts, Vec<&Fragment>)> {
    // "draft Q3 roadmap due wednesday": what it is due on is said outright.
    let anchor = fragments
        .iter()
        .position(|fragment| fragment.parts.due && fragment.parts.is_dated())
        .or_else(|| fragments.iter().position(|fragment| fragment.parts.is_dated()))?;
    let mut parts = Parts::default();
    let mut used = Vec::new();
    // "quarterly review, may 28": the date says that this one is meant.
    let fixed =
        fragments.iter().any(|fragment| fragment.parts.names_date() && !fragment.parts.until);
    let in_name = |fragment: &Fragment| {
        fixed && fragment.parts.repeat.as_ref().is_some_and(|repeat| repeat.in_name)
    };
    for fragment in fragments.iter().skip(anchor).chain(fragments.iter().take(anchor)) {
        if !in_name(fragment) && parts.absorb(&fragment.parts) {
            used.push(fragment);
        }
    }
    used.sort_by_key(|fragment| fragment.from);
    Some((parts, used))
}

/// The half of the day that words outside the expression point to.
pub(crate) fn hint(tokens: &Tokens<'_>, from: usize, to: usize) -> Hint {
    for at in from..to {
        if tokens.get(at).is_none_or(|token| token.kind != Kind::Word) {
            continue;
        }
        match tokens.word(at) {
            "breakfast" | "wake" | "sunrise" | "bfast" => return Hint::Morning,
            "dinner" | "drinks" | "supper" | "cocktails" | "nightcap" | "party" | "concert"
            | "sunset" | "bed" | "bedtime" => return Hint::Evening,
            _ => {}
        }
    }
    Hint::None
}
