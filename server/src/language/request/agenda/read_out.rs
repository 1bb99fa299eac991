//! "read my reminder list", "what were the things i wanted to remember": the whole list is to be
//! read out, in whatever words.

use super::days_of;
use crate::language::request::{Outcome, Request, sentence::Sentence};

/// How such a request begins.
#[rustfmt::skip]
const OPENINGS: [&str; 56] = [
    "i need to hear", "i need to see", "i want my", "can i hear", "show", "see", "read", "hear", "list", "tell me", "tell my", "give me", "go through", "go over",
    "go back over", "go though", "walk me through", "run me through", "run through", "play",
    "pull up", "bring up", "bing up", "open", "check my", "check the", "check recent", "recite",
    "repeat", "say", "iterate", "review", "display", "view", "retrieve", "let me", "inform me",
    "instruct me", "what", "what's", "whats", "which", "are there", "is there", "anything", "on my",
    "do i have", "remind me what", "remind me of", "remind me the", "remind me about", "get my",
    "how about", "i have my", "know what", "dictate",
];

/// What the list is called, or what is on it.
#[rustfmt::skip]
const LISTS: [&str; 30] = [
    "reminder list", "reminders list", "list of reminders", "reminders", "to do list", "todo list",
    "to-do list", "task list", "tasks", "todos", "to do's", "to-do's", "todo's", "grocery list",
    "shopping list", "errand list", "errands list", "chore list", "my list", "my lists", "current list", "current lists", "the list",
    "the lists", "lists", "to remember", "to recall", "bear in mind", "not forget",
    "be reminded about",
];

/// Whatever else such a request is made of.
#[rustfmt::skip]
const AROUND: [&str; 119] = [
    "show", "see", "read", "hear", "list", "lists", "tell", "give", "go", "through", "though",
    "over", "back", "out", "walk", "run", "play", "pull", "bring", "bing", "up", "open", "check", "recite",
    "repeat", "say", "iterate", "review", "display", "view", "retrieve", "let", "inform", "instruct",
    "what", "what's", "whats", "which", "are", "is", "were", "was", "do", "did", "i", "i've", "have",
    "had", "on", "my", "the", "a", "an", "of", "all", "every", "each", "everything", "items",
    "item", "things", "thing", "points", "bullet", "me", "us", "to", "for", "with", "in", "please",
    "that", "those", "these", "this", "there", "it", "currently", "current", "right", "now",
    "pending", "recent", "latest", "complete", "whole", "entire", "full", "listed", "again",
    "various", "made", "note", "wanted", "want", "trying", "asked", "ask", "told", "you",
    "supposed", "help", "added", "rundown", "summary", "remember", "reminded", "remind", "recall",
    "forget", "not", "bear", "mind", "about", "earlier", "any", "anything", "else", "left",
];

/// The rest of those words, by what the lists are called.
#[rustfmt::skip]
const NAMES: [&str; 22] = [
    "reminder", "reminders", "todo", "todos", "todo's", "to-do", "task", "tasks", "grocery",
    "groceries", "shopping", "errand", "errands", "chore", "chores", "s", "know", "need", "can", "available", "be",
    "just",
];

/// Reads such a request.
pub(in crate::language::request) fn read_out(plain: &Sentence<'_, '_>) -> Option<Outcome> {
    plain.starts(&OPENINGS)?;
    let found = plain.find(&LISTS)?;
    let (days, mut used) = days_of(plain).ok()?;
    used.push(found);
    let covered = (plain.from..plain.to).all(|at| {
        used.iter().any(|(from, to)| (*from..*to).contains(&at))
            || plain.tokens.mark(at).is_some()
            || AROUND.contains(&plain.word(at))
            || NAMES.contains(&plain.word(at))
    });
    covered.then_some(Outcome::Done(Request::ListTasks {
        days,
        overdue: false,
        done: false,
        priority: None,
        words: None,
    }))
}
