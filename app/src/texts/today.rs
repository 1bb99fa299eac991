//! The dashboard.

pub(crate) const THE_DAY: &str = "The day";
pub(crate) const NOTHING_WAITS: &str = "Nothing waits for you.";
pub(crate) const DUE_TODAY: &str = "Due today";
pub(crate) const WHENEVER: &str = "Whenever";
pub(crate) const AHEAD: &str = "Ahead";
pub(crate) const DONE_FOR_YOU: &str = "Done for you";

/// `Overdue, 10 of 40`
pub(crate) fn some_of(name: &str, shown: usize, all: usize) -> String {
    format!("{name}, {shown} of {all}")
}

// What is next.
pub(crate) const NEXT: &str = "Next";
pub(crate) const NOW: &str = "now";

/// How long it is until then; hours or minutes may be none.
pub(crate) fn time_until(hours: i64, minutes: i64) -> String {
    match (hours, minutes) {
        (0, minutes) => format!("in {minutes} min"),
        (hours, 0) => format!("in {hours} h"),
        (hours, minutes) => format!("in {hours} h {minutes} min"),
    }
}

// The day in one sentence.
/// The first part: what is in the calendar.
pub(crate) fn events(count: usize) -> String {
    match count {
        0 => "Nothing in the calendar".to_owned(),
        1 => "One event".to_owned(),
        count => format!("{} events", number(count)),
    }
}

pub(crate) fn due(count: usize) -> String {
    match count {
        1 => "one thing due".to_owned(),
        count => format!("{} things due", number(count).to_lowercase()),
    }
}

pub(crate) fn overdue(count: usize) -> String {
    format!("{} overdue", number(count).to_lowercase())
}

/// The parts as a sentence.
pub(crate) fn summary(parts: &[String]) -> String {
    format!("{}.", parts.join(", "))
}

// The month's money in one sentence.
pub(crate) fn over_budget(over: &str, month: &str) -> String {
    format!("{over} over budget in {month}.")
}

/// What is left of the month's budget.
pub(crate) fn left_for(left: &str, month: &str) -> String {
    format!("{left} left for {month}.")
}

pub(crate) fn spent_in(sum: &str, month: &str) -> String {
    format!("{sum} spent in {month}.")
}

/// Small numbers as words.
fn number(number: usize) -> String {
    const WORDS: [&str; 12] = [
        "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven",
        "Twelve",
    ];
    number
        .checked_sub(1)
        .and_then(|index| WORDS.get(index))
        .map_or_else(|| number.to_string(), |word| (*word).to_owned())
}
