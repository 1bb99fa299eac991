//! What is known of a task, in words under its title.

use leptos::prelude::*;

use super::super::repeats;
use crate::components::icon::Icon;
use crate::view::row::TaskView;

/// Deadline, repeat, list, labels, estimate, steps and priority.
#[component]
pub(super) fn Facts(task: TaskView) -> impl IntoView {
    let mut facts: Vec<AnyView> = Vec::new();
    if !task.due.is_empty() {
        let words = if task.overdue { format!("Overdue: {}", task.due) } else { task.due };
        let late = task.overdue.then_some("");
        facts.push(
            view! { <span class="due" data-overdue=late title=task.due_full>{words}</span> }
                .into_any(),
        );
    }
    if let Some(words) = repeats(task.repeats) {
        facts.push(words.into_any());
    }
    if !task.steps.is_empty() {
        let done = task.steps.iter().filter(|step| step.done).count();
        let words = format!("{done} of {}", task.steps.len());
        facts.push(fact("steps", words, "Steps that are done"));
    }
    if !task.estimate.is_empty() {
        facts.push(fact("clock", task.estimate, "How long it takes"));
    }
    if !task.list_name.is_empty() {
        facts.push(fact("inbox", task.list_name, "List"));
    }
    for label in task.labels {
        facts.push(view! { <span class="label">"#" {label}</span> }.into_any());
    }
    let priority = match task.priority.as_str() {
        "high" => "High priority",
        "medium" => "Medium priority",
        "low" => "Low priority",
        _ => "",
    };
    if !priority.is_empty() {
        facts.push(fact("flag", priority.to_owned(), "Priority"));
    }
    (!facts.is_empty()).then(|| view! { <p class="row-facts">{facts}</p> })
}

fn fact(icon: &'static str, words: String, about: &'static str) -> AnyView {
    view! {
        <span class="fact" title=about>
            <Icon name=icon />
            {words}
        </span>
    }
    .into_any()
}
