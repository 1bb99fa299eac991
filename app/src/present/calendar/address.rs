//! The addresses of what is open beside a view.

use chrono::{NaiveDate, NaiveDateTime};

use crate::view::calendar::address::{View, of};

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

    #[test]
    fn addresses_name_view_date_and_what_is_open() {
        let day: NaiveDate = "2026-11-23".parse().expect("a date");
        assert_eq!(open(View::Week, day, "7", ""), "/calendar?view=week&date=2026-11-23&open=7");
        let handle = "2026-11-23T09:00:00Z";
        assert!(open(View::Week, day, "7", handle).ends_with("&open=7&at=2026-11-23T09:00:00Z"));
        let nine = day.and_hms_opt(9, 0, 0).expect("a time");
        let ten = day.and_hms_opt(10, 0, 0).expect("a time");
        assert!(add(View::Day, day, nine, ten).ends_with("&new=2026-11-23T09:00~2026-11-23T10:00"));
    }
}
