//! The landing page, the first page after signing up, and the page that is not there.

// The landing page.
pub(crate) const HEADLINE: &str = "Your day, on good paper.";
pub(crate) const LEAD: &str = "Events, tasks and money in one quiet place. Write them down by hand, or just say what is on your mind.";
pub(crate) const BEGIN: &str = "Begin";
pub(crate) const HAVE_ACCOUNT: &str = "I have an account";
pub(crate) const PICTURE: &str =
    "Two sentences said to the assistant, and the event and the expense that it made of them.";
pub(crate) const PICTURE_EVENT: &str = "Tomorrow, 13:00–14:00";
pub(crate) const PICTURE_SPENT: &str = "spent 12.50 on lunch";
pub(crate) const PICTURE_EXPENSE: &str = "€12.50, Food, today";

// The first page.
pub(crate) const WELCOME: &str = "Welcome";
pub(crate) const IS_THIS_RIGHT: &str = "Is this right?";
pub(crate) const CHANGE_PLACE: &str = "Change it";
pub(crate) const SAY_SOMETHING: &str = "Say something to begin with";
pub(crate) const SAY_HOW: &str =
    "Press one, or write your own at any time. Whatever it does can be undone.";
pub(crate) const SAY: [&str; 3] = [
    "Lunch with Sam tomorrow at 1pm",
    "Remind me to call mom every Sunday at 6pm",
    "Spent 12.50 on coffee",
];
pub(crate) const GO_TO_MY_DAY: &str = "Go to my day";

// The page that is not there.
pub(crate) const NOT_FOUND: &str = "Not found";
pub(crate) const NOTHING_HERE: &str = "There is nothing at this address.";
pub(crate) const MOVED_OR_DELETED: &str = "It may have been moved or deleted.";
pub(crate) const GO_TO_TODAY: &str = "Go to today";
