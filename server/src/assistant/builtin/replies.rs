//! What the built-in interpreter says when there is nothing to call.

use domain::chat::Choice;

use crate::context::Context;
use crate::language::request::{self, Question, SmallTalk};
use crate::words::Words;

/// Three sentences that work, one of each kind.
const EXAMPLES: [&str; 3] = [
    "Lunch with Sam tomorrow 1pm",
    "remind me to file the receipt by Friday",
    "what did I spend on food this month?",
];

/// Said after the first of a repeating entry was added.
pub(super) const REPEATS_LATER: &str = "Repeating is not kept yet, so this is the first one only.";

/// Said when free time is asked for.
pub(super) const NO_FREE_TIME: &str =
    "I cannot look for free time yet. Ask for the day's events to see what is taken.";

/// Said when everything is to be deleted at once.
pub(super) const ONE_AT_A_TIME: &str =
    "I delete one thing at a time for now. Say which one by its title.";

/// Said to what was understood but cannot be done so far.
pub(super) const NOT_YET: &str = "I understood that, but I cannot do it yet.";

/// Asked when it is open which row is meant.
pub(super) const WHICH: &str = "Which one do you mean?";

/// The readings of a message that can mean several things.
pub(super) fn offered(readings: Vec<request::Choice>) -> Vec<Choice> {
    readings
        .into_iter()
        .map(|reading| Choice { label: reading.label, message: reading.message })
        .collect()
}

/// Nothing was recognised.
pub(super) fn not_understood() -> String {
    format!("I did not understand that. {}", examples())
}

fn examples() -> String {
    let [first, second, third] = EXAMPLES;
    format!("Try “{first}”, “{second}” or “{third}”")
}

/// An answer to talk that asks for nothing.
pub(super) fn small_talk(talk: SmallTalk) -> String {
    match talk {
        SmallTalk::Greeting => format!("Hello. {}", examples()),
        SmallTalk::Thanks => "You're welcome.".to_owned(),
        SmallTalk::Help => format!(
            "I keep your events, tasks and expenses: say what to add, what to change, or what you want to know. {}",
            examples()
        ),
    }
}

/// A question back.
pub(super) fn question(context: &Context, question: &Question) -> String {
    let words = Words::of(context);
    match question {
        Question::What => "What is it about?".to_owned(),
        Question::Which => "Which one do you mean? Say its title.".to_owned(),
        Question::OnlyATime(moment) => {
            format!("What is it that is on {}?", words.short(moment.date()))
        }
        Question::NoSuchDate => "The calendar has no such date. Which one do you mean?".to_owned(),
        Question::Disagree { date, said } => format!(
            "{} is a {}, not a {}. Which one do you mean?",
            date.format("%-d %B %Y"),
            date.format("%A"),
            weekday(*said)
        ),
        Question::ToWhat => "What should it become?".to_owned(),
        Question::MoneyIn => {
            "I keep what you spend, not what comes in. Say “spent …” if it was an expense."
                .to_owned()
        }
        Question::Unclear => format!("I am not sure what to do with that. {}", examples()),
    }
}

/// The readings of something unclear, as messages that say it clearly.
pub(super) fn choices(message: &str, question: &Question) -> Vec<Choice> {
    let choice = |label: &str, message: String| Choice { label: label.to_owned(), message };
    match question {
        Question::Unclear => vec![
            choice("A task", format!("add task: {message}")),
            choice("An event today", format!("schedule {message} today")),
        ],
        Question::What
        | Question::ToWhat
        | Question::MoneyIn
        | Question::Which
        | Question::OnlyATime(_)
        | Question::NoSuchDate
        | Question::Disagree { .. } => Vec::new(),
    }
}

fn weekday(weekday: chrono::Weekday) -> &'static str {
    use chrono::Weekday;
    match weekday {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
