//! Views, and the addresses that name them.

use chrono::{Days, Months, NaiveDate, NaiveDateTime};

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
pub(super) const AGENDA_DAYS: u64 = 28;

impl View {
    /// All of them, as the switch has them.
    pub(super) const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Agenda];

    /// The view of that name; the usual one for any other.
    pub(crate) fn named(name: &str) -> Self {
        Self::ALL.into_iter().find(|view| view.name() == name).unwrap_or_default()
    }

    /// Its name in addresses.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Agenda => "agenda",
        }
    }

    /// What it is called.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Month => "Month",
            Self::Week => "Week",
            Self::Day => "Day",
            Self::Agenda => "Agenda",
        }
    }

    /// What one step back or on is called.
    pub(super) fn step(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
            Self::Day => "day",
            Self::Agenda => "four weeks",
        }
    }

    /// The key that leads there.
    pub(super) fn key(self) -> &'static str {
        &self.name()[..1]
    }

    /// The date one step before.
    pub(super) fn before(self, date: NaiveDate) -> NaiveDate {
        let before = match self {
            Self::Month => date.checked_sub_months(Months::new(1)),
            Self::Week => date.checked_sub_days(Days::new(7)),
            Self::Day => date.checked_sub_days(Days::new(1)),
            Self::Agenda => date.checked_sub_days(Days::new(AGENDA_DAYS)),
        };
        before.unwrap_or(date)
    }

    /// The date one step after.
    pub(super) fn after(self, date: NaiveDate) -> NaiveDate {
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
    format!("/calendar?view={}&date={date}", view.name())
}

/// Where an event is opened; `occurrence` is empty unless it repeats.
pub(crate) fn open(view: View, date: NaiveDate, id: &str, occurrence: &str) -> String {
    let page = of(view, date);
    if occurrence.is_empty() {
        format!("{page}&open={id}")
    } else {
        format!("{page}&open={id}&at={occurrence}")
    }
}

/// Where something new is added.
pub(super) fn add(view: View, date: NaiveDate, start: NaiveDateTime, end: NaiveDateTime) -> String {
    let (start, end) = (start.format("%Y-%m-%dT%H:%M"), end.format("%Y-%m-%dT%H:%M"));
    format!("{}&new={start}~{end}", of(view, date))
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
    fn addresses_name_view_date_and_what_is_open() {
        let day = date("2026-11-23");
        assert_eq!(of(View::Day, day), "/calendar?view=day&date=2026-11-23");
        assert_eq!(open(View::Week, day, "7", ""), "/calendar?view=week&date=2026-11-23&open=7");
        let handle = "2026-11-23T09:00:00Z";
        assert!(open(View::Week, day, "7", handle).ends_with("&open=7&at=2026-11-23T09:00:00Z"));
        let nine = day.and_hms_opt(9, 0, 0).expect("a time");
        let ten = day.and_hms_opt(10, 0, 0).expect("a time");
        assert!(add(View::Day, day, nine, ten).ends_with("&new=2026-11-23T09:00~2026-11-23T10:00"));
    }
}
