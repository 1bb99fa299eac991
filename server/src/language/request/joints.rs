//! Openings that tell whether a second request begins behind a joint.

use super::{sentence::Sentence, verbs};

/// Openings that begin a request of its own behind a comma or "and".
#[rustfmt::skip]
const OPENINGS: [&str; 70] = [
    "remind me", "remind us", "i need to", "need to", "i have to", "have to", "don't forget",
    "add", "put", "schedule", "book", "remove", "erase", "spent", "i spent", "we spent", "paid",
    "i paid", "log", "record", "bought", "i bought", "what's", "what", "how much", "show", "list",
    "mark", "create", "set up", "set a reminder", "make a reminder", "new task", "new event",
    "add task", "task", "todo", "also", "complete", "check off", "tick off", "when is", "when's",
    "when am i", "do i have", "am i", "find", "block", "please", "can you", "could you",
    "i've got", "i have", "i finished", "finished", "done with", "i did", "expense", "undo",
    "reminder", "rename", "gotta", "i gotta", "pop", "stick", "scrap", "jot down", "pencil in",
    "tick", "got to",
];

/// Verbs of a change that begin a request of their own though they can mean other things too.
const ALSO: [&str; 14] = [
    "push", "bin", "nuke", "change", "switch", "update", "clear", "drop", "swap", "shift",
    "forget", "wipe", "trash", "skip",
];

/// Whether a request of its own begins here.
pub(super) fn opens(sentence: &Sentence<'_, '_>) -> bool {
    let starts = |verb: &str| sentence.at(sentence.from, verb);
    let verb = || {
        verbs::first(&verbs::MOVE, starts)
            .or_else(|| verbs::first(&verbs::DELETE, starts))
            .is_some_and(|(_, verb, sure)| sure || ALSO.contains(&verb))
    };
    sentence.starts(&OPENINGS).is_some() || verb()
}

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
