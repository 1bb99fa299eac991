//! What a small model is offered: the tools that most requests need, each with the
//! arguments that matter and nothing that its name says already. A model of 1.5
//! billion parameters on a laptop reads some twenty tokens a second.

use serde_json::{Value, json};

/// The tools and their arguments.
const FEW: [(&str, &[&str]); 13] = [
    ("create_event", &["title", "when", "duration_minutes", "location", "repeats"]),
    ("create_task", &["title", "due", "priority", "repeats"]),
    ("record_expense", &["amount", "description", "category", "when"]),
    ("list_events", &["period", "words"]),
    ("list_tasks", &["period", "overdue"]),
    ("sum_expenses", &["period", "category"]),
    ("update_event", &["target", "on", "scope", "when", "title", "location"]),
    ("update_task", &["target", "due", "title", "priority"]),
    ("update_expense", &["target", "amount", "category"]),
    ("complete_task", &["target"]),
    ("delete_event", &["target", "on", "scope"]),
    ("delete_task", &["target"]),
    ("undo", &[]),
];

/// Whether the tool of that name is among them.
pub(super) fn has(name: &str) -> bool {
    FEW.iter().any(|(tool, _)| *tool == name)
}

/// The loose schema of one of these tools, cut down to what matters.
pub(super) fn brief(name: &str, loose: &Value) -> Value {
    let kept = FEW.iter().find(|(tool, _)| *tool == name).map_or(&[][..], |(_, kept)| kept);
    let property = |name: &&str| {
        let known = &loose["properties"][name];
        let mut property = json!({ "type": known["type"] });
        if let Some(names) = known.get("enum") {
            property["enum"] = names.clone();
        }
        ((*name).to_owned(), property)
    };
    let properties: serde_json::Map<_, _> = kept.iter().map(property).collect();
    let mut brief = json!({ "type": "object", "properties": properties });
    if loose["required"].as_array().is_some_and(|required| !required.is_empty()) {
        brief["required"] = loose["required"].clone();
    }
    brief
}

#[cfg(test)]
mod tests {
    use super::super::super::tools::TOOLS;
    use super::super::schema;
    use super::*;

    #[test]
    fn every_argument_that_is_kept_exists_and_what_is_required_is_kept() {
        for (name, kept) in FEW {
            let tool = TOOLS.iter().find(|tool| tool.name == name).expect(name);
            let loose = schema::of(&(tool.parameters)(), false);
            for argument in kept {
                assert!(loose["properties"].get(argument).is_some(), "{name}: {argument}");
            }
            for required in loose["required"].as_array().expect("a list") {
                assert!(kept.iter().any(|kept| required == kept), "{name}: {required}");
            }
        }
    }
}
