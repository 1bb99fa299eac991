//! Adding and changing a task.

mod read;
mod steps;

use leptos::prelude::*;
use leptos_router::components::A;

use self::read::{ReadLine, Reading};
use self::steps::Steps;
use super::Opening;
use super::repeat::RepeatFields;
use crate::components::field::{Checkbox, Select, TextArea, TextField};
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::address::this_page;
use crate::state::tasks::Shown;
use crate::texts;
use crate::view::row::TaskView;
use crate::view::tasks::Place;

/// The line at the top of the task list. Its further fields show once it is used. What
/// says no day or list itself gets those of the page.
#[component]
pub(crate) fn AddTask() -> impl IntoView {
    let shown = Shown::of_page();
    let reading = Reading::new();
    view! {
        <Opening>
            <PlannerForm
                action="/fn/tasks/create"
                name="add-task"
                class="form add-form"
                on_done=Callback::new(move |_| reading.forget())
            >
                <ReadLine reading>
                    <AddLine />
                </ReadLine>
                <input type="hidden" name="page_due" value=move || shown.part(|view| view.due.clone()) />
                <input type="hidden" name="page_list" value=move || shown.part(|view| view.list.clone()) />
                <div class="add-more">
                    <TextField name="due_date" label=texts::tasks::DUE kind="date" />
                    <TextField name="due_time" label=texts::AT kind="time" />
                    <Priority value="none".to_owned() />
                    <Repeats task=TaskView::default() />
                </div>
            </PlannerForm>
        </Opening>
    }
}

/// The same without further fields, for the dashboard.
#[component]
pub(crate) fn AddTaskBriefly() -> impl IntoView {
    let reading = Reading::new();
    view! {
        <PlannerForm
            action="/fn/tasks/create"
            name="add-task"
            class="form add-form brief"
            on_done=Callback::new(move |_| reading.forget())
        >
            <ReadLine reading>
                <AddLine />
            </ReadLine>
        </PlannerForm>
    }
}

#[component]
fn AddLine() -> impl IntoView {
    view! {
        <div class="add-line">
            <TextField name="title" label=texts::tasks::NEW example=texts::tasks::NEW_EXAMPLE required=true />
            <button class="button primary">
                <Icon name="add" />
                {texts::ADD}
            </button>
        </div>
    }
}

/// A task in its place, open: Enter saves, Escape leaves.
#[component]
pub(crate) fn TaskEditor(task: TaskView) -> impl IntoView {
    let close = this_page("");
    let id = task.id.clone();
    let (deleted, parent) = (task.id.clone(), task.id.clone());
    view! {
        <div class="editor task-edit">
            <PlannerForm action="/fn/tasks/update" name="edit-task" row=id.clone() class="form">
                <input type="hidden" name="id" value=id.clone() />
                <input type="hidden" name="due_was" value=task.due_words.clone() />
                <div class="task-edit-title">
                    <TextField name="title" label=texts::tasks::TASK value=task.title.clone() required=true />
                </div>
                <TextArea name="notes" label=texts::NOTES value=task.notes.clone() />
                <div class="fields">
                    <TextField name="due" label=texts::tasks::DUE value=task.due_words.clone() example=texts::tasks::DUE_EXAMPLE />
                    <ListChoice value=task.list.clone() />
                    <TextField name="labels" label=texts::tasks::LABELS value=task.labels.join(", ") example=texts::tasks::LABELS_EXAMPLE />
                    <Priority value=task.priority.clone() />
                    <TextField name="estimate" label=texts::tasks::TAKES value=task.estimate.clone() example=texts::tasks::TAKES_EXAMPLE />
                    <Repeats task=task.clone() />
                </div>
                <div class="buttons">
                    <button class="button primary">{texts::SAVE}</button>
                    <A href=close attr:class="button" attr:data-cancel="" scroll=false>
                        {texts::CANCEL}
                    </A>
                </div>
            </PlannerForm>
            <Steps task=parent />
            <PlannerForm
                action="/fn/tasks/delete"
                name="delete"
                row=format!("open-{deleted}")
                class="task-edit-delete"
            >
                <input type="hidden" name="id" value=deleted />
                <button class="link-button">
                    <Icon name="delete" />
                    {texts::tasks::DELETE_THIS}
                </button>
            </PlannerForm>
        </div>
    }
    .into_any()
}

/// The list it is in, once there are lists.
#[component]
fn ListChoice(value: String) -> impl IntoView {
    let lists = Shown::of_page().once(|view| view.lists.clone());
    (!lists.is_empty()).then(|| {
        let id = |place: &Place| place.takes.trim_start_matches("list:").to_owned();
        let options = lists.iter().map(|place| (id(place), place.name.clone())).collect();
        view! { <Select name="list" label=texts::tasks::LIST options value /> }
    })
}

#[component]
fn Priority(value: String) -> impl IntoView {
    let priorities = [
        ("none", texts::tasks::NONE),
        ("low", texts::tasks::LOW),
        ("medium", texts::tasks::MEDIUM),
        ("high", texts::tasks::HIGH),
    ]
    .map(|(value, word)| (value.to_owned(), word.to_owned()))
    .to_vec();
    view! { <Select name="priority" label=texts::tasks::PRIORITY options=priorities value /> }
}

#[component]
fn Repeats(task: TaskView) -> impl IntoView {
    view! {
        <div class="task-repeat">
            <RepeatFields view=task.repeat />
            <Checkbox
                name="from_completion"
                label=texts::tasks::FROM_COMPLETION
                checked=task.from_completion
            />
        </div>
    }
    .into_any()
}
