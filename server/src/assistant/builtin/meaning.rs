//! What a message means in its conversation.

use domain::Uuid;
use domain::chat::Choice;

use super::super::interpreter::Turn;
use super::super::memory::Memory;
use super::super::tool::ToolCall;
use super::{before, budgets, calls, follow_up, part, replies, spoken_of};
use crate::error::Error;
use crate::language::request::{self, Before, Names, Question, Reading, Request};
use crate::operations::{ListNames, call};

/// What is to be done about a message.
pub(super) enum Meaning {
    /// These calls; and what cannot be done, with the reason.
    Calls {
        /// In this order.
        calls: Vec<ToolCall>,
        /// One sentence each.
        unable: Vec<String>,
    },
    /// A yes or a no to what waits.
    Answer {
        /// Which proposal.
        proposal: Uuid,
        /// Yes or no.
        accept: bool,
    },
    /// A no to what waits, and these calls in its place.
    Instead {
        /// Which proposal.
        proposal: Uuid,
        /// In this order.
        calls: Vec<ToolCall>,
    },
    /// Only words, with readings to choose from.
    Say {
        /// The words.
        words: String,
        /// The readings.
        choices: Vec<Choice>,
    },
}

impl Meaning {
    /// Only words.
    pub(super) fn say(words: impl Into<String>) -> Self {
        Self::Say { words: words.into(), choices: Vec::new() }
    }

    /// Calls without anything that cannot be done.
    pub(super) fn call(calls: Vec<ToolCall>) -> Self {
        Self::Calls { calls, unable: Vec::new() }
    }
}

/// What the message of a turn means.
///
/// # Errors
/// The database's.
pub(super) async fn of(turn: &Turn<'_>) -> Result<Meaning, Error> {
    if let Some(call) = budgets::wanted(turn).await? {
        return Ok(Meaning::call(vec![call]));
    }
    let reading = match continued(turn).or_else(|| reminded_of_it(turn)) {
        Some(reading) => reading,
        None => read_among(turn).await?,
    };
    // "the one with Bob", "tomorrow's": of the readings that were offered.
    if !turn.memory.offered.is_empty()
        && may_be_named(&reading)
        && let Some(call) = part::picked(turn, turn.message)
    {
        return Ok(Meaning::call(vec![call]));
    }
    of_reading(turn, turn.message, reading).await
}

/// What a text means that stands for the message, such as a choice.
///
/// # Errors
/// The database's.
pub(super) async fn of_text(turn: &Turn<'_>, text: &str) -> Result<Meaning, Error> {
    let reading = read(turn, text);
    match reading {
        // A choice that is a choice again would never end.
        Reading::FollowUp(_) => Ok(Meaning::say(replies::not_understood())),
        reading => Box::pin(of_reading(turn, text, reading)).await,
    }
}

fn read(turn: &Turn<'_>, text: &str) -> Reading {
    request::read(text, &turn.context.reference())
}

/// Reads the message, and where it may be about a row by its very name, among the names of
/// the person's rows.
async fn read_among(turn: &Turn<'_>) -> Result<Reading, Error> {
    if !request::may_be_named(turn.message) {
        return Ok(read(turn, turn.message));
    }
    let names = Names::new(call::<ListNames>(turn.context, ()).await?.value);
    Ok(request::read_among(turn.message, &turn.context.reference(), &names))
}

async fn of_reading(turn: &Turn<'_>, text: &str, reading: Reading) -> Result<Meaning, Error> {
    Ok(match reading {
        Reading::Requests(requests) => requested(turn, requests).await?,
        Reading::FollowUp(follow_up) => follow_up::meaning(turn, follow_up).await?,
        Reading::Choices(readings) => Meaning::Say {
            words: replies::which_of(&readings),
            choices: replies::offered(readings),
        },
        Reading::Ask(Question::BeforeWhat(before))
            if let Some(call) = before::reminder(turn.context, &before).await? =>
        {
            Meaning::call(vec![call])
        }
        Reading::Ask(question) => Meaning::Say {
            words: replies::question(turn.context, &question),
            choices: replies::choices(text, &question),
        },
        Reading::SmallTalk(talk) => Meaning::say(replies::small_talk(turn.context, talk)),
        Reading::NotUnderstood if request::is_foreign(text) => {
            Meaning::say(replies::FOREIGN.to_owned())
        }
        Reading::NotUnderstood => Meaning::say(replies::not_understood()),
    })
}

