//! Questions about the task list.

use super::{days_of, last_word};
use crate::language::request::{Outcome, Request, sentence::Sentence};

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
    ]);
    let due = sentence
        .starts(&[
            "anything due",
            "what's due",
            "what is due",
            "whats due",
            "is anything due",
            "anything overdue",
            "what's overdue",
            "what is overdue",
            "do i have anything due",
        ])
        .is_some();
    let asks = sentence.is_question()
        || sentence
            .starts(&[
                "list",
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
    let verb = sentence.starts(&["todo", "task", "to do"]).is_some();
    if !(noun && asks || due)
        || verb && !sentence.has(&["todo list", "to do list"])
        || sentence.tokens.any(last_word(sentence), &["done"]) && !sentence.is_question()
    {
        return None;
    }
    let (days, _) = match days_of(sentence) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let overdue = sentence.has(&["overdue", "past due", "late"]);
    let priority = sentence.priority().map(|(priority, _)| priority);
    Some(Outcome::Done(Request::ListTasks { days, overdue, done: false, priority, words: None }))
}
