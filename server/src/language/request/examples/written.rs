//! A request in one line, for tables of examples.

use crate::language::{
    Reference,
    request::{self, Change, Move, Priority, Request, Target, Which},
    when::Moment,
    words,
};

/// Wednesday 13 May 2026, 10:15 in New York.
pub(in crate::language::request) fn reference() -> Reference {
    let now = chrono::DateTime::parse_from_rfc3339("2026-05-13T10:15:00-04:00").unwrap();
    Reference::at(now.with_timezone(&chrono_tz::America::New_York))
}

pub(super) fn time(start: Moment, end: Option<Moment>) -> String {
    words::spell(start, end, &reference())
}

pub(super) fn days(days: request::Days) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map_or("…".to_owned(), |day| day.to_string());
    if days == request::Days::default() {
        "any day".to_owned()
    } else {
        format!("{} to {}", day(days.first), day(days.last))
    }
}

/// A request in one line.
pub(super) fn short(request: &Request) -> String {
    let or_any = |text: &Option<String>| text.clone().unwrap_or("any".to_owned());
    let rule = |repeat: &Option<request::Repetition>| {
        repeat.as_ref().map_or(String::new(), |repeat| {
            format!(" {}{}", repeat.rule, if repeat.from_completion { " when done" } else { "" })
        })
    };
    match request.clone() {
        Request::CreateEvent { title, start, end, location, repeat, zone, .. } => {
            let place = location.map_or(String::new(), |place| format!(" @ {place}"));
            let zone = zone.map_or(String::new(), |zone| format!(" ({zone})"));
            let when = time(start, Some(end));
            format!("event {title}{place}: {when}{zone}{}", rule(&repeat))
        }
        Request::CreateTask { title, due, priority, repeat, labels, list } => {
            let urgent = match priority {
                Some(Priority::High) => "!",
                Some(Priority::Medium) => "+",
                Some(Priority::Low) => "-",
                Some(Priority::None) | None => "",
            };
            let due = due.map_or("-".to_owned(), |due| time(due, None));
            let labels: String = labels.iter().map(|label| format!(" #{label}")).collect();
            let list = list.map_or(String::new(), |list| format!(" [{list}]"));
            format!("task{urgent} {title}{labels}{list}: {due}{}", rule(&repeat))
        }
        Request::RecordExpense { hundredths, currency, category, description, date, repeat } => {
            format!(
                "expense {hundredths} {} {} ({description}) {date}{}",
                currency.unwrap_or("-"),
                category.name(),
                rule(&repeat)
            )
        }
        Request::Complete { which, done } => {
            format!("{} {}", if done { "done" } else { "open" }, rows(&which))
        }
        Request::Change { which, to } => {
            let to: Vec<String> = to.iter().map(change).collect();
            format!("{} -> {}", rows(&which), to.join(" or "))
        }
        Request::Delete { which } => format!("delete {}", rows(&which)),
        Request::Undo => "undo".to_owned(),
        Request::ListEvents { days: range, words, next, .. } => {
            format!("events {} {}{}", days(range), or_any(&words), if next { " next" } else { "" })
        }
        Request::ListTasks { days: range, overdue, done, words, .. } => format!(
            "tasks {}{}{}{}",
            days(range),
            if overdue { " overdue" } else { "" },
            if done { " done" } else { "" },
            words.map_or(String::new(), |words| format!(" {words}"))
        ),
        Request::ListExpenses { days: range, spending, .. } => {
            format!("expenses {} {}", days(range), on(&spending))
        }
        Request::SumExpenses { days: range, spending, by } => format!(
            "sum {} {}{}",
            days(range),
            on(&spending),
            by.map_or(String::new(), |by| format!(" by {by:?}"))
        ),
        Request::CompareExpenses { days: range, other, spending } => {
            format!("compare {} with {} {}", days(range), days(other), on(&spending))
        }
        Request::AverageExpenses { days: range, spending, per } => {
            format!("average {} {} per {per:?}", days(range), on(&spending))
        }
        Request::LargestExpenses { days: range, spending, smallest, most } => format!(
            "{} {most} {} {}",
            if smallest { "smallest" } else { "largest" },
            days(range),
            on(&spending)
        ),
        Request::Count { what, days: range, words } => {
            format!("count {what:?} {} {}", days(range), or_any(&words))
        }
        Request::FindClashes { days: range } => format!("clashes {}", days(range)),
        Request::FindFreeTime { days: range, minutes, hours, whether, .. } => format!(
            "free{} {} {minutes:?}{}",
            if whether { "?" } else { "" },
            days(range),
            hours.map_or(String::new(), |hours| format!(" {}-{}", hours.from, hours.to))
        ),
    }
}

pub(super) fn on(spending: &request::Spending) -> String {
    let words = spending.words.as_ref().map(|words| format!("({words})"));
    let parts: Vec<String> = spending.category.clone().into_iter().chain(words).collect();
    if parts.is_empty() { "any".to_owned() } else { parts.join(" ") }
}

/// Which rows, in a few words: `event lunch on 2026-05-14 to 2026-05-14`.
pub(super) fn rows(which: &Which) -> String {
    let mut parts = vec![format!("{:?}", which.item).to_lowercase()];
    parts.extend(which.all.then(|| "all".to_owned()));
    parts.extend(which.overdue.then(|| "overdue".to_owned()));
    parts.extend(which.done.then(|| "done".to_owned()));
    parts.extend(which.target.as_ref().map(|target| match target {
        Target::Words(words) => words.clone(),
        other => format!("{other:?}"),
    }));
    parts.extend(which.category.as_ref().map(|category| format!("#{category}")));
    parts.extend(which.hundredths.map(|hundredths| format!("of {hundredths}")));
    match (which.at, which.days) {
        (Some(at), _) => parts.push(format!("at {}", at.format("%Y-%m-%d %H:%M"))),
        (None, range) if !range.is_any() => parts.push(format!("on {}", days(range))),
        (None, _) => {}
    }
    parts.join(" ")
}

pub(super) fn change(one: &Change) -> String {
    match one.clone() {
        Change::Move(Move::To { start, end }) => time(start, end),
        Change::Move(Move::Time(time) | Move::Hour(time)) => time.to_string(),
        Change::Move(Move::By(minutes)) => format!("{minutes} minutes"),
        Change::Move(Move::ByDays(days)) => format!("{days} days"),
        Change::Title(title) => format!("{title:?}"),
        Change::Amount { hundredths, currency } => {
            format!("{hundredths} {}", currency.unwrap_or("-"))
        }
        Change::Category(name) => format!("#{name}"),
        Change::Location(place) => format!("@ {place}"),
        Change::Note(note) => format!("note {note:?}"),
        Change::Ends(time) => format!("until {time}"),
        Change::All(several) => several.iter().map(change).collect::<Vec<_>>().join(" and "),
        other => format!("{other:?}"),
    }
}
