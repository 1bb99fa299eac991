//! Errors of ours, reported to Sentry: what went wrong, in which request and at which
//! route, and nothing about the person (`docs/monitoring.md`).
//!
//! Each event of the log at the level of an error becomes a report, so a panic and
//! a 500 are said once, in one place, and carry the request's identifier.

use std::fmt::Debug;
use std::sync::Arc;
use std::time::Duration;

use sentry::protocol::{Event, Map};
use sentry::transports::ReqwestHttpTransportOptions;
use sentry::types::Dsn;
use sentry::{ClientOptions, Level, Transport, TransportFactory, TransportOptions};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id};
use tracing::{Metadata, Subscriber};
use tracing_subscriber::Layer;
use tracing_subscriber::layer::Context;
use tracing_subscriber::registry::LookupSpan;

use super::scrub::scrubbed;

/// The span of a request (`security::observe`).
const REQUEST: &str = "request";
/// What is reported of a request, and the place of a panic.
const TAGS: [&str; 4] = ["method", "route", "id", PLACE];
const PLACE: &str = "place";
/// Our crates; others' words are not known to hold nothing personal.
const OURS: [&str; 3] = ["server", "app", "ai_planner"];
/// How long one report may take.
const PATIENCE: Duration = Duration::from_secs(5);

/// Begins to report; nothing where no HTTP client can be made.
pub(super) fn start(dsn: Dsn) -> Option<sentry::ClientInitGuard> {
    let client = match client() {
        Ok(client) => client,
        Err(cause) => {
            tracing::warn!(cause, "errors are not reported");
            return None;
        }
    };
    let options = ClientOptions::new()
        .dsn(&dsn.to_string())
        .release(concat!("ai-planner@", env!("CARGO_PKG_VERSION")))
        .send_default_pii(false)
        .max_breadcrumbs(0)
        .shutdown_timeout(PATIENCE)
        .before_send(|event| Some(stripped(event)))
        .transport(Sending(client));
    Some(sentry::init(options))
}

/// The HTTP client of the rest of the program, as it has one TLS.
fn client() -> Result<reqwest::Client, String> {
    let tls = crate::tls::client().map_err(|cause| cause.to_string())?;
    let builder = reqwest::Client::builder().tls_backend_preconfigured(tls).timeout(PATIENCE);
    builder.build().map_err(|cause| cause.to_string())
}

struct Sending(reqwest::Client);

impl TransportFactory for Sending {
    fn create_transport_with_options(&self, options: TransportOptions) -> Arc<dyn Transport> {
        let options = ReqwestHttpTransportOptions::from(options);
        Arc::new(options.with_client(self.0.clone()).build())
    }
}

/// A report with nothing in it but what is made here, whatever else puts in more.
fn stripped(event: Event<'static>) -> Event<'static> {
    let tags = event.tags.into_iter().filter(|(name, _)| TAGS.contains(&name.as_str()));
    Event {
        event_id: event.event_id,
        level: event.level,
        message: event.message.as_deref().map(scrubbed),
        logger: event.logger,
        transaction: event.transaction,
        release: event.release,
        timestamp: event.timestamp,
        platform: event.platform,
        tags: tags.collect(),
        sdk: event.sdk,
        ..Event::default()
    }
}

/// Hears of errors.
pub(super) struct Reporting;

/// What is known of the request that a span is of.
struct OfRequest(Map<String, String>);

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Reporting {
    fn on_new_span(&self, attributes: &Attributes<'_>, id: &Id, context: Context<'_, S>) {
        if attributes.metadata().name() != REQUEST || !is_ours(attributes.metadata()) {
            return;
        }
        let mut fields = Fields::default();
        attributes.record(&mut fields);
        if let Some(span) = context.span(id) {
            fields.0.retain(|name, _| TAGS.contains(&name.as_str()));
            span.extensions_mut().insert(OfRequest(fields.0));
        }
    }

    fn on_event(&self, event: &tracing::Event<'_>, context: Context<'_, S>) {
        if *event.metadata().level() != tracing::Level::ERROR || !is_ours(event.metadata()) {
            return;
        }
        let mut fields = Fields::default();
        event.record(&mut fields);
        let said = |name: &str| fields.0.get(name).map(String::as_str);
        let parts = [said("message"), said("cause")];
        let message = parts.into_iter().flatten().collect::<Vec<_>>().join(": ");
        let mut spans = context.event_scope(event).into_iter().flatten();
        let tags = spans.find_map(|span| Some(span.extensions().get::<OfRequest>()?.0.clone()));
        let mut tags = tags.unwrap_or_default();
        if let Some(place) = said(PLACE) {
            tags.insert(PLACE.to_owned(), place.to_owned());
        }
        sentry::capture_event(Event {
            level: Level::Error,
            message: Some(message),
            logger: Some(event.metadata().target().to_owned()),
            transaction: tags.get("route").cloned(),
            tags,
            ..Event::default()
        });
    }
}

fn is_ours(metadata: &Metadata<'_>) -> bool {
    OURS.contains(&metadata.target().split("::").next().unwrap_or_default())
}

/// The fields of a span or an event, as text.
#[derive(Default)]
struct Fields(Map<String, String>);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name().to_owned(), format!("{value:?}"));
    }
}

#[cfg(test)]
mod tests {
    use sentry::protocol::{Breadcrumb, Request, User};

    use super::*;

    #[test]
    fn nothing_of_a_person_is_reported() {
        let secret = "hunter2";
        let text = || Some(secret.to_owned());
        let pairs = || Map::from([("authorization".to_owned(), secret.to_owned())]);
        let event = Event {
            message: Some(format!("a query failed: bad value '{secret}' of sam@example.com")),
            request: Some(Request { headers: pairs(), cookies: text(), ..Request::default() }),
            user: Some(User { email: text(), ..User::default() }),
            breadcrumbs: vec![Breadcrumb { message: text(), ..Breadcrumb::default() }].into(),
            extra: Map::from([("body".to_owned(), secret.into())]),
            server_name: Some(secret.into()),
            tags: [pairs(), Map::from([("id".to_owned(), "r-1".to_owned())])]
                .into_iter()
                .flatten()
                .collect(),
            ..Event::default()
        };
        let sent = serde_json::to_string(&stripped(event)).expect("JSON");
        assert!(!sent.contains(secret) && !sent.contains("sam@"), "{sent}");
        assert!(sent.contains("a query failed") && sent.contains("r-1"), "{sent}");
    }
}
