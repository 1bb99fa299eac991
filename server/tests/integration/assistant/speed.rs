//! How long a built-in answer takes, end to end over HTTP, on SQLite. A measurement:
//!
//! `cargo test --release -p server --test integration -- --ignored --nocapture speed`

use std::time::{Duration, Instant};

use serde_json::json;

use crate::support::app::App;
use crate::support::database::TestDatabase;

/// What is said, over and over: additions, questions, follow-ups.
const SAID: [&str; 8] = [
    "Lunch with Sam tomorrow 1pm",
    "move it to friday",
    "spent 12.50 on lunch",
    "remind me to file the receipt by Friday",
    "what do I have tomorrow?",
    "and on friday?",
    "what did I spend on food this month?",
    "show my tasks",
];
/// How many people say all of it, and how often: fewer messages than a person may
/// send in a minute.
const PEOPLE: usize = 17;
const TIMES: usize = 3;
/// What the median must stay under.
const MEDIAN: Duration = Duration::from_millis(15);

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement, for a release build on a quiet machine"]
async fn a_built_in_answer_is_quick() {
    let database = TestDatabase::sqlite();
    let (app, _) = App::start(&database).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/api/chat", listener.local_addr().unwrap());
    let router = app.router();
    tokio::spawn(async move { axum::serve(listener, router).await });

    // The client wants one even where nothing is encrypted; another test may have been first.
    drop(rustls::crypto::ring::default_provider().install_default());
    let client = reqwest::Client::new();
    let mut took = Vec::with_capacity(SAID.len() * PEOPLE * TIMES);
    for person in 0..PEOPLE {
        let user = app.sign_up(&format!("{person}@example.com")).await;
        let token = user.bearer().expect("a token").to_owned();
        let mut conversation = None;
        for said in SAID.repeat(TIMES) {
            let body = json!({ "message": said, "conversation_id": conversation }).to_string();
            let begun = Instant::now();
            let request = client.post(&url).bearer_auth(&token).body(body);
            let sent = request.header("content-type", "application/json").send().await.unwrap();
            assert_eq!(sent.status(), 200);
            let answer = sent.bytes().await.unwrap();
            // The first person warms up.
            if person > 0 {
                took.push(begun.elapsed());
            }
            let answer: serde_json::Value = serde_json::from_slice(&answer).unwrap();
            conversation = answer["conversation_id"].as_str().map(str::to_owned);
        }
    }
    took.sort_unstable();
    let (median, slow) = (took[took.len() / 2], took[took.len() * 99 / 100]);
    println!("{} answers: median {median:?}, p99 {slow:?}", took.len());
    assert!(median < MEDIAN, "{median:?}");
}
