//! Arguments of a call as models give them, brought into the shape of their schema
//! as far as that is plain.

use serde_json::{Map, Value};

/// Arguments as a model gave them, in the shape of their (strict or loose) schema
/// as far as that is plain: what is null or empty is left out, a number where text
/// belongs is its text, and a number in quotes is the number.
pub(super) fn fitted(schema: &Value, arguments: Map<String, Value>) -> Map<String, Value> {
    let fits = |(name, value): (String, Value)| {
        let value = fitted_value(&schema["properties"][&name], value);
        is_said(schema, &name, &value).then_some((name, value))
    };
    arguments.into_iter().filter_map(fits).collect()
}

/// Whether a value says anything. Small models fill in what nobody said.
fn is_said(schema: &Value, name: &str, value: &Value) -> bool {
    let Some(text) = value.as_str() else { return !value.is_null() };
    // What is new repeats, or nothing is said of it; "never" is for what exists.
    let is_new = schema["required"].as_array().is_some_and(|required| !required.is_empty());
    let is_never = name == "repeats" && is_new && text.eq_ignore_ascii_case("never");
    let is_filler = ["", "none", "null", "n/a"].iter().any(|word| text.eq_ignore_ascii_case(word));
    !is_never && !is_filler
}

fn fitted_value(schema: &Value, value: Value) -> Value {
    let takes = |kind: &str| match &schema["type"] {
        Value::Array(kinds) => kinds.iter().any(|known| known == kind),
        known => known == kind,
    };
    match value {
        Value::Number(number) if takes("string") => Value::String(number.to_string()),
        Value::String(text) if takes("string") => Value::String(text.trim().to_owned()),
        Value::String(text) if takes("integer") || takes("number") => {
            match serde_json::from_str(text.trim()) {
                Ok(number @ Value::Number(_)) => number,
                _ => Value::String(text),
            }
        }
        Value::String(text) if takes("boolean") => match text.trim() {
            "true" => Value::Bool(true),
            "false" => Value::Bool(false),
            _ => Value::String(text),
        },
        Value::Array(items) if takes("array") => {
            items.into_iter().map(|item| fitted_value(&schema["items"], item)).collect()
        }
        value => value,
    }
}

/// The JSON object of a call's arguments; nothing at all is an empty one, and some
/// models put it in quotes once more.
pub(super) fn object(arguments: &str) -> Option<Map<String, Value>> {
    if arguments.trim().is_empty() {
        return Some(Map::new());
    }
    match serde_json::from_str(arguments).ok()? {
        Value::Object(object) => Some(object),
        Value::Null => Some(Map::new()),
        Value::String(quoted) => serde_json::from_str(&quoted).ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_nobody_said_is_left_out() {
        let left = |schema: Value, given: Value| {
            let Value::Object(given) = given else { panic!("an object") };
            Value::Object(fitted(&schema, given))
        };
        let new = json!({ "required": ["title"] });
        let given = json!({ "title": "a", "repeats": "never", "priority": "none", "when": "" });
        assert_eq!(left(new, given), json!({ "title": "a" }));
        let given = json!({ "repeats": "never", "target": "N/A" });
        assert_eq!(left(json!({ "required": [] }), given), json!({ "repeats": "never" }));
    }

    #[test]
    fn arguments_are_brought_into_shape() {
        let schema = json!({ "properties": {
            "amount": { "type": "string" }, "minutes": { "type": ["integer", "null"] },
            "done": { "type": ["boolean", "null"] }, "when": { "type": ["string", "null"] },
            "names": { "type": "array", "items": { "type": "string" } },
        }});
        let given = json!({
            "amount": 12.5, "minutes": "30", "done": "true", "when": null, "title": "",
            "names": [1], "other": { "a": 1 },
        });
        let Value::Object(given) = given else { panic!("an object") };
        let expected = json!({
            "amount": "12.5", "minutes": 30, "done": true, "names": ["1"], "other": { "a": 1 },
        });
        assert_eq!(Value::Object(fitted(&schema, given)), expected);
    }
}
