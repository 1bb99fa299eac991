//! The tools' JSON Schemas as chat-completions servers take them.
//!
//! There is one source, the types of the arguments. Two forms are made of it: the
//! strict one of OpenAI's structured outputs (every property required, optional
//! ones nullable, `additionalProperties: false`), and a loose one for servers that
//! refuse it, in which optional properties may be left out. Both keep only the
//! keywords that all such servers know.

use serde_json::{Map, Value, json};

/// Keywords of a schema that are passed on as they are.
const KEPT: [&str; 2] = ["description", "enum"];

/// Arguments whose names say it all.
const PLAIN: [&str; 8] = [
    "category",
    "currency",
    "description",
    "duration_minutes",
    "id",
    "location",
    "notes",
    "priority",
];

/// The schema of a tool's arguments; `strict` chooses the form.
pub(super) fn of(schema: &schemars::Schema, strict: bool) -> Value {
    let mut made = made(schema.as_value(), strict);
    // What the tool is for stands beside its name already.
    if let Value::Object(made) = &mut made {
        made.remove("description");
    }
    made
}

fn made(schema: &Value, strict: bool) -> Value {
    let (schema, _) = without_null(schema);
    if let Some(names) = names(&schema) {
        return described(json!({ "type": "string", "enum": names }), &schema);
    }
    if let Some(choices) = choices(&schema) {
        let choices: Vec<Value> = choices.iter().map(|choice| made(choice, strict)).collect();
        return described(json!({ "anyOf": choices }), &schema);
    }
    let kind = schema["type"].as_str().unwrap_or("string");
    let mut made_of = match kind {
        "object" => object(&schema, strict),
        "array" => json!({ "type": "array", "items": made(&schema["items"], strict) }),
        kind => json!({ "type": kind }),
    };
    for keyword in KEPT {
        if let Some(value) = schema.get(keyword) {
            made_of[keyword] = value.clone();
        }
    }
    made_of
}

fn object(schema: &Value, strict: bool) -> Value {
    let none = Map::new();
    let known = schema["properties"].as_object().unwrap_or(&none);
    let is_required = |name: &str| {
        let required = schema["required"].as_array();
        required.is_some_and(|required| required.iter().any(|known| known == name))
    };
    let mut properties = Map::new();
    for (name, property) in known {
        let mut property = made(property, strict);
        if let (true, Value::Object(property)) = (PLAIN.contains(&name.as_str()), &mut property) {
            property.remove("description");
        }
        if strict && !is_required(name) {
            property = nullable(property);
        }
        properties.insert(name.clone(), property);
    }
    let names = properties.keys().filter(|name| strict || is_required(name));
    let required: Vec<Value> = names.map(|name| json!(name)).collect();
    json!({
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

fn nullable(mut schema: Value) -> Value {
    if let Some(choices) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
        choices.push(json!({ "type": "null" }));
        return schema;
    }
    if let Some(names) = schema.get_mut("enum").and_then(Value::as_array_mut) {
        names.push(Value::Null);
    }
    schema["type"] = json!([schema["type"], "null"]);
    schema
}

/// The schema without its null, and whether it had one.
fn without_null(schema: &Value) -> (Value, bool) {
    let mut schema = schema.clone();
    if let Some(kinds) = schema["type"].as_array() {
        let rest: Vec<Value> = kinds.iter().filter(|kind| *kind != "null").cloned().collect();
        let had = rest.len() < kinds.len();
        schema["type"] = rest.into_iter().next().unwrap_or_default();
        if let Some(names) = schema.get_mut("enum").and_then(Value::as_array_mut) {
            names.retain(|name| !name.is_null());
        }
        return (schema, had);
    }
    let Some(choices) = choices(&schema) else { return (schema, false) };
    let rest: Vec<Value> =
        choices.iter().filter(|choice| choice["type"] != "null").cloned().collect();
    match rest.as_slice() {
        [only] if choices.len() == 2 => (described(only.clone(), &schema), true),
        _ => (schema, false),
    }
}

/// The alternatives of a schema.
fn choices(schema: &Value) -> Option<Vec<Value>> {
    let choices = schema.get("anyOf").or_else(|| schema.get("oneOf"))?;
    choices.as_array().cloned()
}

/// The names of an enumeration whose variants are described one by one.
fn names(schema: &Value) -> Option<Vec<Value>> {
    let choices = choices(schema)?;
    let mut names = Vec::new();
    for choice in &choices {
        if let Some(name) = choice.get("const") {
            names.push(name.clone());
        } else {
            names.extend(choice["enum"].as_array()?.iter().cloned());
        }
    }
    Some(names)
}

/// What stands beside an alternative describes it better than it does itself.
fn described(mut schema: Value, outer: &Value) -> Value {
    if let Some(description) = outer.get("description") {
        schema["description"] = description.clone();
    }
    schema
}

#[cfg(test)]
mod tests {
    use super::super::super::tools::TOOLS;
    use super::*;

    /// What OpenAI's structured outputs ask of a schema.
    fn check(schema: &Value, place: &str) {
        const KNOWN: [&str; 8] = [
            "type",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "enum",
            "anyOf",
            "description",
        ];
        let Some(fields) = schema.as_object() else { panic!("{place}: {schema}") };
        for keyword in fields.keys() {
            assert!(KNOWN.contains(&keyword.as_str()), "{place} has {keyword}");
        }
        if schema["type"] == "object" {
            assert_eq!(schema["additionalProperties"], false, "{place}");
            let properties = schema["properties"].as_object().expect(place);
            let required: Vec<&str> = schema["required"]
                .as_array()
                .expect(place)
                .iter()
                .filter_map(Value::as_str)
                .collect();
            assert_eq!(required, properties.keys().collect::<Vec<_>>(), "{place}");
            for (name, property) in properties {
                check(property, &format!("{place}.{name}"));
            }
        }
        if schema["type"] == "array" {
            check(&schema["items"], &format!("{place}[]"));
        }
        if let Some(choices) = schema.get("anyOf") {
            for choice in choices.as_array().expect(place) {
                check(choice, &format!("{place}|"));
            }
        }
    }

    #[test]
    fn every_tool_is_strict_and_its_loose_form_asks_for_no_more_than_it_needs() {
        for tool in TOOLS {
            let schema = (tool.parameters)();
            check(&of(&schema, true), tool.name);
            let loose = of(&schema, false);
            let count = |schema: &Value| schema["required"].as_array().map_or(0, Vec::len);
            let needed = schema.get("required").and_then(Value::as_array).map_or(0, Vec::len);
            assert_eq!(count(&loose), needed, "{}", tool.name);
            assert!(!loose.to_string().contains("null"), "{}: {loose}", tool.name);
        }
    }

    #[test]
    fn what_may_be_left_out_may_be_null() {
        let strict = |value: Value| {
            let schema = schemars::Schema::try_from(value).expect("a schema");
            of(&schema, true)["properties"]["a"].clone()
        };
        let of_property =
            |property: Value| strict(json!({ "type": "object", "properties": { "a": property } }));
        assert_eq!(
            of_property(json!({ "type": ["string", "null"], "format": "uuid" })),
            json!({ "type": ["string", "null"] })
        );
        let described =
            json!([{ "const": "low", "description": "Can wait." }, { "const": "high" }]);
        assert_eq!(
            of_property(
                json!({ "anyOf": [{ "oneOf": described, "description": "How much." }, { "type": "null" }] })
            ),
            json!({ "type": ["string", "null"], "enum": ["low", "high", null], "description": "How much." })
        );
    }
}
