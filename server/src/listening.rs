//! Taking connections: axum's own way to serve, but with patience that ends.
//!
//! `axum::serve` waits for ever for a request that never becomes whole, and cannot be told
//! otherwise. Here a connection that does not send a head in time is closed, also one that
//! is kept open between requests; `security` does the same for bodies.

use std::convert::Infallible;
use std::net::SocketAddr;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{ConnectInfo, Request};
use axum::response::Response;
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;

/// How long a connection may take to send the head of a request, or be idle before it. A
/// little longer than Caddy keeps an unused one open (two minutes; nginx keeps it for one),
/// or a proxy would now and then send a request into a connection that is just closing.
pub const HEAD_PATIENCE: Duration = Duration::from_secs(130);

/// Serves until `stop`, then finishes what has begun. Each request carries the
/// [`ConnectInfo`] of its connection.
pub async fn serve(
    mut listener: TcpListener,
    router: Router,
    patience: Duration,
    stop: impl Future<Output = ()>,
) {
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(patience);
    let connections = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let (stream, peer) = tokio::select! {
            connection = Listener::accept(&mut listener) => connection,
            () = &mut stop => break,
        };
        let answering = answering(router.clone(), peer);
        let connection = http.serve_connection(quick(stream), service_fn(answering));
        let connection = connections.watch(connection);
        tokio::spawn(async move {
            if let Err(cause) = connection.await {
                tracing::debug!(%cause, "a connection broke off");
            }
        });
    }
    drop(listener);
    connections.shutdown().await;
}

/// Otherwise the last piece of an answer waits for the first one's receipt: 40 ms. It fails
/// only for a connection that is gone already.
fn quick(stream: TcpStream) -> TokioIo<TcpStream> {
    drop(stream.set_nodelay(true));
    TokioIo::new(stream)
}

/// Answers each request of a connection.
fn answering(router: Router, peer: SocketAddr) -> impl Fn(Request<Incoming>) -> AnsweringFuture {
    move |request| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        Box::pin(router.clone().oneshot(request))
    }
}

type AnsweringFuture = std::pin::Pin<Box<dyn Future<Output = Result<Response, Infallible>> + Send>>;
