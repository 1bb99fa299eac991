//! The settings, and the account among them.

// Where you are, and how dates and times are written.
pub(crate) const PLACE: &str = "Where you are";
pub(crate) const PLACE_ABOUT: &str = "Times move to the clocks of a new zone; whole days and deadlines without a time stay. Amounts that are stored keep their currency.";
pub(crate) const WRITING: &str = "Dates and times";
pub(crate) const WRITING_ABOUT: &str = "Used on every page, in the chat and for what you type.";
pub(crate) const CLOCK: &str = "Clock";
pub(crate) const WEEK_NUMBERS: &str = "Week numbers in the calendar";
pub(crate) const MONDAY: &str = "Monday";
pub(crate) const SATURDAY: &str = "Saturday";
pub(crate) const SUNDAY: &str = "Sunday";
/// What is usual in the region, for dates that begin with the month.
pub(crate) const USUAL_MONTH_FIRST: &str = "Apr 3";
/// What is usual in the region, for dates that begin with the day.
pub(crate) const USUAL_DAY_FIRST: &str = "3 Apr";
pub(crate) const DAY_FIRST: &str = "3 Apr, also for 3/4";
pub(crate) const MONTH_FIRST: &str = "Apr 3, also for 4/3";

/// What the region has, in few words: the field is narrow.
pub(crate) fn usual(choice: &str) -> String {
    format!("{choice} (usual)")
}

pub(crate) fn clock_there(clock: &str) -> String {
    format!("It is {clock} there now.")
}

/// A time zone among others.
pub(crate) fn zone(city: &str, clock: &str) -> String {
    format!("{city}, now {clock}")
}

/// What the planner takes somebody for who has just signed up.
pub(crate) fn guess(city: &str, clock: &str, week: &str, currency: &str) -> String {
    format!(
        "You are in {city}, where it is {clock}. Weeks begin on {week}, and you pay in {currency}."
    )
}

// When you work, and what words mean.
pub(crate) const PLANNING: &str = "When you work";
pub(crate) const PLANNING_ABOUT: &str = "Free time is looked for within these hours, and at least so many minutes from other events. An event that says no end lasts as long as you say here.";
pub(crate) const BUFFER: &str = "Minutes between";
pub(crate) const EVENT_LENGTH: &str = "Minutes of an event";
pub(crate) const SPOKEN: &str = "What words mean";
pub(crate) const SPOKEN_ABOUT: &str =
    "“Lunch with Sam tomorrow afternoon” begins at this hour, unless you say another.";
pub(crate) const MORNING: &str = "Morning";
pub(crate) const AFTERNOON: &str = "Afternoon";
pub(crate) const EVENING: &str = "Evening";
pub(crate) const NIGHT: &str = "Tonight";

// This device.
pub(crate) const DEVICE: &str = "This device";
pub(crate) const DEVICE_ABOUT: &str = "Kept in this browser, also when you sign out.";
pub(crate) const DENSITY: &str = "Density";
pub(crate) const COMFORTABLE: &str = "Comfortable";
pub(crate) const COMPACT: &str = "Compact";

// The assistant.
pub(crate) const ASSISTANT_ABOUT: &str = "It reads what you say in the chat and in quick add. Dates and amounts are always read by the planner itself.";

pub(crate) fn tokens(used: &str, limit: &str) -> String {
    format!("{used} of {limit} tokens used today.")
}

// Where you are signed in.
pub(crate) const SESSIONS: &str = "Where you are signed in";
pub(crate) const SESSIONS_ABOUT: &str = "A session ends 14 days after it was last used.";
/// It follows the name of a device.
pub(crate) const THIS_ONE: &str = " (this one)";
pub(crate) const SIGN_OUT_ELSEWHERE: &str = "Sign out everywhere else";

pub(crate) fn sign_out(device: &str) -> String {
    format!("Sign out {device}")
}

pub(crate) fn session(begun: &str, last_used: &str) -> String {
    format!("Signed in {begun}, last used {last_used}")
}

// Signing in.
pub(crate) const SIGNING_IN: &str = "Signing in";
pub(crate) const SIGNING_IN_ABOUT: &str = "A change signs you out on every other device.";
pub(crate) const CURRENT_PASSWORD: &str = "Current password";
pub(crate) const CHANGE_EMAIL: &str = "Change e-mail";
pub(crate) const NEW_PASSWORD: &str = "New password";
pub(crate) const CHANGE_PASSWORD: &str = "Change password";

// Leaving.
pub(crate) const LEAVING: &str = "Delete the account";
pub(crate) const LEAVING_ABOUT: &str = "Everything is gone at once and for good, on every device. Download it before, if you may want it.";
pub(crate) const LEAVE: &str = "Delete my account…";
pub(crate) const YOUR_PASSWORD: &str = "Your password";
/// The word to be typed is the same in every language.
pub(crate) const CONFIRM: &str = "Type delete to confirm";
pub(crate) const LEAVE_NOW: &str = "Delete everything";
