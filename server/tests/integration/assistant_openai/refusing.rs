//! Servers that refuse a part of the request: it is left out, and remembered.

use super::{Script, Talk, words};

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_part_is_left_out_and_not_asked_for_again() {
    for (message, part) in [
        ("Unknown parameter: 'stream_options'.", "/stream_options"),
        ("Invalid 'parallel_tool_calls': not supported", "/parallel_tool_calls"),
        ("Unsupported value: 'temperature' does not support 0", "/temperature"),
        ("tools[0].function.strict is not permitted", "/tools/0/function/strict"),
    ] {
        let talk = Talk::playing([Script::error(400, message), Script::says("Hello.")]).await;
        assert_eq!(words(&talk.say("hello").await), "Hello.");
        talk.say("hello again").await;
        let has = |asked: &super::provider::Asked| asked.body.pointer(part).is_some();
        let asked: Vec<bool> = talk.provider.asked().iter().map(has).collect();
        assert_eq!(asked, [true, false, false], "{part}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_that_names_nothing_is_tried_plainly() {
    let talk = Talk::playing([Script::error(422, "bad request"), Script::says("Hello.")]).await;
    assert_eq!(words(&talk.say("hello").await), "Hello.");
    let plain = &talk.provider.asked()[1].body;
    for part in ["/stream_options", "/parallel_tool_calls", "/temperature"] {
        assert!(plain.pointer(part).is_none(), "{part}");
    }
    assert!(plain["tools"][0]["function"].get("strict").is_none());
    let loose = &plain["tools"][0]["function"]["parameters"];
    let properties = loose["properties"].as_object().unwrap().len();
    assert!(loose["required"].as_array().unwrap().len() < properties, "{loose}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_is_refused_whatever_it_holds_ends() {
    let talk = Talk::playing([Script::error(400, "the context is too long")]).await;
    let answer = talk.say("add task call mom").await;
    assert!(words(&answer).starts_with("The language model's server refused the request, so I"));
    assert_eq!(talk.provider.asked().len(), 2);
}
