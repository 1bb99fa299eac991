//! The four views of the calendar, the addresses that name them, and what keys lead to.

use chrono::{Days, Months, NaiveDate};

/// What is shown of the calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum View {
    /// Weeks below each other.
    Month,
    /// Seven days with their hours.
    #[default]
    Week,
    /// One day with its hours.
    Day,
    /// Days as lists.
    Agenda,
}

/// How many days an agenda covers.
pub(crate) const AGENDA_DAYS: u64 = 28;

impl View {
    /// All of them, as the switch has them.
    pub(crate) const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Agenda];

    /// The view of that name; the usual one for any other.
    pub(crate) fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|view| view.name() == name).unwrap_or_default()
    }

    /// Its name in addresses.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Agenda => "agenda",
        }
    }

    /// The key that leads there.
    pub(crate) fn key(self) -> &'static str {
        &self.name()[..1]
    }

    /// The date one step before.
    pub(crate) fn before(self, date: NaiveDate) -> NaiveDate {
        let before = match self {
            Self::Month => date.checked_sub_months(Months::new(1)),
            Self::Week => date.checked_sub_days(Days::new(7)),
            Self::Day => date.checked_sub_days(Days::new(1)),
            Self::Agenda => date.checked_sub_days(Days::new(AGENDA_DAYS)),
        };
        before.unwrap_or(date)
    }

    /// The date one step after.
    pub(crate) fn after(self, date: NaiveDate) -> NaiveDate {
        let after = match self {
            Self::Month => date.checked_add_months(Months::new(1)),
            Self::Week => date.checked_add_days(Days::new(7)),
            Self::Day => date.checked_add_days(Days::new(1)),
            Self::Agenda => date.checked_add_days(Days::new(AGENDA_DAYS)),
        };
        after.unwrap_or(date)
    }
}

/// Where a view of a date is.
pub(crate) fn of(view: View, date: NaiveDate) -> String {
    format!("{}&date={date}", today(view))
}

/// Where a view of today is, whenever that will be.
pub(crate) fn today(view: View) -> String {
    format!("/calendar?view={}", view.name())
}

/// Where a key leads from a view of a date, as `aria-keyshortcuts` names the key.
#[cfg(any(feature = "hydrate", test))]
pub(crate) fn at_key(key: &str, view: View, date: NaiveDate) -> Option<String> {
    Some(match key {
        "ArrowLeft" => of(view, view.before(date)),
        "ArrowRight" => of(view, view.after(date)),
        "t" => today(view),
        _ => of(View::ALL.into_iter().find(|view| view.key() == key)?, date),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn views_are_named_and_unknown_ones_are_a_week() {
        for view in View::ALL {
            assert_eq!(View::named(view.name()), view);
        }
        assert_eq!(View::named("year"), View::Week);
    }

    #[test]
    fn a_month_after_a_long_one_ends_earlier() {
        assert_eq!(View::Month.after(date("2027-01-31")), date("2027-02-28"));
        assert_eq!(View::Month.before(date("2027-03-31")), date("2027-02-28"));
        assert_eq!(View::Week.after(date("2026-12-30")), date("2027-01-06"));
    }

    #[test]
    fn keys_lead_to_days_and_views() {
        let day = date("2026-11-23");
        let at = |key| at_key(key, View::Week, day).unwrap_or_default();
        assert_eq!(at("ArrowRight"), "/calendar?view=week&date=2026-11-30");
        assert_eq!(at("ArrowLeft"), "/calendar?view=week&date=2026-11-16");
        assert_eq!(at("a"), "/calendar?view=agenda&date=2026-11-23");
        assert_eq!(at("t"), "/calendar?view=week");
        assert_eq!(at_key("x", View::Week, day), None);
    }

    #[test]
    fn no_key_leaves_the_dates_there_are() {
        for view in View::ALL {
            assert!(at_key("ArrowRight", view, NaiveDate::MAX).is_some());
            assert!(at_key("ArrowLeft", view, NaiveDate::MIN).is_some());
        }
    }
}
