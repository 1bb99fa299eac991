//! JSON Schemas as people read them.

use serde_json::Value;

use super::text::{escape, sentence};

/// The anchor of a named type.
pub(super) fn anchor(name: &str) -> String {
    format!("type-{name}")
}

/// What a value is, in a few words.
pub(super) fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        let name = escape(name);
        return format!("<a href=\"#{}\">{name}</a>", anchor(&name));
    }
    for key in ["anyOf", "oneOf", "allOf"] {
        if let Some(variants) = schema[key].as_array() {
            let joint = if key == "allOf" { " and " } else { " or " };
            return variants.iter().map(kind).collect::<Vec<_>>().join(joint);
        }
    }
    if let Some(values) = schema["enum"].as_array() {
        return values.iter().map(literal).collect::<Vec<_>>().join(" or ");
    }
    if !schema["const"].is_null() {
        return literal(&schema["const"]);
    }
    match &schema["type"] {
        Value::String(name) if name == "array" => format!("list of {}", kind(&schema["items"])),
        Value::String(name) => with_format(name, schema),
        Value::Array(names) => names
            .iter()
            .filter_map(Value::as_str)
            .map(|name| with_format(name, schema))
            .collect::<Vec<_>>()
            .join(" or "),
        _ => "anything".to_owned(),
    }
}

fn with_format(name: &str, schema: &Value) -> String {
    match schema["format"].as_str() {
        Some(format) if name == "string" => escape(format),
        _ => escape(name),
    }
}

fn literal(value: &Value) -> String {
    format!("<code>{}</code>", escape(value.as_str().unwrap_or(&value.to_string())))
}

/// A named type: its fields, or its variants with theirs.
pub(super) fn article(name: &str, schema: &Value) -> String {
    let name = escape(name);
    let mut html = format!("<article id=\"{}\"><h3>{name}</h3>", anchor(&name));
    if let Some(description) = schema["description"].as_str() {
        html.push_str(&format!("<p>{}</p>", sentence(description)));
    }
    let fields = fields(schema);
    if fields.is_empty() && schema["oneOf"].is_null() {
        html.push_str(&format!("<p>{}</p>", kind(schema)));
    }
    html.push_str(&fields);
    for variant in schema["oneOf"].as_array().into_iter().flatten() {
        html.push_str(&variant_of(variant));
    }
    html + "</article>"
}

fn variant_of(variant: &Value) -> String {
    let meaning = variant["description"].as_str().map(sentence).unwrap_or_default();
    let fields = fields(variant);
    let named = (!variant["$ref"].is_null()).then(|| format!(" with all of {}", kind(variant)));
    if fields.is_empty() {
        format!("<p>{} {meaning}</p>", kind(variant))
    } else {
        format!("<p>{meaning}</p>{fields}<p>{}</p>", named.unwrap_or_default())
    }
}

/// The fields of an object as a table; nothing when it has none.
fn fields(schema: &Value) -> String {
    let Some(properties) = schema["properties"].as_object() else { return String::new() };
    let rows: String = properties
        .iter()
        .map(|(name, field)| {
            let meaning = field["description"].as_str().map(sentence).unwrap_or_default();
            format!(
                "<tr><th scope=\"row\"><code>{}</code></th><td>{}</td><td>{meaning}</td></tr>",
                escape(name),
                kind(field)
            )
        })
        .collect();
    table(["Field", "Value", "Meaning"], &rows)
}

/// A table that can be scrolled by itself on a narrow screen.
pub(super) fn table<const N: usize>(heads: [&str; N], rows: &str) -> String {
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{head}</th>")).collect();
    format!(
        "<div class=\"wide\" tabindex=\"0\"><table><thead><tr>{heads}</tr></thead>\
         <tbody>{rows}</tbody></table></div>"
    )
}
