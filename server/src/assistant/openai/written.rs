//! Tool calls that a model writes as plain text, as small ones do when their
//! server has no template for calls.

use serde_json::Value;

use super::assembly::PartialCall;

/// What text begins with that may turn out to be a call.
const BEGINNINGS: [&str; 6] = ["{", "[{", "<tool_call>", "<function_call>", "<call>", "```"];

/// Whether `text`, which may go on, is or may become a written call, so that it
/// must not be shown yet.
pub(super) fn may_be_call(text: &str) -> bool {
    let text = text.trim_start();
    BEGINNINGS.iter().any(|beginning| text.starts_with(beginning) || beginning.starts_with(text))
}

/// The calls that `text` consists of; none when it is something else.
pub(super) fn calls(text: &str, is_tool: impl Fn(&str) -> bool) -> Vec<PartialCall> {
    if text.trim().is_empty() || !may_be_call(text) {
        return Vec::new();
    }
    let mut calls = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find('{') {
        rest = &rest[start..];
        let mut values = serde_json::Deserializer::from_str(rest).into_iter::<Value>();
        match values.next() {
            Some(Ok(value)) => {
                let end = values.byte_offset();
                calls.extend(call(&value, &is_tool));
                rest = &rest[end..];
            }
            // One brace too many, as in `{{"name": …}}`.
            _ => rest = &rest[1..],
        }
    }
    calls
}

fn call(value: &Value, is_tool: &impl Fn(&str) -> bool) -> Option<PartialCall> {
    let name = value["name"].as_str().filter(|name| is_tool(name))?;
    let arguments = value.get("arguments").or_else(|| value.get("parameters"))?;
    let arguments = match arguments {
        Value::String(written) => written.clone(),
        object => object.to_string(),
    };
    Some(PartialCall::new(name, arguments))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let is_tool = |name: &str| ["undo", "create_task"].contains(&name);
        calls(text, is_tool).into_iter().map(|call| call.name).collect()
    }

    #[test]
    fn calls_are_found_in_their_usual_wrappings() {
        for text in [
            r#"{"name": "undo", "arguments": {}}"#,
            r#"{{"name": "undo", "arguments": {}}}"#,
            "<tool_call>\n{\"name\": \"undo\", \"arguments\": {}}\n</tool_call>",
            "```json\n{\"name\": \"undo\", \"parameters\": {}}\n```",
            r#"[{"name": "undo", "arguments": "{}"}]"#,
        ] {
            assert_eq!(names(text), ["undo"], "{text}");
        }
        let two = "{{\"name\": \"undo\", \"arguments\": {}}}}\n{{\"name\": \"create_task\", \"arguments\": {\"title\": \"a\"}}}";
        assert_eq!(names(two), ["undo", "create_task"]);
    }

    #[test]
    fn other_text_is_no_call() {
        for text in [
            "",
            "Use {\"name\": \"undo\", \"arguments\": {}} to take it back.",
            r#"{"name": "shutdown", "arguments": {}}"#,
            r#"{"name": "undo"}"#,
            "{{{{",
            "``` no call ```",
        ] {
            assert!(names(text).is_empty(), "{text}");
        }
        assert!(may_be_call("") && may_be_call(" <tool") && !may_be_call("Hello {"));
    }
}
