//! How something repeats, as it is chosen in a form.

use serde::{Deserialize, Serialize};

/// The part of a form that says how something repeats.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RepeatForm {
    /// A rule without an end, [`RepeatForm::OWN`], [`RepeatForm::KEPT`], or blank for none.
    pub repeat: String,
    /// A rule in words, for [`RepeatForm::OWN`].
    pub repeat_words: String,
    /// The last day on which it may take place.
    pub repeat_until: String,
    /// How many times it takes place.
    pub repeat_times: String,
    /// The rule that the row had, without its end, for [`RepeatForm::KEPT`].
    pub repeat_rule: String,
    /// What the fields above held when the form was shown, in the words of `signature`.
    pub repeat_was: String,
}

impl RepeatForm {
    /// The choice to say it in words.
    pub const OWN: &str = "own";
    /// The choice to keep a rule that no other choice stands for.
    pub const KEPT: &str = "kept";
}

#[cfg(feature = "ssr")]
pub(super) use reading::to_first_day;

#[cfg(feature = "ssr")]
mod reading {
    use chrono::{NaiveDate, NaiveTime, TimeDelta};
    use chrono_tz::Tz;
    use domain::input::Field;
    use domain::repeat::{End, Rule};
    use domain::time::When;
    use server::language::{Direction, Reference, when};
    use server::repeat::{Pattern, horizon};

    use super::super::reading::field;
    use super::RepeatForm;
    use crate::texts;

    impl RepeatForm {
        /// What is chosen, for comparison. While it does not change, the rule of the
        /// row stays as it is, whatever it holds.
        pub(crate) fn signature(&self) -> String {
            let Self { repeat, repeat_words, repeat_until, repeat_times, .. } = self;
            [repeat, repeat_words, repeat_until, repeat_times].map(|text| text.trim()).join("|")
        }

        /// The rule; absent if nothing was changed, null for no repeat.
        pub(crate) fn rule(&self, reference: &Reference) -> Field<Rule> {
            if self.signature() == self.repeat_was {
                return Field::Absent;
            }
            if self.repeat.trim().is_empty() {
                return Field::Null;
            }
            self.chosen(reference).map_or_else(Field::Invalid, Field::Value)
        }

        /// The field that a complaint about the rule belongs to.
        pub(crate) fn place(&self, reference: &Reference) -> &'static str {
            let is_own = self.repeat == Self::OWN;
            match (self.repeat_until.trim(), self.repeat_times.trim()) {
                _ if is_own && in_words(reference, self.repeat_words.trim()).is_err() => {
                    "repeat_words"
                }
                (_, times) if !times.is_empty() => "repeat_times",
                (until, _) if !until.is_empty() => "repeat_until",
                _ if is_own => "repeat_words",
                _ => "repeat",
            }
        }

        /// Where complaints about a row belong that has nothing else with another name.
        pub(crate) fn places(
            &self,
            reference: &Reference,
        ) -> impl Fn(&str) -> Option<&'static str> + use<> {
            let rule = self.place(reference);
            move |name| (name == "rrule").then_some(rule)
        }

        fn chosen(&self, reference: &Reference) -> Result<Rule, String> {
            let rule = match self.repeat.trim() {
                Self::OWN => in_words(reference, self.repeat_words.trim())?,
                Self::KEPT => Rule::parse(&self.repeat_rule)?,
                rule => Rule::parse(rule)?,
            };
            let end = match (field(&self.repeat_until), self.repeat_times.trim()) {
                (Field::Invalid(message), _) => return Err(message),
                (Field::Value(_), times) if !times.is_empty() => {
                    return Err(texts::problems::REPEATS_ENDLESS_TWICE.to_owned());
                }
                (Field::Value(until), _) => Some(End::Date(until_date(until)?)),
                (_, "") => return Ok(rule),
                (_, times) => Some(End::Count(count(times)?)),
            };
            Ok(rule.with_end(end))
        }
    }

    /// How long after `start` the first day is that a rule names: on another one what
    /// repeats would not take place.
    pub(in crate::forms) fn to_first_day(start: When, rule: &Rule, zone: Tz) -> TimeDelta {
        let from = match start {
            When::Date(date) => date.and_time(NaiveTime::MIN),
            When::Local(local) => local,
            When::Instant(instant) => instant.with_timezone(&zone).naive_local(),
        };
        let first = Pattern::new(rule.clone(), from).between(from, horizon()).next();
        first.map(|first| first - from).unwrap_or_default()
    }

    fn until_date(until: When) -> Result<NaiveDate, String> {
        match until {
            When::Date(date) => Ok(date),
            _ => Err(texts::problems::NO_DATE.to_owned()),
        }
    }

    fn count(times: &str) -> Result<u32, String> {
        let count = times.parse().ok().filter(|count| (1..=999).contains(count));
        count.ok_or_else(|| texts::problems::REPEATS_TIMES.to_owned())
    }

    /// The rule that words or RFC 5545 notation say.
    fn in_words(reference: &Reference, words: &str) -> Result<Rule, String> {
        if words.is_empty() {
            return Err(texts::problems::REPEATS_HOW.to_owned());
        }
        if words.to_ascii_uppercase().contains("FREQ=") {
            return Rule::parse(words);
        }
        let read = when::read(words, reference, Direction::Forward);
        let rule = read.ok().flatten().and_then(|when| when.rule);
        match rule {
            Some(rule) => Rule::parse(&rule),
            None => Err(texts::problems::no_repeat(words)),
        }
    }
}
