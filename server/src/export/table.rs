//! Tables for spreadsheets: comma-separated values (RFC 4180), written while they are read.

use csv::{Terminator, WriterBuilder};
use domain::event::Event;
use domain::task::Task;
use domain::time::Moment;
use futures::Stream;

use super::pieces::{Pages, Pieces, begin};
use crate::context::Context;
use crate::error::Error;
use crate::operations::Row;
use crate::zone;

/// Tells spreadsheets that the text is UTF-8; without it Excel reads "Café" as "CafÃ©".
pub(crate) const MARK: char = '\u{feff}';

const EVENTS: [&str; 9] =
    ["Title", "Begins", "Ends", "All day", "Time zone", "Location", "Repeats", "Description", "Id"];
const TASKS: [&str; 9] =
    ["Title", "Done", "Done on", "Due", "Priority", "Labels", "Repeats", "Notes", "Id"];

/// Every event, one a line, with its times by its own clock.
pub fn events(context: Context) -> impl Stream<Item = Result<String, Error>> {
    let (pieces, read) = begin(context);
    tokio::spawn(async move {
        let written = write(&pieces, EVENTS, of_event).await;
        pieces.end(written).await;
    });
    read
}

/// Every task, one a line.
pub fn tasks(context: Context) -> impl Stream<Item = Result<String, Error>> {
    let (pieces, read) = begin(context);
    tokio::spawn(async move {
        let written = write(&pieces, TASKS, of_task).await;
        pieces.end(written).await;
    });
    read
}

async fn write<R: Row, const N: usize>(
    pieces: &Pieces,
    head: [&str; N],
    record: fn(&Context, &R) -> [String; N],
) -> Result<(), Error> {
    pieces.say(format!("{MARK}{}", lines([head.map(str::to_owned)])?)).await?;
    let mut pages = Pages::<R>::new();
    while let Some(rows) = pages.next(pieces).await? {
        pieces.say(lines(rows.iter().map(|row| record(&pieces.context, row)))?).await?;
    }
    Ok(())
}

fn of_event(context: &Context, event: &Event) -> [String; 9] {
    let zone = crate::repeat::zone_of(event, context.actor.zone);
    [
        harmless(&event.title),
        moment(zone, event.start_time),
        moment(zone, event.end_time),
        yes(event.all_day),
        zone.name().to_owned(),
        harmless(event.location.as_deref().unwrap_or_default()),
        event.rrule.clone().unwrap_or_default(),
        harmless(event.description.as_deref().unwrap_or_default()),
        event.id.to_string(),
    ]
}

fn of_task(context: &Context, task: &Task) -> [String; 9] {
    let zone = context.actor.zone;
    let labels: Vec<&str> = task.labels.iter().collect();
    [
        harmless(&task.title),
        yes(task.is_complete),
        task.completed_at.map(|at| zone::date_of(zone, at).to_string()).unwrap_or_default(),
        task.due_date.map(|due| moment(zone, due)).unwrap_or_default(),
        task.priority.name().to_owned(),
        harmless(&labels.join(" ")),
        task.rrule.clone().unwrap_or_default(),
        harmless(task.notes.as_deref().unwrap_or_default()),
        task.id.to_string(),
    ]
}

fn yes(is: bool) -> String {
    if is { "yes" } else { "no" }.to_owned()
}

/// `2026-11-23 14:00`, which every spreadsheet takes for a time, or a plain date.
fn moment(zone: chrono_tz::Tz, moment: Moment) -> String {
    match moment {
        Moment::Date(date) => date.to_string(),
        Moment::Instant(instant) => {
            instant.with_timezone(&zone).format("%Y-%m-%d %H:%M").to_string()
        }
    }
}

fn lines<const N: usize>(records: impl IntoIterator<Item = [String; N]>) -> Result<String, Error> {
    let internal = |cause: &dyn std::fmt::Display| {
        Error::Internal(format!("a table cannot be written: {cause}"))
    };
    let mut file = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    for record in records {
        file.write_record(record).map_err(|cause| internal(&cause))?;
    }
    let bytes = file.into_inner().map_err(|cause| internal(&cause))?;
    String::from_utf8(bytes).map_err(|cause| internal(&cause))
}

/// Text that no spreadsheet takes for a formula: an apostrophe before what could begin one
/// (OWASP, "CSV Injection"). A program that wrote such a text gets at most that one mark more.
pub(crate) fn harmless(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_begins_like_a_formula_is_text() {
        for text in ["=1+1", "+49 30", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
            assert_eq!(harmless(text), format!("'{text}"));
        }
        assert_eq!(harmless("Lunch = good"), "Lunch = good");
        assert_eq!(harmless(""), "");
    }
}
