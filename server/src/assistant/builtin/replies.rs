//! What the built-in interpreter says when there is nothing to call.

use domain::chat::Choice;

use crate::context::Context;
use crate::language::request::{self, Before, Question, SmallTalk};
use crate::words::{Words, weekday};

/// Three sentences that work, one of each kind.
const EXAMPLES: [&str; 3] = [
    "Lunch with Sam tomorrow 1pm",
    "remind me to file the receipt by Friday",
    "what did I spend on food this month?",
];

/// Asked when it is open which row is meant.
pub(super) const WHICH: &str = "Which one do you mean?";

/// Asked when "it" refers to nothing.
pub(super) const WHICH_TITLE: &str = "Which one do you mean? Say its title.";

/// Said to a yes that nothing waits for.
pub(super) const NOTHING_WAITS: &str = "Nothing is waiting for a yes.";

/// Said when something was named that is not in the proposal.
pub(super) const NOT_AMONG: &str = "That is not among them. It still waits for your yes.";

/// Said when nothing was deleted lately.
pub(super) const NOTHING_DELETED: &str = "Nothing was deleted that I could bring back.";

/// Said to a no that nothing waits for.
pub(super) const ALL_RIGHT: &str = "All right.";

/// Said to a no behind something that is done.
pub(super) const MAY_UNDO: &str = "All right. Say “undo” to take the last change back.";

/// Said to "both" where only one row waits.
pub(super) const ONLY_ONE: &str = "Only one row waits for your yes. Say which others you mean.";

/// Said to a sentence in another language.
pub(super) const FOREIGN: &str = "I read English only. Please say it in English, or set up a \
language model, which reads other languages too.";

/// Nothing was recognised, as the beginning of a sentence.
pub(super) const NOT_UNDERSTOOD: &str = "I did not understand that.";

/// Said when a yes or a no could be for several things.
pub(super) fn one_by_one(waiting: usize) -> String {
    format!("{waiting} things wait for a yes. Answer each on its card.")
}

/// Said when a place in a list was named that it does not have.
pub(super) fn not_so_many(there_are: usize) -> String {
    match there_are {
        0 => WHICH_TITLE.to_owned(),
        1 => "There is only one.".to_owned(),
        many => format!("There are only {many}."),
    }
}

/// Asks which of the readings is meant.
pub(super) fn which_of(readings: &[request::Choice]) -> String {
    let numbered = readings.iter().enumerate();
    let lines: Vec<String> =
        numbered.map(|(index, reading)| format!("{}. {}", index + 1, reading.label)).collect();
    format!("What do you mean?\n{}", lines.join("\n"))
}

/// The readings of a message that can mean several things.
pub(super) fn offered(readings: Vec<request::Choice>) -> Vec<Choice> {
    readings
        .into_iter()
        .map(|reading| Choice { label: reading.label, message: reading.message })
        .collect()
}

/// Nothing was recognised.
pub(super) fn not_understood() -> String {
    format!("{NOT_UNDERSTOOD} {}", examples())
}

fn examples() -> String {
    let [first, second, third] = EXAMPLES;
    format!("Try “{first}”, “{second}” or “{third}”")
}

/// An answer to talk that asks for nothing.
pub(super) fn small_talk(context: &Context, talk: SmallTalk) -> String {
    match talk {
        SmallTalk::Today => {
            let words = Words::of(context);
            let now = context.now.with_timezone(&context.actor.zone);
            format!("It is {}, {}.", now.format("%A, %-d %B %Y"), words.time(now.time()))
        }
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
        Question::What => "What about?".to_owned(),
        Question::Which => WHICH_TITLE.to_owned(),
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
        Question::BeforeWhat(Before { what, .. }) => {
            format!("I cannot count back from “{what}”. When should I remind you?")
        }
        Question::MoneyIn => {
            "I keep what you spend, not what comes in. Say “spent …” if it was an expense."
                .to_owned()
        }
        Question::Beyond(_) => {
            "I can't do that: I only keep your events, tasks and expenses.".to_owned()
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
        Question::Beyond(words) => {
            vec![choice(&format!("Add as a task: {words}"), format!("add task: {words}"))]
        }
        Question::What
        | Question::ToWhat
        | Question::MoneyIn
        | Question::BeforeWhat(_)
        | Question::Which
        | Question::OnlyATime(_)
        | Question::NoSuchDate
        | Question::Disagree { .. } => Vec::new(),
    }
}
