//! What the address of the expenses page asks for, and addresses that ask for something else.

use chrono::{Months, NaiveDate};
use form_urlencoded::Serializer;

use super::month::{month_of, next_day};
use crate::view::money::FilterView;

/// The address, read.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// The month that is summed up: its first day, and the first day after it.
    pub(crate) month: (NaiveDate, NaiveDate),
    /// What the table is narrowed to, as it was written.
    pub(super) filter: FilterView,
}

impl Asked {
    /// Reads a query; what it does not say, or not well, is as if nothing were asked.
    pub(super) fn read(query: &str, today: NaiveDate) -> Self {
        let mut filter = FilterView::default();
        for (name, value) in form_urlencoded::parse(query.trim_start_matches('?').as_bytes()) {
            if let Some(slot) = slot(&mut filter, &name) {
                *slot = value.trim().to_owned();
            }
        }
        let month = format!("{}-01", filter.month).parse().ok();
        if month.is_none() {
            filter.month.clear();
        }
        Self { month: month_of(month.unwrap_or(today)), filter }
    }

    /// The present month and nothing else.
    pub(crate) fn nothing(today: NaiveDate) -> Self {
        Self::read("", today)
    }

    /// The days that the table is about, half-open; none for ever.
    pub(super) fn days(&self) -> (Option<NaiveDate>, Option<NaiveDate>) {
        let date = |text: &str| text.parse::<NaiveDate>().ok();
        let (from, to) = (date(&self.filter.from), date(&self.filter.to));
        if from.is_some() || to.is_some() {
            return (from, to.map(next_day));
        }
        let (first, end) = self.month;
        match self.filter.span.as_str() {
            "all" => (None, None),
            "year" => (end.checked_sub_months(Months::new(12)), Some(end)),
            _ => (Some(first), Some(end)),
        }
    }

    /// The same with changes; from the first page again.
    pub(super) fn with(&self, change: impl FnOnce(&mut FilterView)) -> Self {
        let mut asked = self.clone();
        asked.filter.after.clear();
        change(&mut asked.filter);
        asked
    }

    /// Another month, and nothing narrowed.
    pub(super) fn only_month(&self, first: NaiveDate) -> Self {
        let filter = FilterView {
            month: first.format("%Y-%m").to_string(),
            sort: self.filter.sort.clone(),
            order: self.filter.order.clone(),
            ..FilterView::default()
        };
        Self { month: month_of(first), filter }
    }

    /// Where this is asked for.
    pub(super) fn address(&self) -> String {
        self.address_with(None)
    }

    /// The same with something open.
    pub(super) fn address_with(&self, opens: Option<(&str, &str)>) -> String {
        let query = self.query(opens);
        if query.is_empty() { "/expenses".to_owned() } else { format!("/expenses?{query}") }
    }

    fn query(&self, opens: Option<(&str, &str)>) -> String {
        let mut query = Serializer::new(String::new());
        let mut filter = self.filter.clone();
        for name in NAMES {
            if let Some(value) = slot(&mut filter, name).filter(|value| !value.is_empty()) {
                query.append_pair(name, value);
            }
        }
        if let Some((name, value)) = opens {
            query.append_pair(name, value);
        }
        query.finish()
    }
}

const NAMES: [&str; 11] =
    ["month", "q", "category", "span", "from", "to", "least", "most", "sort", "order", "after"];

fn slot<'a>(filter: &'a mut FilterView, name: &str) -> Option<&'a mut String> {
    Some(match name {
        "month" => &mut filter.month,
        "q" => &mut filter.q,
        "category" => &mut filter.category,
        "span" => &mut filter.span,
        "from" => &mut filter.from,
        "to" => &mut filter.to,
        "least" => &mut filter.least,
        "most" => &mut filter.most,
        "sort" => &mut filter.sort,
        "order" => &mut filter.order,
        "after" => &mut filter.after,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> Asked {
        Asked::read(query, "2026-11-23".parse().expect("a date"))
    }

    fn days(query: &str) -> (String, String) {
        let (from, to) = asked(query).days();
        let text = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
        (text(from), text(to))
    }

    #[test]
    fn the_last_day_that_is_asked_for_is_included() {
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(days(""), pair("2026-11-01", "2026-12-01"));
        assert_eq!(days("month=2026-02"), pair("2026-02-01", "2026-03-01"));
        assert_eq!(days("span=year"), pair("2025-12-01", "2026-12-01"));
        assert_eq!(days("span=all"), pair("", ""));
        assert_eq!(days("span=all&to=2026-11-05"), pair("", "2026-11-06"));
        assert_eq!(days("month=soon&from=x"), pair("2026-11-01", "2026-12-01"));
        assert_eq!(days("to=%2B262142-12-31"), pair("", "+262142-12-31"));
    }

    #[test]
    fn an_address_says_what_was_read() {
        let query = "month=2026-02&q=a%26b&category=Caf%C3%A9&after=x&evil=1";
        assert_eq!(
            asked(query).address(),
            "/expenses?month=2026-02&q=a%26b&category=Caf%C3%A9&after=x"
        );
        let sorted = asked(query).with(|filter| filter.sort = "amount".to_owned());
        assert_eq!(
            sorted.address_with(Some(("edit", "7"))),
            "/expenses?month=2026-02&q=a%26b&category=Caf%C3%A9&sort=amount&edit=7"
        );
        assert_eq!(asked("").address(), "/expenses");
    }
}
