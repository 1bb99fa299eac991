//! What a message would be read as by the built-in interpreter, before it is sent:
//! the chips under the quick line. Nothing is looked up and nothing is done.

mod without;

use domain::money::{Amount, Currency};
use domain::preview::{About, Chip, Intent, Preview};
use domain::repeat::Rule;
use domain::time::Moment as Kept;

use crate::context::Context;
use crate::language::request::{self, Priority, Reading, Repetition, Request, Target, Which};
use crate::language::when::Moment;
use crate::words::Words;

/// One entry for each thing that the message asks for; empty when it asks for
/// nothing that is understood.
pub fn preview(context: &Context, text: &str) -> Vec<Preview> {
    without::with_ways_out(text, |text| read(context, text))
}

fn read(context: &Context, text: &str) -> Vec<Preview> {
    let words = Words::of(context);
    match request::read(text, &context.reference()) {
        Reading::Requests(requests) => {
            requests.into_iter().map(|request| one(&words, request)).collect()
        }
        Reading::Choices(_) | Reading::Ask(_) => vec![plain(Intent::Ask)],
        Reading::FollowUp(_) => vec![plain(Intent::Answer)],
        Reading::SmallTalk(_) | Reading::NotUnderstood => Vec::new(),
    }
}

fn one(words: &Words, request: Request) -> Preview {
    match request {
        Request::CreateEvent { title, start, end, location, repeat, .. } => Preview {
            intent: Intent::AddEvent,
            title,
            chips: facts([
                Some((About::When, span(words, start, end))),
                location.map(|place| (About::Place, place)),
                repeats(words, repeat.as_ref()),
            ]),
        },
        Request::CreateTask { title, due, priority, repeat, labels, .. } => Preview {
            intent: Intent::AddTask,
            title,
            chips: facts([
                due.map(|due| (About::When, format!("due {}", moment(words, due)))),
                priority.and_then(pressing),
                repeats(words, repeat.as_ref()),
                labelled(&labels),
            ]),
        },
        Request::RecordExpense { hundredths, currency, category, description, date, repeat } => {
            Preview {
                intent: Intent::AddExpense,
                title: description,
                chips: facts([
                    amount(words, hundredths, currency),
                    Some((About::Category, category.name().to_owned())),
                    Some((About::When, words.exactly(date))),
                    repeats(words, repeat.as_ref()),
                ]),
            }
        }
        Request::Complete { which, .. } => about(words, Intent::Tick, &which),
        Request::Change { which, .. } => about(words, Intent::Change, &which),
        Request::Delete { which } => about(words, Intent::Delete, &which),
        Request::Undo => plain(Intent::Undo),
        _ => plain(Intent::Answer),
    }
}

fn plain(intent: Intent) -> Preview {
    Preview { intent, title: String::new(), chips: Vec::new() }
}

/// Which row is meant, as far as the words tell.
fn about(words: &Words, intent: Intent, which: &Which) -> Preview {
    let title = match &which.target {
        Some(Target::Words(words)) => words.clone(),
        _ => String::new(),
    };
    let at = which.at.map(|at| (About::When, moment(words, Moment::At(at))));
    Preview { intent, title, chips: facts([at]) }
}

fn facts<const N: usize>(facts: [Option<(About, String)>; N]) -> Vec<Chip> {
    facts.into_iter().flatten().map(|(about, text)| Chip { about, text, without: None }).collect()
}

/// `tomorrow (Mon 23 Nov), 13:00–14:00`; both days of an all-day event count.
fn span(words: &Words, start: Moment, end: Moment) -> String {
    match (start, end) {
        (Moment::Day(first), Moment::Day(last)) if first < last => {
            format!("{} – {}, all day", words.exactly(first), words.exactly(last))
        }
        (Moment::Day(first), _) => format!("{}, all day", words.exactly(first)),
        (Moment::At(from), Moment::At(to)) => {
            let (start, end) = (words.local(from.to_utc()), words.local(to.to_utc()));
            let from = moment(words, Moment::At(from));
            if start.date() == end.date() {
                format!("{from}–{}", words.time(end.time()))
            } else {
                format!("{from} – {}, {}", words.exactly(end.date()), words.time(end.time()))
            }
        }
        (start @ Moment::At(_), Moment::Day(_)) => moment(words, start),
    }
}

fn moment(words: &Words, moment: Moment) -> String {
    words.moment_exactly(match moment {
        Moment::Day(date) => Kept::Date(date),
        Moment::At(at) => Kept::Instant(at.to_utc()),
    })
}

fn amount(words: &Words, hundredths: i64, code: Option<&str>) -> Option<(About, String)> {
    let amount = Amount::from_minor(hundredths)?;
    let named = code.and_then(|code| code.parse::<Currency>().ok());
    Some((About::Amount, words.amount(amount, named.unwrap_or(words.currency()))))
}

fn pressing(priority: Priority) -> Option<(About, String)> {
    let word = match priority {
        Priority::None => return None,
        Priority::Low => "low priority",
        Priority::Medium => "medium priority",
        Priority::High => "high priority",
    };
    Some((About::Priority, word.to_owned()))
}

/// `#home #balcony`
fn labelled(labels: &[String]) -> Option<(About, String)> {
    let labels: Vec<String> = labels.iter().map(|label| format!("#{label}")).collect();
    (!labels.is_empty()).then(|| (About::Label, labels.join(" ")))
}

fn repeats(words: &Words, repeat: Option<&Repetition>) -> Option<(About, String)> {
    let rule = Rule::parse(&repeat?.rule).ok()?;
    Some((About::Repeats, words.repeat(&rule)))
}
