//! Everything that goes wrong with a server: nothing is lost, nothing internal is
//! shown, nothing is done twice, and the person is told.

use std::time::{Duration, Instant};

use domain::conversation::Ended;
use serde_json::json;
use server::assistant::{Assistant, language_model};
use server::operations::conversations::{ReadConversation, latest_messages};
use server::operations::tasks::ListTasks;

use super::{PATIENCE, Script, Talk, done, settings, words};
use crate::support::database::TestDatabase;
use crate::support::person::Person;

/// A request that the built-in interpreter understands.
const ASKED: &str = "add task call mom";
const REPORT: &str = "Added “call mom”.";

/// The model cannot answer: the built-in interpreter does, and says why.
async fn falls_back(scripts: Vec<Script>, why: &str, asked: usize) {
    let talk = Talk::playing(scripts).await;
    let answer = talk.say(ASKED).await;
    assert_eq!(words(&answer), format!("{why}, so I read this myself.\n{REPORT}"));
    assert_eq!(answer.failure, None, "it was answered");
    assert_eq!(done(&answer), ["create_task"]);
    assert_eq!(talk.provider.asked().len(), asked, "{why}");
    assert_eq!(tasks(&talk.person).await, 1, "{why}");
}

async fn tasks(person: &Person) -> usize {
    person.send::<ListTasks>(json!({})).await.unwrap().value.items.len()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_not_there() {
    let database = TestDatabase::sqlite();
    let person = Person::new(&database.open().await).await;
    for base_url in [
        "http://127.0.0.1:1/v1",
        "http://no-such-host.invalid/v1",
        "https://no-such-host.invalid/v1",
    ] {
        let model = language_model(settings(base_url), PATIENCE).unwrap();
        let assistant = Assistant::new(model);
        let answer = super::whole(super::events(&assistant, &person, ASKED).await);
        let why = "The language model could not be reached, so I read this myself.";
        assert_eq!(words(&answer), format!("{why}\n{REPORT}"), "{base_url}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_speaks_no_tls() {
    let database = TestDatabase::sqlite();
    let person = Person::new(&database.open().await).await;
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base_url = format!("https://{}/v1", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let plain = b"HTTP/1.1 400 Bad Request\r\n\r\n";
            tokio::io::AsyncWriteExt::write_all(&mut stream, plain).await.unwrap();
        }
    });
    let model = language_model(settings(&base_url), PATIENCE).unwrap();
    let answer = super::whole(super::events(&Assistant::new(model), &person, ASKED).await);
    assert!(words(&answer).starts_with("The language model could not be reached"));
    assert_eq!(done(&answer), ["create_task"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn refusals_of_every_status() {
    for (status, why, asked) in [
        (401, "The language model's server did not accept the key", 1),
        (402, "The account at the language model's server is used up", 1),
        (404, "The language model's server does not know the model", 1),
        (429, "The language model has too much to do", 3),
        (500, "The language model's server failed", 3),
        (503, "The language model's server failed", 3),
    ] {
        let script = Script::error(status, "internal: sk-secret at 10.0.0.7");
        falls_back(vec![script], why, asked).await;
    }
    // Errors need not be JSON, nor be errors by their status.
    let page = Script::head("502 Bad Gateway", "content-type: text/html\r\n").send("<html>");
    falls_back(vec![page], "The language model's server failed", 3).await;
    let page = Script::head("200 OK", "content-type: text/html\r\n").send("<html>Sign in</html>");
    falls_back(vec![page], "The language model's server gave no usable answer", 1).await;
    let hidden = Script::head("200 OK", "content-type: application/json\r\n")
        .send(r#"{"error":{"message":"loading","code":503}}"#);
    falls_back(vec![hidden], "The language model's server failed", 3).await;
    let inside = Script::stream().event(&json!({ "error": { "message": "x", "code": "500" } }));
    falls_back(vec![inside], "The language model's server failed", 3).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_server_is_asked_again() {
    for header in ["", "retry-after: 0\r\n", "retry-after: 0.1\r\n"] {
        let scripts = [
            Script::error_with(429, header, "slow down"),
            Script::error(500, "oops"),
            Script::says("Hello."),
        ];
        let talk = Talk::playing(scripts).await;
        assert_eq!(words(&talk.say("hello").await), "Hello.");
        assert_eq!(talk.provider.asked().len(), 3);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wait_that_nobody_waits_for_is_not_waited_for() {
    let begun = Instant::now();
    let script = Script::error_with(429, "retry-after: 3600\r\n", "quota");
    falls_back(vec![script], "The language model has too much to do", 1).await;
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_too_slow() {
    let late = Script::default().wait(1_500).send("HTTP/1.1 200 OK\r\n\r\n");
    falls_back(vec![late], "The language model took too long", 1).await;
    let silent = Script::stream().wait(1_500).words("Hello.").end("stop");
    falls_back(vec![silent], "The language model took too long", 1).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_breaks_off() {
    let begun = || Script::stream().words("Sure, I");
    let chunked =
        "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ntransfer-encoding: chunked\r\n\r\n";
    let event = "data: {\"choices\":[{\"delta\":{\"content\":\"Sure, I\"}}]}\n\n";
    let cut =
        Script::default().send(chunked).send(format!("{:x}\r\n{event}\r\nff\r\nda", event.len()));
    for broken in [begun(), cut, begun().send("data: {\"choi\n\n").end("stop")] {
        let talk = Talk::playing([broken]).await;
        let answer = talk.say(ASKED).await;
        let said =
            format!("Sure, I\nThe language model broke off, so I read this myself.\n{REPORT}");
        assert_eq!(words(&answer), said);
        assert_eq!(talk.provider.asked().len(), 1, "what was said is not said again");
        assert_eq!(tasks(&talk.person).await, 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_stalls() {
    let talk = Talk::playing([Script::stream().words("Sure, I").wait(1_500)]).await;
    let said =
        format!("Sure, I\nThe language model took too long, so I read this myself.\n{REPORT}");
    assert_eq!(words(&talk.say(ASKED).await), said);
    assert_eq!((talk.provider.asked().len(), tasks(&talk.person).await), (1, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_call_that_breaks_off_is_not_carried_out() {
    let half = Script::stream().call(0, "a", "create_task", r#"{"title":"Never"}"#);
    falls_back(vec![half], "The language model broke off", 3).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_before_a_failure_stands_and_is_not_done_again() {
    let scripts = [
        Script::calls(&[("create_task", json!({ "title": "call mom" }))]),
        Script::error(401, "gone"),
    ];
    let talk = Talk::playing(scripts).await;
    let answer = talk.say(ASKED).await;
    assert_eq!(done(&answer), ["create_task"]);
    let why = "The language model's server did not accept the key. What was done is listed above; \
               if something is missing, say it again.";
    assert_eq!((words(&answer), answer.failure.as_deref()), (why, Some(why)));
    let id = answer.conversation_id;
    let kept = talk.person.call::<ReadConversation>(latest_messages(id, 1)).await.unwrap().value;
    assert_eq!(
        (kept.messages[0].ended, kept.messages[0].failure.as_deref()),
        (Ended::Failed, Some(why))
    );
    assert_eq!(tasks(&talk.person).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_retry_after_a_write_repeats_no_write() {
    let scripts = [
        Script::calls(&[("create_task", json!({ "title": "call mom" }))]),
        Script::error(500, "hiccup"),
        Script::says("It is on your list."),
    ];
    let talk = Talk::playing(scripts).await;
    let answer = talk.say(ASKED).await;
    assert_eq!(words(&answer), "It is on your list.");
    assert_eq!((talk.provider.asked().len(), tasks(&talk.person).await), (3, 1));
}

#[tokio::test(flavor = "multi_thread")]
async fn odd_but_whole_answers() {
    let hello = |script: Script| async move {
        let talk = Talk::playing([script]).await;
        words(&talk.say("hello").await).to_owned()
    };
    let finish = json!({ "choices": [{ "delta": {}, "finish_reason": "stop" }] });
    // No [DONE], and a connection that stays open.
    let open = Script::stream().words("Hello.").event(&finish).wait(10_000);
    assert_eq!(hello(open).await, "Hello.");
    // Comments, empty choices, and tokens counted in a last piece without a choice.
    let usage = json!({ "choices": [], "usage": { "prompt_tokens": 9, "completion_tokens": 2 } });
    let odd = Script::stream()
        .send(": ping\n\n")
        .event(&json!({ "choices": [] }))
        .words("Hel")
        .send(": ping\n\n")
        .words("lo.")
        .event(&finish)
        .event(&usage);
    assert_eq!(hello(odd).await, "Hello.");
    // Not streamed at all.
    let message = json!({ "role": "assistant", "content": "Hello." });
    let body = json!({ "choices": [{ "message": message, "finish_reason": "stop" }] });
    let whole = Script::head("200 OK", "content-type: application/json; charset=utf-8\r\n");
    assert_eq!(hello(whole.send(body.to_string())).await, "Hello.");
    // Not UTF-8.
    let bad = Script::stream()
        .send(b"data: {\"choices\":[{\"delta\":{\"content\":\"Hello\xff.\"}}]}\n\n")
        .end("stop");
    assert_eq!(hello(bad).await, "Hello\u{fffd}.");
    // Stopped by its length.
    let long = Script::stream().words("Hello").end("length");
    assert_eq!(
        hello(long).await,
        "Hello\nThe language model's answer ends here: it grew too long."
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_without_anything() {
    let nothing = Script::stream().event(&json!({ "choices": [] })).end("stop");
    falls_back(vec![nothing], "The language model's server gave no usable answer", 1).await;
    falls_back(vec![Script::stream()], "The language model broke off", 3).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_megabyte_of_text() {
    let piece = "lorem ipsum ".repeat(100);
    let pieces = 1_048_576 / piece.len() + 1;
    let script = (0..pieces).fold(Script::stream(), |script, _| script.words(&piece)).end("stop");
    let talk = Talk::playing([script]).await;
    let answer = talk.say("tell me everything").await;
    assert_eq!(words(&answer).trim_end().len(), (piece.len() * pieces) - 1);
}
