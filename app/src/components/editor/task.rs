//! Adding and changing a task.

use leptos::prelude::*;

use super::repeat::RepeatFields;
use super::{EditorButtons, Opening};
use crate::components::field::{Checkbox, Select, TextArea, TextField};
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::view::row::TaskView;

/// The line at the top of the task list. Its further fields show once it is used.
#[component]
pub(crate) fn AddTask() -> impl IntoView {
    view! {
        <Opening>
            <PlannerForm action="/fn/tasks/create" name="add-task" class="form add-form">
                <AddLine />
                <div class="add-more">
                    <When task=TaskView::default() />
                </div>
            </PlannerForm>
        </Opening>
    }
}

/// The same without further fields, for the dashboard.
#[component]
pub(crate) fn AddTaskBriefly() -> impl IntoView {
    view! {
        <PlannerForm action="/fn/tasks/create" name="add-task" class="form add-form brief">
            <AddLine />
        </PlannerForm>
    }
}

#[component]
fn AddLine() -> impl IntoView {
    view! {
        <div class="add-line">
            <TextField name="title" label="New task" example="Send the invoice" required=true />
            <button class="button primary">
                <Icon name="add" />
                "Add"
            </button>
        </div>
    }
}

/// The fields of a task in its place.
#[component]
pub(crate) fn TaskEditor(task: TaskView) -> impl IntoView {
    view! {
        <PlannerForm action="/fn/tasks/update" name="edit-task" row=task.id.clone() class="form editor">
            <input type="hidden" name="id" value=task.id.clone() />
            <TextField name="title" label="Task" value=task.title.clone() required=true />
            <div class="fields">
                <When task=task.clone() />
            </div>
            <TextArea name="notes" label="Notes" value=task.notes />
            <EditorButtons />
        </PlannerForm>
    }
}

#[component]
fn When(task: TaskView) -> impl IntoView {
    let priorities = [("none", "None"), ("low", "Low"), ("medium", "Medium"), ("high", "High")]
        .map(|(value, word)| (value.to_owned(), word.to_owned()))
        .to_vec();
    view! {
        <TextField name="due_date" label="Due" kind="date" value=task.due_date />
        <TextField name="due_time" label="At" kind="time" value=task.due_time />
        <Select name="priority" label="Priority" options=priorities value=task.priority />
        <div class="task-repeat">
            <RepeatFields view=task.repeat />
            <Checkbox
                name="from_completion"
                label="Count from when it is done"
                checked=task.from_completion
            />
        </div>
    }
}
