//! Files for other programs: everything as JSON, tables for spreadsheets, the calendar for
//! calendars.

use std::marker::PhantomData;

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;
use aide::generate::GenContext;
use aide::openapi::{MediaType, Operation, Response as Documented};
use aide::{NoApi, OperationOutput};
use axum::body::Body as Stream;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::{IntoResponse, Response};
use chrono::NaiveDate;

use super::{Refusal, SignedIn, describe};
use crate::accounts::AuthSession;
use crate::context::Planner;
use crate::error::Error;
use crate::export;

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new()
        .api_route(
            "/api/export",
            get_with(everything, |route| {
                let summary = "Writes everything that is kept.";
                route.id("export_account").summary(summary).tag("Accounts")
            }),
        )
        .api_route(
            "/api/calendar.ics",
            get_with(calendar, |route| {
                let summary = "Writes the events as iCalendar, for other calendars.";
                route.id("export_calendar").summary(summary).tag("Events")
            }),
        )
        .api_route(
            "/api/events/export",
            get_with(events, |route| {
                let summary = "Writes the events as comma-separated values.";
                route.id("export_events").summary(summary).tag("Events")
            }),
        )
        .api_route(
            "/api/tasks/export",
            get_with(tasks, |route| {
                let summary = "Writes the tasks as comma-separated values.";
                route.id("export_tasks").summary(summary).tag("Tasks")
            }),
        )
}

async fn everything(
    SignedIn(context): SignedIn,
    NoApi(auth): NoApi<AuthSession>,
) -> Result<Saved<Everything>, Refusal> {
    let user = auth.user.ok_or(Error::Unauthenticated)?.0;
    let made_on = context.today();
    Ok(Saved::new(made_on, Stream::from_stream(export::everything(context, user))))
}

async fn calendar(SignedIn(context): SignedIn) -> Result<Saved<Calendar>, Refusal> {
    Ok(Saved::new(context.today(), Stream::from_stream(export::calendar(context))))
}

async fn events(SignedIn(context): SignedIn) -> Result<Saved<Events>, Refusal> {
    Ok(Saved::new(context.today(), Stream::from_stream(export::events(context))))
}

async fn tasks(SignedIn(context): SignedIn) -> Result<Saved<Tasks>, Refusal> {
    Ok(Saved::new(context.today(), Stream::from_stream(export::tasks(context))))
}

/// What kind of file it is.
trait Kind {
    /// How its name begins.
    const NAME: &'static str;
    /// How its name ends.
    const ENDING: &'static str;
    /// Its media type.
    const MEDIA: &'static str;
    /// What is in it.
    const MEANING: &'static str;
}

enum Everything {}
enum Calendar {}
enum Events {}
enum Tasks {}

impl Kind for Everything {
    const NAME: &'static str = "planner";
    const ENDING: &'static str = "json";
    const MEDIA: &'static str = "application/json";
    const MEANING: &'static str = "`account` with its settings, and all `events`, `tasks`, `lists`, `filters`, \
         `expenses`, `budgets` and `conversations`, whole. What changes while it is read may be in it or not.";
}

impl Kind for Calendar {
    const NAME: &'static str = "calendar";
    const ENDING: &'static str = "ics";
    const MEDIA: &'static str = "text/calendar; charset=utf-8";
    const MEANING: &'static str = "The events (RFC 5545) with rules, days left out or added, and changed occurrences, and \
         the zones they are in.";
}

impl Kind for Events {
    const NAME: &'static str = "events";
    const ENDING: &'static str = "csv";
    const MEDIA: &'static str = "text/csv; charset=utf-8";
    const MEANING: &'static str = "The events, one a line, with times by their own clock. A text that a spreadsheet could take \
         for a formula has an apostrophe before it.";
}

impl Kind for Tasks {
    const NAME: &'static str = "tasks";
    const ENDING: &'static str = "csv";
    const MEDIA: &'static str = "text/csv; charset=utf-8";
    const MEANING: &'static str = "The tasks, one a line, with times by the person's clock. A text that a spreadsheet could \
         take for a formula has an apostrophe before it.";
}

/// A file to be saved, written while it is read.
struct Saved<K> {
    made_on: NaiveDate,
    stream: Stream,
    kind: PhantomData<fn() -> K>,
}

impl<K> Saved<K> {
    fn new(made_on: NaiveDate, stream: Stream) -> Self {
        Self { made_on, stream, kind: PhantomData }
    }
}

impl<K: Kind> IntoResponse for Saved<K> {
    fn into_response(self) -> Response {
        let name = format!("attachment; filename=\"{}-{}.{}\"", K::NAME, self.made_on, K::ENDING);
        // The name is plain ASCII, so this cannot fail.
        let save = HeaderValue::try_from(name).unwrap_or(HeaderValue::from_static("attachment"));
        let headers: [(HeaderName, HeaderValue); 3] = [
            (CONTENT_TYPE, HeaderValue::from_static(K::MEDIA)),
            (CONTENT_DISPOSITION, save),
            (CACHE_CONTROL, HeaderValue::from_static("no-store")),
        ];
        (headers, self.stream).into_response()
    }
}

impl<K: Kind> OperationOutput for Saved<K> {
    type Inner = serde_json::Value;

    fn inferred_responses(_: &mut GenContext, _: &mut Operation) -> Vec<(Option<u16>, Documented)> {
        let mut file = Documented { description: K::MEANING.to_owned(), ..Documented::default() };
        let media = K::MEDIA.split(';').next().unwrap_or_default();
        file.content.insert(media.to_owned(), MediaType::default());
        let name = "A name to save it under.";
        vec![(Some(200), describe::with_header(file, "Content-Disposition", name))]
    }
}
