//! Questions about the calendar and the task list, and about free time.

use super::{Days, Outcome, PLANS, Question, Request, sentence::Sentence};
use crate::language::{offsets, resolve};

/// Reads a question about plans.
pub(super) fn query(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let plain = sentence.plain();
    free_time(&plain).or_else(|| tasks(&plain)).or_else(|| events(&plain))
}

fn days_of(sentence: &Sentence<'_, '_>) -> Result<(Days, Vec<(usize, usize)>), Question> {
    sentence.days(PLANS).map(|(days, dated)| (days, dated.used))
}

/// Questions whose "in" belongs to the verb.
const SQUEEZES: [&str; 8] = [
    "when can i fit in",
    "where can i fit in",
    "when can i squeeze in",
    "where can i squeeze in",
    "when could i fit in",
    "when could i squeeze in",
    "can i fit in",
    "can i squeeze in",
];

/// "when am i free tomorrow", "find me an hour on friday afternoon".
fn free_time(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let starts = sentence.starts(&[
        "find time",
        "find me time",
        "find a time",
        "find us a time",
        "find some time",
        "find a slot",
        "find me a slot",
        "free slots",
        "free slot",
        "free time",
        "open slots",
        "when am i free",
        "when are we free",
        "when i'm free",
        "am i free",
        "am i available",
        "when am i available",
        "what times am i free",
        "any gaps",
        "any free",
        "gaps",
        "any gap",
        "when can i fit",
        "where can i fit",
        "when can i squeeze",
        "where can i squeeze",
        "when do i have time",
        "do i have time",
        "have i got time",
        "when could i",
        "when is my next free",
        "my availability",
        "show my free",
        "show me my free",
        "what's my availability",
        "is there a gap",
        "is there time",
        "when do i have a free",
        "do i have any free",
        "do i have a free",
        "do i have a gap",
        "show free",
        "find free",
        "find me free",
        "find a gap",
        "find an opening",
        "any openings",
        "any time free",
        "suggest a time",
        "how free am i",
        "do i have an hour",
        "do i have any time",
        "when's a good time",
        "when is a good time",
        "find me a gap",
        "what time am i free",
        "list free",
    ]);
    let find_length = sentence
        .starts(&["find me", "find us", "find"])
        .and_then(|end| offsets::length(sentence.tokens, end))
        .is_some();
    let is_free = sentence.starts(&["is", "are"]).is_some()
        && sentence.tokens.any(last_word(sentence), &["free", "available", "open", "clear"]);
    if starts.is_none() && !find_length && !is_free {
        return None;
    }
    // "squeeze in an hour" is no hour from now.
    let rest = sentence.starts(&SQUEEZES).map_or(*sentence, |end| sentence.after(end));
    let (days, _) = match days_of(&rest) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let minutes = (sentence.from..sentence.to).find_map(|at| {
        offsets::length(sentence.tokens, at)
            .filter(|(_, end)| {
                *end <= sentence.to && !matches!(sentence.word(*end), "ago" | "from")
            })
            .and_then(|(length, _)| resolve::minutes(&length))
    });
    Some(Outcome::Done(Request::FindFreeTime { days, minutes }))
}

/// The last word of a sentence, marks aside.
fn last_word(sentence: &Sentence<'_, '_>) -> usize {
    (sentence.from..sentence.to)
        .rev()
        .find(|at| sentence.tokens.is_word(*at))
        .unwrap_or(sentence.from)
}

/// "what tasks are overdue", "read my to-do list", "anything due tomorrow?".
fn tasks(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
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
    Some(Outcome::Done(Request::ListTasks { days, overdue, priority }))
}

const SHOW: [&str; 70] = [
    "what's on",
    "whats on",
    "what is on",
    "what is going on",
    "what's going on",
    "what's happening",
    "what is happening",
    "whats happening",
    "what do i have",
    "what have i got",
    "what do we have",
    "what am i doing",
    "what are my plans",
    "what's my plan",
    "what's my schedule",
    "what is my schedule",
    "what does my",
    "what's planned",
    "what is planned",
    "what's scheduled",
    "what is scheduled",
    "what meetings",
    "what events",
    "what appointments",
    "what's coming up",
    "what is coming up",
    "what's up",
    "what's next",
    "what is next",
    "what's the plan",
    "do i have",
    "do we have",
    "have i got",
    "have i any",
    "am i busy",
    "am i doing anything",
    "any plans",
    "any meetings",
    "any events",
    "any appointments",
    "anything on",
    "anything planned",
    "anything scheduled",
    "anything happening",
    "show me my",
    "show my",
    "show me what",
    "show me the",
    "show",
    "list my",
    "list all",
    "list",
    "tell me what's",
    "tell me what",
    "tell me my",
    "read my",
    "give me my",
    "see my",
    "my schedule",
    "my calendar",
    "my agenda",
    "agenda",
    "schedule for",
    "calendar for",
    "what's in",
    "how does my",
    "how is my",
    "how's my",
    "is there anything",
    "are there any",
];

