//! What a page is called, and where it leads.

use chrono::{Datelike, NaiveDate};

use super::cells::Sheet;
use super::mini;
use crate::texts;
use crate::view::calendar::LinkView;
use crate::view::calendar::address::{View, of};

/// Whether today is what the page is about.
pub(super) fn is_current(sheet: Sheet<'_>, days: &[NaiveDate]) -> bool {
    let today = sheet.wording.today;
    match sheet.view {
        View::Month => (today.year(), today.month()) == (sheet.date.year(), sheet.date.month()),
        View::Week => days.contains(&today),
        View::Day | View::Agenda => sheet.date == today,
    }
}

/// What the page shows.
pub(super) fn title(sheet: Sheet<'_>, days: &[NaiveDate]) -> String {
    match (sheet.view, days.first(), days.last()) {
        (View::Week | View::Agenda, Some(first), Some(last)) => sheet.wording.range(*first, *last),
        (View::Day, ..) => sheet.wording.long(sheet.date),
        _ => sheet.date.format("%B %Y").to_string(),
    }
}

/// What there is to say besides.
pub(super) fn note(sheet: Sheet<'_>, days: &[NaiveDate], numbers: bool) -> String {
    match (sheet.view, days.first()) {
        (View::Week, Some(first)) if numbers => texts::calendar::week(&mini::number(*first)),
        (View::Day, _) => {
            let day = sheet.wording.day(sheet.date);
            if day == sheet.wording.short(sheet.date) { String::new() } else { day }
        }
        _ => String::new(),
    }
}

/// A link to the days before.
pub(super) fn previous(view: View, date: NaiveDate) -> LinkView {
    let label = match view {
        View::Month => texts::calendar::PREVIOUS_MONTH,
        View::Week => texts::calendar::PREVIOUS_WEEK,
        View::Day => texts::calendar::PREVIOUS_DAY,
        View::Agenda => texts::calendar::PREVIOUS_AGENDA,
    };
    step(view, view.before(date), label, "ArrowLeft")
}

/// A link to the days after.
pub(super) fn next(view: View, date: NaiveDate) -> LinkView {
    let label = match view {
        View::Month => texts::calendar::NEXT_MONTH,
        View::Week => texts::calendar::NEXT_WEEK,
        View::Day => texts::calendar::NEXT_DAY,
        View::Agenda => texts::calendar::NEXT_AGENDA,
    };
    step(view, view.after(date), label, "ArrowRight")
}

fn step(view: View, date: NaiveDate, label: &str, key: &str) -> LinkView {
    LinkView { label: label.to_owned(), key: key.to_owned(), href: of(view, date), current: false }
}

/// A link to another view of the same date.
pub(super) fn switch(other: View, view: View, date: NaiveDate) -> LinkView {
    LinkView {
        label: label(other).to_owned(),
        key: other.key().to_owned(),
        href: of(other, date),
        current: other == view,
    }
}

fn label(view: View) -> &'static str {
    match view {
        View::Month => texts::calendar::MONTH,
        View::Week => texts::calendar::WEEK,
        View::Day => texts::calendar::DAY,
        View::Agenda => texts::calendar::AGENDA,
    }
}
