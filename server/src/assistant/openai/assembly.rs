//! An answer put together from the pieces of a stream, as loosely as servers send
//! them: every field may be missing, null or repeated.

use serde_json::Value;

/// What one request was answered.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Reply {
    /// The words.
    pub(super) text: String,
    /// The tool calls, in the order in which they began.
    pub(super) calls: Vec<PartialCall>,
    /// Why it ended; none while it has not.
    pub(super) finish: Option<String>,
    /// Tokens read and written, where the server counts them.
    pub(super) usage: Option<(u64, u64)>,
}

/// A tool call whose arguments may still be incomplete.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct PartialCall {
    index: Option<u64>,
    id: String,
    /// The tool's name.
    pub(super) name: String,
    /// The arguments as written, which need not be JSON.
    pub(super) arguments: String,
}

impl PartialCall {
    /// A call that is whole.
    pub(super) fn new(name: &str, arguments: String) -> Self {
        Self { name: name.to_owned(), arguments, ..Self::default() }
    }
}

impl Reply {
    /// Adds one piece of the stream and returns the words in it.
    pub(super) fn add(&mut self, chunk: &Value) -> String {
        if let (Some(read), Some(written)) =
            (chunk["usage"]["prompt_tokens"].as_u64(), chunk["usage"]["completion_tokens"].as_u64())
        {
            self.usage = Some((read, written));
        }
        let Some(choice) = first_choice(chunk) else { return String::new() };
        if let Some(finish) = choice["finish_reason"].as_str().filter(|finish| !finish.is_empty()) {
            self.finish = Some(finish.to_owned());
        }
        // An answer that is not streamed carries a message in place of a delta.
        let delta = if choice["delta"].is_object() { &choice["delta"] } else { &choice["message"] };
        if let Some(pieces) = delta["tool_calls"].as_array() {
            for piece in pieces {
                self.add_call(piece);
            }
        }
        let words = words(&delta["content"]);
        self.text.push_str(&words);
        words
    }

    /// A call's identifier and name are set, never appended: some servers repeat
    /// them in every piece. Its arguments are appended.
    fn add_call(&mut self, piece: &Value) {
        let index = piece["index"].as_u64();
        let id = piece["id"].as_str().unwrap_or_default();
        let place = self.place(index, id);
        let call = match place.and_then(|place| self.calls.get_mut(place)) {
            Some(call) => call,
            None => {
                self.calls.push(PartialCall { index, ..PartialCall::default() });
                let last = self.calls.len() - 1;
                &mut self.calls[last]
            }
        };
        if !id.is_empty() {
            id.clone_into(&mut call.id);
        }
        let function = &piece["function"];
        if let Some(name) = function["name"].as_str().filter(|name| !name.is_empty()) {
            name.clone_into(&mut call.name);
        }
        match &function["arguments"] {
            Value::String(more) => call.arguments.push_str(more),
            // Some send the object itself.
            object @ Value::Object(_) => call.arguments = object.to_string(),
            _ => {}
        }
    }

    /// The call that a piece goes on with, if it begins none.
    fn place(&self, index: Option<u64>, id: &str) -> Option<usize> {
        let Some(index) = index else {
            // Without a number, a new identifier begins a call.
            let begins = !id.is_empty() && self.calls.last().is_none_or(|call| call.id != id);
            return if begins { None } else { self.calls.len().checked_sub(1) };
        };
        let place = self.calls.iter().rposition(|call| call.index == Some(index))?;
        let known = &self.calls[place];
        // Some number every call 0: another identifier after whole arguments is
        // another call.
        let is_other = !id.is_empty() && !known.id.is_empty() && known.id != id;
        let is_whole = serde_json::from_str::<Value>(&known.arguments).is_ok();
        (!(is_other && is_whole)).then_some(place)
    }
}

/// The choice that counts: the first. Usage comes with an empty list or none.
fn first_choice(chunk: &Value) -> Option<&Value> {
    let choices = chunk["choices"].as_array()?;
    choices.iter().find(|choice| choice["index"].as_u64().unwrap_or(0) == 0)
}

/// Words as a string, or as a list of parts.
fn words(content: &Value) -> String {
    match content {
        Value::String(words) => words.clone(),
        Value::Array(parts) => parts.iter().filter_map(|part| part["text"].as_str()).collect(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn assembled(deltas: &[Value]) -> Reply {
        let mut reply = Reply::default();
        for delta in deltas {
            reply.add(&json!({ "choices": [{ "index": 0, "delta": delta }] }));
        }
        reply
    }

    fn calls(reply: &Reply) -> Vec<(&str, &str)> {
        reply.calls.iter().map(|call| (call.name.as_str(), call.arguments.as_str())).collect()
    }

    fn call(index: Option<u64>, id: &str, name: &str, arguments: &str) -> Value {
        let function = json!({ "name": name, "arguments": arguments });
        json!({ "tool_calls": [{ "index": index, "id": id, "function": function }] })
    }

    #[test]
    fn identifiers_and_names_are_set_and_arguments_appended() {
        let reply = assembled(&[
            call(Some(0), "a", "create_task", "{\"ti"),
            call(Some(1), "b", "undo", "{"),
            call(Some(0), "a", "create_task", "tle\":1}"),
            call(Some(1), "", "", "}"),
        ]);
        assert_eq!(calls(&reply), [("create_task", "{\"title\":1}"), ("undo", "{}")]);
    }

    #[test]
    fn the_same_identifier_twice_is_two_calls_by_number() {
        let reply =
            assembled(&[call(Some(0), "x", "undo", "{}"), call(Some(1), "x", "create_task", "{}")]);
        assert_eq!(calls(&reply), [("undo", "{}"), ("create_task", "{}")]);
    }

    #[test]
    fn calls_without_numbers_or_all_numbered_zero_are_told_apart() {
        for index in [None, Some(0)] {
            let reply = assembled(&[
                call(index, "a", "undo", "{}"),
                call(index, "b", "create_task", "{\"a\""),
                call(index, "", "", ":1}"),
            ]);
            assert_eq!(calls(&reply), [("undo", "{}"), ("create_task", "{\"a\":1}")], "{index:?}");
        }
    }

    #[test]
    fn missing_null_and_odd_fields_are_nothing() {
        let mut reply = Reply::default();
        for chunk in [
            json!({}),
            json!({ "choices": null }),
            json!({ "choices": [] }),
            json!({ "choices": [{ "delta": null }] }),
            json!({ "choices": [{ "delta": { "content": null, "tool_calls": null } }] }),
            json!({ "choices": [{ "delta": { "tool_calls": [{}, 7, null] } }] }),
            json!({ "choices": [{ "delta": { "content": [{ "text": "Hello" }] } }] }),
            json!({ "choices": [{ "index": 1, "delta": { "content": "other" } }] }),
            json!({ "choices": [], "usage": { "prompt_tokens": 5, "completion_tokens": 2 } }),
        ] {
            reply.add(&chunk);
        }
        assert_eq!(reply.text, "Hello");
        assert_eq!(reply.usage, Some((5, 2)));
        assert_eq!(calls(&reply), [("", "")]);
    }
}
