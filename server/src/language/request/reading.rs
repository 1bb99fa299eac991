//! What a message as a whole was read as.

use chrono::{NaiveDate, Weekday};

use super::{Asks, Days, Hours, Item, Request, Spending, Target};
use crate::language::when::Moment;

/// Why a question has to go back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// A request was begun ("remind me"), but not what about. The same words with the next
    /// message behind them are the whole request.
    What,
    /// Which one to change is not known.
    Which,
    /// What to change it to is not known ("move lunch"). The same words with the next message
    /// behind them are the whole request.
    ToWhat,
    /// A day or time and nothing else.
    OnlyATime(Moment),
    /// A date was written that the calendar does not have.
    NoSuchDate,
    /// A date and a weekday disagree.
    Disagree {
        /// The date said.
        date: NaiveDate,
        /// The weekday said with it.
        said: Weekday,
    },
    /// "remind me 10 minutes before the meeting": when that is, only the rows can tell.
    BeforeWhat(Before),
    /// Money that came in ("refund", "salary"), of which no record is kept.
    MoneyIn,
    /// It is asked of the assistant, which cannot do it: "play some jazz". Its words, as a task
    /// would be called.
    Beyond(String),
    /// What to do with it is not clear.
    Unclear,
}

/// A reminder that comes before something on the calendar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Before {
    /// The words for that.
    pub what: String,
    /// What to be reminded of, where it is something else.
    pub title: Option<String>,
    /// How many days before.
    pub days: u32,
    /// How many minutes before, beside the days.
    pub minutes: u32,
}

impl Question {
    /// Whether something is missing that another reading of the words may not need.
    pub(super) fn is_unfinished(&self) -> bool {
        match self {
            Self::What | Self::Which | Self::ToWhat | Self::OnlyATime(_) | Self::Unclear => true,
            Self::NoSuchDate
            | Self::Disagree { .. }
            | Self::BeforeWhat(_)
            | Self::MoneyIn
            | Self::Beyond(_) => false,
        }
    }
}

/// Talk that asks for nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmallTalk {
    /// "hi"
    Greeting,
    /// "thanks"
    Thanks,
    /// "help", "what can you do"
    Help,
    /// "what day is it?"
    Today,
}

/// One of several things a message can mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// A few words that tell it from the others: "Mon 30 Nov".
    pub label: String,
    /// The message put so that it can mean nothing else.
    pub message: String,
    /// What it then asks for, never empty.
    pub requests: Vec<Request>,
}

/// A message that means something only behind what was said before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FollowUp {
    /// "yes", "do it": to what waits for an answer.
    Yes,
    /// "no", "never mind": to what waits for an answer.
    No,
    /// "the second one", "2": of what was offered or listed, counted from 1; negative from the end.
    Pick(i32),
    /// "and tomorrow?", "what about last month", "and on coffee?": the last question again, with
    /// what is said here in place of what was said there.
    Again {
        /// About these days. Looking ahead, for questions about plans.
        days: Option<Days>,
        /// The same words looking back, for questions about spending.
        past: Option<Days>,
        /// About this spending.
        spending: Option<Spending>,
        /// About this kind: "and tasks?".
        item: Option<Item>,
        /// In this stretch of the day: "and in the morning?".
        hours: Option<Hours>,
        /// This about the same: "on what?", "what was the biggest?".
        asks: Option<Asks>,
    },
    /// "only the first two", "just Bob", "all but the dentist": a part of what waits for a yes.
    Only {
        /// Which ones.
        part: Target,
        /// All others instead.
        others: bool,
    },
    /// "the one with Bob", "the 2pm one": of what was offered, by its words.
    Named(String),
    /// "the first one too", "same for the gym": what was done last, done to another row.
    Same(Target),
    /// "not that one, the other": what was done last was meant for the other one.
    Other,
    /// "when is it?", "where is that?": the row just spoken of.
    Show,
    /// "and after that?": the one behind the one that was named as the next.
    After,
    /// "bring it back", "undo the deletion": what was removed last.
    Restore,
}

/// What a message asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reading {
    /// These, in this order. Any of them may lean on what was said before
    /// ([`super::Which::leans`]): "no, make it 3pm", "delete that".
    Requests(Vec<Request>),
    /// An answer to what was said or asked before, and nothing without it.
    FollowUp(FollowUp),
    /// It can mean one of these, and convention does not decide which.
    Choices(Vec<Choice>),
    /// Nothing yet: something is missing or wrong.
    Ask(Question),
    /// Nothing at all.
    SmallTalk(SmallTalk),
    /// No request was recognised.
    NotUnderstood,
}
