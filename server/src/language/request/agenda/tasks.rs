//! Questions about the task list.

use super::days_of;
use crate::language::request::{Days, Outcome, PLANS, Priority, Request, sentence::Sentence};

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
            "what needs doing",
            "what needs to be done",
            "what needs to get done",
            "is there anything due",
            "have i got anything due",
            "what have i got due",
            "what do i have due",
            "what's pending",
            "what's still pending",
            "show me what's left",
            "show me what's due",
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
    // "show high priority stuff", "what's most urgent", "any p1s"
    let level = pressing(sentence);
    let pressing = level.is_some();
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
    let priority = sentence.priority().map(|(priority, _)| priority).or(level);
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

/// Openings of a question for what is pressing.
#[rustfmt::skip]
const PRESSING: [&str; 24] = [
    "show me all", "show me my", "show me the", "show me", "show all", "show my", "show the", "show",
    "list all", "list my", "list the", "list", "what's", "what is", "what are my", "what are the",
    "what are", "anything", "any", "which", "give me my", "give me the", "read me my", "tell me my",
];

/// Words beside the level.
#[rustfmt::skip]
const PRESSED: [&str; 20] = [
    "tasks", "task", "ones", "one", "stuff", "things", "thing", "items", "todos", "are", "is", "most",
    "really", "my", "the", "all", "on", "list", "for", "please",
];

/// "show me p1s", "what's urgent today", "urgent tasks": the level that is asked for, where nothing
/// but it, a noun of tasks and days is said.
fn pressing(sentence: &Sentence<'_, '_>) -> Option<Priority> {
    let opened = sentence.starts(&PRESSING);
    let body = sentence.after(opened.unwrap_or(sentence.from));
    let (level, span) = (body.from..body.to).find_map(|at| {
        let level = match body.word(at) {
            "p" if body.tokens.glued(at + 1) => {
                let level = match body.tokens.number(at + 1)? {
                    1 => Priority::High,
                    2 => Priority::Medium,
                    3 | 4 => Priority::Low,
                    _ => return None,
                };
                let plural = usize::from(body.tokens.is(at + 2, "s") && body.tokens.glued(at + 2));
                return Some((level, (at, at + 2 + plural)));
            }
            "urgent" | "important" => return Some((Priority::High, (at, at + 1))),
            "high" | "highest" | "top" => Priority::High,
            "medium" | "normal" => Priority::Medium,
            "low" | "lowest" => Priority::Low,
            _ => return None,
        };
        let dash = usize::from(body.tokens.is_dash(at + 1));
        body.tokens.is(at + 1 + dash, "priority").then_some((level, (at, at + 2 + dash)))
    })?;
    let plural = matches!(
        body.word(body.last_word()),
        "tasks" | "todos" | "ones" | "stuff" | "things" | "items"
    );
    let named = opened.is_some() || plural || body.is_question();
    let mut spans = vec![span];
    spans.extend(body.scan(PLANS).iter().map(|found| (found.from, found.to)));
    (named && body.is_covered(&spans, &PRESSED)).then_some(level)
}
