//! Hearing of changes as they are made, wherever that is.

use std::time::Duration;

use aide::axum::ApiRouter;
use aide::axum::routing::get_with;
use aide::generate::GenContext;
use aide::openapi::{Operation, Response as Documented};
use aide::{NoApi, OperationOutput};
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::Event;
use axum::response::{IntoResponse, Response};
use domain::live::{Changed, Kind};
use futures::Stream;
use schemars::JsonSchema;
use serde::Deserialize;
use tokio::time::{Instant, Interval, interval_at};

use super::{Filter, Refusal, SignedIn, stream};
use crate::accounts;
use crate::context::Planner;
use crate::live::Listener;

/// How often it is looked whether the session that asked is still alive.
const LOOKS: Duration = Duration::from_secs(60);
/// How long a browser waits before it asks again.
const AGAIN: Duration = Duration::from_secs(2);

pub(super) fn routes() -> ApiRouter<Planner> {
    ApiRouter::new().api_route(
        "/api/changes",
        get_with(changes, |route| {
            route
                .id("changes")
                .summary("Tells of changes as they are made.")
                .tag("History")
                .description(
                    "Server-sent events: `ready` at the beginning, if nothing was missed, `change` for \
                     everything that is changed through any door, and `end` when the session \
                     has ended. Data \
                     says of which kind it is and who made it, not what it is. Each event has \
                     an `id`: sent again as `Last-Event-ID`, what was missed meanwhile is told \
                     at once. A request that changes something may name its sender in \
                     `Planner-Page`; `by` repeats it, so that nobody answers their own change. \
                     A line of comment comes every 15 seconds.",
                )
                .response_with::<429, Refusal, _>(|response| {
                    response.description("Too many listen already.")
                })
        }),
    )
}

/// Where to go on.
#[derive(Deserialize, JsonSchema)]
struct From {
    /// The `id` of the event that was heard last. The header `Last-Event-ID`, which
    /// browsers send by themselves, counts before it.
    after: Option<String>,
}

async fn changes(
    State(planner): State<Planner>,
    SignedIn(context): SignedIn,
    NoApi(headers): NoApi<HeaderMap>,
    Filter(from, _): Filter<From>,
) -> Result<Changes, Refusal> {
    let last = headers.get("last-event-id").and_then(|id| id.to_str().ok()).map(str::to_owned);
    let after = last.or(from.after);
    let live = planner.database.live();
    let listener = live.listen(context.actor.user_id, after.as_deref())?;
    let looks = interval_at(Instant::now() + LOOKS, LOOKS);
    let listening = Listening { planner, headers, listener, looks };
    Ok(Changes(stream::of(told(listening))))
}

/// Somebody who listens, and whether they may.
struct Listening {
    planner: Planner,
    headers: HeaderMap,
    listener: Listener,
    looks: Interval,
}

fn told(listening: Listening) -> impl Stream<Item = Event> + Send {
    futures::stream::unfold(Some(listening), async |listening| {
        let mut listening = listening?;
        let event = listening.next().await?;
        // Nothing follows the end.
        Some((event.0, event.1.then_some(listening)))
    })
}

impl Listening {
    /// The next event, and whether another may follow.
    async fn next(&mut self) -> Option<(Event, bool)> {
        loop {
            let told = tokio::select! {
                told = self.listener.next() => Some(told?),
                _ = self.looks.tick() => None,
            };
            let changed = told.as_ref().and_then(|told| told.changed.as_ref());
            let looks = told.is_none()
                || changed.is_some_and(|changed| changed.kinds.contains(&Kind::Session));
            if looks && !accounts::is_signed_in(&self.planner, &self.headers).await {
                return Some((Event::default().event("end").data("{}"), false));
            }
            let Some(told) = told else { continue };
            let event = Event::default().id(self.listener.place(&told));
            let event = match &told.changed {
                Some(changed) => {
                    event.event("change").data(serde_json::to_string(changed).unwrap_or_default())
                }
                None => event.event("ready").data("{}"),
            };
            return Some((event.retry(AGAIN), true));
        }
    }
}

/// The stream of changes.
struct Changes(Response);

impl IntoResponse for Changes {
    fn into_response(self) -> Response {
        self.0
    }
}

impl OperationOutput for Changes {
    type Inner = Changed;

    fn operation_response(context: &mut GenContext, _: &mut Operation) -> Option<Documented> {
        Some(Documented {
            description: "The events, as they come.".to_owned(),
            content: [stream::media::<Changed>(context)].into_iter().collect(),
            ..Documented::default()
        })
    }

    fn inferred_responses(
        context: &mut GenContext,
        operation: &mut Operation,
    ) -> Vec<(Option<u16>, Documented)> {
        let response = Self::operation_response(context, operation);
        response.map(|response| vec![(Some(200), response)]).unwrap_or_default()
    }
}
