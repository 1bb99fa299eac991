//! Streams and errors of real servers, played back.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use super::provider::Asked;
use super::{Script, Talk, words};

/// What an answer means, worked out apart from the program.
#[derive(Deserialize)]
struct Expected {
    /// The finish reason, `broken` for none, `status` for an error.
    end: String,
    text: String,
    calls: Vec<(String, Option<Value>)>,
}

/// The answer as it was recorded, whose body ends with the connection.
fn recorded(path: &Path) -> Script {
    let bytes = std::fs::read(path).unwrap();
    let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    Script::default()
        .send(&bytes[..end])
        .send("\r\nconnection: close\r\n\r\n")
        .send(&bytes[end + 4..])
}

/// The calls that the model was reminded of: names, and arguments where they could
/// be read.
fn calls(asked: &Asked) -> Vec<(String, Value)> {
    let called = asked.messages().iter().filter_map(|message| message["tool_calls"].as_array());
    called
        .flatten()
        .map(|call| {
            let arguments = call["function"]["arguments"].as_str().unwrap();
            let name = call["function"]["name"].as_str().unwrap().to_owned();
            (name, serde_json::from_str(arguments).unwrap())
        })
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_recorded_answer_is_read_as_it_was_meant() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/captures");
    let text = std::fs::read_to_string(folder.join("expected.json")).unwrap();
    let all: BTreeMap<String, Expected> = serde_json::from_str(&text).unwrap();
    assert!(all.len() > 50, "{}", all.len());
    for (name, expected) in all {
        let fails = ["broken", "status"].contains(&expected.end.as_str());
        let recorded = recorded(&folder.join(&name));
        let scripts = if fails { vec![recorded] } else { vec![recorded, Script::says("Fine.")] };
        let talk = Talk::playing(scripts).await;
        let answer = talk.say("hello").await;
        let said = words(&answer);
        assert!(said.starts_with(expected.text.trim()), "{name}: {said}");
        assert_eq!(said.contains(", so I read this myself."), fails, "{name}: {said}");
        let asked = talk.provider.asked();
        if expected.calls.is_empty() {
            assert!(fails || asked.len() == 1, "{name}: asked {} times", asked.len());
            continue;
        }
        assert!(said.ends_with("Fine."), "{name}: {said}");
        let expected = expected.calls.into_iter();
        let expected: Vec<(String, Value)> = expected
            .map(|(name, arguments)| (name, arguments.unwrap_or_else(|| serde_json::json!({}))))
            .collect();
        assert_eq!(calls(&asked[1]), expected, "{name}");
    }
}
