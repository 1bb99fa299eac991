//! A task in a list.

mod facts;

use leptos::prelude::*;

use self::facts::Facts;
use super::is_edited;
use crate::components::editor::TaskEditor;
use crate::components::form::PlannerForm;
use crate::components::icon::Icon;
use crate::state::tasks::Shown;
use crate::texts;
use crate::view::row::TaskView;

/// The identifier of the form that does something with all tasks that are selected.
pub(crate) const MANY: &str = "many";

/// How long a task that was ticked off stays where it was, in milliseconds; the
/// stylesheet lets it go in the last of it.
const STAYS: u64 = 2_000;

/// A task with its box to tick; its editor when the address asks for it.
#[component]
pub(crate) fn TaskRow(
    task: TaskView,
    /// Whether it is on the page of tasks, where several can be selected.
    #[prop(optional)]
    in_list: bool,
) -> impl IntoView {
    let edited = is_edited(task.id.clone());
    let id = task.id.clone();
    let timed = (!task.due_time.is_empty()).then_some("");
    let content = move || {
        if edited.get() {
            view! { <TaskEditor task=task.clone() /> }.into_any()
        } else {
            view! { <Line task=task.clone() in_list /> }.into_any()
        }
    };
    view! { <li class="row" data-row=id data-timed=timed>{content}</li> }
}

#[component]
fn Line(task: TaskView, in_list: bool) -> impl IntoView {
    let done = RwSignal::new(task.done);
    let was_done = task.done;
    let priority = task.priority.clone();
    let (id, title) = (task.id.clone(), task.title.clone());
    let shown = Shown::of_page();
    let edit = {
        let id = id.clone();
        // The same row may be on two views.
        move || shown.part(|view| format!("/tasks?{}edit={id}", view.base))
    };
    let notes =
        (!task.notes.is_empty()).then(|| view! { <p class="row-detail">{task.notes.clone()}</p> });
    let pick = in_list.then(|| view! { <Pick id=id.clone() title=title.clone() /> });
    view! {
        <div
            class="task"
            data-done=move || done.get().then_some("")
            data-leaving=move || (done.get() && !was_done).then_some("")
            data-priority=priority
        >
            {pick}
            <Tick id=id.clone() title=title.clone() done />
            <div class="row-text">
                <p class="row-title">
                    <a href=edit.clone() data-noscroll="">{title.clone()}</a>
                </p>
                <Facts task />
                {notes}
            </div>
            <div class="tools">
                <a
                    class="tool"
                    href=edit
                    aria-label=texts::edit(&title)
                    title=texts::EDIT
                    data-noscroll=""
                >
                    <Icon name="edit" />
                </a>
                <PlannerForm action="/fn/tasks/delete" name="delete" row=id.clone() class="inline-form">
                    <input type="hidden" name="id" value=id />
                    <button class="tool" title=texts::DELETE aria-label=texts::delete(&title)>
                        <Icon name="delete" />
                    </button>
                </PlannerForm>
            </div>
        </div>
    }
    .into_any()
}

/// The box by which a task is one of several that are selected, and the handle by which
/// it is moved.
#[component]
fn Pick(id: String, title: String) -> impl IntoView {
    view! {
        <span class="grip scripted" aria-hidden="true">
            <Icon name="move" />
        </span>
        <label class="pick">
            <input type="checkbox" name="ids[]" value=id form=MANY aria-label=texts::row::select(&title) />
        </label>
    }
}

/// The box that is ticked, and for a moment can be unticked again.
#[component]
fn Tick(id: String, title: String, done: RwSignal<bool>) -> impl IntoView {
    let label = move || {
        if done.get() { texts::row::reopen(&title) } else { texts::row::complete(&title) }
    };
    let elsewhere = move || if done.get() { "/fn/tasks/reopen" } else { "/fn/tasks/complete" };
    view! {
        <PlannerForm
            action="/fn/tasks/complete"
            name="tick"
            row=id.clone()
            class="tick-form"
            stays=STAYS
            shows=Callback::new(move |_| done.update(|done| *done = !*done))
        >
            <input type="hidden" name="id" value=id />
            <button class="tick" formaction=elsewhere aria-label=label>
                <Icon name="check" />
            </button>
        </PlannerForm>
    }
}
