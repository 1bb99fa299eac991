//! The calendar's views, and moving what is in them.

// The heading.
pub(crate) const DAYS: &str = "Days";
pub(crate) const VIEWS: &str = "Views";
pub(crate) const GO_TO_DATE: &str = "Go to a date";
pub(crate) const GO: &str = "Go";
pub(crate) const MONTH: &str = "Month";
pub(crate) const WEEK: &str = "Week";
pub(crate) const DAY: &str = "Day";
pub(crate) const AGENDA: &str = "Agenda";
pub(crate) const PREVIOUS_MONTH: &str = "Previous month";
pub(crate) const PREVIOUS_WEEK: &str = "Previous week";
pub(crate) const PREVIOUS_DAY: &str = "Previous day";
pub(crate) const PREVIOUS_AGENDA: &str = "Previous four weeks";
pub(crate) const NEXT_MONTH: &str = "Next month";
pub(crate) const NEXT_WEEK: &str = "Next week";
pub(crate) const NEXT_DAY: &str = "Next day";
pub(crate) const NEXT_AGENDA: &str = "Next four weeks";
pub(crate) const MONTH_BACK: &str = "A month back";
pub(crate) const MONTH_ON: &str = "A month on";
/// Before the number of a week.
pub(crate) const WEEK_NUMBER: &str = "Week ";

/// What the window is called.
pub(crate) fn window(shown: &str) -> String {
    format!("{shown} · Calendar")
}

pub(crate) fn week(number: &str) -> String {
    format!("Week {number}")
}

// Days.
pub(crate) const FREE: &str = "Free";
pub(crate) const NOW: &str = "Now";
/// Before the time that it is now.
pub(crate) const NOW_AT: &str = "Now, ";
pub(crate) const NOTHING_PLANNED: &str =
    "Nothing is planned in these days. Press q and try “Lunch with Sam tomorrow 1pm”.";

pub(crate) fn all_day_on(day: &str) -> String {
    format!("All day, {day}")
}

/// How much a day holds.
pub(crate) fn entries(count: usize) -> String {
    match count {
        0 => "nothing planned".to_owned(),
        1 => "1 entry".to_owned(),
        many => format!("{many} entries"),
    }
}

/// A day of the small month on which something is planned.
pub(crate) fn something_planned(day: &str) -> String {
    format!("{day}, something planned")
}

pub(crate) fn add_on(day: &str) -> String {
    format!("Add on {day}")
}

// What has no room.
pub(crate) fn more_on(count: usize, day: &str) -> String {
    format!("{count} more on {day}")
}

// Deadlines among the events.
pub(crate) fn task_due(due: &str) -> String {
    format!("Task due {due}")
}

pub(crate) fn task_due_done(due: &str) -> String {
    format!("Task due {due}, done")
}

pub(crate) fn task_due_overdue(due: &str) -> String {
    format!("Task due {due}, overdue")
}

// Moving by hand and by key.
pub(crate) const KEYS: &str =
    "Arrows move it, Shift and arrows change its length, Delete removes it.";
pub(crate) const CHANGE_SERIES: &str = "Change a repeating event";
pub(crate) const DELETE_SERIES: &str = "Delete a repeating event";

/// Where a press of a key has put something.
pub(crate) fn moved_to(span: &str) -> String {
    format!("Moved to {span}")
}

/// From when to when it is, after a press of a key.
pub(crate) fn now_at(span: &str) -> String {
    format!("Now {span}")
}

pub(crate) fn back_at(span: &str) -> String {
    format!("Back at {span}")
}

// What is said while something moves; the server says everything else.
pub(crate) const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
pub(crate) const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
pub(crate) const BEFORE_NOON: &str = "AM";
pub(crate) const AFTER_NOON: &str = "PM";

/// A day; the month stands before it if that is the person's custom.
pub(crate) fn day(weekday: &str, day: u32, month: &str, month_first: bool) -> String {
    if month_first {
        format!("{weekday}, {month} {day}")
    } else {
        format!("{weekday} {day} {month}")
    }
}
