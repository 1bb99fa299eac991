//! A task in a list.

use leptos::prelude::*;

use super::{Tools, is_edited, repeats};
use crate::components::editor::TaskEditor;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::view::row::TaskView;

/// A task with its box to tick; its editor when the address asks for it.
#[component]
pub(crate) fn TaskRow(task: TaskView) -> impl IntoView {
    let edited = is_edited(task.id.clone());
    let content = move || {
        if edited.get() {
            view! { <TaskEditor task=task.clone() /> }.into_any()
        } else {
            view! { <Line task=task.clone() /> }.into_any()
        }
    };
    view! { <li class="row">{content}</li> }
}

#[component]
fn Line(task: TaskView) -> impl IntoView {
    let edit = format!("/tasks?edit={}", task.id);
    let notes =
        (!task.notes.is_empty()).then(|| view! { <p class="row-detail">{task.notes.clone()}</p> });
    view! {
        <div
            class="task"
            data-done=task.done.then_some("")
            data-priority=task.priority.clone()
        >
            <Tick task=task.clone() />
            <div class="row-text">
                <p class="row-title">{task.title.clone()}</p>
                <Due task=task.clone() />
                {notes}
            </div>
            <Tools edit delete="/fn/tasks/delete" id=task.id title=task.title />
        </div>
    }
}

/// The box that is ticked.
#[component]
fn Tick(task: TaskView) -> impl IntoView {
    let (action, word) =
        if task.done { ("/fn/tasks/reopen", "Reopen") } else { ("/fn/tasks/complete", "Complete") };
    view! {
        <PlannerForm action=action name="tick" row=task.id.clone() class="tick-form">
            <input type="hidden" name="id" value=task.id />
            <button class="tick" aria-label=format!("{word} “{}”", task.title)>
                <Icon name="check" />
            </button>
        </PlannerForm>
    }
}

/// Deadline and priority, in words.
#[component]
fn Due(task: TaskView) -> impl IntoView {
    let due = (!task.due.is_empty()).then(|| {
        let words = if task.overdue { format!("Overdue: {}", task.due) } else { task.due.clone() };
        view! {
            <span class="due" data-overdue=task.overdue.then_some("") title=task.due_full>{words}</span>
        }
    });
    let priority = matches!(task.priority.as_str(), "high" | "medium" | "low").then(|| {
        let word = match task.priority.as_str() {
            "high" => "High priority",
            "medium" => "Medium priority",
            _ => "Low priority",
        };
        view! {
            <span class="priority">
                <Icon name="flag" />
                {word}
            </span>
        }
    });
    let repeats = repeats(task.repeats);
    (due.is_some() || priority.is_some() || repeats.is_some())
        .then(|| view! { <p class="row-facts">{due} {repeats} {priority}</p> })
}
