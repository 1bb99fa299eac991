//! The forms that fields have.

use serde_json::{Value, json};

/// Marks that `null` is refused; it is no word of JSON Schema and never published.
pub(super) const NOT_NULL: &str = "notNull";

/// Text without control characters but line breaks and tabs (`domain::validation`).
const SOUND: &str = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$";
/// The same with something to see in it.
const SEEN: &str = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]*$";

/// Text that must say something.
pub(super) fn line(most: usize) -> Value {
    json!({ NOT_NULL: true, "minLength": 1, "maxLength": most, "pattern": SEEN })
}

/// Text that may be missing or empty.
pub(super) fn text(most: usize) -> Value {
    json!({ "maxLength": most, "pattern": SOUND })
}

/// Any characters, so many of them.
pub(super) fn sized(least: usize, most: usize) -> Value {
    let mut form = json!({ NOT_NULL: true, "minLength": least });
    if most < usize::MAX {
        form["maxLength"] = json!(most);
    }
    form
}

/// An e-mail address.
pub(super) fn email(most: usize) -> Value {
    json!({ NOT_NULL: true, "format": "email", "minLength": 1, "maxLength": most })
}

/// A whole number.
pub(super) fn whole(least: u32, most: u32) -> Value {
    json!({ "minimum": least, "maximum": most })
}

/// A list of so many.
pub(super) fn items(least: usize, most: usize) -> Value {
    json!({ "minItems": least, "maxItems": most })
}

/// One of a few texts.
pub(super) fn one_of(texts: &[&str]) -> Value {
    json!({ NOT_NULL: true, "enum": texts })
}

/// Where nothing may be said, an empty text says it as well: forms without scripts send one.
pub(super) fn allow_empty(schema: &mut Value) {
    let Some(choices) = schema.get_mut("anyOf").and_then(Value::as_array_mut) else { return };
    if choices.iter().any(|choice| choice["type"] == "null") {
        choices.push(json!({ "const": "" }));
    }
}

/// Puts a form into the schema of a field.
pub(super) fn merge(schema: &mut Value, form: Value) {
    let (Some(schema), Value::Object(form)) = (schema.as_object_mut(), form) else { return };
    for (word, value) in form {
        if word != NOT_NULL {
            schema.insert(word, value);
            continue;
        }
        if schema.get("default") == Some(&Value::Null) {
            schema.remove("default");
        }
        if let Some(kinds) = schema.get_mut("type").and_then(Value::as_array_mut) {
            kinds.retain(|kind| kind != "null");
            if let [only] = kinds.as_slice() {
                let only = only.clone();
                schema.insert("type".to_owned(), only);
            }
        }
        if let Some(choices) = schema.get_mut("anyOf").and_then(Value::as_array_mut) {
            choices.retain(|choice| choice["type"] != "null");
        }
    }
}
