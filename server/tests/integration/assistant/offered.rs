//! What a language model is offered: every tool stays short and plain, since small
//! models read all of it with every message.

use std::fmt::Write as _;

use serde_json::Value;
use server::assistant::TOOLS;

/// The longest sentence of a tool or an argument, in characters.
const SENTENCE_LIMIT: usize = 100;
/// All of it, in characters; about four of them are a token.
const WHOLE_LIMIT: usize = 9_000;

#[test]
fn tools_are_short_and_held_by_a_snapshot() {
    let mut told = String::new();
    for tool in TOOLS {
        writeln!(told, "{}: {}", tool.name, tool.summary).unwrap();
        assert!(tool.summary.len() <= SENTENCE_LIMIT, "{}", tool.name);
        let schema = (tool.parameters)().to_value();
        assert!(schema["properties"].is_object() || schema.get("properties").is_none());
        for (name, argument) in schema["properties"].as_object().into_iter().flatten() {
            let says = argument["description"].as_str().unwrap_or_default();
            assert!(!says.is_empty(), "{} {name} says nothing", tool.name);
            assert!(says.chars().count() <= SENTENCE_LIMIT, "{} {name}: {says}", tool.name);
            let required = schema["required"].as_array().into_iter().flatten();
            let mark =
                if required.map(Value::as_str).any(|other| other == Some(name)) { "*" } else { "" };
            writeln!(told, "  {name}{mark}: {says}").unwrap();
        }
    }
    assert!(told.chars().count() <= WHOLE_LIMIT, "{}", told.chars().count());
    insta::assert_snapshot!("tools", told);
}