/// "what's on my calendar", "do i have anything on friday", "when is my dentist appointment".
fn events(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    if let Some(outcome) = when_is(sentence) {
        return Some(outcome);
    }
    let end = sentence.starts(&SHOW)?;
    let shows = sentence
        .starts(&["show", "list", "see", "read my", "give me my", "schedule for"])
        .is_some();
    let topic = sentence.has(&[
        "calendar",
        "schedule",
        "agenda",
        "diary",
        "events",
        "event",
        "meetings",
        "meeting",
        "appointments",
        "appointment",
        "plans",
        "planned",
        "scheduled",
        "day",
        "week",
    ]);
    let (days, used) = match days_of(sentence) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let asked = sentence.is_question() || days != Days::default() || topic;
    if !asked
        || shows && !topic && days == Days::default()
        || sentence.has(&["weather", "news", "tv", "television", "score", "traffic"])
    {
        return None;
    }
    let target = target_of(&sentence.after(end), &used);
    Some(Outcome::Done(Request::ListEvents { days, target }))
}

/// Words of a question that name no event.
const FILLER: [&str; 74] = [
    "calendar",
    "schedule",
    "scheduled",
    "agenda",
    "diary",
    "events",
    "event",
    "meetings",
    "appointments",
    "plans",
    "planned",
    "plan",
    "anything",
    "something",
    "any",
    "on",
    "in",
    "for",
    "my",
    "the",
    "going",
    "happening",
    "do",
    "i",
    "have",
    "got",
    "owt",
    "is",
    "are",
    "me",
    "all",
    "of",
    "what",
    "what's",
    "up",
    "coming",
    "there",
    "at",
    "a",
    "to",
    "s",
    "booked",
    "else",
    "today's",
    "day",
    "week",
    "look",
    "like",
    "with",
    "we",
    "am",
    "doing",
    "stuff",
    "things",
    "please",
    "this",
    "that",
    "set",
    "and",
    "you",
    "tell",
    "about",
    "items",
    "entries",
    "busy",
    "much",
    "show",
    "list",
    "upcoming",
    "next",
    "everything",
    "yet",
    "it",
    "things",
];

/// What is left of a question when its date and its filler are gone.
fn target_of(sentence: &Sentence<'_, '_>, used: &[(usize, usize)]) -> Option<String> {
    let mut cut: Vec<(usize, usize)> = used.to_vec();
    let meaning = (sentence.from..sentence.to).any(|at| {
        sentence.tokens.is_word(at)
            && !FILLER.contains(&sentence.word(at))
            && !used.iter().any(|(from, to)| (*from..*to).contains(&at))
    });
    if !meaning {
        return None;
    }
    let first = (sentence.from..sentence.to).find(|at| {
        sentence.tokens.is_word(*at)
            && !FILLER.contains(&sentence.word(*at))
            && !used.iter().any(|(from, to)| (*from..*to).contains(at))
    })?;
    cut.push((sentence.from, first));
    let tail = [
        " ",
        "do i have",
        "have i got",
        "i have",
        "scheduled",
        "planned",
        "on my calendar",
        "in my calendar",
        "on the calendar",
    ];
    if let Some((from, to)) = sentence.find(&tail[1..]) {
        cut.push((from, to));
    }
    Some(sentence.title(&cut)).filter(|target| !target.is_empty())
}

/// "when is my dentist appointment", "what time is the game".
fn when_is(sentence: &Sentence<'_, '_>) -> Option<Outcome> {
    let end = sentence.starts(&[
        "when is",
        "when's",
        "whens",
        "when are",
        "when do i have",
        "when did i",
        "what time is",
        "what time's",
        "what day is",
        "what time does",
        "what time do i have",
        "when am i",
        "when does",
        "at what time is",
        "what date is",
    ])?;
    let (days, used) = match days_of(sentence) {
        Ok(read) => read,
        Err(question) => return Some(Outcome::Ask(question)),
    };
    let rest = sentence.after(end);
    // "what time is it in tokyo", "when is christmas"
    let mine = rest.starts(&["my", "the", "our", "next"]).is_some()
        || rest.has(&["meeting", "appointment", "call", "with"]);
    if !mine || rest.starts(&["it", "the sunset", "the sunrise", "the next bus"]).is_some() {
        return None;
    }
    let next = usize::from(matches!(rest.word(rest.from), "my" | "the" | "our"));
    let next = next + usize::from(rest.word(rest.from + next) == "next");
    let target = rest.after(rest.from + next).title(&used);
    Some(Outcome::Done(Request::ListEvents {
        days,
        target: Some(target).filter(|target| !target.is_empty()),
    }))
}
