//! Clients that mean harm, on real connections.

use std::time::Duration;

use serde_json::json;
use server::listening;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;

use crate::support::app::App;
use crate::support::database::TestDatabase;

/// How long heads may take here.
const PATIENCE: Duration = Duration::from_millis(300);
/// No answer takes as long.
const ENOUGH: Duration = Duration::from_secs(20);

/// A planner that listens. It stops when what it is given is dropped.
async fn listening(app: &App) -> (String, oneshot::Sender<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap().to_string();
    let (stop, stopped) = oneshot::channel();
    let router = app.router();
    tokio::spawn(async move {
        let stopped = async { drop(stopped.await) };
        listening::serve(listener, router, PATIENCE, stopped).await;
    });
    (address, stop)
}

/// Sends something and reads until the other side closes.
async fn sent(address: &str, text: &[u8]) -> String {
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(text).await.unwrap();
    rest(&mut connection).await
}

async fn rest(connection: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let read = tokio::time::timeout(ENOUGH, connection.read_to_end(&mut answer)).await;
    // A reset is an end as well.
    let _ = read.expect("the connection was not closed");
    String::from_utf8_lossy(&answer).into_owned()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slow_head_is_not_waited_for() {
    let database = TestDatabase::sqlite();
    let (app, _) = App::start(&database).await;
    let (address, _stop) = listening(&app).await;
    // Nothing at all, half a head, and one more after a whole request.
    assert_eq!(sent(&address, b"").await, "");
    assert!(!sent(&address, b"GET /healthz HTTP/1.1\r\nHost: x\r\n").await.contains("200"));
    let kept = sent(&address, b"GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /hea").await;
    assert_eq!(kept.matches("200 OK").count(), 1, "{kept}");
    // Drop by drop.
    let mut connection = TcpStream::connect(&address).await.unwrap();
    let begin = std::time::Instant::now();
    connection.write_all(b"GET /healthz HTTP/1.1\r\n").await.unwrap();
    while connection.write_all(b"X: y\r\n").await.is_ok() && begin.elapsed() < ENOUGH {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    assert!(begin.elapsed() < ENOUGH, "it went on for ever");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_huge_body_is_not_read() {
    let database = TestDatabase::sqlite();
    let (app, _) = App::start(&database).await;
    let (address, _stop) = listening(&app).await;
    let head = "POST /api/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n";
    let announced = format!("{head}Content-Length: 104857600\r\n\r\n{{");
    assert!(sent(&address, announced.as_bytes()).await.contains(" 413 "));
    // One that does not say how large it is, as far as it is taken.
    let mut connection = TcpStream::connect(&address).await.unwrap();
    let begun = format!("{head}Transfer-Encoding: chunked\r\n\r\n");
    connection.write_all(begun.as_bytes()).await.unwrap();
    let piece = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
    let mut taken = 0;
    while taken < 100 * 16 && connection.write_all(piece.as_bytes()).await.is_ok() {
        taken += 1;
    }
    assert!(taken < 800, "{taken} pieces of 64 KiB were taken");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_has_one_end() {
    let database = TestDatabase::sqlite();
    let (app, _) = App::start(&database).await;
    let (address, _stop) = listening(&app).await;
    for lengths in [
        "Content-Length: 3\r\nContent-Length: 30\r\n",
        "Content-Length: 3, 30\r\n",
        "Content-Length: +3\r\n",
        "Transfer-Encoding: chunked, identity\r\n",
        "Transfer-Encoding: \x0bchunked\r\n",
        "Content-Length : 3\r\n",
        "Host: y\r\n X: folded\r\n",
    ] {
        let text = format!(
            "POST /healthz HTTP/1.1\r\nHost: x\r\n{lengths}\r\n0\r\n\r\nGET /healthz HTTP/1.1\r\nHost: x\r\n\r\n"
        );
        let answer = sent(&address, text.as_bytes()).await;
        assert!(!answer.contains("200 OK"), "{lengths:?}: {answer}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn packed_bodies_are_not_unpacked() {
    let database = TestDatabase::sqlite();
    let (_, _, user) = App::with_user(&database).await;
    // What it is packed as matters not, nor whether it is.
    for encoding in ["gzip", "br", "deflate, gzip", "zstd", "GZIP", ""] {
        let packed = user.clone().with(axum::http::header::CONTENT_ENCODING, encoding);
        let answer = packed.post("/api/tasks", json!({ "title": "x" })).await;
        answer.problem(415);
        assert_eq!(answer.header("accept-encoding"), "identity");
    }
    let plain = user.clone().with(axum::http::header::CONTENT_ENCODING, "identity");
    assert_eq!(plain.post("/api/tasks", json!({ "title": "x" })).await.status, 201);
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_finishes_what_has_begun() {
    let database = TestDatabase::sqlite();
    let (app, _) = App::start(&database).await;
    let (address, stop) = listening(&app).await;
    let mut connection = TcpStream::connect(&address).await.unwrap();
    let body = json!({ "email": "sam@example.com", "password": "four wet otters" }).to_string();
    let head = format!(
        "POST /api/auth/sign-up HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        body.len()
    );
    connection.write_all(head.as_bytes()).await.unwrap();
    tokio::time::sleep(Duration::from_millis(50)).await;
    drop(stop);
    tokio::time::sleep(Duration::from_millis(50)).await;
    connection.write_all(body.as_bytes()).await.unwrap();
    assert!(rest(&mut connection).await.contains("201 Created"));
    assert!(TcpStream::connect(&address).await.is_err(), "it still listens");
}