async fn requested(turn: &Turn<'_>, mut requests: Vec<Request>) -> Result<Meaning, Error> {
    for request in &mut requests {
        // "remind me about it tomorrow"
        if let Request::CreateTask { title, .. } = request
            && PRONOUNS.contains(&title.to_lowercase().as_str())
        {
            let Some(name) = last_name(turn.memory) else {
                return Ok(Meaning::say(replies::question(turn.context, &Question::What)));
            };
            *title = name;
        }
    }
    let rows = if calls::lean(&requests) {
        spoken_of::rows(turn.context, turn.memory).await?
    } else {
        spoken_of::Spoken::default()
    };
    let mut found = Vec::with_capacity(requests.len());
    let mut unable = Vec::new();
    for request in requests {
        if let Some(each) = calls::each(turn.context, &rows, &request) {
            found.extend(each);
            continue;
        }
        match calls::of(turn.context, turn.memory, &rows, request) {
            Ok(call) => found.push(call),
            Err(reason) => unable.push(reason),
        }
    }
    Ok(Meaning::Calls { calls: found, unable })
}

/// "remind me about it tomorrow", with the name of what was just spoken of in place of "it".
fn reminded_of_it(turn: &Turn<'_>) -> Option<Reading> {
    let mut words: Vec<&str> = turn.message.split_whitespace().collect();
    if !words.iter().any(|word| word.to_lowercase().starts_with("remind")) {
        return None;
    }
    let at = words.iter().position(|word| matches!(word.to_lowercase().as_str(), "it" | "that"))?;
    // "remind me that the shop closes at 6", "remind me it is bin day"
    let about = at.checked_sub(1).and_then(|before| words.get(before))?;
    if !matches!(about.to_lowercase().as_str(), "about" | "of" | "for") {
        return None;
    }
    let name = format!("\"{}\"", last_name(turn.memory)?.replace('"', ""));
    *words.get_mut(at)? = &name;
    Some(read(turn, &words.join(" "))).filter(|reading| matches!(reading, Reading::Requests(_)))
}

/// Words that stand for what was just spoken of.
const PRONOUNS: [&str; 8] =
    ["it", "that", "this", "them", "about it", "about that", "that one", "about this"];

/// What the row was called that was spoken of last.
fn last_name(memory: &Memory) -> Option<String> {
    let calls = if memory.calls.is_empty() { &memory.lately.calls } else { &memory.calls };
    let rows = calls.iter().flat_map(|called| &called.rows);
    rows.last().or(memory.lately.touched.last()).map(|row| row.name.clone())
}

/// The answer to a question that was asked back, read together with what led to
/// the question: "remind me", "call mom tomorrow".
fn continued(turn: &Turn<'_>) -> Option<Reading> {
    let Memory { said, calls, offered, waiting, .. } = turn.memory;
    if said.is_empty() || !calls.is_empty() || !offered.is_empty() || !waiting.is_empty() {
        return None;
    }
    // A question is no name, whatever words it is made of.
    if turn.message.trim_end().ends_with('?') || request::asks(turn.message) {
        return None;
    }
    let alone = read(turn, turn.message);
    let question = match read(turn, said) {
        Reading::Ask(question) => question,
        // "Move it to friday" was answered with the question which one.
        Reading::Requests(requests) if calls::lean(&requests) && may_be_named(&alone) => {
            return Some(Reading::Requests(calls::named(requests, turn.message)));
        }
        _ => return None,
    };
    let whole = match question {
        Question::What if may_be_named(&alone) => format!("{said} {}", turn.message),
        Question::ToWhat if may_be_goal(&alone) => format!("{said} {}", turn.message),
        Question::BeforeWhat(Before { what, title, .. })
            if matches!(alone, Reading::Ask(Question::OnlyATime(_))) =>
        {
            format!("remind me about \"{}\" {}", title.unwrap_or(what), turn.message)
        }
        Question::OnlyATime(_) if may_be_named(&alone) => format!("{} {said}", turn.message),
        _ => return None,
    };
    Some(read(turn, &whole)).filter(|reading| matches!(reading, Reading::Requests(_)))
}

/// Whether a message may only name a thing. What stands by itself, such as a
/// question or an expense, is no answer.
fn may_be_named(alone: &Reading) -> bool {
    match alone {
        Reading::Requests(requests) => requests.iter().all(|request| {
            matches!(request, Request::CreateTask { .. } | Request::CreateEvent { .. })
        }),
        Reading::NotUnderstood
        | Reading::Ask(Question::Unclear | Question::What | Question::Beyond(_)) => true,
        _ => false,
    }
}

/// Whether a message may only say what something becomes.
fn may_be_goal(alone: &Reading) -> bool {
    match alone {
        Reading::Requests(requests) => !requests.iter().any(calls::is_question),
        Reading::SmallTalk(_) | Reading::FollowUp(_) => false,
        Reading::Choices(_) | Reading::Ask(_) | Reading::NotUnderstood => true,
    }
}
