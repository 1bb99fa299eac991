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
/// How often all of it is said.
const TIMES: usize = 50;
/// What the median must stay under.
const MEDIAN: Duration = Duration::from_millis(15);

#[tokio::test(flavor = "multi_thread")]
#[ignore = "a measurement, for a release build on a quiet machine"]
async fn a_built_in_answer_is_quick() {
    let database = TestDatabase::sqlite();
    let (app, _, user) = App::with_user(&database).await;
    let token = user.bearer().expect("a token").to_owned();
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/api/chat", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app.router()).await });

    let client = reqwest::Client::new();
    let mut conversation = None;
    let mut took = Vec::with_capacity(SAID.len() * TIMES);
    for round in 0..=TIMES {
        for said in SAID {
            let body = json!({ "message": said, "conversation_id": conversation });
            let begun = Instant::now();
            let sent = client.post(&url).bearer_auth(&token).json(&body).send().await.unwrap();
            assert_eq!(sent.status(), 200);
            let answer: serde_json::Value = sent.json().await.unwrap();
            // The first round warms up.
            if round > 0 {
                took.push(begun.elapsed());
            }
            conversation = answer["conversation_id"].as_str().map(str::to_owned);
        }
    }
    took.sort_unstable();
    let (median, slow) = (took[took.len() / 2], took[took.len() * 99 / 100]);
    println!("{} answers: median {median:?}, p99 {slow:?}", took.len());
    assert!(median < MEDIAN, "{median:?}");
}
