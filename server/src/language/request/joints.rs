//! Openings that tell whether a second request begins behind a joint.

/// Openings that begin a request of its own behind a comma or "and".
#[rustfmt::skip]
pub(super) const OPENINGS: [&str; 82] = [
    "remind me", "remind us", "i need to", "need to", "i have to", "have to", "don't forget",
    "add", "put", "schedule", "book", "cancel", "delete", "remove", "erase", "move",
    "reschedule", "postpone", "push", "spent", "i spent", "we spent", "paid", "i paid", "log",
    "record", "bought", "i bought", "what's", "what", "how much", "show", "list", "mark", "create",
    "set up", "set a reminder", "make a reminder", "new task", "new event", "add task", "task",
    "todo", "also", "snooze", "complete", "check off", "tick off", "when is", "when's", "when am i",
    "do i have", "am i", "find", "block", "please", "can you", "could you", "i've got", "i have",
    "i finished", "finished", "done with", "i did", "expense", "undo", "reminder", "change", "rename",
    "switch", "update", "gotta", "i gotta", "pop", "stick", "scrap", "bin", "nuke", "jot down",
    "pencil in", "tick", "got to",
];

/// Openings whose title runs to the end of the line.
pub(super) const TITLED: [&str; 10] = [
    "add task",
    "add a task",
    "new task",
    "task",
    "todo",
    "to do",
    "add todo",
    "add a todo",
    "create task",
    "reminder",
];

/// Openings that more than one thing to do may follow.
pub(super) const REMINDERS: [&str; 9] = [
    "remind me",
    "i need to",
    "need to",
    "don't forget",
    "i have to",
    "have to",
    "set a reminder",
    "add a reminder",
    "create a reminder",
];

/// Verbs that go on with a reminder: "remind me to clean the desk and delete old files".
#[rustfmt::skip]
pub(super) const CONTINUED: [&str; 20] = [
    "delete", "cancel", "remove", "erase", "move", "push", "postpone", "reschedule", "add", "put",
    "book", "list", "show", "find", "complete", "mark", "create", "log", "record", "schedule",
];
