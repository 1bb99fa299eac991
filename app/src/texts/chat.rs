//! The chat: conversations, messages, and what the assistant did in them.

// Conversations.
pub(crate) const NEW: &str = "New conversation";
pub(crate) const ONE: &str = "Conversation";
pub(crate) const ALL: &str = "Conversations";
pub(crate) const CLOSE_LIST: &str = "Close the list";
pub(crate) const SEARCH: &str = "Search conversations";
pub(crate) const NONE_FOUND: &str = "No conversation has these words.";
pub(crate) const KEPT_HERE: &str = "Conversations are kept here.";
/// Read aloud before the name of one.
pub(crate) const PINNED: &str = "Pinned: ";

// One conversation.
pub(crate) const OPTIONS: &str = "Options";
pub(crate) const OPTIONS_OF_THIS: &str = "Options of this conversation";
pub(crate) const EXPORT_MARKDOWN: &str = "Export as Markdown";
pub(crate) const EXPORT_JSON: &str = "Export as JSON";
pub(crate) const NAME: &str = "Name";
pub(crate) const PIN: &str = "Pin to the top";
pub(crate) const UNPIN: &str = "Unpin";
pub(crate) const DELETE_SURE: &str =
    "Delete this conversation for good? What it added to your planner stays.";
pub(crate) const DELETE_FOR_GOOD: &str = "Delete for good";
pub(crate) const LATEST: &str = "Jump to latest";
pub(crate) const BEGINNING: &str = "Say what is on your mind. It becomes an event, a task or an expense, and you can take it back.";
pub(crate) const EXAMPLES: [&str; 3] =
    [super::EXAMPLE_LINE, "Spent 12.50 on lunch", "What do I have this week?"];

/// What is not shown for its length, up to the link to the file that has it.
pub(crate) fn earlier(messages: u64) -> String {
    format!("{messages} earlier messages are in the ")
}

pub(crate) const EARLIER_LINK: &str = "export";
/// After the link.
pub(crate) const EARLIER_END: &str = ".";

// Writing.
pub(crate) const MESSAGE: &str = "Message";
pub(crate) const EMPTY: &str = "Write a message first.";
pub(crate) const REVISING: &str = "Editing. What was said after it leaves the conversation.";
pub(crate) const SEND: &str = "Send";
pub(crate) const SEND_BY_KEY: &str = "Send (Enter)";
pub(crate) const STOP: &str = "Stop";
pub(crate) const STOP_BY_KEY: &str = "Stop (Esc)";

// What the assistant is doing.
pub(crate) const ANSWERING: &str = "The assistant is answering…";
pub(crate) const STOPPING: &str = "Stopping…";
pub(crate) const READY: &str = "The answer is ready.";
pub(crate) const LOST: &str = "The connection broke before the answer was complete. What was done until then stands, and the answer is kept.";
pub(crate) const NOT_STOPPED: &str =
    "The planner cannot be reached, so the answer could not be stopped.";

// A message.
pub(crate) const YOU_SAID: &str = "You said:";
pub(crate) const ASSISTANT_SAID: &str = "The assistant said:";
pub(crate) const EDIT_MESSAGE: &str = "Edit this message";
pub(crate) const UNDO_ALL: &str = "Undo all of it";
pub(crate) const CHOOSE: &str = "Choose one";
pub(crate) const COPY: &str = "Copy";
pub(crate) const COPIED: &str = "Copied";
pub(crate) const FAILED: &str = "Failed";
pub(crate) const ANSWER_FAILED: &str = "The answer failed.";
pub(crate) const UNDO_AND_TRY_AGAIN: &str = "Undo it and try again";

/// What an answer of a language model has cost.
pub(crate) fn tokens(read: impl std::fmt::Display, written: impl std::fmt::Display) -> String {
    format!("{read} + {written} tokens")
}

// A card of what was done.
pub(crate) const OPEN: &str = "Open";
/// Read aloud before what was.
pub(crate) const BEFORE: &str = "Before: ";
/// Read aloud before what is.
pub(crate) const NOW: &str = "Now: ";
pub(crate) const EARLIER_UNDONE: &str = "Done by the earlier wording, undone";
pub(crate) const EARLIER_STANDS: &str = "Done by the earlier wording; it stands";

// What was done, on its card.
pub(crate) const RECORDED: &str = "Recorded";
pub(crate) const TAKEN_BACK: &str = "Taken back";

pub(crate) fn open(name: &str) -> String {
    format!("Open “{name}”")
}

/// A card that says what was done, of what is undone.
pub(crate) fn undone(done: &str) -> String {
    format!("{done}, undone")
}

// A step that waits for a yes.
pub(crate) const WAITS: &str = "Waits for your answer";
pub(crate) const NEEDS_YES: &str = "Needs your yes";
pub(crate) const ASKED_FIRST: &str = "Asked first";
pub(crate) const YES: &str = "Yes, do it";
pub(crate) const NO: &str = "No, leave it";
pub(crate) const WORKING: &str = "Working on it…";
pub(crate) const SAID_YES: &str = "You said yes.";
pub(crate) const SAID_NO: &str = "You said no. Nothing was changed.";
pub(crate) const SAID_NOTHING: &str = "This was not answered in time. Nothing was changed.";

// What a line would do.
pub(crate) const TICK_OFF: &str = "Tick off";
pub(crate) const DELETES: &str = "Delete (asks first)";
pub(crate) const UNDOES: &str = "Take the last change back";
pub(crate) const ANSWERS: &str = "Answered in the chat";
pub(crate) const ASKS: &str = "Asks back in the chat";

pub(crate) fn renamed(name: &str) -> String {
    format!("Renamed to “{name}”.")
}

pub(crate) fn pinned(name: &str) -> String {
    format!("Pinned “{name}”.")
}

pub(crate) fn unpinned(name: &str) -> String {
    format!("Unpinned “{name}”.")
}
