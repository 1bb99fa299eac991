//! Questions about the task list.

use super::days_of;
use crate::language::request::{Days, Outcome, Request, sentence::Sentence};

/// "what tasks are overdue", "read my to-do list", "anything due tomorrow?".
pub(super) fn tasks(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let noun = sentence.has(&[
        "tasks",
        "task",
        "todo",
        "todos",
        "to do list",
        "to-do list",
        "to-do",
        "to-dos",
        "to do",
        "reminders",
        "chores",
        "get done",
        "task list",
        "overdue",
        "list of tasks",
        "left on my list",
        "on my list",
        "my list",
    ]);
    let due = sentence
        .starts(&[
            "anything due",
            "what's due",
            "what is due",
            "is anything due",
            "anything overdue",
            "what's overdue",
            "what is overdue",
            "do i have anything due",
            "what's left",
            "what is left",
            "what remains",
            "what's still open",
            "what is still open",
            "what's outstanding",
            "what's still to do",
            "what do i still have to do",
            "what do i still need to do",
            "what else do i have to do",
            "what else do i need to do",
            "anything i need to",
            "anything i have to",
            "is there anything i need to do",
            "is there anything i have to do",
            "is there anything to do",
            "anything to do",
            "do i have anything to do",
            "do i need to do anything",
            "do i have to do anything",
        ])
        .is_some();
    let asks = sentence.is_question()
        || sentence
            .starts(&[
                "list",
                "share",
                "send me",
                "print",
                "show",
                "read",
                "tell me",
                "give me",
                "see",
                "display",
                "view",
                "tasks",
                "my tasks",
                "open tasks",
                "todos",
                "my todos",
                "todo list",
                "my todo list",
                "my to do list",
                "overdue",
                "all tasks",
                "all my tasks",
                "pending tasks",
                "remaining tasks",
                "check my",
                "get my",
                "high priority tasks",
                "reminders",
                "my reminders",
                "what",
            ])
            .is_some();
    // "am i late on anything?", "what am i behind on"
    let late = sentence.is_question()
        && sentence.has(&[
            "late on",
            "behind on",
            "late with",
            "behind with",
            "missed any deadlines",
            "miss any deadlines",
        ]);
    // "show high priority stuff", "what's most urgent"
    let pressing = sentence.priority().is_some()
        && sentence.starts(&["show", "list", "what's", "what is", "anything", "which"]).is_some()
        && sentence.last_word() < sentence.from + 6
        && sentence.amounts().is_empty();
    let past = sentence
        .starts(&[
            "what did i finish",
            "what did i complete",
            "what have i finished",
            "what have i completed",
            "what did i get done",
            "what have i got done",
            "what tasks did i finish",
            "what tasks did i complete",
            "which tasks did i finish",
            "which tasks did i complete",
            "what did i tick off",
            "did i finish",
        ])
        .is_some();
    if let Some(outcome) = due_when(sentence) {
        return Some(outcome);
    }
    let verb = sentence.starts(&["todo", "task", "to do"]).is_some();
    if !(noun && asks || due || past || late || pressing)
        || verb && !sentence.has(&["todo list", "to do list"])
        || sentence.tokens.any(sentence.last_word(), &["done"]) && !sentence.is_question()
    {
        return None;
    }
    let (days, _) = match days_of(sentence) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let overdue = late || sentence.has(&["overdue", "past due", "past their due", "late"]);
    let done = past
        || sentence.has(&[
            "completed",
            "finished",
            "done tasks",
            "tasks done",
            "tasks are done",
            "ticked off",
        ]);
    let priority = sentence.priority().map(|(priority, _)| priority);
    Some(Outcome::Done(Request::ListTasks { days, overdue, done, priority, words: None }))
}

/// "when is the report due", "when do I have to file taxes".
fn due_when(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let (from, to) = match sentence.starts(&["when is", "when's", "when are"]) {
        Some(end) => {
            let last = sentence.last_word();
            (end, sentence.tokens.is(last, "due").then_some(last)?)
        }
        None => (
            sentence.starts(&["when do i have to", "when do i need to", "when must i"])?,
            sentence.to,
        ),
    };
    let title = sentence.after(from).until(to).title(&[]);
    let words = ["my ", "the ", "our "]
        .iter()
        .find_map(|article| title.strip_prefix(article))
        .unwrap_or(&title)
        .to_owned();
    (!words.is_empty()).then(|| {
        Outcome::Done(Request::ListTasks {
            days: Days::default(),
            overdue: false,
            done: false,
            priority: None,
            words: Some(words),
        })
    })
}
