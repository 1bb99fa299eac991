//! Writing a filter out, so that reading it gives the same one.

use std::fmt::{Display, Formatter, Result};

use domain::task::Priority;

use super::{Comparison, Day, Filter, Part, Span, State, Term, Test, read};

impl Display for Filter {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        for (index, group) in self.groups.iter().enumerate() {
            if index > 0 {
                formatter.write_str(" or ")?;
            }
            for (index, term) in group.iter().enumerate() {
                let space = if index > 0 { " " } else { "" };
                write!(formatter, "{space}{term}")?;
            }
        }
        Ok(())
    }
}

impl Display for Term {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        let sign = if self.negated { "-" } else { "" };
        write!(formatter, "{sign}{}", self.test)
    }
}

impl Display for Test {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::Words(words) if is_plain(words) => formatter.write_str(words),
            Self::Words(words) => write!(formatter, "\"{words}\""),
            Self::Priority(Priority::High) => formatter.write_str("p1"),
            Self::Priority(Priority::Medium) => formatter.write_str("p2"),
            Self::Priority(Priority::Low) => formatter.write_str("p3"),
            Self::Priority(Priority::None) => formatter.write_str("p4"),
            Self::Label(label) => write!(formatter, "#{}", label.as_str()),
            Self::List(name) => write!(formatter, "list:\"{name}\""),
            Self::Due(span) => write!(formatter, "due:{span}"),
            Self::Overdue => formatter.write_str("due:overdue"),
            Self::Done(span) => write!(formatter, "done:{span}"),
            Self::Is(state) => write!(formatter, "is:{}", state.name()),
            Self::Has(part) => write!(formatter, "has:{}", part.name()),
            Self::No(part) => write!(formatter, "no:{}", part.name()),
            Self::Estimate(comparison, minutes) => {
                write!(formatter, "estimate:{}{minutes}m", comparison.sign())
            }
        }
    }
}

/// Whether words without quotation marks are read as themselves.
fn is_plain(words: &str) -> bool {
    let itself = Term { negated: false, test: Test::Words(words.to_owned()) };
    read(words).is_ok_and(|filter| filter.groups == [[itself]])
}

impl Display for Span {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::Day(comparison, day) => write!(formatter, "{}{day}", comparison.sign()),
            Self::Between(from, to) => write!(formatter, "{from}..{to}"),
            Self::Week => formatter.write_str("week"),
            Self::NextWeek => formatter.write_str("next-week"),
            Self::Month => formatter.write_str("month"),
            Self::NextMonth => formatter.write_str("next-month"),
            Self::Days(days) => write!(formatter, "{days}d"),
        }
    }
}

impl Display for Day {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        match self {
            Self::Date(date) => write!(formatter, "{date}"),
            Self::Today => formatter.write_str("today"),
            Self::Tomorrow => formatter.write_str("tomorrow"),
            Self::Yesterday => formatter.write_str("yesterday"),
            Self::Weekday(day) => formatter.write_str(&day.to_string().to_lowercase()),
        }
    }
}

impl Comparison {
    /// How it is written.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::Equal => "",
            Self::AtLeast => ">=",
            Self::More => ">",
        }
    }
}

impl State {
    /// How it is written.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Open => "open",
            Self::Repeating => "repeating",
            Self::Subtask => "subtask",
        }
    }
}

impl Part {
    /// All of them.
    pub(super) const ALL: [Self; 6] =
        [Self::Due, Self::List, Self::Label, Self::Priority, Self::Estimate, Self::Notes];

    /// How it is written.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Due => "due",
            Self::List => "list",
            Self::Label => "label",
            Self::Priority => "priority",
            Self::Estimate => "estimate",
            Self::Notes => "notes",
        }
    }
}
