//! What is known of a task, in words under its title.

use leptos::prelude::*;

use super::super::repeats;
use crate::components::icon::Icon;
use crate::texts;
use crate::view::row::TaskView;

/// Deadline, repeat, list, labels, estimate, steps and priority.
#[component]
pub(super) fn Facts(task: TaskView) -> impl IntoView {
    let mut facts: Vec<AnyView> = Vec::new();
    if !task.due.is_empty() {
        let words = if task.overdue { texts::row::overdue(&task.due) } else { task.due };
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
        let words = texts::row::steps(done, task.steps.len());
        facts.push(fact("steps", words, texts::row::STEPS_DONE));
    }
    if !task.estimate.is_empty() {
        facts.push(fact("clock", task.estimate, texts::row::TAKES));
    }
    if !task.list_name.is_empty() {
        facts.push(fact("inbox", task.list_name, texts::tasks::LIST));
    }
    for label in task.labels {
        facts.push(view! { <span class="label">"#" {label}</span> }.into_any());
    }
    let priority = match task.priority.as_str() {
        "high" => texts::row::HIGH_PRIORITY,
        "medium" => texts::row::MEDIUM_PRIORITY,
        "low" => texts::row::LOW_PRIORITY,
        _ => "",
    };
    if !priority.is_empty() {
        facts.push(fact("flag", priority.to_owned(), texts::tasks::PRIORITY));
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
